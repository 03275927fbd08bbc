package dev.nabla.tui.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Line;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Beat.Kind;
import dev.nabla.lesson.Draft;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.progress.SectionProgress;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.Road;
import dev.nabla.tutor.Tutor.FigureRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Home: where to go on, what is due, and the sections with how far each is; for whoever has done nothing yet, the way in.
 *
 * @param selected what Enter opens: where the learner left off, what is due, then the sections
 * @param all whether sections are listed though nothing has been done
 * @param left the screen that led here, which opens again as it was left
 * @param turned the rungs that were folded or unfolded; else the one is open where the learner is
 */
public record HomeView(int selected, boolean all, Optional<View> left, Set<Integer> turned) implements View {
    /** Name of the handles on what can be opened. */
    public static final String SECTION = "section";

    private static final int TITLE = 7;
    private static final int DOTS = 42;
    private static final int STILL_COLUMNS = 60;
    private static final int LIST_COLUMNS = 59;
    private static final int MOST_LIST_COLUMNS = 80;
    private static final int LEAST_STILL_ROWS = 24;

    /** A line that can be opened. */
    private sealed interface Item {
        record GoOn(Section section) implements Item {}

        record Review() implements Item {}

        /** A rung, where there are several: its sections fold away. */
        record Rung(int rung) implements Item {}

        record Open(Section section) implements Item {}
    }

    HomeView(int selected, boolean all, Optional<View> left) {
        this(selected, all, left, Set.of());
    }

    /** Home at what comes first. */
    static HomeView of(ScreenState state) {
        HomeView home = new HomeView(0, false, Optional.empty());
        List<Item> items = home.items(state);
        boolean first = items.get(0) instanceof Item.Open || items.get(0) instanceof Item.Rung;
        for (int i = 0; first && i < items.size(); i++) {
            if (section(items.get(i)).filter(section -> isNew(section, state)).isPresent()) {
                return new HomeView(i, false, Optional.empty());
            }
        }
        return home;
    }

    /** Home, at the section that is left. */
    static HomeView leaving(View left, ScreenState state) {
        HomeView home = new HomeView(0, true, Optional.of(left));
        Section section = left.reading().orElseThrow().section();
        List<Item> items = home.items(state);
        int at = items.indexOf(new Item.GoOn(section));
        return new HomeView(Math.max(0, at < 0 ? items.indexOf(new Item.Open(section)) : at), true, Optional.of(left));
    }

    private static boolean isNew(Section section, ScreenState state) {
        return section.isWritten() && !state.progress().isRead(section.id());
    }

    private List<Item> items(ScreenState state) {
        List<Item> items = new ArrayList<>();
        left(state).ifPresent(section -> items.add(new Item.GoOn(section)));
        if (!state.progress().due().isEmpty()) {
            items.add(new Item.Review());
        }
        for (int rung : state.course().rungs()) {
            if (hasRungs(state)) {
                items.add(new Item.Rung(rung));
            }
            if (isOpen(rung, state)) {
                state.course().on(rung).forEach(section -> items.add(new Item.Open(section)));
            }
        }
        return items;
    }

    private static boolean hasRungs(ScreenState state) {
        return state.course().rungs().size() > 1;
    }

    private boolean isOpen(int rung, ScreenState state) {
        List<Section> sections = state.course().sections();
        int here = left(state)
                .or(() -> sections.stream()
                        .filter(section -> isNew(section, state))
                        .findFirst())
                .map(Section::rung)
                .orElse(rung);
        return turned.contains(rung) == (rung != here);
    }

    /** The rung of the chosen line; none of what is due. */
    private OptionalInt rung(ScreenState state) {
        Item item = item(state);
        return item instanceof Item.Rung one
                ? OptionalInt.of(one.rung())
                : section(item).stream().mapToInt(Section::rung).findFirst();
    }

    /** Folds the rung of the chosen line, whose name is then chosen. */
    private ScreenState folded(ScreenState state) {
        OptionalInt rung = rung(state);
        return rung.isPresent() && isOpen(rung.getAsInt(), state) ? turned(rung.getAsInt(), state) : state;
    }

