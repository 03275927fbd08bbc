package dev.nabla.tui.screen;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Section;
import dev.nabla.room.Ballot;
import dev.nabla.room.ClassInfo.Due;
import dev.nabla.room.ClassNow;
import dev.nabla.room.Deed;
import dev.nabla.room.News.OnClass;
import dev.nabla.room.Roll;
import dev.nabla.room.Roll.Choice;
import dev.nabla.room.Roll.Mistake;
import dev.nabla.room.Roll.Row;
import dev.nabla.room.Whereabouts.Doing;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A teacher's home: who needs help first, where everybody is, and what goes wrong.
 *
 * @param chosen key of a name or a mistake; the first one where it is not there
 * @param mistakes whether a mistake is chosen
 */
record ClassView(String chosen, boolean mistakes) implements View {
    static final ClassView FIRST = new ClassView("", false);

    private static final int MOST_MISTAKES = 3;
    private static final int WIDE = 110;
    private static final int TALL = 30;
    private static final int LAST = 12;

    /** A column of students: how wide it is, where it says where they are and what they do, and where it ends. */
    private record Layout(int width, int where, int doing, int end) {
        static final Layout NEED = new Layout(39, 11, 16, 40);
        static final Layout COLUMN = new Layout(26, 10, 14, 25);
        static final Layout TABLE = new Layout(72, 12, 19, 41);
    }

    /** Minutes and seconds: {@code 1:05}. */
    static String clock(long seconds) {
        return seconds / 60 + ":" + String.valueOf(100 + seconds % 60).substring(1);
    }

    private List<? extends Choice> choices(ScreenState state) {
        Roll roll = state.room().orElseThrow().roll();
        return mistakes ? roll.mistakes() : roll.rows();
    }

    private int selected(List<? extends Choice> choices) {
        return Math.max(0, choices.stream().map(Choice::key).toList().indexOf(chosen));
    }

    /** What is chosen. */
    Optional<Choice> picked(ScreenState state) {
        List<? extends Choice> choices = choices(state);
        return choices.stream().skip(selected(choices)).findFirst().map(one -> one);
    }

    /** A question with its own numbers, if there is one. */
    static Optional<Ballot> ballot(Choice one, ScreenState state) {
        return Ballot.of(state.course(), one.where().item(), 0);
    }

    /** Puts the question of what is chosen to the class. */
    @Override
    public Optional<Deed> ask(ScreenState state) {
        return picked(state)
                .filter(one -> ballot(one, state).isPresent())
                .map(one -> new Deed.Ask(one.where().section(), one.where().item(), 0));
    }

    @Override
    public Map<Go, String> words(ScreenState state) {
        Map<Go, String> words = View.super.words(state);
        words.put(Go.LEAVE, "leave");
        words.put(Go.CLASS, "course");
        words.put(Go.NAMES, state.room().orElseThrow().hidden() ? "show names" : "hide names");
        words.put(Go.PUT, "ask all");
        return words;
    }

