package dev.nabla.tui.screen;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.math.BadInput;
import dev.nabla.room.Ballot;
import dev.nabla.room.ClassInfo.Due;
import dev.nabla.room.ClassNow;
import dev.nabla.room.Deed;
import dev.nabla.room.News;
import dev.nabla.room.Roll;
import dev.nabla.room.Roll.Mistake;
import dev.nabla.room.Roll.Row;
import dev.nabla.room.Whereabouts.Doing;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.QuestionRef;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * A teacher's home: who needs help first, where everybody is, and what goes wrong.
 *
 * @param chosen a name or a mistake; the first one where it is not there
 * @param mistakes whether a mistake is chosen
 */
record ClassView(String chosen, boolean mistakes) implements View {
    static final ClassView FIRST = new ClassView("", false);

    private static final int COLUMN = 26;
    private static final int NEED = 39;
    private static final int MOST_MISTAKES = 3;
    private static final int TABLE = 72;
    private static final int WIDE = 110;
    private static final int TALL = 30;
    private static final int LAST = 12;

    private static Optional<ClassNow> now(ScreenState state) {
        return state.room().flatMap(Classroom::now).map(News.OnClass::now);
    }

    private static Roll roll(ScreenState state) {
        return state.room()
                .flatMap(room -> room.now().map(people -> room.hidden() ? people.hidden() : people.named()))
                .orElse(new Roll(List.of(), 0, List.of()));
    }

    /** Minutes and seconds: {@code 1:05}. */
    static String clock(long seconds) {
        return seconds / 60 + ":" + String.valueOf(100 + seconds % 60).substring(1);
    }

    private List<String> choices(Roll roll) {
        return mistakes
                ? roll.mistakes().stream().map(Mistake::key).toList()
                : roll.rows().stream().map(Row::name).toList();
    }

    private int selected(Roll roll) {
        return Math.max(0, choices(roll).indexOf(chosen));
    }

    Optional<Row> row(ScreenState state) {
        Roll roll = roll(state);
        return roll.rows().stream().skip(selected(roll)).findFirst().filter(row -> !mistakes);
    }

    Optional<Mistake> mistake(ScreenState state) {
        Roll roll = roll(state);
        return roll.mistakes().stream().skip(selected(roll)).findFirst().filter(each -> mistakes);
    }

    /** The question of what is chosen. */
    Optional<QuestionRef> question(ScreenState state) {
        return mistake(state)
                .map(ClassView::question)
                .or(() -> row(state).map(Row::where).map(where -> new QuestionRef(where.section(), where.item())));
    }

    static QuestionRef question(Mistake mistake) {
        return new QuestionRef(mistake.section(), mistake.item());
    }

    /** A question with its own numbers, if there is one. */
    static Optional<Ballot> ballot(QuestionRef ref, ScreenState state) {
        try {
            return ref.find(state.course()).map(found -> new Ballot(found.draw(0)));
        } catch (BadInput uncomputed) {
            return Optional.empty();
        }
    }

