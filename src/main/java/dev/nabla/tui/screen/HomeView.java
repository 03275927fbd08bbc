package dev.nabla.tui.screen;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.key.Navigation;
import dev.nabla.tui.screen.HomeList.HomeEntry;
import dev.nabla.tui.screen.HomeList.HomeTarget;
import dev.nabla.tutor.Road;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The home screen: where to go on, what is due, and the sections with their progress. Before anything is done it shows
 * the {@link Welcome} page.
 *
 * @param selected index of the line that Enter opens, from 0
 * @param all whether the sections are listed even if nothing has been done yet
 * @param left the screen from which the learner came, which opens again as it was
 * @param turned rungs whose fold state the learner changed; by default only the current rung is unfolded
 */
public record HomeView(int selected, boolean all, Optional<View> left, Set<Integer> turned) implements View {
    private static final int STILL_COLUMNS = 60;
    private static final int LIST_COLUMNS = 59;
    private static final int MOST_LIST_COLUMNS = 80;
    private static final int LEAST_STILL_ROWS = 24;

    /** Rows of the list that are no entries: a blank row, and the name of the only rung. */
    private static final int BLANK = -1;

    private static final int NAME = -2;

    HomeView(int selected, boolean all, Optional<View> left) {
        this(selected, all, left, Set.of());
    }

    /** Returns the home screen with the best line selected: go on or review, else the first unread section. */
    static HomeView of(ScreenState state) {
        HomeView home = new HomeView(0, false, Optional.empty());
        List<HomeEntry> items = home.lines().items(state);
        HomeTarget first = items.get(0).door();
        int at = first == HomeTarget.GO_ON || first == HomeTarget.REVIEW
                ? 0
                : ScreenLayout.first(
                                i -> items.get(i).section().filter(state::isNew).isPresent(), 0, items.size())
                        .orElse(0);
        return new HomeView(at, false, Optional.empty());
    }

    /** Folds the rung of the selected line and selects the name of the rung. */
    private ScreenState folded(ScreenState state) {
        int rung = item(state).rung();
        return rung >= 0 && lines().isOpen(rung, state) ? turned(rung, state) : state;
    }

    /** Unfolds the rung of the selected line, or the next folded one if it is unfolded already. */
    private ScreenState unfolded(ScreenState state) {
        List<Integer> rungs = state.course().rungs();
        int from = Math.max(0, rungs.indexOf(item(state).rung()));
        return ScreenLayout.first(i -> !lines().isOpen(rungs.get(i), state), from, rungs.size())
                .map(i -> turned(rungs.get(i), state))
                .orElse(state);
    }

    private ScreenState turned(int rung, ScreenState state) {
        if (!HomeList.hasRungs(state)) {
            return state;
        }
        HomeList next = lines().turning(rung);
        int at = next.items(state).indexOf(new HomeEntry(HomeTarget.RUNG, rung, Optional.empty()));
        return state.show(new HomeView(at, true, left, next.turned()));
    }

    private HomeList lines() {
        return new HomeList(left, turned);
    }

    private HomeEntry item(ScreenState state) {
        List<HomeEntry> items = lines().items(state);
        return items.get(Math.min(selected, items.size() - 1));
    }

