package dev.nabla.tui.screen;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.room.Ballot;
import dev.nabla.room.ClassInfo.Due;
import dev.nabla.room.ClassNow;
import dev.nabla.room.Deed;
import dev.nabla.room.Roll;
import dev.nabla.room.Roll.Mistake;
import dev.nabla.room.Roll.Row;
import dev.nabla.room.Whereabouts.Doing;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.QuestionRef;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A teacher's home: who needs help first, where everybody is, and what goes wrong.
 *
 * @param selected which student, or which mistake
 * @param mistakes whether a mistake is chosen
 */
record ClassView(int selected, boolean mistakes) implements View {
    static final ClassView FIRST = new ClassView(0, false);

    private static final int COLUMN = 26;
    private static final int NEED = 39;
    private static final int MOST_MISTAKES = 3;
    private static final int TABLE = 72;
    private static final int WIDE = 110;
    private static final int TALL = 30;
    private static final int LAST = 12;

    private static Optional<ClassNow> now(ScreenState state) {
        return state.room().flatMap(Classroom::now);
    }

    static Roll roll(ScreenState state) {
        return now(state)
                .map(people -> Roll.of(people, state.room().orElseThrow().hidden()))
                .orElse(new Roll(List.of(), 0, List.of()));
    }

    /** Minutes and seconds: {@code 1:05}. */
    static String clock(long seconds) {
        return seconds / 60 + ":" + String.valueOf(100 + seconds % 60).substring(1);
    }