    /** Asks everybody the question of what is chosen. */
    Optional<Deed> asked(ScreenState state) {
        return question(state)
                .filter(ref -> ref.isIn(state.course()))
                .map(ref -> new Deed.Ask(ref.section(), ref.id(), 0));
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.PEOPLE);
    }

    @Override
    public Optional<Onward> onward(ScreenState state) {
        Roll roll = roll(state);
        return choices(roll).stream()
                .skip(selected(roll))
                .findFirst()
                .map(one -> new Onward("look", now -> now.in(new LookView(new ClassView(one, mistakes)))));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Roll roll = roll(state);
        Go go = Go.of(effect);
        List<String> choices = choices(roll);
        int last = choices.size() - 1;
        return switch (go) {
            case TURN ->
                !mistakes && roll.mistakes().isEmpty()
                        ? state.saying("No mistake with a name in the last ten minutes")
                        : state.showing(new ClassView("", !mistakes));
            case NAMES -> state.in(state.room().orElseThrow().hiding()).showing(FIRST);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                last < 0
                        ? state
                        : state.showing(
                                new ClassView(choices.get(Page.scrolled(go, selected(roll), last, last)), mistakes));
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
            panel(roll, body.part(body.area().afterColumns(TABLE + 1)), state);
        } else {
            columns(roll, body, state);
        }
    }

    private static String[] asides(ClassNow now, Roll roll, ScreenState state) {
        String here = roll.rows().size() + " here";
        String clock = here + " · " + time(now.at().atZone(now.info().zone()));
        Optional<String> code = now.info().code();
        String door = " · " + state.room().orElseThrow().self().door();
        String coded = clock + code.map(word -> " · " + word).orElse("");
        return new String[] {clock + code.map(word -> " · code " + word).orElse("") + door, coded, clock, here};
    }

    private static String time(ZonedDateTime when) {
        return when.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private String sentence(Roll roll, ScreenState state) {
        return mistake(state)
                .map(each -> each.names().size() + " of " + roll.rows().size() + ": " + told(each, state))
                .or(() -> row(state).map(ClassView::sentence))
                .orElseGet(() -> "Nobody is here yet; students type "
                        + state.room().orElseThrow().self().door());
    }

    /** What a mistake reveals; its name where nothing is said of it. */
    private static String told(Mistake mistake, ScreenState state) {
        return ballot(question(mistake), state)
                .flatMap(asked -> asked.reveals(mistake.misconception()))
                .orElse(mistake.misconception());
    }

    private static String sentence(Row row) {
        if (row.isStuck()) {
            String mistake = row.repeated().map(name -> ", each time " + name).orElse("");
            return row.name() + " answered " + row.item() + " wrongly " + (row.wrong() == 3 ? "three" : row.wrong())
                    + " times" + mistake;
        }
        if (row.isStill()) {
            return row.name() + " has pressed no key for " + row.idle().toMinutes() + " minutes; "
                    + row.where().item() + " is open";
        }
        String doing = row.where().doing() == Doing.HOME
                ? " is at home"
                : " is in section " + row.where().section() + ", " + row.where().words();
        int all = row.answers().size();
        return row.name() + doing + (all == 0 ? "" : ": " + row.right() + " of " + all + " right in ten minutes");
    }

    private static String need(Row row) {
        return row.isStuck()
                ? row.wrong() + " wrong in a row"
                : "still for " + row.idle().toMinutes() + " min";
    }

    /** Right answers of all; below one half it is more than a remark. */
    private static void ratio(Row row, int end, int y, Canvas canvas) {
        int all = row.answers().size();
        canvas.right(end, y, all == 0 ? "" : row.right() + "/" + all, 2 * row.right() < all ? Tone.TEXT : Tone.DIM);
    }

    private static void name(String name, int y, int width, boolean chosen, Canvas canvas) {
        canvas.put(1, y, chosen ? "►" : " ", Tone.SECOND, Weight.BOLD);
        Line line = Line.EMPTY.span(name, Tone.TEXT, chosen ? Weight.REVERSE : Weight.PLAIN);
        canvas.put(3, y, Clip.to(line, width, canvas.glyphs()));
    }

    /** Everybody in columns, read downwards; those who need help above, what goes wrong below. */
    private void columns(Roll roll, Canvas body, ScreenState state) {
        int wrong = Math.min(MOST_MISTAKES, roll.mistakes().size());
        int below = wrong == 0 || body.height() < 3 * MOST_MISTAKES ? 0 : wrong + 2;
        int y = 0;
        if (roll.needing() > 0) {
            int across = Math.max(1, (body.width() - 2) / NEED);
            int rows = Math.min((roll.needing() + across - 1) / across, Math.max(1, body.height() / 3 - 1));
            body.put(3, 0, "need you first", Tone.TEXT, Weight.BOLD);
            grid(roll, 0, roll.needing(), across, NEED, body.part(new Area(0, 1, body.width(), rows)), (row, cell) -> {
                cell.put(11, 0, row.where().place(), Tone.DIM);
                cell.put(16, 0, need(row), Tone.WARN);
                ratio(row, NEED + 1, 0, cell);
            });
            y = rows + (body.height() - below - rows > 4 ? 2 : 1);
        }
        int free = body.height() - below - y;
        int across = Math.max(1, (body.width() - 2) / COLUMN);
        int rows = (roll.rows().size() - roll.needing() + across - 1) / across;
        if (free > 1 && rows > 0) {
            Line heading = Line.EMPTY.span("everybody", Tone.TEXT, Weight.BOLD);
            body.put(3, y, heading.dim("   where   right/answered in 10 minutes"));
            int gap = below > 0 && free > rows + 1 ? 1 : 0;
            Canvas part = body.part(new Area(0, y + 1, body.width(), free - 1 - gap));
            grid(roll, roll.needing(), roll.rows().size(), across, COLUMN, part, (row, cell) -> {
                cell.put(10, 0, row.where().place(), Tone.DIM);
                boolean says = row.where().doing() != Doing.QUESTION;
                cell.put(14, 0, says ? row.where().words() : "", Tone.DIM);
                ratio(row, COLUMN - 1, 0, cell);
            });
        }
        if (below > 0) {
            Canvas part = body.part(body.area().afterRows(body.height() - below));
            part.put(3, 0, "─".repeat(Math.max(0, part.width() - 4)), Tone.GRID);
            part.put(
                    3,
                    1,
                    Line.EMPTY.span("what goes wrong", Tone.TEXT, Weight.BOLD).dim("   last 10 minutes"));
            Canvas rest = part.part(part.area().afterRows(2));
            mistakes(roll, 20, 45, rest, (each, row) -> {
                List<String> asks = ballot(question(each), state)
                        .map(asked -> List.of(asked.asked().prompt().split("(?<=[.?!:]) ")))
                        .orElse(List.of(""));
                String shortest = asks.stream()
                        .filter(words -> words.endsWith("?"))
                        .findFirst()
                        .orElse(asks.get(0));
                row.put(49, 0, row.fitting(row.width() - 51, each.item() + " " + shortest, each.item()), Tone.DIM);
            });
        }
    }

    /** So many columns of some rows, scrolled so that the chosen one is among them. */
    private void grid(Roll roll, int from, int to, int across, int width, Canvas canvas, BiConsumer<Row, Canvas> draw) {
        int per = (to - from + across - 1) / across;
        int at = mistakes ? -1 : selected(roll);
        int top = top(at < from || at >= to ? 0 : (at - from) % per, per, canvas.height());
        for (int i = from; i < to; i++) {
            int y = (i - from) % per - top;
            if (y >= 0 && y < canvas.height()) {
                int x = (i - from) / per * width;
                Canvas cell = canvas.part(new Area(x, y, canvas.width() - x, 1));
                name(roll.rows().get(i).name(), 0, width == NEED ? 7 : 6, i == at, cell);
                draw.accept(roll.rows().get(i), cell);
            }
        }
    }

    /** The first of many rows that is shown, so that one of them is. */
    private static int top(int at, int many, int shown) {
        return Math.max(0, Math.min(at - shown / 2, many - shown));
    }

    private void mistakes(Roll roll, int scale, int end, Canvas canvas, BiConsumer<Mistake, Canvas> draw) {
        int here = roll.rows().size();
        int at = mistakes ? selected(roll) : -1;
        int top = top(at, roll.mistakes().size(), canvas.height());
        for (int i = top; i < roll.mistakes().size() && i - top < canvas.height(); i++) {
            Mistake each = roll.mistakes().get(i);
            Canvas row = canvas.part(new Area(0, i - top, canvas.width(), 1));
            name(each.misconception(), 0, 16, i == at, row);
            row.put(
                    20,
                    0,
                    "━"
                            .repeat(Math.max(
                                    1, Math.round((float) scale * each.names().size() / here))),
                    Tone.WARN);
            row.right(end, 0, " " + each.names().size() + " of " + here, Tone.DIM);
            draw.accept(each, row);
        }
    }

    /** A row a student. */
    private void table(Roll roll, Canvas canvas) {
        int count = roll.rows().size();
        int gap = roll.needing() > 0 ? 1 : 0;
        int head = count + gap + 2 <= canvas.height() ? 1 : 0;
        canvas.put(3, head, "name     where  doing            right   last answers   idle", Tone.DIM);
        int at = mistakes ? -1 : selected(roll);
        int top = top(at, count + gap, canvas.height() - head - 1);
        for (int i = top; i < count; i++) {
            Row row = roll.rows().get(i);
            boolean needs = i < roll.needing();
            int y = head + 1 + i - top + (needs ? 0 : gap);
            name(row.name(), y, 8, i == at, canvas);
            canvas.put(12, y, row.where().place(), needs ? Tone.TEXT : Tone.DIM);
            canvas.put(19, y, needs ? need(row) : row.where().words(), needs ? Tone.WARN : Tone.DIM);
            ratio(row, 41, y, canvas);
            String dots =
                    row.answers().stream().map(one -> one.right() ? "●" : "○").collect(Collectors.joining());
            canvas.put(44, y, dots.substring(Math.max(0, dots.length() - LAST)), Tone.DIM);
            canvas.right(63, y, clock(row.idle().toSeconds()), row.isStill() ? Tone.WARN : Tone.DIM);
        }
    }

    /** Beside the table: where they are, what goes wrong, the question behind it, and what is due. */
    private void panel(Roll roll, Canvas canvas, ScreenState state) {
        int end = canvas.width() - 2;
        int y = heading("where they are", "", 1, canvas);
        for (Map.Entry<String, Integer> section : roll.sections().entrySet()) {
            canvas.put(3, y, section.getKey(), Tone.DIM);
            canvas.put(7, y, "●".repeat(Math.min(section.getValue(), end - 12)), Tone.FIRST);
            canvas.right(end, y++, String.valueOf(section.getValue()), Tone.DIM);
        }
        y = heading("what goes wrong", "last 10 minutes", y + 2, canvas);
        int count = Math.min(MOST_MISTAKES + 2, roll.mistakes().size());
        Canvas part = canvas.part(new Area(0, y, canvas.width(), count));
        mistakes(roll, 14, end - 5, part, (each, row) -> row.right(end, 0, each.item(), Tone.DIM));
        y += count + 2;
        if (count > 0) {
            Mistake first = mistake(state).orElse(roll.mistakes().get(0));
            String prompt = ballot(question(first), state)
                    .map(asked -> asked.asked().prompt())
                    .orElse("");
            Line id = Line.EMPTY.span(first.item() + "  ", Tone.TEXT, Weight.BOLD);
            List<Line> lines = new ArrayList<>(Wrap.hanging(id, Line.EMPTY.dim(prompt), end - 3, canvas.glyphs()));
            lines.add(Line.EMPTY);
            lines.addAll(Wrap.lines(Line.of(told(first, state)), end - 3, canvas.glyphs()));
            canvas.put(3, y, lines);
            y += lines.size() + 2;
        }
        int below = y;
        now(state).ifPresent(people -> dues(people, below, state, canvas));
    }

    private static int heading(String words, String aside, int y, Canvas canvas) {
        canvas.put(3, y, words, Tone.TEXT, Weight.BOLD);
        canvas.right(canvas.width() - 2, y, aside, Tone.DIM);
        return y + 2;
    }

    private static void dues(ClassNow now, int from, ScreenState state, Canvas canvas) {
        List<Due> dues = now.info().dues().stream()
                .filter(due -> due.student().isEmpty() && due.at().isAfter(now.at()))
                .sorted(Comparator.comparing(Due::at))
                .toList();
        int y = dues.isEmpty() ? from : heading("due", "", from, canvas);
        int end = canvas.width() - 2;
        for (Due due : dues) {
            String when = when(
                    due.at().atZone(now.info().zone()),
                    now.at().atZone(now.info().zone()));
            String title = state.course().sections().stream()
                    .filter(section -> section.id().equals(due.section()))
                    .map(section -> due.section() + " " + section.title())
                    .findFirst()
                    .orElse(due.section());
            canvas.put(3, y, Clip.to(Line.EMPTY.dim(title), end - when.length() - 4, canvas.glyphs()));
            canvas.right(end, y++, when, Tone.DIM);
        }
    }

    /** {@code today 18:00}, within a week {@code Tuesday 18:00}, else the date. */
    private static String when(ZonedDateTime due, ZonedDateTime now) {
        long days = ChronoUnit.DAYS.between(now.toLocalDate(), due.toLocalDate());
        String day = due.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return (days == 0 ? "today" : days < 7 ? day : due.toLocalDate().toString()) + " " + time(due);
    }
}
