package dev.nabla.tui.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Beat;
import dev.nabla.lesson.Beat.Kind;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.room.Whereabouts;
import dev.nabla.room.Whereabouts.Doing;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Editor;
import dev.nabla.tutor.GoalAttempt;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Road;
import dev.nabla.tutor.Tutor;
import dev.nabla.tutor.Tutor.FigureRef;
import dev.nabla.tutor.Tutor.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A station where a page of a section is read, or a figure played, guessed about, or brought to a goal.
 *
 * @param section what is read
 * @param beat which station of its road: text, guess or figure
 * @param alone whether a figure is shown without the text, though there is room for both
 * @param scroll first line of the page shown
 * @param search what is looked for in the text
 * @param trial the goal that is tried
 * @param entry the value or guess that is typed
 * @param from the section with the figure whose stage opened this one; the way back leads there before it leads home
 */
public record ReadingView(
        Section section,
        int beat,
        boolean alone,
        int scroll,
        Optional<Search> search,
        Optional<GoalAttempt> trial,
        Optional<Editor> entry,
        Optional<ReadingView> from)
        implements View {
    /** Columns of the text beside a figure, its rule included. */
    static final int TEXT_COLUMNS = 46;

    private static final int LEAST_FIGURE_COLUMNS = 74;

    /** Columns from which on the key that opens the next section names it. */
    private static final int LEAST_NAMED = 80;

    /** At the top of a page, or at a figure. */
    ReadingView(Section section, int beat, boolean alone) {
        this(section, beat, alone, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The part of a section that is shown. */
    enum Pane {
        TEXT,
        FIGURE,
        /** Beside each other. */
        BOTH
    }

    /** At a station of the section's road. */
    static ScreenState at(Section section, int beat, ScreenState state) {
        ScreenState opened = state.with(state.tutor().open(section));
        Road road = Road.of(section, opened.tutor());
        int station = Math.min(beat, road.beats().size() - 1);
        int read = station;
        while (read > 0 && !road.at(read).kind().isReading()) {
            read--;
        }
        return new ReadingView(section, read, false).enter(station, opened);
    }

    Road road(ScreenState state) {
        return Road.of(section, state.tutor());
    }

    /** To a station, whatever is done there. */
    ScreenState enter(int station, ScreenState state) {
        Beat to = road(state).at(station);
        return switch (to.kind()) {
            case READ, PLAY -> state.in(at(station));
            case GUESS -> at(station).asking(state.with(begun(to, state)));
            case BLANKS -> BlanksView.open(plain(), state);
            case QUESTIONS -> AskingView.open(plain(), state);
            case GOALS -> goal(0, state);
            case END -> state.in(new EndView(plain()));
        };
    }

    private Tutor begun(Beat guess, ScreenState state) {
        QuestionRef ref = asked(guess);
        return state.tutor().attempt(ref).isPresent()
                ? state.tutor()
                : state.tutor().begun(ref, 0);
    }

    /** A guess of which the figure knows is about the figure as it opened. */
    private ScreenState asking(ScreenState state) {
        Optional<Attempt> asked = guess(state).filter(guess -> !guess.isTold());
        Optional<FigureState<?>> live = state.tutor().figure(ref(state));
        return asked.filter(guess -> guess.question().play().isPresent())
                .flatMap(guess -> live.<FigureState<?>>map(shown -> shown.asking(guess.about(shown))))
                .map(opened -> state.with(state.tutor().with(ref(state), opened)))
                .orElse(state)
                .in(this);
    }

    private QuestionRef asked(Beat guess) {
        return new QuestionRef(
                section.id(), lesson().questions().get(guess.index()).id(), true);
    }

    /** Onward from a station, past what is done. */
    ScreenState after(int station, ScreenState state) {
        return enter(road(state).after(station), state);
    }

    /** The word for what comes after a station. */
    String next(int station, ScreenState state) {
        Road road = road(state);
        Beat next = road.at(road.after(station));
        return next.is(Kind.READ) ? "read on" : road.name(next);
    }

    private ReadingView at(int station) {
        return new ReadingView(section, station, false, 0, Optional.empty(), Optional.empty(), Optional.empty(), from);
    }

    /** Scrolled by a key. */
    ReadingView scrolled(Go go, ScreenState state) {
        ProsePane prose = prose(state);
        int line = Page.scrolled(go, scroll, prose.page() - 1, prose.bottom());
        return new ReadingView(section, beat, alone, line, search, trial, entry, from);
    }

    ReadingView looking(Optional<Search> other) {
        return new ReadingView(section, beat, alone, scroll, other, trial, entry, from);
    }

    /** With a page on the screen, and this line of it at the top. */
    ReadingView page(int page, int line, ScreenState state) {
        int station = road(state).of(Kind.READ, page);
        return new ReadingView(section, station, false, line, search, Optional.empty(), Optional.empty(), from);
    }

    private ReadingView trying(Optional<GoalAttempt> other) {
        return new ReadingView(section, beat, alone, scroll, Optional.empty(), other, Optional.empty(), from);
    }

    private ReadingView typing(Optional<Editor> line) {
        return new ReadingView(section, beat, alone, scroll, search, trial, line, from);
    }

    private ReadingView alone(boolean only) {
        return new ReadingView(section, beat, only, scroll, search, trial, entry, from);
    }

    private ReadingView from(Optional<ReadingView> other) {
        return new ReadingView(section, beat, alone, scroll, search, trial, entry, other);
    }

    /** Without a goal, a search or anything typed. */
    ReadingView plain() {
        return trying(Optional.empty());
    }

    Beat here(ScreenState state) {
        return road(state).at(beat);
    }

    /** The pane that is really shown: two beside each other need the room. */
    Pane shown(ScreenState state) {
        boolean text = trial.isEmpty() && here(state).is(Kind.READ) && !alone;
        if (live(state).isEmpty()) {
            return Pane.TEXT;
        }
        return !alone && fitsBoth(state.size()) ? Pane.BOTH : text ? Pane.TEXT : Pane.FIGURE;
    }

    /** True if exercises have the figure beside them. */
    boolean isBeside(ScreenState state) {
        return fitsBoth(state.size()) && live(state).isPresent();
    }

    static boolean fitsBoth(Size size) {
        return size.width() >= TEXT_COLUMNS + LEAST_FIGURE_COLUMNS;
    }

    @Override
    public Optional<ReadingView> reading() {
        return Optional.of(this);
    }

    @Override
    public int beat(ScreenState state) {
        return trial.isPresent() ? road(state).of(Kind.GOALS, 0) : beat;
    }

    @Override
    public Map<Go, String> words(ScreenState state) {
        Map<Go, String> words = View.super.words(state);
        boolean named = isLast(state) && state.size().width() >= LEAST_NAMED;
        Optional<Section> next = state.course().beside(section, 1).filter(beside -> named);
        if (next.isPresent()) {
            words.put(Go.NEXT_SECTION, next.get().id() + " " + next.get().title());
        } else if (shown(state) == Pane.FIGURE) {
            words.put(Go.NEXT_SECTION, "next");
        }
        return words;
    }

    @Override
    public Whereabouts where(ScreenState state) {
        String id = section.id();
        if (trial.isPresent()) {
            return new Whereabouts(id, Doing.GOAL, String.valueOf(position(trial.get()) + 1));
        }
        Optional<Attempt> guess = guess(state).filter(asked -> !asked.isTold());
        if (guess.isPresent()) {
            return new Whereabouts(id, Doing.GUESS, guess.get().id());
        }
        return new Whereabouts(id, here(state).is(Kind.READ) ? Doing.READS : Doing.FIGURE, "");
    }

    @Override
    public boolean showsFigure(ScreenState state) {
        return shown(state) != Pane.TEXT;
    }

    @Override
    public ScreenState resumed(ScreenState home) {
        return reread(home).map(reading -> reading.resumedIn(home)).orElse(home);
    }

    /**
     * The same station of the section as it is in the state's course, or the first station where that one is gone; a goal
     * that is tried goes on if it is still the same one. Empty if the course no longer has the section.
     */
    Optional<ReadingView> reread(ScreenState home) {
        return home.course().find(section.id()).filter(Section::isWritten).map(this::reread);
    }

    private ReadingView reread(Section next) {
        Lesson lesson = next.lesson().orElseThrow();
        int last = lesson.road().size() - 1;
        Optional<GoalAttempt> same =
                trial.filter(tried -> lesson.goals().stream().anyMatch(tried::isAt));
        boolean reads = beat <= last && lesson.road().get(beat).kind().isReading();
        return new ReadingView(next, reads ? beat : 0, alone, scroll, search, same, entry, Optional.empty());
    }

    /** The state with this section opened and this station on the screen. */
    ScreenState resumedIn(ScreenState home) {
        ScreenState opened = home.with(home.tutor().open(section));
        return here(opened).is(Kind.GUESS) ? enter(beat, opened) : opened.in(this);
    }

    Lesson lesson() {
        return section.lesson().orElseThrow();
    }

    @Override
    public Optional<FigureState<?>> live(ScreenState state) {
        return trial.<FigureState<?>>map(GoalAttempt::live).or(() -> state.tutor()
                .figure(ref(state))
                .map(live -> live.guessing(
                        guess(state).map(asked -> asked.about(live)).orElse(Guess.NONE))));
    }

    private FigureRef ref(ScreenState state) {
        return new FigureRef(section.id(), road(state).figure(beat));
    }

    /** For the journal: where the learner stands. */
    Place place(ScreenState state) {
        return new Place(section, state.view().beat(state), state.tutor().figure(ref(state)));
    }

    /** The guess that is asked for here, the figure on the screen. */
    Optional<Attempt> guess(ScreenState state) {
        Optional<Beat> asks = Optional.of(here(state)).filter(beat -> beat.is(Kind.GUESS) && trial.isEmpty());
        return asks.flatMap(beat -> state.tutor().attempt(asked(beat)));
    }

    /** The guess that is typed, where it is a number that has not been given yet. */
    Optional<Attempt> typed(ScreenState state) {
        return guess(state).filter(asked -> !asked.isChoice() && !asked.rating() && !asked.isTold());
    }

    private Optional<Ghost> ghost(ScreenState state) {
        return live(state).flatMap(live -> live.cursor().guess().ghost());
    }

    /** True if the guess is laid on the figure's picture. */
    boolean lays(ScreenState state) {
        return ghost(state).isPresent();
    }

    @Override
    public int options(ScreenState state) {
        return guess(state)
                .filter(asked -> !asked.isTold() && !asked.rating())
                .map(asked -> asked.variant().options().size())
                .orElse(0);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        if (entry.isPresent()) {
            return List.of(KeyContext.ONWARD, KeyContext.ENTRY, KeyContext.TYPING);
        }
        if (search.isPresent() && search.get().typing()) {
            return List.of(KeyContext.ONWARD, KeyContext.TYPING, KeyContext.AWAY);
        }
        List<KeyContext> keys = new ArrayList<>(List.of(KeyContext.ONWARD));
        Optional<Attempt> guess = guess(state).filter(asked -> !asked.isTold());
        guess.ifPresent(asked -> keys.add(asked.rating() ? KeyContext.RATING : KeyContext.GUESS));
        search.ifPresent(found -> keys.add(KeyContext.FOUND));
        Pane shown = shown(state);
        keys.add(shown == Pane.TEXT ? KeyContext.PROSE : KeyContext.FIGURE);
        if (shown != Pane.FIGURE && prose(state).bottom() > 0) {
            keys.add(KeyContext.CUT);
        }
        if (!lesson().figures().isEmpty() && trial.isEmpty()) {
            keys.add(KeyContext.TURN);
        }
        keys.addAll(List.of(KeyContext.SECTION, KeyContext.SECTIONS));
        if (guess.isEmpty()) {
            keys.add(KeyContext.BACK);
        }
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
    public Onward onward(ScreenState state) {
        if (entry.isPresent()) {
            return new Onward("take it", this::taken);
        }
        if (search.isPresent()) {
            return new Onward("next", now -> search.get().update(Go.NEXT, this, now));
        }
        Optional<Attempt> guess = guess(state);
        return guess.isPresent()
                ? guessed(guess.get(), state)
                : trial.isPresent() ? tried(trial.get(), state) : readOn(state);
    }

    /** At a guess: it is checked, rated, or left; what it played gives way to the figure as it opened. */
    private Onward guessed(Attempt asked, ScreenState state) {
        QuestionRef ref = asked(here(state));
        if (asked.rating()) {
            return new Onward("fairly", now -> heard(now.tutor().rate(ref, Attempt.Sure.FAIRLY), now));
        }
        if (asked.isTold()) {
            boolean played = asked.question().play().isPresent();
            return new Onward(next(beat, state), now -> after(beat, played ? act(FigureState::reset, now) : now));
        }
        Optional<Ghost> ghost = ghost(state);
        Attempt answer = ghost.map(asked::laying).orElse(asked);
        return answer.editor().isBlank()
                ? new Onward("play", now -> after(beat, now))
                : new Onward(
                        "that is my guess",
                        now -> heard(now.tutor().with(ref, answer).check(ref, true), now));
    }

    /** After a guess; once it is told the figure plays the case. */
    private ScreenState heard(Tutor.Update update, ScreenState state) {
        ScreenState heard = state.after(update);
        return guess(heard)
                .filter(Attempt::isTold)
                .flatMap(asked -> asked.question().play())
                .filter(play -> !play.plays().isEmpty())
                .map(play -> act(live -> live.playing(play.plays()), heard))
                .orElse(heard);
    }

    /** At a goal that running leads to: a figure short of its end runs, then the next goal comes, reached or not. */
    private Onward tried(GoalAttempt tried, ScreenState state) {
        boolean met = isMet(tried.goal(), state);
        Optional<Onward> run = met || !tried.isRun() ? Optional.empty() : run(tried.live());
        if (run.isPresent()) {
            return run.get();
        }
        int next = position(tried) + 1;
        boolean more = unmet(next, state).isPresent();
        String word = !met ? "skip" : more ? "next goal" : next(beat(state), state);
        return new Onward(word, now -> more ? goal(next, now) : after(beat(now), now));
    }

    /** Which goal of the section it is, from 0, also once its lesson has been saved anew. */
    int position(GoalAttempt tried) {
        List<Goal> goals = lesson().goals();
        return Page.first(i -> goals.get(i).id().equals(tried.goal().id()), 0, goals.size())
                .orElseThrow();
    }

    private Optional<Onward> run(FigureState<?> live) {
        return live.cursor().running() || live.isShort()
                ? Optional.of(new Onward(live.cursor().running() ? "pause" : "run", now -> act(FigureState::run, now)))
                : Optional.empty();
    }

    /** The rest of a page, a run, then the next station. */
    private Onward readOn(ScreenState state) {
        boolean cut = shown(state) != Pane.FIGURE
                && here(state).is(Kind.READ)
                && scroll < prose(state).bottom();
        if (cut) {
            return new Onward("read on", now -> now.in(scrolled(Go.PAGE_DOWN, now)));
        }
        Onward next = new Onward(next(beat, state), now -> after(beat, now));
        return here(state).is(Kind.READ) ? next : live(state).flatMap(this::run).orElse(next);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        if (effect instanceof Effect.Act act) {
            return act(act.action(), state);
        }
        if (effect instanceof Effect.Typing typed && entry.isPresent()) {
            return state.showing(typing(Optional.of(typed.change().apply(entry.get()))));
        }
        if (effect instanceof Effect.Typing || effect == Go.NEXT || effect == Go.PREVIOUS) {
            return search.map(found -> found.update(effect, this, state)).orElse(state);
        }
        Optional<Attempt> guess = guess(state);
        if (guess.isPresent() && effect instanceof Effect.Choose choose) {
            return state.with(state.tutor().with(asked(here(state)), guess.get().choosing(choose.option())));
        }
        if (guess.isPresent() && effect instanceof Effect.Rate rate) {
            return heard(state.tutor().rate(asked(here(state)), rate.sure()), state);
        }
        return go(Go.of(effect), state);
    }

    private ScreenState go(Go go, ScreenState state) {
        return switch (go) {
            case BACK -> back(state);
            case BEFORE -> beat == 0 ? state : enter(beat - 1, state);
            case TURN -> state.in(turned(state));
            case FOLLOW -> follow(state);
            case TYPE -> state.in(typing(Optional.of(Editor.EMPTY)));
            case SEARCH -> Search.begin(plain(), state);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM -> state.in(scrolled(go, state));
            default -> state;
        };
    }

    private ScreenState act(UnaryOperator<FigureState<?>> action, ScreenState state) {
        if (trial.isEmpty()) {
            return live(state)
                    .map(live -> acted(live, action.apply(live), state).saying(""))
                    .orElse(state);
        }
        GoalAttempt moved = trial.get().with(action.apply(trial.get().live()));
        return state.showing(trying(Optional.of(moved))).after(state.tutor().tried(section.id(), moved));
    }

    /** The figure after an action, which may have moved the ghost: then that is the answer now. */
    private ScreenState acted(FigureState<?> live, FigureState<?> next, ScreenState state) {
        Tutor tutor = state.tutor().with(ref(state), next);
        Optional<Ghost> ghost = next.cursor().guess().ghost();
        Optional<Attempt> guess = guess(state);
        return ghost.isEmpty()
                        || guess.isEmpty()
                        || ghost.equals(live.cursor().guess().ghost())
                ? state.with(tutor)
                : state.with(tutor.with(asked(here(state)), guess.get().laying(ghost.get())));
    }

    /** What was typed is the guess, or the value that the keys are on; what cannot be read stays, with the reason. */
    private ScreenState taken(ScreenState state) {
        String typed = entry.orElseThrow().text();
        Optional<Attempt> guess = typed(state);
        if (guess.isPresent()) {
            Attempt answered = guess.get().typed(line -> new Editor(typed, typed.length()));
            QuestionRef ref = asked(here(state));
            ScreenState asked = state.with(state.tutor().with(ref, answered));
            return typing(Optional.empty())
                    .heard(asked.tutor().check(ref, true), asked)
                    .showing(typing(Optional.empty()));
        }
        ReadingView done = typing(Optional.empty());
        return typed.isBlank() ? state.in(done) : done.act(live -> live.type(typed), state.showing(done));
    }

    /** One thing less: what is typed, the search, the worked steps, the goal, the guess; then the way it came. */
    private ScreenState back(ScreenState state) {
        Mode mode = live(state).map(live -> live.cursor().mode()).orElse(Mode.PICTURE);
        if (entry.isPresent()) {
            return state.in(typing(Optional.empty()));
        }
        if (search.isPresent()) {
            return state.in(looking(Optional.empty()));
        }
        if (mode == Mode.STEPS || mode == Mode.CODE) {
            return act(live -> live.show(mode), state);
        }
        if (trial.isPresent()) {
            return state.in(plain());
        }
        Optional<Attempt> guess = guess(state).filter(asked -> !asked.isTold());
        return guess.map(asked -> asked.rating()
                        ? state.with(state.tutor().with(asked(here(state)), asked.unrated()))
                        : after(beat, state))
                .orElseGet(() -> state.on(Go.LEAVE));
    }

    /** The figure, then the section's others, then the text again. */
    private ReadingView turned(ScreenState state) {
        Road road = road(state);
        int figure = road.figure(beat);
        if (here(state).is(Kind.READ) && !alone) {
            return at(road.of(Kind.PLAY, figure)).alone(true);
        }
        if (!alone && fitsBoth(state.size())) {
            return alone(true);
        }
        return figure + 1 < lesson().figures().size()
                ? at(road.of(Kind.PLAY, figure + 1)).alone(true)
                : at(road.of(Kind.READ, road.page(beat))).alone(false);
    }

    private boolean isMet(Goal goal, ScreenState state) {
        return state.progress().goals().contains(goal.id());
    }

    private Optional<Integer> unmet(int from, ScreenState state) {
        List<Goal> goals = lesson().goals();
        return IntStream.range(from, goals.size())
                .filter(i -> !isMet(goals.get(i), state))
                .boxed()
                .findFirst();
    }

    /** The first goal from this one on that is not reached, on a figure of its own; this one if all are. */
    ScreenState goal(int from, ScreenState state) {
        Goal goal = lesson().goals().get(unmet(from, state).orElse(from));
        return trial(goal, state);
    }

    ScreenState trial(Goal goal, ScreenState state) {
        return state.in(plain().trying(Optional.of(GoalAttempt.of(goal))));
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

    /** True on the last page of the text. */
    boolean isLast(ScreenState state) {
        return here(state).equals(new Beat(Kind.READ, lesson().pages().size() - 1));
    }

    /** Once the end of the last page is on the screen its section counts as read. */
    @Override
    public ScreenState seen(ScreenState state) {
        Road road = road(state);
        boolean last = road.page(beat) == lesson().pages().size() - 1;
        boolean end =
                shown(state) != Pane.FIGURE && last && scroll >= prose(state).bottom();
        boolean past = road.at(beat).is(Kind.PLAY) && last;
        boolean unread = !state.progress().isRead(section.id());
        return unread && (end || past) ? state.after(state.tutor().read(section.id())) : state;
    }
}
