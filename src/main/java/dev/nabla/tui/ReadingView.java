package dev.nabla.tui;

import dev.nabla.figure.Action;
import dev.nabla.figure.Live;
import dev.nabla.figure.Mode;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A section: its text, a figure of it, or both.
 *
 * @param position the section's in the course, from 0
 * @param pane what of it is wanted
 * @param scroll first line of the text shown
 * @param figure which of its figures, from 0: the one that the text has come to, until another one is asked for
 * @param search what is looked for in the text
 * @param trial the goal that is tried
 * @param origin where the way back leads before it leads home
 */
record ReadingView(
        int position, Pane pane, int scroll, int figure, Optional<Search> search, Optional<Trial> trial, Origin origin)
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

    static TutorState open(int position, TutorState state) {
        Section section = state.course().sections().get(position);
        return furnished(section, state)
                .in(new ReadingView(position, Pane.BOTH, 0, 0, Optional.empty(), Optional.empty(), Origin.HOME));
    }

    /** The state with all the figures of a section opened. */
    static TutorState furnished(Section section, TutorState state) {
        TutorState furnished = state;
        List<Live<?>> figures = section.lesson().orElseThrow().figures();
        for (int i = 0; i < figures.size(); i++) {
            Slot slot = new Slot(section.id(), i);
            furnished = furnished.lives().containsKey(slot) ? furnished : furnished.with(slot, figures.get(i));
        }
        return furnished;
    }

    ReadingView at(Pane other) {
        return new ReadingView(position, other, scroll, figure, search, trial, origin.turned(pane, other));
    }

    /** With another way back. */
    ReadingView from(Origin other) {
        return new ReadingView(position, pane, scroll, figure, search, trial, other);
    }

    /** With this line of the text at the top, and the figure that it has come to there. */
    ReadingView at(int line, TutorState state) {
        boolean hidden = shown(state) == Pane.FIGURE || line == scroll;
        int come = hidden ? figure : prose(state).figureAt(line);
        return new ReadingView(position, pane, line, come, search, trial, origin);
    }

    /** With this figure, wherever the text is. */
    ReadingView on(int other) {
        return new ReadingView(position, pane, scroll, other, search, trial, origin);
    }

    /** With this figure, and the text at the first place where it has come to it. */
    ReadingView from(int other, TutorState state) {
        int line = other == figure ? scroll : prose(state).lineOf(other);
        return new ReadingView(position, pane, line, other, search, trial, origin);
    }

    ReadingView looking(Optional<Search> other) {
        return new ReadingView(position, pane, scroll, figure, other, trial, origin);
    }

    ReadingView trying(Optional<Trial> other) {
        return new ReadingView(position, pane, scroll, figure, search, other, origin);
    }

    /** The pane that is really shown: two beside each other need the room. */
    Pane shown(TutorState state) {
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

    Section here(TutorState state) {
        return state.course().sections().get(position);
    }

    Lesson lesson(TutorState state) {
        return here(state).lesson().orElseThrow();
    }

    @Override
    public Optional<Live<?>> live(TutorState state) {
        Optional<Live<?>> own = Optional.ofNullable(state.lives().get(slot(state)));
        return trial.<Live<?>>map(Trial::live).or(() -> own);
    }

    Slot slot(TutorState state) {
        return new Slot(here(state).id(), figure);
    }

    /** What the figure waits for before it opens; predictions are about a section's first. */
    Optional<Prediction> asking(TutorState state) {
        boolean waits = trial.isEmpty() && figure == 0 && shown(state) != Pane.TEXT;
        Prediction prediction = state.learner().predictions().get(here(state).id());
        return Optional.ofNullable(prediction).filter(known -> waits && known.open());
    }

    @Override
    public List<Place> places(TutorState state) {
        Optional<Prediction> asking = asking(state);
        if (asking.isPresent()) {
            return Predicting.places(asking.get(), this, state);
        }
        if (search.isPresent()) {
            return search.get().typing()
                    ? List.of(Place.SEARCH, Place.TYPING, Place.EVERYWHERE)
                    : List.of(Place.FOUND, Place.PROSE, Place.SECTION, Place.EVERYWHERE);
        }
        if (trial.isPresent() && shown(state) != Pane.TEXT) {
            return places(state, Place.GOAL, Place.FIGURE, Place.SECTION);
        }
        Place place = shown(state) == Pane.TEXT ? Place.PROSE : Place.FIGURE;
        return lesson(state).figures().size() > 1
                ? places(state, place, Place.FIGURES, Place.SECTION)
                : places(state, place, Place.SECTION);
    }

    /** These, after what holds beside the text only, and before what holds everywhere. */
    private List<Place> places(TutorState state, Place... own) {
        List<Place> places = new ArrayList<>(List.of(own));
        if (shown(state) == Pane.BOTH) {
            places.add(0, Place.BESIDE);
        }
        places.add(Place.EVERYWHERE);
        return places;
    }

    @Override
    public Canvas draw(TutorState state) {
        return ReadingScreen.draw(this, state);
    }

    ProsePane prose(TutorState state) {
        boolean beside = shown(state) == Pane.BOTH;
        int width = beside ? TEXT_COLUMNS - 1 : state.size().width();
        return new ProsePane(here(state), new Size(width, state.size().height() - 1), state.font(), beside, figure);
    }

    @Override
    public TutorState act(Action action, TutorState state) {
        Optional<Live<?>> live = live(state);
        if (live.isEmpty() || asking(state).isPresent()) {
            return state;
        }
        Live<?> next = live.get().apply(action);
        if (trial.isEmpty()) {
            return state.with(slot(state), next);
        }
        Trial tried = trial.get().with(next);
        TutorState moved = state.showing(trying(Optional.of(tried)));
        return tried.isMet()
                ? moved.with(
                        moved.learner().reaching(here(state).id(), tried.goal().id()))
                : moved;
    }

    @Override
    public TutorState go(Go go, TutorState state) {
        return switch (go) {
            case BACK -> back(state);
            case NEXT_SECTION -> beside(1, state);
            case PREVIOUS_SECTION -> beside(-1, state);
            case TURN -> state.in(looking(Optional.empty()).at(turned(state)));
            case OTHER -> other(state);
            case FOLLOW -> Following.follow(this, state);
            case ASK -> AskingView.open(this, state);
            case EXAMPLE -> PracticeView.open(this, state);
            case GOALS -> GoalsView.open(this, state);
            case PREDICT -> Predicting.begin(this, state);
            case CHECK, NEXT, SKIP -> Predicting.go(go, this, state);
            case SEARCH, NEXT_MATCH, PREVIOUS_MATCH -> Searching.go(go, this, state);
            case UP, DOWN -> Predicting.chooses(this, state) ? Predicting.go(go, this, state) : scroll(go, state);
            case PAGE_UP, PAGE_DOWN, TOP, BOTTOM -> scroll(go, state);
            default -> state;
        };
    }

    /** One thing less: what waits for an answer, the search, the worked steps; then the goals, from one of them, else the way it came. */
    private TutorState back(TutorState state) {
        Mode mode = live(state).map(live -> live.cursor().mode()).orElse(Mode.PICTURE);
        if (asking(state).isPresent()) {
            return Predicting.go(Go.BACK, this, state);
        }
        if (search.isPresent()) {
            return state.in(looking(Optional.empty()));
        }
        if (mode == Mode.STEPS || mode == Mode.COMMAND) {
            return act(new Action.Show(mode), state);
        }
        if (trial.isPresent()) {
            Trial left = trial.get();
            return GoalsView.after(left.goal(), trying(Optional.empty()).at(left.from()), state);
        }
        Optional<View> before = origin.turned().<View>map(this::at).or(origin::figure);
        return state.in(before.orElse(new HomeView(position, Optional.of(this))));
    }

    private TutorState beside(int by, TutorState state) {
        int sections = state.course().sections().size();
        for (int i = position + by; i >= 0 && i < sections; i += by) {
            if (state.course().sections().get(i).isWritten()) {
                return state.open(i);
            }
        }
        return state.saying(by > 0 ? "This is the last section there is" : "This is the first section there is");
    }

    private Pane turned(TutorState state) {
        return switch (shown(state)) {
            case BOTH -> Pane.FIGURE;
            case FIGURE -> Pane.TEXT;
            case TEXT -> fitsBoth(state.size()) ? Pane.BOTH : Pane.FIGURE;
        };
    }

    /** The next of the section's figures, round the end. */
    private TutorState other(TutorState state) {
        int figures = lesson(state).figures().size();
        if (trial.isPresent() || figures < 2) {
            return state;
        }
        Pane next = shown(state) == Pane.TEXT ? turned(state) : pane;
        return state.in(looking(Optional.empty()).at(next).on((figure + 1) % figures));
    }

    private TutorState scroll(Go go, TutorState state) {
        ProsePane prose = prose(state);
        return state.in(at(Scroll.to(go, scroll, prose.page() - 1, prose.bottom()), state));
    }

    @Override
    public TutorState typed(UnaryOperator<Editor> change, TutorState state) {
        return asking(state).isPresent()
                ? Predicting.answered(this, state, attempt -> attempt.typed(change))
                : Searching.typed(this, state, change);
    }

    @Override
    public TutorState rate(Sure sure, TutorState state) {
        return Predicting.answered(this, state, attempt -> attempt.rated(sure));
    }

    /** Once the end of a text is on the screen its section counts as read; a figure that opens asks what it will show. */
    @Override
    public TutorState seen(TutorState state) {
        Pane pane = shown(state);
        boolean unread = !state.learner().read().contains(here(state).id());
        boolean end = pane != Pane.FIGURE && unread && scroll >= prose(state).bottom();
        TutorState read = end ? state.with(state.learner().reading(here(state).id())) : state;
        return pane == Pane.TEXT || trial.isPresent() ? read : Predicting.first(this, read);
    }
}