    Optional<Row> row(ScreenState state) {
        List<Row> rows = roll(state).rows();
        return mistakes || rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.get(Math.min(selected, rows.size() - 1)));
    }

    Optional<Mistake> mistake(ScreenState state) {
        List<Mistake> all = roll(state).mistakes();
        return mistakes && !all.isEmpty() ? Optional.of(all.get(Math.min(selected, all.size() - 1))) : Optional.empty();
    }

    /** The question of what is chosen, with its own numbers; empty where there is none. */
    Optional<Ballot> ballot(ScreenState state) {
        return mistake(state)
                .map(each -> new QuestionRef(each.section(), each.item()))
                .or(() -> row(state)
                        .map(Row::where)
                        .filter(where -> !where.item().isEmpty())
                        .map(where -> new QuestionRef(where.section(), where.item())))
                .flatMap(ref -> ballot(ref, state));
    }

    static Optional<Ballot> ballot(QuestionRef ref, ScreenState state) {
        Optional<Question> question = ref.find(state.course());
        try {
            return question.map(found -> new Ballot(found.draw(0)));
        } catch (BadInput uncomputed) {
            return Optional.empty();
        }
    }

    /** Asks everybody the question of what is chosen. */
    Optional<Deed> asked(ScreenState state) {
        String section = mistake(state)
                .map(Mistake::section)
                .or(() -> row(state).map(row -> row.where().section()))
                .orElse("");
        return ballot(state).map(asked -> new Deed.Ask(section, asked.asked().id(), 0));
    }

    String asksNothing(ScreenState state) {
        return row(state).map(row -> row.name() + " has no question open").orElse("There is no question to ask yet");
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.PEOPLE);
    }

    @Override
    public Optional<Onward> onward(ScreenState state) {
        return roll(state).rows().isEmpty()
                ? Optional.empty()
                : Optional.of(new Onward("look", now -> now.in(new LookView(this))));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Roll roll = roll(state);
        Go go = Go.of(effect);
        int last = Math.max(0, (mistakes ? roll.mistakes().size() : roll.rows().size()) - 1);
        return switch (go) {
            case TURN ->
                !mistakes && roll.mistakes().isEmpty()
                        ? state.saying("No mistake with a name in the last ten minutes")
                        : state.showing(new ClassView(0, !mistakes));
            case NAMES -> state.in(state.room().orElseThrow().hiding()).showing(FIRST);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.showing(new ClassView(Page.scrolled(go, Math.min(selected, last), last, last), mistakes));
            default -> state;
        };
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Roll roll = roll(state);
        Optional<ClassNow> now = now(state);
        String title = now.map(people -> people.info().title()).orElse("The class");
        Line words = Clip.to(Line.of(sentence(roll, state)), canvas.width() - 2, canvas.glyphs());
        Canvas above = Page.above(List.of(words), Line.EMPTY, canvas);
        int room = canvas.width() - canvas.width(title) - 4;
        String aside = now.map(people -> above.fitting(room, asides(people, roll, state)))
                .orElse("");
        Canvas body = Page.below(Line.EMPTY.span(title, Tone.TEXT, Weight.BOLD), Line.EMPTY.dim(aside), above);
        if (body.width() >= WIDE && body.height() >= TALL) {
            table(roll, body.part(body.area().left(TABLE - 1)));
            for (int y = 0; y < body.height(); y++) {
                body.put(TABLE, y, "│", Tone.GRID);
            }
            panel(roll, body.part(body.area().afterColumns(TABLE + 4)), state);
        } else {
            columns(roll, body, state);
        }
    }

    private static String[] asides(ClassNow now, Roll roll, ScreenState state) {
        ZonedDateTime time = now.at().atZone(now.info().zone());
        String here = roll.rows().size() + " here";
        String clock = here + " · " + time.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        String code = now.info().code().map(word -> " · " + word).orElse("");
        String door = state.room().orElseThrow().self().door();
        return new String[] {
            clock + code.replace("· ", "· code ") + (door.isEmpty() ? "" : " · " + door), clock + code, clock, here
        };
    }

    private String sentence(Roll roll, ScreenState state) {
        Optional<Mistake> mistake = mistake(state);
        if (mistake.isPresent()) {
            String told = ballot(state)
                    .flatMap(asked -> asked.reveals(mistake.get().misconception()))
                    .orElse("S asks everybody " + mistake.get().item());
            return mistake.get().names().size() + " of " + roll.rows().size() + ": " + told;
        }
        return row(state).map(ClassView::sentence).orElse("Nobody is here yet");
    }

    private static String sentence(Row row) {
        if (row.isStuck()) {
            List<Answered> last = row.answers()
                    .subList(row.answers().size() - row.wrong(), row.answers().size());
            Optional<String> name = last.get(0).misconception();
            boolean same = name.isPresent()
                    && last.stream().allMatch(answer -> answer.misconception().equals(name));
            return row.name() + " answered " + row.item() + " wrongly " + times(row.wrong())
                    + (same ? ", each time " + name.get() : "");
        }
        if (row.isStill()) {
            return row.name() + " has pressed no key for " + row.idle().toMinutes() + " minutes; "
                    + row.where().item() + " is open";
        }
        String doing = row.where().doing() == Doing.HOME
                ? " is at home"
                : " is in section " + row.where().section() + ", " + row.where().words();
        return row.name()
                + doing
                + (row.answers().isEmpty()
                        ? ""
                        : ": " + row.right() + " of " + row.answers().size() + " right in ten minutes");
    }

    private static String times(int times) {
        return times == 3 ? "three times" : times == 4 ? "four times" : times + " times";
    }

    private static String need(Row row) {
        return row.isStuck()
                ? row.wrong() + " wrong in a row"
                : "still for " + row.idle().toMinutes() + " min";
    }

    private static String ratio(Row row) {
        return row.answers().isEmpty() ? "" : row.right() + "/" + row.answers().size();
    }

    private static Tone tone(Row row) {
        return 2 * row.right() < row.answers().size() ? Tone.TEXT : Tone.DIM;
    }

    private boolean chosen(int index, boolean among, int size) {
        return among == mistakes && index == Math.min(selected, size - 1);
    }

    private static void name(String name, int x, int y, int width, boolean chosen, Canvas canvas) {
        if (chosen) {
            canvas.put(x - 2, y, "►", Tone.SECOND, Weight.BOLD);
        }
        canvas.put(
                x,
                y,
                Clip.to(
                        Line.EMPTY.span(name, Tone.TEXT, chosen ? Weight.REVERSE : Weight.PLAIN),
                        width,
                        canvas.glyphs()));
    }

    /** Everybody in columns, read downwards; those who need help above, what goes wrong below. */
    private void columns(Roll roll, Canvas body, ScreenState state) {
        int count = roll.rows().size();
        int mistakes = Math.min(MOST_MISTAKES, roll.mistakes().size());
        int below = mistakes == 0 || body.height() < 2 * MOST_MISTAKES + mistakes ? 0 : mistakes + 2;
        int y = 0;
        if (roll.needing() > 0) {
            int across = Math.max(1, (body.width() - 2) / NEED);
            int rows = Math.min((roll.needing() + across - 1) / across, Math.max(1, body.height() / 3 - 1));
            body.put(3, 0, "need you first", Tone.TEXT, Weight.BOLD);
            Canvas part = body.part(new Area(0, 1, body.width(), rows));
            grid(0, roll.needing(), across, NEED, part, (index, cell) -> {
                Row row = roll.rows().get(index);
                name(row.name(), 3, 0, 7, chosen(index, false, count), cell);
                cell.put(11, 0, row.where().place(), Tone.DIM);
                cell.put(16, 0, need(row), Tone.WARN);
                cell.right(NEED + 1, 0, ratio(row), tone(row));
            });
            y = rows + 1;
            y += body.height() - below - y > 3 ? 1 : 0;
        }
        int free = body.height() - below - y;
        if (free > 1 && count > roll.needing()) {
            body.put(
                    3,
                    y,
                    Line.EMPTY
                            .span("everybody", Tone.TEXT, Weight.BOLD)
                            .dim("   where   right/answered in 10 minutes"));
            int across = Math.max(1, (body.width() - 2) / COLUMN);
            int gap = below > 0 && free > (count - roll.needing() + across - 1) / across + 1 ? 1 : 0;
            Canvas part = body.part(new Area(0, y + 1, body.width(), free - 1 - gap));
            grid(roll.needing(), count, across, COLUMN, part, (index, cell) -> {
                Row row = roll.rows().get(index);
                boolean says = row.where().doing() != Doing.QUESTION;
                name(row.name(), 3, 0, 6, chosen(index, false, count), cell);
                cell.put(10, 0, row.where().place(), Tone.DIM);
                cell.put(14, 0, says ? row.where().words() : "", Tone.DIM);
                cell.right(25, 0, ratio(row), tone(row));
            });
        }
        if (below > 0) {
            Canvas part = body.part(body.area().afterRows(body.height() - below));
            part.put(3, 0, "─".repeat(Math.max(0, part.width() - 4)), Tone.GRID);
            part.put(
                    3,
                    1,
                    Line.EMPTY.span("what goes wrong", Tone.TEXT, Weight.BOLD).dim("   last 10 minutes"));
            mistakes(roll, 2, mistakes, 10, part, state);
        }
    }

    /** Draws one of many into its cell. */
    private interface Cells {
        void draw(int index, Canvas cell);
    }

    /** So many columns of those from one to before another, scrolled so that the chosen one is among them. */
    private void grid(int from, int to, int across, int width, Canvas canvas, Cells cells) {
        int per = (to - from + across - 1) / across;
        boolean within = !mistakes && selected >= from;
        int at = within ? (Math.min(selected, to - 1) - from) % per : 0;
        int top = Math.max(0, Math.min(at - canvas.height() / 2, per - canvas.height()));
        for (int i = from; i < to; i++) {
            int y = (i - from) % per - top;
            if (y >= 0 && y < canvas.height()) {
                int x = (i - from) / per * width;
                cells.draw(i, canvas.part(new Area(x, y, canvas.width() - x, 1)));
            }
        }
    }

    private void mistakes(Roll roll, int y, int rows, int bar, Canvas canvas, ScreenState state) {
        int count = roll.mistakes().size();
        int at = mistakes ? Math.min(selected, count - 1) : 0;
        int top = Math.max(0, Math.min(at - rows / 2, count - rows));
        for (int i = 0; i < Math.min(rows, count); i++) {
            Mistake each = roll.mistakes().get(top + i);
            int here = roll.rows().size();
            name(each.misconception(), 3, y + i, 16, chosen(top + i, true, count), canvas);
            int length = Math.max(1, Math.round(2f * bar * each.names().size() / here));
            canvas.put(20, y + i, "━".repeat(Math.min(length, 16)), Tone.WARN);
            canvas.right(46, y + i, each.names().size() + " of " + here, Tone.DIM);
            String asks = each.item() + " " + asks(each, state);
            canvas.put(49, y + i, canvas.fitting(canvas.width() - 51, asks, each.item()), Tone.DIM);
        }
    }

    /** What a question asks, in a few words: its first sentence that ends so, without the numbers before. */
    private static String asks(Mistake mistake, ScreenState state) {
        List<String> sentences = ballot(new QuestionRef(mistake.section(), mistake.item()), state)
                .map(asked -> List.of(asked.asked().prompt().split("(?<=[.?!:]) ")))
                .orElse(List.of(""));
        return sentences.stream().filter(each -> each.endsWith("?")).findFirst().orElse(sentences.get(0));
    }

    /** A row a student. */
    private void table(Roll roll, Canvas canvas) {
        int count = roll.rows().size();
        int gap = roll.needing() > 0 ? 1 : 0;
        int top = count + gap + 2 <= canvas.height() ? 1 : 0;
        canvas.put(3, top, "name     where  doing            right   last answers   idle", Tone.DIM);
        int rows = canvas.height() - top - 1;
        int at = mistakes ? 0 : Math.min(selected, count - 1);
        int from = Math.max(0, Math.min(at - rows / 2, count + gap - rows));
        for (int i = from; i < count; i++) {
            Row row = roll.rows().get(i);
            boolean needs = i < roll.needing();
            int y = top + 1 + i - from + (needs ? 0 : gap);
            Tone doing = needs ? Tone.WARN : Tone.DIM;
            if (y < canvas.height()) {
                name(row.name(), 3, y, 8, chosen(i, false, count), canvas);
                canvas.put(12, y, row.where().place(), needs ? Tone.TEXT : Tone.DIM);
                canvas.put(19, y, needs ? need(row) : row.where().words(), doing);
                canvas.right(41, y, ratio(row), tone(row));
                List<Answered> last = row.answers();
                String dots = last.subList(Math.max(0, last.size() - LAST), last.size()).stream()
                        .map(answer -> answer.right() ? "●" : "○")
                        .collect(Collectors.joining());
                canvas.put(44, y, dots, Tone.DIM);
                canvas.right(63, y, clock(row.idle().toSeconds()), row.isStill() ? Tone.WARN : Tone.DIM);
            }
        }
    }

    private void panel(Roll roll, Canvas canvas, ScreenState state) {
        int end = canvas.width() - 2;
        int y = 1;
        canvas.put(0, y, "where they are", Tone.TEXT, Weight.BOLD);
        y += 2;
        for (Map.Entry<String, Integer> section : roll.sections().entrySet()) {
            canvas.put(0, y, section.getKey(), Tone.DIM);
            canvas.put(4, y, "●".repeat(Math.min(section.getValue(), end - 9)), Tone.FIRST);
            canvas.right(end, y++, String.valueOf(section.getValue()), Tone.DIM);
        }
        y += 2;
        canvas.put(0, y, "what goes wrong", Tone.TEXT, Weight.BOLD);
        canvas.right(end, y, "last 10 minutes", Tone.DIM);
        y += 2;
        int count = Math.min(5, roll.mistakes().size());
        for (int i = 0; i < count; i++) {
            Mistake each = roll.mistakes().get(i);
            name(each.misconception(), 0, y, 16, chosen(i, true, count), canvas);
            int length = Math.max(
                    1, Math.round(14f * each.names().size() / roll.rows().size()));
            canvas.put(17, y, "━".repeat(length), Tone.WARN);
            canvas.right(end - 5, y, each.names().size() + " of " + roll.rows().size(), Tone.DIM);
            canvas.right(end, y++, each.item(), Tone.DIM);
        }
        if (count > 0) {
            Mistake first = mistake(state).orElse(roll.mistakes().get(0));
            Optional<Ballot> ballot = ballot(new QuestionRef(first.section(), first.item()), state);
            Line id = Line.EMPTY.span(first.item() + "  ", Tone.TEXT, Weight.BOLD);
            List<Line> lines = new ArrayList<>(Wrap.hanging(
                    id,
                    Line.EMPTY.dim(ballot.map(Ballot::asked)
                            .map(QuestionInstance::prompt)
                            .orElse("")),
                    end,
                    canvas.glyphs()));
            lines.add(Line.EMPTY);
            String told = ballot.flatMap(asked -> asked.reveals(first.misconception()))
                    .orElse(first.misconception());
            lines.addAll(Wrap.lines(Line.of(told), end, canvas.glyphs()));
            canvas.put(0, y + 2, lines);
            y += lines.size() + 4;
        }
        dues(state, y, end, canvas);
    }

    private static void dues(ScreenState state, int from, int end, Canvas canvas) {
        ClassNow now = now(state).orElseThrow();
        List<Due> dues = now.info().dues().stream()
                .filter(due -> due.student().isEmpty() && due.at().isAfter(now.at()))
                .sorted(Comparator.comparing(Due::at))
                .toList();
        if (dues.isEmpty() || from + 2 >= canvas.height()) {
            return;
        }
        canvas.put(0, from, "due", Tone.TEXT, Weight.BOLD);
        for (int i = 0; i < dues.size(); i++) {
            Due due = dues.get(i);
            String title = state.course().sections().stream()
                    .filter(section -> section.id().equals(due.section()))
                    .map(section -> " " + section.title())
                    .findFirst()
                    .orElse("");
            String when = when(
                    due.at().atZone(now.info().zone()),
                    now.at().atZone(now.info().zone()).toLocalDate());
            canvas.put(
                    0,
                    from + 2 + i,
                    Clip.to(Line.EMPTY.dim(due.section() + title), end - when.length() - 2, canvas.glyphs()));
            canvas.right(end, from + 2 + i, when, Tone.DIM);
        }
    }

    /** {@code today 18:00}, within a week {@code Tuesday 18:00}, else the date. */
    private static String when(ZonedDateTime due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due.toLocalDate());
        String day = days == 0
                ? "today"
                : days < 7
                        ? due.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        : due.toLocalDate().toString();
        return day + " " + due.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }
}