    /** Unfolds the rung of the chosen line, or else the next one that is folded. */
    private ScreenState unfolded(ScreenState state) {
        int here = rung(state).orElse(0);
        List<Integer> shut = new ArrayList<>(state.course().rungs());
        shut.removeIf(rung -> isOpen(rung, state));
        return shut.stream()
                .filter(rung -> rung >= here)
                .findFirst()
                .or(() -> shut.stream().findFirst())
                .map(rung -> turned(rung, state))
                .orElse(state);
    }

    private ScreenState turned(int rung, ScreenState state) {
        if (!hasRungs(state)) {
            return state;
        }
        Set<Integer> other = new HashSet<>(turned);
        if (!other.remove(rung)) {
            other.add(rung);
        }
        HomeView next = new HomeView(0, true, left, Set.copyOf(other));
        return state.in(new HomeView(next.items(state).indexOf(new Item.Rung(rung)), true, left, next.turned));
    }

    private Item item(ScreenState state) {
        List<Item> items = items(state);
        return items.get(Math.min(selected, items.size() - 1));
    }

    private static Optional<Section> section(Item item) {
        return item instanceof Item.GoOn on
                ? Optional.of(on.section())
                : item instanceof Item.Open open ? Optional.of(open.section()) : Optional.empty();
    }

    /** The section that was left: a moment ago, else the one that the journal knows, if the course still has it. */
    private Optional<Section> left(ScreenState state) {
        return left.flatMap(View::reading).map(ReadingView::section).or(() -> leftOff(state));
    }

