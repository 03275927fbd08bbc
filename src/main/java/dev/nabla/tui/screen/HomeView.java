package dev.nabla.tui.screen;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Draft;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.progress.SectionProgress;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.Road;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Home: where to go on, what is due, and the sections with how far each is; for whoever has done nothing yet, the way in.
 *
 * @param selected what Enter opens: where the learner left off, what is due, then the sections
 * @param all whether sections are listed though nothing has been done
 * @param left the screen that led here, which opens again as it was left
 * @param turned the rungs that were folded or unfolded; else the one is open where the learner is
 */
public record HomeView(int selected, boolean all, Optional<View> left, Set<Integer> turned) implements View {
    private static final int TITLE = 7;
    private static final int DOTS = 42;
    private static final int STILL_COLUMNS = 60;
    private static final int LIST_COLUMNS = 59;
    private static final int MOST_LIST_COLUMNS = 80;
    private static final int LEAST_STILL_ROWS = 24;

    /** Rows of the list that open nothing: free ones, and the name of the only rung. */
    private static final int BLANK = -1;

    private static final int NAME = -2;

    /** What a line opens; a rung, where there are several, folds its sections away. */
    private enum Door {
        GO_ON,
        REVIEW,
        RUNG,
        OPEN
    }

    /** A line that can be opened; one of no rung has -1. */
    private record Item(Door door, int rung, Optional<Section> section) {
        static Item of(Door door, Section section) {
            return new Item(door, section.rung(), Optional.of(section));
        }
    }

    HomeView(int selected, boolean all, Optional<View> left) {
        this(selected, all, left, Set.of());
    }

    /** Home at what comes first. */
    static HomeView of(ScreenState state) {
        HomeView home = new HomeView(0, false, Optional.empty());
        List<Item> items = home.items(state);
        Door first = items.get(0).door();
        int at = first == Door.GO_ON || first == Door.REVIEW
                ? 0
                : Page.first(i -> items.get(i).section().filter(state::isNew).isPresent(), 0, items.size())
                        .orElse(0);
        return new HomeView(at, false, Optional.empty());
    }

    private List<Item> items(ScreenState state) {
        List<Item> items = new ArrayList<>();
        left(state).ifPresent(section -> items.add(Item.of(Door.GO_ON, section)));
        if (!state.progress().due().isEmpty()) {
            items.add(new Item(Door.REVIEW, -1, Optional.empty()));
        }
        for (int rung : state.course().rungs()) {
            if (hasRungs(state)) {
                items.add(new Item(Door.RUNG, rung, Optional.empty()));
            }
            if (isOpen(rung, state)) {
                state.course().on(rung).forEach(section -> items.add(Item.of(Door.OPEN, section)));
            }
        }
        return items;
    }

    private static boolean hasRungs(ScreenState state) {
        return state.course().rungs().size() > 1;
    }

    private boolean isOpen(int rung, ScreenState state) {
        Stream<Section> fresh = state.course().sections().stream().filter(state::isNew);
        int here = left(state).or(fresh::findFirst).map(Section::rung).orElse(rung);
        return turned.contains(rung) == (rung != here);
    }

    /** Folds the rung of the chosen line, whose name is then chosen. */
    private ScreenState folded(ScreenState state) {
        int rung = item(state).rung();
        return rung >= 0 && isOpen(rung, state) ? turned(rung, state) : state;
    }

    /** Unfolds the rung of the chosen line, or else the next one that is folded. */
    private ScreenState unfolded(ScreenState state) {
        List<Integer> rungs = state.course().rungs();
        int from = Math.max(0, rungs.indexOf(item(state).rung()));
        return Page.first(i -> !isOpen(rungs.get(i), state), from, rungs.size())
                .map(i -> turned(rungs.get(i), state))
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
        int at = next.items(state).indexOf(new Item(Door.RUNG, rung, Optional.empty()));
        return state.in(new HomeView(at, true, left, next.turned));
    }

    private Item item(ScreenState state) {
        List<Item> items = items(state);
        return items.get(Math.min(selected, items.size() - 1));
    }

