package dev.nabla.tui.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.GoalAttempt;
import dev.nabla.tutor.Tutor.FigureRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A section: its text, a figure of it, or both.
 *
 * @param section what is read
 * @param pane what of it is wanted
 * @param scroll first line of the text shown
 * @param figure which of its figures, from 0: the one that the text has come to, until another one is asked for
 * @param search what is looked for in the text
 * @param trial the goal that is tried
 * @param from the section with the figure whose stage opened this one; the way back leads there before it leads home
 */
public record ReadingView(
        Section section,
        Pane pane,
        int scroll,
        int figure,
        Optional<Search> search,
        Optional<Trial> trial,
        Optional<ReadingView> from)
        implements View {
    /** Columns of the text beside a figure, its rule included. */
    static final int TEXT_COLUMNS = 40;

    private static final int LEAST_FIGURE_COLUMNS = 80;

    /** The part of a section that is shown. */
    enum Pane {
        TEXT,
        FIGURE,
        /** Beside each other. */
        BOTH
    }

    /** A goal that is tried, and what was shown before, and is again when it is left. */
    record Trial(GoalAttempt attempt, Pane from) {}

    static ScreenState open(Section section, ScreenState state) {
        ScreenState opened = state.with(state.tutor().open(section));
        return opened.in(
                new ReadingView(section, Pane.BOTH, 0, 0, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    ReadingView at(Pane other) {
        return new ReadingView(section, other, scroll, figure, search, trial, from);
    }

    /** With this line of the text at the top, and this figure. */
    private ReadingView at(int line, int which) {
        return new ReadingView(section, pane, line, which, search, trial, from);
    }

    ReadingView looking(Optional<Search> other) {
        return new ReadingView(section, pane, scroll, figure, other, trial, from);
    }

    ReadingView trying(Optional<Trial> other) {
        return new ReadingView(section, pane, scroll, figure, search, other, from);
    }

    private ReadingView from(Optional<ReadingView> other) {
        return new ReadingView(section, pane, scroll, figure, search, trial, other);
    }

    /** With this line of the text at the top, and the figure that it has come to there. */
    ReadingView scrolled(int line, ScreenState state) {
        boolean hidden = shown(state) == Pane.FIGURE || line == scroll;
        return at(line, hidden ? figure : prose(state).figureAt(line));
    }

    /** With this figure, wherever the text is. */
    ReadingView on(int which) {
        return at(scroll, which);
    }

    /** With this figure, and the text at the first place where it has come to it. */
    ReadingView coming(int which, ScreenState state) {
        return at(which == figure ? scroll : prose(state).lineOf(which), which);
    }

    /** The pane that is really shown: two beside each other need the room. */
    Pane shown(ScreenState state) {
        boolean text = live(state).isEmpty() || pane == Pane.BOTH && !fitsBoth(state.size());
        return text ? Pane.TEXT : pane;
    }

    static boolean fitsBoth(Size size) {
        return size.width() >= TEXT_COLUMNS + LEAST_FIGURE_COLUMNS;
    }

    @Override
    public Optional<ReadingView> reading() {
        return Optional.of(this);
    }

    Lesson lesson() {
        return section.lesson().orElseThrow();
    }

    @Override
    public Optional<FigureState<?>> live(ScreenState state) {
        return trial.<FigureState<?>>map(tried -> tried.attempt().live())
                .or(() -> state.tutor().figure(ref()));
    }

    FigureRef ref() {
        return new FigureRef(section.id(), figure);
    }

    /** The prediction that the figure waits for before it opens; predictions are about a section's first. */
    Optional<Predicting> asking(ScreenState state) {
        return shown(state) == Pane.TEXT || trial.isPresent() || figure > 0
                ? Optional.empty()
                : Predicting.last(this, state)
                        .filter(prediction -> prediction.asked().open());
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        Optional<Predicting> asking = asking(state);
        if (asking.isPresent()) {
            return asking.get().keys(state);
        }
        if (search.isPresent()) {
            return search.get().typing()
                    ? List.of(KeyContext.SEARCH, KeyContext.TYPING)
                    : List.of(KeyContext.FOUND, KeyContext.PROSE, KeyContext.SECTION);
        }
        Pane shown = shown(state);
        List<KeyContext> keys = new ArrayList<>();
        if (shown == Pane.BOTH) {
            keys.add(KeyContext.BESIDE);
        }
        if (trial.isPresent() && shown != Pane.TEXT) {
            keys.add(KeyContext.GOAL);
        }
        keys.add(shown == Pane.TEXT ? KeyContext.PROSE : KeyContext.FIGURE);
        if (lesson().figures().size() > 1 && trial.isEmpty()) {
            keys.add(KeyContext.FIGURES);
        }
        keys.add(KeyContext.SECTION);
        return keys;
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        new ReadingScreen(this, state).draw(canvas);
    }

    ProsePane prose(ScreenState state) {
        return new ProsePane(this, state);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        return asking(state)
                .flatMap(asking -> asking.update(effect, state))
                .orElseGet(() -> effect instanceof Effect.Act act ? act(act.action(), state) : go(effect, state));
    }

    private ScreenState go(Effect effect, ScreenState state) {
        Go go = Go.of(effect);
        return switch (go) {
            case BACK -> back(state);
            case NEXT_SECTION -> beside(1, state);
            case PREVIOUS_SECTION -> beside(-1, state);
            case TURN -> state.in(looking(Optional.empty()).at(turned(state)));
            case OTHER -> other(state);
            case FOLLOW -> follow(state);
            case ASK -> AskingView.open(this, state);
            case EXAMPLE -> PracticeView.open(this, state);
            case GOALS -> GoalsView.open(untried(), state);
            case PREDICT -> Predicting.begin(this, state);
            case SEARCH -> Search.begin(this, state);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM -> scroll(go, state);
            case NEXT, PREVIOUS, NOWHERE ->
                search.map(looked -> looked.update(effect, this, state)).orElse(state);
            default -> state;
        };
    }

    private ScreenState act(UnaryOperator<FigureState<?>> action, ScreenState state) {
        if (trial.isEmpty()) {
            return live(state)
                    .map(live -> state.with(state.tutor().with(ref(), action.apply(live)))
                            .saying(""))
                    .orElse(state);
        }
        GoalAttempt tried = trial.get().attempt();
        GoalAttempt moved = tried.with(action.apply(tried.live()));
        return state.showing(trying(Optional.of(new Trial(moved, trial.get().from()))))
                .after(state.tutor().tried(section.id(), moved));
    }

    /** One thing less: the search, the worked steps, the goal, the figure alone; then the way it came. */
    private ScreenState back(ScreenState state) {
        Mode mode = live(state).map(live -> live.cursor().mode()).orElse(Mode.PICTURE);
        if (search.isPresent()) {
            return state.in(looking(Optional.empty()));
        }
        if (mode == Mode.STEPS || mode == Mode.COMMAND) {
            return act(live -> live.show(mode), state);
        }
        if (trial.isPresent()) {
            return GoalsView.after(trial.get().attempt().goal(), untried(), state);
        }
        if (pane == Pane.FIGURE) {
            return state.in(at(Pane.BOTH));
        }
        int position = state.course().sections().indexOf(section);
        return state.in(from.<View>map(stage -> stage).orElse(new HomeView(position, Optional.of(this))));
    }

    /** As it was before the goal that is tried. */
    private ReadingView untried() {
        return trial.map(tried -> trying(Optional.empty()).at(tried.from())).orElse(this);
    }

    private ScreenState beside(int by, ScreenState state) {
        List<Section> sections = state.course().sections();
        for (int i = sections.indexOf(section) + by; i >= 0 && i < sections.size(); i += by) {
            if (sections.get(i).isWritten()) {
                return state.open(sections.get(i));
            }
        }
        return state.saying(by > 0 ? "This is the last section there is" : "This is the first section there is");
    }

    private Pane turned(ScreenState state) {
        return switch (shown(state)) {
            case BOTH -> Pane.FIGURE;
            case FIGURE -> Pane.TEXT;
            case TEXT -> fitsBoth(state.size()) ? Pane.BOTH : Pane.FIGURE;
        };
    }

    /** The next of the section's figures, round the end. */
    private ScreenState other(ScreenState state) {
        Pane next = shown(state) == Pane.TEXT ? turned(state) : pane;
        int other = (figure + 1) % lesson().figures().size();
        return state.in(looking(Optional.empty()).at(next).on(other));
    }

    /**
     * To the section of the figure that the focus leads to, with the way back; where this one came from is forgotten, so that
     * the way stays short.
     */
    private ScreenState follow(ScreenState state) {
        Optional<String> leads = live(state).flatMap(FigureState::opens);
        Optional<Section> there = leads.flatMap(state.course()::showing);
        if (there.isEmpty()) {
            return leads.map(id -> state.saying("No section shows " + id)).orElse(state);
        }
        ScreenState opened = state.open(there.get());
        return !there.get().equals(section) && opened.view() instanceof ReadingView reading
                ? opened.in(reading.from(Optional.of(from(Optional.empty()))))
                : opened;
    }

    private ScreenState scroll(Go go, ScreenState state) {
        ProsePane prose = prose(state);
        return state.in(scrolled(Page.scrolled(go, scroll, prose.page() - 1, prose.bottom()), state));
    }

    /** Once the end of a text is on the screen its section counts as read; a figure that opens asks what it will show. */
    @Override
    public ScreenState seen(ScreenState state) {
        Pane shown = shown(state);
        boolean unread = !state.progress().isRead(section.id());
        boolean end = shown != Pane.FIGURE && unread && scroll >= prose(state).bottom();
        ScreenState read = end ? state.after(state.tutor().read(section.id())) : state;
        return shown == Pane.TEXT || trial.isPresent() ? read : Predicting.first(this, read);
    }
}