    private static Optional<Section> leftOff(ScreenState state) {
        Optional<Stood> left = state.progress().leftOff();
        for (Section section : state.course().sections()) {
            if (left.isPresent() && section.id().equals(left.get().section()) && section.isWritten()) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }

    /** The station where a section was left; -1 if another one was. */
    private int station(Section section, ScreenState state) {
        if (!left(state).equals(Optional.of(section))) {
            return -1;
        }
        return left.map(view -> view.beat(state))
                .orElseGet(() -> state.progress().leftOff().orElseThrow().parts());
    }

    /** True for whoever has done nothing yet, and did not ask for the list. */
    private boolean isWelcome(ScreenState state) {
        return !all && state.progress().sections().isEmpty() && left(state).isEmpty();
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>(List.of(KeyContext.ONWARD));
        if (isWelcome(state)) {
            keys.add(KeyContext.WELCOME);
        } else {
            keys.addAll(List.of(KeyContext.HOME, hasRungs(state) ? KeyContext.RUNGS : KeyContext.RUNG));
        }
        if (leftOff(state).isPresent()) {
            keys.add(KeyContext.RESUME);
        }
        if (!state.progress().due().isEmpty()) {
            keys.add(KeyContext.REVIEW);
        }
        return keys;
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        if (effect instanceof Effect.Open open) {
            return opened(items(state).get(open.section()), state);
        }
        Go go = Go.of(effect);
        int last = items(state).size() - 1;
        return switch (go) {
            case RESUME ->
                leftOff(state).map(section -> resumed(section, state)).orElse(state);
            case REVIEW -> ReviewView.open(state);
            case FOLD -> folded(state);
            case UNFOLD -> unfolded(state);
            case LINGER ->
                state.saying("q " + (state.isLeftBy(Go.LEAVE) ? "quits" : "leads to the class")
                        + "; Esc only goes back to here");
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.in(new HomeView(
                        isWelcome(state) ? selected : Page.scrolled(go, selected, last, last), true, left, turned));
            default -> state;
        };
    }

    @Override
    public Optional<Onward> onward(ScreenState state) {
        Item item = item(state);
        String word = isWelcome(state)
                ? "begin"
                : item instanceof Item.GoOn
                        ? "go on"
                        : item instanceof Item.Review
                                ? "review"
                                : item instanceof Item.Rung rung
                                        ? isOpen(rung.rung(), state) ? "fold" : "unfold"
                                        : "open";
        return Optional.of(new Onward(word, now -> opened(item, now)));
    }

    private ScreenState opened(Item item, ScreenState state) {
        if (item instanceof Item.Review) {
            return ReviewView.open(state);
        }
        if (item instanceof Item.Rung rung) {
            return turned(rung.rung(), state);
        }
        Section section = section(item).orElseThrow();
        Optional<View> same =
                left.filter(view -> view.reading().orElseThrow().section().equals(section));
        if (same.isPresent()) {
            return state.in(same.get());
        }
        return item instanceof Item.GoOn ? resumed(section, state) : state.open(section);
    }

    /** The section at its station, with its figure as it stood; an old journal knows only the figure. */
    private static ScreenState resumed(Section section, ScreenState state) {
        ScreenState opened = state.open(section);
        if (!(opened.view() instanceof ReadingView reading)) {
            return opened;
        }
        Stood stood = state.progress().leftOff().orElseThrow();
        int which = reading.lesson().figure(stood.figure());
        FigureRef ref = new FigureRef(section.id(), which);
        Optional<FigureState<?>> live = opened.tutor().figure(ref);
        boolean touched = live.isEmpty() || state.tutor().figure(ref).isPresent();
        ScreenState restored = touched ? opened : opened.with(opened.tutor().with(ref, stood.restore(live.get())));
        int figure = stood.settings().isEmpty() ? -1 : reading.road(opened).of(Kind.PLAY, which);
        return ReadingView.at(section, Math.max(0, stood.parts() > 0 ? stood.parts() : figure), restored);
    }

    /** The next lesson is read that home has something to say about; a mistake in one is told when it is opened. */
    ScreenState settled(ScreenState state) {
        unread(state).ifPresent(section -> {
            try {
                section.lesson();
            } catch (BadInput told) {
                // its row goes without a road
            }
        });
        return state;
    }

    /** The next section that home has not read, the one that was left before all. */
    Optional<Section> unread(ScreenState state) {
        return isWelcome(state)
                ? Optional.empty()
                : items(state).stream()
                        .flatMap(item -> section(item).stream())
                        .filter(section ->
                                section.isWritten() && section.known().isEmpty())
                        .findFirst();
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Line name = Line.EMPTY.second("∇").span(" nabla", Tone.TEXT, Weight.BOLD);
        Line agenda = state.progress().due().isEmpty()
                ? Line.EMPTY.dim("the maths a language model is made of")
                : Line.EMPTY.dim(state.progress().agenda());
        Canvas body = Page.below(name, agenda, canvas);
        if (body.height() > 2) {
            String said = body.fitting(body.width() - 2, sentences(state));
            Line words = Clip.to(Line.of(said), body.width() - 2, body.glyphs());
            body = Page.above(List.of(words), Line.EMPTY, body);
        }
        boolean still = body.width() >= LIST_COLUMNS + STILL_COLUMNS && body.height() >= LEAST_STILL_ROWS;
        if (isWelcome(state)) {
            Welcome.draw(section(item(state)).orElseThrow(), body);
        } else if (still) {
            int columns = Math.min(MOST_LIST_COLUMNS, body.width() - STILL_COLUMNS - 1);
            list(body.part(body.area().left(columns)), state);
            still(body.part(body.area().afterColumns(columns + 1)), state);
            for (int y = 1; y < body.height() - 1; y++) {
                body.put(columns, y, "│", Tone.GRID);
            }
        } else {
            list(body, state);
        }
    }

    /** The lines, scrolled so that the chosen one is among them; free ones part them where there is room. */
    private void list(Canvas canvas, ScreenState state) {
        List<Item> items = items(state);
        List<Integer> rows = new ArrayList<>();
        int rungs = (int) items.stream().filter(Item.Rung.class::isInstance).count();
        int doors = items.size()
                - rungs
                - (int) items.stream().filter(Item.Open.class::isInstance).count();
        int gaps = rungs == 0 ? doors > 0 ? 4 : 3 : doors > 0 ? rungs : rungs - 1;
        boolean airy = canvas.height() >= items.size() + gaps;
        boolean above = rungs == 0 ? airy : canvas.height() > items.size() + gaps + 1;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Item.Rung && (i == 0 ? above : airy)) {
                rows.add(-1);
            } else if (airy && rungs == 0 && i == doors) {
                rows.add(-1);
                rows.add(-2);
            } else if (above && i == 0) {
                rows.add(-1);
            }
            rows.add(i);
        }
        int from = Math.max(0, Math.min(rows.indexOf(selected) - canvas.height() / 2, rows.size() - canvas.height()));
        for (int y = 0; y < canvas.height() && from + y < rows.size(); y++) {
            Canvas row = canvas.part(new Area(0, y, canvas.width(), 1));
            int item = rows.get(from + y);
            if (item >= 0) {
                row(items.get(item), item, row, state);
            } else if (item == -2) {
                rung(state.course().rungs().get(0), false, row, state);
            }
        }
    }

    /** The name of a rung and how far it is read; while it is folded also what its sections would say. */
    private void rung(int rung, boolean focused, Canvas row, ScreenState state) {
        List<Section> sections = state.course().on(rung);
        long read = sections.stream()
                .filter(section -> state.progress().isRead(section.id()))
                .count();
        int due = sections.stream()
                .mapToInt(section -> state.progress().standing(section.id()).due())
                .sum();
        boolean here = left(state).filter(sections::contains).isPresent();
        String calls = isOpen(rung, state) ? "" : due > 0 ? due + " due" : here ? "left here" : "";
        String count = hasRungs(state) && read == 0 && calls.isEmpty()
                ? sections.size() + (sections.size() == 1 ? " section" : " sections")
                : read + " of " + sections.size() + " read";
        row.put(
                3,
                0,
                state.course().ladder().get(rung),
                focused ? Tone.SECOND : Tone.TEXT,
                focused ? Weight.REVERSE : Weight.BOLD);
        Line standing = calls.isEmpty()
                ? Line.EMPTY.dim(count)
                : Line.EMPTY.dim(count + ", ").second(calls);
        row.put(row.width() - 2 - row.glyphs().width(standing), 0, standing);
    }

    private void row(Item item, int position, Canvas row, ScreenState state) {
        boolean focused = position == selected;
        row.put(1, 0, focused ? "►" : " ", Tone.SECOND, Weight.BOLD);
        row.handle(new Handle(SECTION, position, row.area(), Scale.linear(0, 0, 0, 0), null));
        Weight weight = focused ? Weight.REVERSE : Weight.PLAIN;
        if (item instanceof Item.Review) {
            row.put(3, 0, "Review", focused ? Tone.SECOND : Tone.TEXT, weight);
            row.put(TITLE + 4, 0, Clip.to(Line.of(state.progress().agenda()), row.width() - TITLE - 6, row.glyphs()));
        } else if (item instanceof Item.GoOn on) {
            row.put(3, 0, "Go on", focused ? Tone.SECOND : Tone.TEXT, weight);
            Line where = Line.EMPTY
                    .dim(on.section().id() + " ")
                    .text(on.section().title()
                            + place(on.section(), state).map(at -> ": " + at).orElse(""));
            row.put(TITLE + 4, 0, Clip.to(where, row.width() - TITLE - 6, row.glyphs()));
        } else if (item instanceof Item.Rung one) {
            rung(one.rung(), focused, row, state);
        } else {
            section(section(item).orElseThrow(), focused, row, state);
        }
    }

    /** {@code the guess}: where it was left, once its lesson has been read. */
    private Optional<String> place(Section section, ScreenState state) {
        int station = station(section, state);
        return road(section, state)
                .filter(road -> station >= 0 && station < road.beats().size())
                .map(road -> switch (road.at(station).kind()) {
                    case READ -> "page " + (road.at(station).index() + 1);
                    case GUESS, PLAY -> "the " + road.name(road.at(station));
                    case BLANKS, QUESTIONS, GOALS, END -> road.name(road.at(station));
                });
    }

    private static Optional<Road> road(Section section, ScreenState state) {
        return section.known().map(lesson -> Road.of(section, state.tutor()));
    }

    private void section(Section section, boolean focused, Canvas row, ScreenState state) {
        boolean done = state.progress().isRead(section.id());
        Tone tone = focused ? Tone.SECOND : section.isWritten() && !done ? Tone.TEXT : Tone.DIM;
        row.put(3, 0, section.id(), Tone.DIM);
        row.put(TITLE, 0, section.title(), tone, focused ? Weight.REVERSE : Weight.PLAIN);
        int station = station(section, state);
        String bare = standing(section, station, state);
        boolean fresh = bare.endsWith(" min");
        Line beside = fresh
                ? Line.EMPTY.dim(section.gist())
                : road(section, state)
                        .map(road -> RoadLine.dots(road, station, done))
                        .orElse(Line.EMPTY);
        int at = fresh ? TITLE + longest(section.rung(), Section::title, row, state) + 2 : DOTS;
        int most = fresh
                ? longest(section.rung(), Section::gist, row, state)
                : row.glyphs().width(beside);
        int room = row.width() - 4 - at - most;
        String word = row.fitting(room, fresh ? bare + asks(section) : bare, bare);
        boolean calls = bare.endsWith("due") || station >= 0;
        row.right(row.width() - 2, 0, word, calls ? Tone.SECOND : Tone.DIM);
        row.put(at, 0, row.width(word) <= room ? beside : Line.EMPTY);
    }

    /** Cells of the longest title or gist on a rung. */
    private static int longest(int rung, Function<Section, String> text, Canvas row, ScreenState state) {
        return state.course().on(rung).stream()
                .mapToInt(section -> row.width(text.apply(section)))
                .max()
                .orElse(0);
    }

    /** What it calls for, or how far it is; of one that nobody has begun, how long it takes. Due questions come before mastery, and that before having been read. */
    private static String standing(Section section, int station, ScreenState state) {
        SectionProgress standing = state.progress().standing(section.id());
        if (standing.due() > 0) {
            return standing.due() + " due";
        }
        if (station >= 0) {
            return "left here";
        }
        String known = standing.isMastered() ? "mastered" : standing.isRead() ? "read" : "";
        return known.isEmpty()
                ? section.draft().map(draft -> draft.minutes() + " min").orElse("to come")
                : known;
    }

    private static String asks(Section section) {
        return section.known()
                .map(lesson -> ", " + lesson.asked().size() + " questions")
                .orElse("");
    }

    /** The figure of the chosen section, once its lesson has been read, and what the section holds; of a rung what its sections are about. */
    private void still(Canvas canvas, ScreenState state) {
        if (item(state) instanceof Item.Rung one) {
            canvas.put(1, 1, state.course().ladder().get(one.rung()), Tone.TEXT, Weight.BOLD);
            int y = 3;
            for (Section section : state.course().on(one.rung())) {
                canvas.put(1, y++, section.id() + "  " + section.gist(), Tone.DIM);
            }
        }
        Optional<Section> section = section(item(state));
        if (section.isEmpty()) {
            return;
        }
        canvas.put(
                1,
                1,
                Line.EMPTY.dim(section.get().id() + "  ").span(section.get().title(), Tone.TEXT, Weight.BOLD));
        canvas.put(1, 2, section.get().gist(), Tone.DIM);
        section.get()
                .known()
                .flatMap(Lesson::figure)
                .ifPresent(live -> live.body(canvas.part(new Area(0, 4, canvas.width(), canvas.height() - 7))));
        canvas.put(1, canvas.height() - 2, holds(section.get(), state), Tone.DIM);
    }

    /** {@code 2 min · 5 blanks, 10 questions and 3 goals}. */
    static String holds(Section section, ScreenState state) {
        int minutes = section.draft().map(Draft::minutes).orElse(0);
        String left = road(section, state).map(Road::left).orElse("");
        return minutes == 0 ? "not written yet" : minutes + " min" + (left.isEmpty() ? "" : " · " + left);
    }

    /** The sentence, and shorter ones for where it does not fit. */
    private String[] sentences(ScreenState state) {
        if (isWelcome(state)) {
            return new String[] {"Press any key you like: u takes a change back, q quits"};
        }
        Item item = item(state);
        if (item instanceof Item.Review) {
            return new String[] {
                "Questions you have answered come back after a day, then after more and more days",
                "What you have answered comes back after some days"
            };
        }
        if (item instanceof Item.Rung one) {
            return rung(state.course().ladder().get(one.rung()), state.course().on(one.rung()));
        }
        Section section = section(item).orElseThrow();
        String id = section.id() + ": ";
        Optional<String> place = place(section, state);
        if (place.isPresent()) {
            Road road = road(section, state).orElseThrow();
            String at = id + "left at " + place.get() + ". ";
            String time = Road.inWords(road.minutes());
            return road.left().isEmpty()
                    ? new String[] {at + "All its exercises are done"}
                    : new String[] {
                        at + road.left() + " to come, about " + time,
                        at + road.left() + " to come",
                        at + "To come: " + time
                    };
        }
        return new String[] {id + section.gist() + " · " + holds(section, state), id + section.gist()};
    }

    private static String[] rung(String name, List<Section> sections) {
        int minutes = sections.stream()
                .flatMap(section -> section.draft().stream())
                .mapToInt(Draft::minutes)
                .sum();
        String holds = name + ": " + sections.get(0).id() + " to "
                + sections.get(sections.size() - 1).id();
        return new String[] {holds + ", about " + Road.inWords(minutes) + " of reading", holds, name};
    }
}