    /** The section that was left: a moment ago, else the one that the journal knows, if the course still has it. */
    private Optional<Section> left(ScreenState state) {
        return left.flatMap(View::reading).map(Reading::section).or(() -> state.tutor()
                .leftOff());
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
    public Map<Go, String> words(ScreenState state) {
        Map<Go, String> words = View.super.words(state);
        if (state.room().isPresent() && !state.teaches()) {
            words.put(Go.LINK, "other machine");
        }
        return words;
    }

    @Override
    public String exitName() {
        return "quit";
    }

    @Override
    public boolean isHome(ScreenState state) {
        return !state.teaches();
    }

    @Override
    public ScreenState resumed(ScreenState home) {
        return home.showing(new HomeView(selected, true, Optional.empty()));
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>(List.of(KeyContext.ONWARD));
        if (isWelcome(state)) {
            keys.add(KeyContext.WELCOME);
        } else {
            keys.addAll(List.of(KeyContext.HOME, hasRungs(state) ? KeyContext.RUNGS : KeyContext.RUNG));
        }
        if (state.tutor().leftOff().isPresent()) {
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
            return opened(items(state).get(open.row()), state);
        }
        Go go = Go.of(effect);
        ListPane list = new ListPane(items(state).size(), selected);
        return switch (go) {
            case RESUME ->
                state.tutor().leftOff().map(section -> resumed(section, state)).orElse(state);
            case REVIEW -> ReviewView.open(state);
            case FOLD -> folded(state);
            case UNFOLD -> unfolded(state);
            case LINGER ->
                state.saying("q " + (state.isLeftBy(Go.LEAVE) ? "quits" : "leads to the class")
                        + "; Esc only goes back to here");
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.in(new HomeView(
                        isWelcome(state) ? selected : list.moved(go).at(), true, left, turned));
            default -> state;
        };
    }

    @Override
    public Onward onward(ScreenState state) {
        Item item = item(state);
        String word =
                switch (item.door()) {
                    case GO_ON -> "go on";
                    case REVIEW -> "review";
                    case RUNG -> isOpen(item.rung(), state) ? "fold" : "unfold";
                    case OPEN -> "open";
                };
        return new Onward(isWelcome(state) ? "begin" : word, now -> opened(item, now));
    }

    private ScreenState opened(Item item, ScreenState state) {
        return switch (item.door()) {
            case REVIEW -> ReviewView.open(state);
            case RUNG -> turned(item.rung(), state);
            case GO_ON, OPEN -> {
                Section section = item.section().orElseThrow();
                yield left.filter(view -> view.reading().orElseThrow().section().equals(section))
                        .map(state::in)
                        .orElseGet(() -> item.door() == Door.GO_ON ? resumed(section, state) : state.open(section));
            }
        };
    }

    /** The section at its station, with its figure as it stood. */
    private static ScreenState resumed(Section section, ScreenState state) {
        ScreenState opened = state.with(state.tutor().resumed(section));
        Road road = Road.of(section, opened.tutor());
        return Reading.at(section, road.of(state.progress().leftOff().orElseThrow()), opened);
    }

    /** The chosen section, which Enter opens, while it is not read; then the next one of which nothing is known. */
    @Override
    public Optional<Section> unread(ScreenState state) {
        if (isWelcome(state)) {
            return Optional.empty();
        }
        return item(state)
                .section()
                .filter(section -> section.isWritten() && section.known().isEmpty())
                .or(() -> items(state).stream()
                        .flatMap(item -> item.section().stream())
                        .filter(section ->
                                section.isWritten() && section.knownOutline().isEmpty())
                        .findFirst());
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
            Welcome.draw(item(state).section().orElseThrow(), body);
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
        boolean rungs = hasRungs(state);
        int heads = rungs ? state.course().rungs().size() : 1;
        int doors = (int) items.stream()
                .takeWhile(item -> item.door() == Door.GO_ON || item.door() == Door.REVIEW)
                .count();
        int gaps = doors > 0 ? heads : heads - 1;
        boolean above = canvas.height() > items.size() + (rungs ? 0 : 1) + gaps + 1;
        boolean airy = rungs ? canvas.height() >= items.size() + gaps : above;
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            boolean head = rungs ? items.get(i).door() == Door.RUNG : i == doors;
            if (i == 0 ? above : head && airy) {
                rows.add(BLANK);
            }
            if (!rungs && head && airy) {
                rows.add(NAME);
            }
            rows.add(i);
        }
        ListPane list = new ListPane(rows.size(), rows.indexOf(selected));
        int from = list.top(canvas.height());
        for (int i = from; i < list.end(canvas.height()); i++) {
            Canvas row = canvas.part(new Area(0, i - from, canvas.width(), 1));
            int item = rows.get(i);
            if (item >= 0) {
                row(items.get(item), item, row, state);
            } else if (item == NAME) {
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
        ListPane.mark(focused, position, row);
        switch (item.door()) {
            case GO_ON -> {
                Section section = item.section().orElseThrow();
                String at = place(section, state).map(words -> ": " + words).orElse("");
                door("Go on", Line.EMPTY.dim(section.id() + " ").text(section.title() + at), focused, row);
            }
            case REVIEW -> door("Review", Line.of(state.progress().agenda()), focused, row);
            case RUNG -> rung(item.rung(), focused, row, state);
            case OPEN -> section(item.section().orElseThrow(), focused, row, state);
        }
    }

    private static void door(String name, Line beside, boolean focused, Canvas row) {
        row.put(3, 0, name, focused ? Tone.SECOND : Tone.TEXT, focused ? Weight.REVERSE : Weight.PLAIN);
        row.put(TITLE + 4, 0, Clip.to(beside, row.width() - TITLE - 6, row.glyphs()));
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
        return section.knownOutline().map(outline -> new Road(section, state.tutor(), outline));
    }

    private void section(Section section, boolean focused, Canvas row, ScreenState state) {
        boolean done = state.progress().isRead(section.id());
        Tone tone = focused ? Tone.SECOND : section.isWritten() && !done ? Tone.TEXT : Tone.DIM;
        row.put(3, 0, section.id(), Tone.DIM);
        row.put(TITLE, 0, section.title(), tone, focused ? Weight.REVERSE : Weight.PLAIN);
        int station = station(section, state);
        SectionProgress standing = state.progress().standing(section.id());
        boolean calls = standing.due() > 0 || station >= 0;
        boolean fresh = !calls && !standing.isMastered() && !standing.isRead() && section.isWritten();
        String bare = standing.due() > 0
                ? standing.due() + " due"
                : station >= 0
                        ? "left here"
                        : fresh
                                ? minutes(section) + " min"
                                : standing.isMastered() ? "mastered" : standing.isRead() ? "read" : "to come";
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
        String asks = section.knownOutline()
                .map(outline -> ", " + outline.asked().size() + " questions")
                .orElse("");
        String word = row.fitting(room, fresh ? bare + asks : bare, bare);
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

    private static int minutes(Section section) {
        return section.draft().map(Draft::minutes).orElse(0);
    }

    /** The figure of the chosen section, once its lesson has been read, and what the section holds; of a rung what its sections are about. */
    private void still(Canvas canvas, ScreenState state) {
        Item item = item(state);
        if (item.door() == Door.RUNG) {
            canvas.put(1, 1, state.course().ladder().get(item.rung()), Tone.TEXT, Weight.BOLD);
            int y = 3;
            for (Section section : state.course().on(item.rung())) {
                canvas.put(1, y++, section.id() + "  " + section.gist(), Tone.DIM);
            }
        }
        item.section().ifPresent(section -> {
            canvas.put(1, 1, Line.EMPTY.dim(section.id() + "  ").span(section.title(), Tone.TEXT, Weight.BOLD));
            canvas.put(1, 2, section.gist(), Tone.DIM);
            Canvas body = canvas.part(new Area(0, 4, canvas.width(), canvas.height() - 7));
            section.known().flatMap(Lesson::figure).ifPresent(live -> live.body(body));
            canvas.put(1, canvas.height() - 2, holds(section, state), Tone.DIM);
        });
    }

    /** {@code 2 min · 5 blanks, 10 questions and 3 goals}. */
    static String holds(Section section, ScreenState state) {
        int minutes = minutes(section);
        String left = road(section, state).map(Road::left).orElse("");
        return minutes == 0 ? "not written yet" : minutes + " min" + (left.isEmpty() ? "" : " · " + left);
    }

    /** The sentence, and shorter ones for where it does not fit. */
    private String[] sentences(ScreenState state) {
        if (isWelcome(state)) {
            return new String[] {"Press any key you like: u takes a change back, q quits"};
        }
        Item item = item(state);
        if (item.door() == Door.REVIEW) {
            return new String[] {
                "Questions you have answered come back after a day, then after more and more days",
                "What you have answered comes back after some days"
            };
        }
        if (item.door() == Door.RUNG) {
            String name = state.course().ladder().get(item.rung());
            List<Section> on = state.course().on(item.rung());
            String holds = name + ": " + on.get(0).id() + " to "
                    + on.get(on.size() - 1).id();
            int minutes = on.stream().mapToInt(HomeView::minutes).sum();
            return new String[] {holds + ", about " + Road.inWords(minutes) + " of reading", holds, name};
        }
        Section section = item.section().orElseThrow();
        String id = section.id() + ": ";
        Optional<String> place = place(section, state);
        if (place.isEmpty()) {
            return new String[] {id + section.gist() + " · " + holds(section, state), id + section.gist()};
        }
        Road road = road(section, state).orElseThrow();
        String at = id + "left at " + place.get() + ". ";
        String time = Road.inWords(road.minutes());
        return road.left().isEmpty()
                ? new String[] {at + "All its exercises are done"}
                : new String[] {
                    at + road.left() + " to come, about " + time, at + road.left() + " to come", at + "To come: " + time
                };
    }
}
