package dev.nabla.screen;

import dev.nabla.closing.Greeting;
import dev.nabla.figure.Figure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.progress.Progress;
import dev.nabla.screen.HomeList.HomeEntry;
import dev.nabla.screen.HomeList.HomeTarget;
import dev.nabla.screen.part.Clip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * @param finished what is shown above the list once the course is read
 */
public record HomeView(int selected, boolean all, Optional<View> left, Set<Integer> turned, FinishedHome finished)
        implements View {
    HomeView(int selected, boolean all, Optional<View> left) {
        this(selected, all, left, Set.of(), new FinishedHome(Optional.empty()));
    }

    /** Returns the home screen with the best line selected: go on or review, else the first unread section. */
    static HomeView of(ScreenState state) {
        HomeView home = new HomeView(0, false, Optional.empty());
        List<HomeEntry> items = home.lines().items(state);
        HomeTarget first = items.get(0).door();
        int at = first == HomeTarget.GO_ON || first == HomeTarget.REVIEW || first == HomeTarget.OWN
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
        return state.show(new HomeView(at, true, left, next.turned(), finished));
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
            case SEARCH -> CourseSearchView.open(this, "", state);
            case FOLD -> folded(state);
            case UNFOLD -> unfolded(state);
            case LINGER ->
                state.withNotice("q " + (state.isLeftBy(Navigation.LEAVE) ? "quits" : "leads to the class")
                        + "; Esc only goes back to here");
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.show(new HomeView(
                        isWelcome(state) ? selected : list.moved(go).at(), true, left, turned, finished));
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
                    case OPEN, OWN, GOALS, OPENING -> "open";
                };
        boolean first = leadsToOpening(state);
        return new Onward(isWelcome(state) ? "begin" : word, now -> first ? OpeningView.open(now) : opened(item, now));
    }

    private boolean leadsToOpening(ScreenState state) {
        return isWelcome(state) && state.course().isOwn() && !state.teaches();
    }

    @Override
    public String following(Effect effect, ScreenState state) {
        Optional<HomeEntry> item = effect instanceof Effect.OpenRow open
                ? Optional.of(lines().items(state).get(open.row()))
                : Optional.of(item(state)).filter(chosen -> effect == Navigation.ONWARD && !leadsToOpening(state));
        Optional<Section> section =
                effect == Navigation.RESUME ? state.tutor().leftOff() : item.flatMap(HomeEntry::section);
        return section.map(ScreenState::title).orElseGet(() -> item.filter(chosen -> chosen.door() == HomeTarget.REVIEW)
                .map(chosen -> "the review")
                .orElseGet(() -> View.super.following(effect, state)));
    }

    private ScreenState opened(HomeEntry item, ScreenState state) {
        return switch (item.door()) {
            case REVIEW -> ReviewView.open(state);
            case OWN -> OwnListView.open(state);
            case GOALS -> ClosingView.openGoals(state);
            case OPENING -> OpeningView.open(state);
            case RUNG -> turned(item.rung(), state);
            case GO_ON, OPEN -> {
                Section section = item.section().orElseThrow();
                yield left.filter(view -> view.reading().orElseThrow().section().equals(section))
                        .map(state::show)
                        .orElseGet(() -> item.door() == HomeTarget.GO_ON
                                        && state.tutor().leftOff().equals(Optional.of(section))
                                ? resumed(section, state)
                                : state.open(section, Optional.empty()));
            }
        };
    }

    /** Opens a section at the station where the learner left it, with its figure as it was. */
    private static ScreenState resumed(Section section, ScreenState state) {
        ScreenState opened = state.withTutor(state.tutor().resumed(section));
        return Reading.resumed(section, state.progress().leftOff().orElseThrow(), opened);
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
    public int tickMillis(ScreenState state) {
        return FinishedHome.isFinished(state) ? finished.tickMillis() : 0;
    }

    @Override
    public ScreenState ticked(ScreenState state) {
        return state;
    }

    /** Trains the model that greets, once the course is read. */
    @Override
    public ScreenState doWork(Figure.Budget budget, ScreenState state) {
        if (!FinishedHome.isFinished(state) || finished.tickMillis() == 0) {
            return state;
        }
        Greeting greeting = finished.greeting()
                .orElseGet(() -> Greeting.start(state.tutor(), state.own().kept()))
                .worked(budget);
        FinishedHome next = new FinishedHome(Optional.of(greeting));
        return state.withView(new HomeView(selected, all, left, turned, next)).withNotice(state.notice());
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        List<ViewBlock.RungRow> rungs =
                state.course().rungs().stream().map(rung -> rung(rung, state)).toList();
        boolean ownPace = Course.workload(state.course().sections()).isPresent()
                && state.progress().hasOwnPace(state.course().sections());
        return List.of(
                new ViewBlock.HeadBlock(Line.of("nabla"), Line.EMPTY, Optional.empty()),
                new ViewBlock.ContentsBlock(
                        rungs,
                        state.progress().agenda(),
                        ownPace,
                        state.course().isOwn() && !state.tutor().isNewcomer()));
    }

    private ViewBlock.RungRow rung(int rung, ScreenState state) {
        List<Section> sections = state.course().sectionsOf(rung);
        return new ViewBlock.RungRow(
                state.course().ladder().get(rung),
                Course.workload(sections, state.progress()::pace),
                sections.stream().map(each -> lines().row(each, state)).toList(),
                lines().isOpen(rung, state));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Line name = Line.EMPTY.second("∇").span(" nabla", Tone.TEXT, Weight.BOLD);
        int due = state.progress().due().size();
        boolean read = FinishedHome.isFinished(state);
        String today = weekday(state.progress()) + (read ? " · finished" : "") + (due == 0 ? "" : " · " + due + " due");
        Line aside = Line.EMPTY.dim(due == 0 && !read ? "the maths a language model is made of" : today);
        Canvas body = ScreenLayout.below(name, aside, canvas);
        if (body.height() > 2) {
            String[] sentences = isWelcome(state)
                    ? new String[] {
                        "You cannot break anything: u undoes a change, q leaves and remembers your place",
                        "You cannot break anything: u undoes, q leaves"
                    }
                    : new HomeSentence(lines(), state).of(item(state));
            Line words = Clip.to(Line.of(body.fitting(body.width() - 2, sentences)), body.width() - 2, body.glyphs());
            body = ScreenLayout.above(List.of(words), Line.EMPTY, body);
        }
        if (isWelcome(state)) {
            Welcome.draw(item(state).section().orElseThrow(), state.course(), body);
        } else {
            new HomePicture(lines(), selected, state).draw(read ? finished.draw(body) : body);
        }
    }

    /** Returns the day of the week: {@code Thursday}. */
    private static String weekday(Progress progress) {
        String name = progress.today().getDayOfWeek().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