    @Override
    public boolean isHome(ScreenState state) {
        return true;
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.PEOPLE);
    }

    @Override
    public Onward onward(ScreenState state) {
        return picked(state)
                .map(one -> new Onward("look", now -> now.in(new LookView(new ClassView(one.key(), mistakes)))))
                .orElse(Onward.NOWHERE);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Go go = Go.of(effect);
        List<? extends Choice> choices = choices(state);
        if (effect instanceof Effect.Open clicked) {
            return clicked(clicked.row(), state);
        }
        ClassView other = new ClassView("", !mistakes);
        return switch (go) {
            case TURN ->
                !mistakes && other.choices(state).isEmpty()
                        ? state.saying("No mistake with a name in the last ten minutes")
                        : state.showing(other);
            case NAMES -> state.in(state.room().orElseThrow().hiding()).showing(FIRST);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                choices.isEmpty()
                        ? state
                        : state.showing(new ClassView(
                                choices.get(list(choices).moved(go).at()).key(), mistakes));
            default -> state;
        };
    }

    /** Looks at a person, or at one of the mistakes, whose rows are counted after those of all persons. */
    private static ScreenState clicked(int row, ScreenState state) {
        Roll roll = state.room().orElseThrow().roll();
        int people = roll.rows().size();
        Choice one = row < people ? roll.rows().get(row) : roll.mistakes().get(row - people);
        return state.in(new LookView(new ClassView(one.key(), row >= people)));
    }

    private ListPane list(List<? extends Choice> choices) {
        return new ListPane(choices.size(), selected(choices));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Classroom room = state.room().orElseThrow();
        Roll roll = room.roll();
        Optional<ClassNow> now = room.now().map(OnClass::now);
        String key = room.self().key() + " ";
        Line right = Line.EMPTY
                .span("─ ", Tone.GRID, Weight.PLAIN)
                .dim(canvas.fitting(canvas.width() - 3, "the first time ssh shows " + key, key));
        Canvas above = Page.above(sentence(state, canvas), right, canvas);
        String title = now.map(people -> people.info().title()).orElse("The class");
        int free = canvas.width() - canvas.width(title) - 4;
        String aside =
                now.map(people -> above.fitting(free, asides(people, room))).orElse("");
        Canvas body = notices(now, room.hidden(), Page.below(title, aside, above));
        if (body.width() < WIDE || body.height() < TALL) {
            int wrong = Math.min(MOST_MISTAKES, roll.mistakes().size());
            int below = wrong == 0 || body.height() < 3 * MOST_MISTAKES ? 0 : wrong + 2;
            people(roll, false, body.part(body.area().top(body.height() - below)));
            if (below > 0) {
                Canvas part = body.part(body.area().afterRows(body.height() - below));
                part.put(3, 0, "─".repeat(Math.max(0, part.width() - 4)), Tone.GRID);
                heading("what goes wrong", "   last 10 minutes", 1, part);
                mistakes(roll, 20, 45, 49, part.part(part.area().afterRows(2)), state);
            }
            return;
        }
        people(roll, true, body.part(body.area().left(Layout.TABLE.width - 1)));
        for (int y = 0; y < body.height(); y++) {
            body.put(Layout.TABLE.width, y, "│", Tone.GRID);
        }
        panel(roll, body.part(body.area().afterColumns(Layout.TABLE.width + 1)), state);
    }

    /** Draws what happens at the door, if a teacher has to know; what is below is free. */
    private static Canvas notices(Optional<ClassNow> now, boolean hidden, Canvas body) {
        List<String> notices = now.map(people -> people.doorway().notices(hidden)).orElse(List.of()).stream()
                .limit(body.height() / 8)
                .toList();
        for (int y = 0; y < notices.size(); y++) {
            Line line = Line.EMPTY.span(notices.get(y), Tone.WARN, Weight.PLAIN);
            body.put(1, y, Clip.to(line, body.width() - 2, body.glyphs()));
        }
        return body.part(body.area().afterRows(notices.size()));
    }

    private static String[] asides(ClassNow now, Classroom room) {
        String here = room.roll().rows().size() + " here";
        String clock = here + " · " + when("HH:mm", now.at(), now);
        String door = " · " + room.self().door();
        String code = now.info().code().map(word -> " · " + word).orElse("");
        String said = now.info().code().map(word -> " · code " + word).orElse("");
        return new String[] {clock + said + door, clock + code, clock, here};
    }

    private static String when(String pattern, Instant at, ClassNow now) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .format(at.atZone(now.info().zone()));
    }

    private String sentence(ScreenState state, Canvas canvas) {
        Classroom room = state.room().orElseThrow();
        Optional<Choice> picked = picked(state);
        if (picked.isEmpty()) {
            return "Nobody is here yet; students type " + room.self().door();
        }
        if (picked.get() instanceof Mistake mistake) {
            return mistake.names().size() + " of " + room.roll().rows().size() + ": " + told(mistake, state);
        }
        Row row = (Row) picked.get();
        if (row.isStuck()) {
            String times = (row.wrong() == 3 ? "three" : row.wrong()) + " times";
            String wrong = row.name() + " answered " + row.item() + " wrongly " + times;
            return row.repeated()
                    .map(mistake -> canvas.fitting(
                            canvas.width() - 2,
                            wrong + ": " + told(mistake, state),
                            row.name() + ", wrong " + times + " in " + row.item() + ": "
                                    + Ballot.brief(told(mistake, state)),
                            wrong + ": " + mistake.name()))
                    .orElse(wrong);
        }
        if (row.isStill()) {
            return row.name() + " has pressed no key for " + row.idle().toMinutes() + " minutes; "
                    + row.where().item() + " is open";
        }
        int all = row.answers().size();
        return row.name()
                + (row.where().section().isEmpty()
                        ? " is at home"
                        : " is in section " + row.where().section() + ", ")
                + row.where().words()
                + (all == 0 ? "" : ": " + row.right() + " of " + all + " right in ten minutes");
    }

    /** What a mistake reveals; its name where nothing is said of it. */
    static String told(Mistake mistake, ScreenState state) {
        return ballot(mistake, state)
                .flatMap(asked -> asked.reveals(mistake.misconception()))
                .orElse(mistake.name());
    }

    private static void name(String name, int width, boolean chosen, int position, Canvas row) {
        ListPane.mark(chosen, position, row);
        Line line = Line.EMPTY.span(name, Tone.TEXT, chosen ? Weight.REVERSE : Weight.PLAIN);
        row.put(3, 0, Clip.to(line, width, row.glyphs()));
    }

    private static void heading(String words, String more, int y, Canvas canvas) {
        canvas.put(3, y, Line.EMPTY.span(words, Tone.TEXT, Weight.BOLD).dim(more));
    }

    /** Those who need help, and everybody else below them. */
    private void people(Roll roll, boolean wide, Canvas canvas) {
        int y = wide ? 1 : 0;
        if (wide) {
            canvas.put(3, y++, "name     where  doing            right   last answers   idle", Tone.DIM);
        } else if (roll.needing() > 0) {
            heading("need you first", "", y++, canvas);
        }
        if (roll.needing() > 0) {
            Area first = new Area(0, y, canvas.width(), Math.max(1, 2 * canvas.height() / 5));
            y += grid(roll, 0, roll.needing(), wide ? Layout.TABLE : Layout.NEED, canvas.part(first)) + 1;
        }
        if (!wide) {
            heading("everybody", "   where   right/answered in 10 minutes", y++, canvas);
        }
        Canvas rest = canvas.part(canvas.area().afterRows(y));
        grid(roll, roll.needing(), roll.rows().size(), wide ? Layout.TABLE : Layout.COLUMN, rest);
    }

    /** Some of the rows in columns, read downwards, scrolled so that the chosen one is among them; how many lines that takes. */
    private int grid(Roll roll, int from, int to, Layout layout, Canvas canvas) {
        int across = Math.max(1, (canvas.width() - 2) / layout.width);
        int per = (to - from + across - 1) / across;
        int at = mistakes ? -1 : selected(roll.rows());
        int top = new ListPane(per, at < from || at >= to ? 0 : (at - from) % per).top(canvas.height());
        for (int i = from; i < to; i++) {
            int y = (i - from) % per - top;
            if (y >= 0 && y < canvas.height()) {
                int x = (i - from) / per * layout.width;
                Canvas cell = canvas.part(new Area(x, y, canvas.width() - x, 1));
                name(roll.rows().get(i).name(), layout.where - 4, i == at, i, cell);
                row(roll.rows().get(i), i < roll.needing(), layout, cell);
            }
        }
        return Math.min(per, canvas.height());
    }

    /** Of right answers below one half are more than a remark. */
    private static void row(Row row, boolean needs, Layout layout, Canvas cell) {
        boolean table = layout == Layout.TABLE;
        cell.put(layout.where, 0, row.where().place(), needs && table ? Tone.TEXT : Tone.DIM);
        boolean said = !table && row.where().doing() == Doing.QUESTION;
        String need = row.isStuck()
                ? row.wrong() + " wrong in a row"
                : "still for " + row.idle().toMinutes() + " min";
        String doing = needs ? need : said ? "" : row.where().words();
        cell.put(layout.doing, 0, doing, needs ? Tone.WARN : Tone.DIM);
        int all = row.answers().size();
        String right = all == 0 ? "" : row.right() + "/" + all;
        cell.right(layout.end, 0, right, 2 * row.right() < all ? Tone.TEXT : Tone.DIM);
        if (table) {
            String dots =
                    row.answers().stream().map(one -> one.right() ? "●" : "○").collect(Collectors.joining());
            cell.put(44, 0, dots.substring(Math.max(0, dots.length() - LAST)), Tone.DIM);
            cell.right(63, 0, clock(row.idle().toSeconds()), row.isStill() ? Tone.WARN : Tone.DIM);
        }
    }

    /** A mistake a row: its name, a bar as long as that if all make it, how many do, and what was asked. */
    private void mistakes(Roll roll, int bar, int end, int asks, Canvas canvas, ScreenState state) {
        int here = roll.rows().size();
        int at = mistakes ? selected(roll.mistakes()) : -1;
        ListPane list = new ListPane(roll.mistakes().size(), at);
        int top = list.top(canvas.height());
        for (int i = top; i < list.end(canvas.height()); i++) {
            Mistake each = roll.mistakes().get(i);
            int made = each.names().size();
            Canvas row = canvas.part(new Area(0, i - top, canvas.width(), 1));
            name(each.name(), 16, i == at, here + i, row);
            row.put(20, 0, "━".repeat(Math.max(1, Math.round((float) bar * made / here))), Tone.WARN);
            row.right(end, 0, " " + made + " of " + here, Tone.DIM);
            String asked = ballot(each, state)
                    .map(ballot -> ballot.asked().prompt().replaceFirst(".*[.:!] (?=.*\\?)", ""))
                    .orElse("");
            row.put(
                    asks,
                    0,
                    row.fitting(
                            row.width() - asks - 2,
                            each.where().item() + " " + asked,
                            each.where().item()),
                    Tone.DIM);
        }
    }

    /** Beside the table: where they are, what goes wrong, the question behind it, and what is due. */
    private void panel(Roll roll, Canvas canvas, ScreenState state) {
        int end = canvas.width() - 2;
        int y = 3;
        heading("where they are", "", 1, canvas);
        for (Map.Entry<String, Integer> section : roll.sections().entrySet()) {
            canvas.put(3, y, section.getKey(), Tone.DIM);
            canvas.put(7, y, "●".repeat(Math.min(section.getValue(), end - 12)), Tone.FIRST);
            canvas.right(end, y++, String.valueOf(section.getValue()), Tone.DIM);
        }
        y += 2;
        heading("what goes wrong", "", y, canvas);
        canvas.right(end, y, "last 10 minutes", Tone.DIM);
        int count = Math.min(MOST_MISTAKES + 2, roll.mistakes().size());
        mistakes(roll, 14, end - 5, end - 3, canvas.part(new Area(0, y + 2, canvas.width(), count)), state);
        y += count + 4;
        if (count > 0) {
            Mistake first = roll.mistakes().get(mistakes ? selected(roll.mistakes()) : 0);
            String prompt =
                    ballot(first, state).map(asked -> asked.asked().prompt()).orElse("");
            Line id = Line.EMPTY.span(first.where().item() + "  ", Tone.TEXT, Weight.BOLD);
            Column column = new Column(end - 3, canvas.glyphs());
            column.hang(id, Line.EMPTY.dim(prompt));
            column.blank();
            column.wrap(Line.of(told(first, state)));
            canvas.put(3, y, column.lines());
            y += column.lines().size() + 2;
        }
        int below = y;
        state.room().orElseThrow().now().ifPresent(people -> dues(people.now(), below, state, canvas));
    }

    /** What is still to come for all: {@code today 18:00}, within a week {@code Tuesday 18:00}, else the date. */
    private static void dues(ClassNow now, int from, ScreenState state, Canvas canvas) {
        List<Due> dues = now.info().dues().stream()
                .filter(due -> due.student().isEmpty() && due.at().isAfter(now.at()))
                .sorted(Comparator.comparing(Due::at))
                .toList();
        heading(dues.isEmpty() ? "" : "due", "", from, canvas);
        int y = from + 2;
        int end = canvas.width() - 2;
        for (Due due : dues) {
            long days = ChronoUnit.DAYS.between(
                    now.at().atZone(now.info().zone()).toLocalDate(),
                    due.at().atZone(now.info().zone()).toLocalDate());
            String day = days == 0 ? "'today'" : days < 7 ? "EEEE" : "yyyy-MM-dd";
            String done = ClassNow.done(due, now.done());
            String when = when(day + " HH:mm", due.at(), now) + (done.isEmpty() ? "" : " · " + done + " done");
            String title =
                    state.course().find(due.section()).map(Section::title).orElse("");
            Line section = Line.EMPTY.dim(due.section() + " " + title);
            canvas.put(3, y, Clip.to(section, end - when.length() - 4, canvas.glyphs()));
            canvas.right(end, y++, when, Tone.DIM);
        }
    }
}
