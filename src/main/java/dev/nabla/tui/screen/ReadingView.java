package dev.nabla.tui.screen;

import dev.nabla.figure.Action;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.FigureRef;
import dev.nabla.tutor.GoalAttempt;
import dev.nabla.tutor.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A section: its text, a figure of it, or both.
 *
 * @param position the section's in the course, from 0
 * @param pane what of it is wanted
 * @param scroll first line of the text shown
 * @param figure which of its figures, from 0: the one that the text has come to, until another one is asked for
 * @param search what is looked for in the text
 * @param trial the goal that is tried
 * @param before where the way back leads before it leads home
 */
public record ReadingView(
        int position,
        Pane pane,
        int scroll,
        int figure,
        Optional<Search> search,
        Optional<Trial> trial,
        BackStack before)
        implements View {
    /** Columns of the text beside a figure, its rule included. */
    static final int TEXT_COLUMNS = 40;

    private static final int LEAST_FIGURE_COLUMNS = 80;

    /** What of a section is shown. */
    enum Pane {
        TEXT,
        FIGURE,
        /** Beside each other. */
        BOTH
    }

    /** A goal that is tried, and what was shown before, and is again when it is left. */
    record Trial(GoalAttempt attempt, Pane from) {}

    static ScreenState open(int position, ScreenState state) {
        Section section = state.course().sections().get(position);
        return state.with(state.tutor().open(section))
                .in(new ReadingView(position, Pane.BOTH, 0, 0, Optional.empty(), Optional.empty(), BackStack.HOME));
    }

    ReadingView at(Pane other) {
        return new ReadingView(position, other, scroll, figure, search, trial, before.turned(pane, other));
    }

    /** With another way back. */
    ReadingView from(BackStack other) {
        return new ReadingView(position, pane, scroll, figure, search, trial, other);
    }

    /** With this line of the text at the top, and the figure that it has come to there. */
    ReadingView at(int line, ScreenState state) {
        boolean hidden = shown(state) == Pane.FIGURE || line == scroll;
        int come = hidden ? figure : prose(state).figureAt(line);
        return new ReadingView(position, pane, line, come, search, trial, before);
    }

    /** With this figure, wherever the text is. */
    ReadingView on(int other) {
        return new ReadingView(position, pane, scroll, other, search, trial, before);
    }

    /** With this figure, and the text at the first place where it has come to it. */
    ReadingView from(int other, ScreenState state) {
        int line = other == figure ? scroll : prose(state).lineOf(other);
        return new ReadingView(position, pane, line, other, search, trial, before);
    }

    ReadingView looking(Optional<Search> other) {
        return new ReadingView(position, pane, scroll, figure, other, trial, before);
    }

    ReadingView trying(Optional<Trial> other) {
        return new ReadingView(position, pane, scroll, figure, search, other, before);
    }

    /** The pane that is really shown: two beside each other need the room. */
    Pane shown(ScreenState state) {
        if (live(state).isEmpty()) {
            return Pane.TEXT;
        }
        return pane == Pane.BOTH && !fitsBoth(state.size()) ? Pane.TEXT : pane;
    }

    static boolean fitsBoth(Size size) {
        return size.width() >= TEXT_COLUMNS + LEAST_FIGURE_COLUMNS;
    }

    @Override
    public Optional<ReadingView> reading() {
        return Optional.of(this);
    }

    Section here(ScreenState state) {
        return state.course().sections().get(position);
    }

    Lesson lesson(ScreenState state) {
        return here(state).lesson().orElseThrow();
    }

    @Override
    public Optional<FigureState<?>> live(ScreenState state) {
        return trial.<FigureState<?>>map(tried -> tried.attempt().live())
                .or(() -> state.tutor().figure(ref(state)));
    }

    FigureRef ref(ScreenState state) {
        return new FigureRef(here(state).id(), figure);
    }

    /** What the figure waits for before it opens; predictions are about a section's first. */
    Optional<Predicting> asking(ScreenState state) {
        Prediction asked = state.tutor().predictions().get(here(state).id());
        boolean waits = asked != null && asked.open() && trial.isEmpty() && figure == 0;
        return waits && shown(state) != Pane.TEXT ? Predicting.last(this, state) : Optional.empty();
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        Optional<Predicting> asking = asking(state);
        if (asking.isPresent()) {
            return asking.get().keys(state);
        }
        if (search.isPresent()) {
            return search.get().typing()
                    ? List.of(KeyContext.SEARCH, KeyContext.TYPING, KeyContext.EVERYWHERE)
                    : List.of(KeyContext.FOUND, KeyContext.PROSE, KeyContext.SECTION, KeyContext.EVERYWHERE);
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
        if (lesson(state).figures().size() > 1 && !keys.contains(KeyContext.GOAL)) {
            keys.add(KeyContext.FIGURES);
        }
        keys.addAll(List.of(KeyContext.SECTION, KeyContext.EVERYWHERE));
        return keys;
    }

    @Override
    public Canvas draw(ScreenState state) {
        return ReadingScreen.draw(this, state);
    }

    ProsePane prose(ScreenState state) {
        boolean beside = shown(state) == Pane.BOTH;
        int width = beside ? TEXT_COLUMNS - 1 : state.size().width();
        return new ProsePane(here(state), new Size(width, state.size().height() - 1), state.font(), beside, figure);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Optional<Predicting> asking = asking(state);
        if (effect instanceof Effect.Act act) {
            return asking.isPresent() ? state : act(act.action(), state);
        }
        Go go = Go.of(effect);
        return switch (go) {
            case BACK -> asking.map(open -> open.update(go, state)).orElseGet(() -> back(state));
            case NEXT_SECTION -> beside(1, state);
            case PREVIOUS_SECTION -> beside(-1, state);
            case TURN -> state.in(looking(Optional.empty()).at(turned(state)));
            case OTHER -> other(state);
            case FOLLOW -> follow(state);
            case ASK -> AskingView.open(this, state);
            case EXAMPLE -> PracticeView.open(this, state);
            case GOALS -> GoalsView.open(this, state);
            case PREDICT -> Predicting.begin(this, state);
            case SEARCH -> Search.begin(this, state);
            case UP, DOWN ->
                asking.filter(open -> !open.leavesText(state))
                        .map(open -> open.update(go, state))
                        .orElseGet(() -> scroll(go, state));
            case PAGE_UP, PAGE_DOWN, TOP, BOTTOM -> scroll(go, state);
            case CHECK, NEXT, SKIP, NEXT_MATCH, PREVIOUS_MATCH, NOWHERE ->
                asking.map(open -> open.update(effect, state))
                        .or(() -> search.map(looked -> looked.update(effect, this, state)))
                        .orElse(state);
            default -> state;
        };
    }

    private ScreenState act(Action action, ScreenState state) {
        if (trial.isEmpty()) {
            return live(state)
                    .map(live -> state.with(state.tutor().with(ref(state), live.apply(action)))
                            .saying(""))
                    .orElse(state);
        }
        GoalAttempt tried = trial.get().attempt();
        GoalAttempt moved = tried.with(tried.live().apply(action));
        return state.showing(trying(Optional.of(new Trial(moved, trial.get().from()))))
                .after(state.tutor().tried(here(state).id(), moved));
    }

    /** One thing less: the search, the worked steps; then the goals, from one of them, else the way it came. */
    private ScreenState back(ScreenState state) {
        Mode mode = live(state).map(live -> live.cursor().mode()).orElse(Mode.PICTURE);
        if (search.isPresent()) {
            return state.in(looking(Optional.empty()));
        }
        if (mode == Mode.STEPS || mode == Mode.COMMAND) {
            return act(new Action.Show(mode), state);
        }
        if (trial.isPresent()) {
            Trial left = trial.get();
            return GoalsView.after(
                    left.attempt().goal(), trying(Optional.empty()).at(left.from()), state);
        }
        Optional<View> way = before.turned().<View>map(this::at).or(before::figure);
        return state.in(way.orElse(new HomeView(position, Optional.of(this))));
    }

    private ScreenState beside(int by, ScreenState state) {
        int sections = state.course().sections().size();
        for (int i = position + by; i >= 0 && i < sections; i += by) {
            if (state.course().sections().get(i).isWritten()) {
                return state.open(i);
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
        int figures = lesson(state).figures().size();
        if (trial.isPresent() || figures < 2) {
            return state;
        }
        Pane next = shown(state) == Pane.TEXT ? turned(state) : pane;
        return state.in(looking(Optional.empty()).at(next).on((figure + 1) % figures));
    }

    /** To the section of the figure that the focus leads to. */
    private ScreenState follow(ScreenState state) {
        Optional<String> leads = live(state).flatMap(FigureState::opens);
        return leads.flatMap(state.course()::showing)
                .map(section -> followed(section, state))
                .or(() -> leads.map(id -> state.saying("No section shows " + id)))
                .orElse(state);
    }

    /** With the way back to the figure, unless it is the section that is on the screen. */
    private ScreenState followed(Section section, ScreenState state) {
        int there = state.course().sections().indexOf(section);
        ScreenState opened = state.open(there);
        return there != position && opened.view() instanceof ReadingView reading
                ? opened.in(reading.from(BackStack.of(this)))
                : opened;
    }

    private ScreenState scroll(Go go, ScreenState state) {
        ProsePane prose = prose(state);
        return state.in(at(Scroll.to(go, scroll, prose.page() - 1, prose.bottom()), state));
    }

    /** Once the end of a text is on the screen its section counts as read; a figure that opens asks what it will show. */
    @Override
    public ScreenState seen(ScreenState state) {
        Pane pane = shown(state);
        boolean unread = !state.progress().isRead(here(state).id());
        boolean end = pane != Pane.FIGURE && unread && scroll >= prose(state).bottom();
        ScreenState read = end ? state.after(state.tutor().read(here(state).id())) : state;
        return pane == Pane.TEXT || trial.isPresent() ? read : Predicting.first(this, read);
    }
}