    /** Returns whether the welcome page is shown: nothing has been done, and the learner did not ask for the list. */
    private boolean isWelcome(ScreenState state) {
        return !all
                && state.progress().sections().isEmpty()
                && lines().leftOff(state).isEmpty();
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = View.super.keyLabels(state);
        if (state.classState().isPresent() && !state.teaches()) {
            words.put(Navigation.LINK, "other machine");
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
    public ScreenState reopen(ScreenState home) {
        return home.withView(new HomeView(selected, true, Optional.empty()));
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>(List.of(KeyContext.ONWARD));
        if (isWelcome(state)) {
            keys.add(KeyContext.WELCOME);
        } else {
            keys.addAll(List.of(KeyContext.HOME, HomeList.hasRungs(state) ? KeyContext.RUNGS : KeyContext.RUNG));
        }
        if (!isWelcome(state) && state.course().isOwn()) {
            keys.add(KeyContext.AFTER_OPENING);
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
        if (effect instanceof Effect.OpenRow open) {
            return opened(lines().items(state).get(open.row()), state);
        }
        Navigation go = Navigation.of(effect);
        ListPosition list = new ListPosition(lines().items(state).size(), selected);
        return switch (go) {
            case RESUME ->
                state.tutor().leftOff().map(section -> resumed(section, state)).orElse(state);
            case REVIEW -> ReviewView.open(state);
            case OPENING -> OpeningView.open(state);
            case FOLD -> folded(state);
            case UNFOLD -> unfolded(state);
            case LINGER ->
                state.withNotice("q " + (state.isLeftBy(Navigation.LEAVE) ? "quits" : "leads to the class")
                        + "; Esc only goes back to here");
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.show(new HomeView(
                        isWelcome(state) ? selected : list.moved(go).at(), true, left, turned));
            default -> state;
        };
    }

    @Override
    public Onward onward(ScreenState state) {
        HomeEntry item = item(state);
        String word =
                switch (item.door()) {
                    case GO_ON -> "go on";
                    case REVIEW -> "review";
                    case RUNG -> lines().isOpen(item.rung(), state) ? "fold" : "unfold";
                    case OPEN -> "open";
                };
        boolean first = isWelcome(state) && state.course().isOwn() && !state.teaches();
        return new Onward(isWelcome(state) ? "begin" : word, now -> first ? OpeningView.open(now) : opened(item, now));
    }

    private ScreenState opened(HomeEntry item, ScreenState state) {
        return switch (item.door()) {
            case REVIEW -> ReviewView.open(state);
            case RUNG -> turned(item.rung(), state);
            case GO_ON, OPEN -> {
                Section section = item.section().orElseThrow();
                yield left.filter(view -> view.reading().orElseThrow().section().equals(section))
                        .map(state::show)
                        .orElseGet(
                                () -> item.door() == HomeTarget.GO_ON ? resumed(section, state) : state.open(section));
            }
        };
    }

    /** Opens a section at the station where the learner left it, with its figure as it was. */
    private static ScreenState resumed(Section section, ScreenState state) {
        ScreenState opened = state.withTutor(state.tutor().resumed(section));
        Road road = Road.of(section, opened.tutor());
        return Reading.at(section, road.of(state.progress().leftOff().orElseThrow()), opened);
    }

    /** Returns the selected section while its lesson is not loaded; else the next section whose outline is unknown. */
    @Override
    public Optional<Section> nextToLoad(ScreenState state) {
        if (isWelcome(state)) {
            return Optional.empty();
        }
        return item(state)
                .section()
                .filter(section -> section.isWritten() && section.known().isEmpty())
                .or(() -> lines().items(state).stream()
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
        Canvas body = ScreenLayout.below(name, agenda, canvas);
        if (body.height() > 2) {
            String sentence = body.fitting(body.width() - 2, sentences(state));
            Line words = Clip.to(Line.of(sentence), body.width() - 2, body.glyphs());
            body = ScreenLayout.above(List.of(words), Line.EMPTY, body);
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

    /**
     * Draws the lines, scrolled so that the selected one is visible. Blank rows separate groups where there is room.
     */
    private void list(Canvas canvas, ScreenState state) {
        List<HomeEntry> items = lines().items(state);
        boolean rungs = HomeList.hasRungs(state);
        int heads = rungs ? state.course().rungs().size() : 1;
        int doors = (int) items.stream()
                .takeWhile(item -> item.door() == HomeTarget.GO_ON || item.door() == HomeTarget.REVIEW)
                .count();
        int gaps = doors > 0 ? heads : heads - 1;
        boolean above = canvas.height() > items.size() + (rungs ? 0 : 1) + gaps + 1;
        boolean airy = rungs ? canvas.height() >= items.size() + gaps : above;
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            boolean head = rungs ? items.get(i).door() == HomeTarget.RUNG : i == doors;
            if (i == 0 ? above : head && airy) {
                rows.add(BLANK);
            }
            if (!rungs && head && airy) {
                rows.add(NAME);
            }
            rows.add(i);
        }
        ListPosition list = new ListPosition(rows.size(), rows.indexOf(selected));
        int from = list.top(canvas.height());
        for (int i = from; i < list.end(canvas.height()); i++) {
            Canvas row = canvas.part(new Area(0, i - from, canvas.width(), 1));
            int item = rows.get(i);
            HomeRow drawn = new HomeRow(lines(), state, row, item == selected);
            if (item >= 0) {
                drawn.draw(items.get(item), item);
            } else if (item == NAME) {
                drawn.rung(state.course().rungs().get(0));
            }
        }
    }

    /**
     * Draws a preview of the selected line: of a section its figure, once its lesson is loaded, and its exercises; of a
     * rung the gists of its sections.
     */
    private void still(Canvas canvas, ScreenState state) {
        HomeEntry item = item(state);
        if (item.door() == HomeTarget.RUNG) {
            canvas.put(1, 1, state.course().ladder().get(item.rung()), Tone.TEXT, Weight.BOLD);
            int y = 3;
            for (Section section : state.course().sectionsOf(item.rung())) {
                canvas.put(1, y++, section.id() + "  " + section.gist(), Tone.DIM);
            }
        }
        item.section().ifPresent(section -> {
            canvas.put(1, 1, Line.EMPTY.dim(section.id() + "  ").span(section.title(), Tone.TEXT, Weight.BOLD));
            canvas.put(1, 2, section.gist(), Tone.DIM);
            Canvas body = canvas.part(new Area(0, 4, canvas.width(), canvas.height() - 7));
            section.known().flatMap(Lesson::figure).ifPresent(live -> live.body(body));
            canvas.put(1, canvas.height() - 2, SectionWords.holds(section, state), Tone.DIM);
        });
    }

    /** Returns the sentence about the selected line, with shorter versions for narrow screens. */
    private String[] sentences(ScreenState state) {
        if (isWelcome(state)) {
            return new String[] {
                "You cannot break anything: u undoes a change, q leaves and remembers your place",
                "You cannot break anything: u undoes, q leaves"
            };
        }
        HomeEntry item = item(state);
        if (item.door() == HomeTarget.REVIEW) {
            return new String[] {
                "Questions you have answered come back after a day, then after more and more days",
                "What you have answered comes back after some days"
            };
        }
        if (item.door() == HomeTarget.RUNG) {
            String name = state.course().ladder().get(item.rung());
            List<Section> on = state.course().sectionsOf(item.rung());
            String holds = name + ": " + on.get(0).id() + " to "
                    + on.get(on.size() - 1).id();
            int minutes = on.stream().mapToInt(SectionWords::minutes).sum();
            return new String[] {holds + ", about " + Road.inWords(minutes) + " of reading", holds, name};
        }
        Section section = item.section().orElseThrow();
        String id = section.id() + ": ";
        Optional<String> place = SectionWords.place(section, lines(), state);
        if (place.isEmpty()) {
            return new String[] {id + section.gist() + " · " + SectionWords.holds(section, state), id + section.gist()};
        }
        Road road = SectionWords.road(section, state).orElseThrow();
        String at = id + "left at " + place.get() + ". ";
        String time = Road.inWords(road.minutes());
        return road.openExercises().isEmpty()
                ? new String[] {at + "All its exercises are done"}
                : new String[] {
                    at + road.openExercises() + " to come, about " + time,
                    at + road.openExercises() + " to come",
                    at + "To come: " + time
                };
    }
}
