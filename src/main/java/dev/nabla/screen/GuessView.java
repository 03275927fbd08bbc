package dev.nabla.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess.Ghost;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.question.Question;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.screen.part.ConfidencePrompt;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.LineEditor;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Review;
import dev.nabla.tutor.Tutor.Update;
import dev.nabla.tutor.Walk;
import dev.nabla.tutor.Walk.WalkStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A guess about a figure, made before the learner plays with it, or in a review.
 *
 * @param under the position of the figure, with the page beside it
 * @param review the review that asks it; empty in a section
 */
record GuessView(Reading under, Optional<ReviewView> review) implements StationView {
    private static final ConfidencePrompt CONFIDENCE = new ConfidencePrompt("   ");

    /** Returns the figure of the guess, where the question leaves it no room. */
    @Override
    public Optional<FigureState<?>> askedFigure(ScreenState state) {
        return guess(state).rating() || new StationDrawing(this, state).showsWholeFigure()
                ? Optional.empty()
                : live(state);
    }

    @Override
    public String name() {
        return "the guess";
    }

    /** Creates the guess of a section. */
    GuessView(Reading under) {
        this(under, Optional.empty());
    }

    /**
     * Opens the guess. If it hides parts of the figure and is still open, the figure is reset first, because the guess
     * is about its initial state.
     */
    ScreenState open(ScreenState state) {
        Attempt attempt = guess(state);
        Optional<FigureState<?>> live = walk().live(state.tutor());
        boolean hides = !attempt.hasShownVerdict() && attempt.question().play().isPresent();
        if (!hides || live.isEmpty()) {
            return state.show(this);
        }
        WalkStep step = walk().withFigure(live.get().asking(attempt.about(live.get())), state.tutor());
        return state.after(step.update()).show(withWalk(step.walk()));
    }

    @Override
    public GuessView withReading(Reading other) {
        return new GuessView(other, review);
    }

    @Override
    public GuessView withWalk(Walk moved) {
        return withReading(under.withWalk(moved));
    }

    /** Returns the position in the section; empty in a review, which leaves the learner's position as it is. */
    @Override
    public Optional<Reading> reading() {
        return review.isPresent() ? Optional.empty() : StationView.super.reading();
    }

    @Override
    public boolean explainsSigns() {
        return true;
    }

    @Override
    public boolean showsFigure(ScreenState state) {
        return review.isEmpty() && StationView.super.showsFigure(state);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>(StationView.super.keys(state));
        keys.add(KeyContext.LOOK);
        if (review.isPresent()) {
            keys.removeAll(List.of(KeyContext.TURN, KeyContext.SECTION, KeyContext.SECTIONS));
        }
        return keys;
    }

    @Override
    public Canvas above(List<Line> sentence, Canvas canvas, ScreenState state) {
        return review.map(asking -> ScreenLayout.above(sentence, asking.titleInRule(state), canvas))
                .orElseGet(() -> StationView.super.above(sentence, canvas, state));
    }

    @Override
    public Onward goOnAction(ScreenState state) {
        return review.isPresent() ? new Onward("go on", this::goOn) : StationView.super.goOnAction(state);
    }

    @Override
    public String following(Effect effect, ScreenState state) {
        boolean plays = review.isEmpty()
                || !guess(state).editor().isBlank() && !guess(state).hasShownVerdict();
        return plays ? StationView.super.following(effect, state) : review.get().following(effect, state);
    }

    @Override
    public ScreenState goOn(ScreenState state) {
        return review.map(asking -> asking.next(state)).orElseGet(() -> StationView.super.goOn(state));
    }

    @Override
    public ViewBlock.FigureUse use() {
        return review.isPresent() ? ViewBlock.FigureUse.FIRST_SEEN : ViewBlock.FigureUse.ASKED;
    }

    @Override
    public List<ViewBlock> besideFigure(ScreenState state) {
        Attempt asked = guess(state);
        String name = review.map(asking -> asking.count() + ", a guess").orElse("guess first");
        return List.of(ViewBlock.AttemptBlock.of(name, ViewBlock.QuestionKind.GUESS, asked, state));
    }

    @Override
    public ViewBlock.HeadBlock head(Line aside, ScreenState state) {
        return review.map(asking -> asking.head(state)).orElseGet(() -> StationView.super.head(aside, state));
    }

    @Override
    public Optional<Review> reviewing() {
        return review.map(ReviewView::review);
    }

    private QuestionRef ref() {
        return walk().question().orElseThrow();
    }

    Attempt guess(ScreenState state) {
        return state.tutor().attempt(ref()).orElseThrow();
    }

    private ScreenState withAttempt(Attempt attempt, ScreenState state) {
        return state.withTutor(state.tutor().withAttempt(ref(), attempt));
    }

    private Optional<Ghost> ghost(ScreenState state) {
        return live(state).flatMap(live -> live.cursor().guess().ghost());
    }

    /** Returns whether typed text is the guess: a number is asked for and not yet answered. */
    private boolean isTyped(ScreenState state) {
        Attempt attempt = guess(state);
        return !attempt.isChoice() && !attempt.rating() && !attempt.hasShownVerdict();
    }

    @Override
    public int options(ScreenState state) {
        Attempt attempt = guess(state);
        return attempt.hasShownVerdict() || attempt.rating()
                ? 0
                : attempt.variant().options().size();
    }

    @Override
    public List<KeyContext> exerciseKeys(ScreenState state) {
        Attempt asked = guess(state);
        if (asked.hasShownVerdict()) {
            return List.of(KeyContext.EXPLAINED);
        }
        if (asked.rating()) {
            return List.of(KeyContext.RATING);
        }
        return isTyped(state) ? List.of(KeyContext.GUESS, KeyContext.NUMBER) : List.of(KeyContext.GUESS);
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = StationView.super.keyLabels(state);
        Attempt asked = guess(state);
        if (asked.hasShownVerdict()) {
            state.course().explaining(asked.question()).ifPresent(page -> words.put(Navigation.EXPLAIN, page.label()));
        }
        if (review.isPresent() && !asked.rating()) {
            words.put(Navigation.BACK, "home");
        }
        return words;
    }

    @Override
    public boolean leadsBack(ScreenState state) {
        return guess(state).hasShownVerdict();
    }

    @Override
    public LearnerLocation location(ScreenState state) {
        Attempt attempt = guess(state);
        String section = under.section().id();
        if (!attempt.hasShownVerdict()) {
            return new LearnerLocation(section, Doing.GUESS, attempt.id());
        }
        return review.map(asking -> asking.location(state)).orElse(new LearnerLocation(section, Doing.FIGURE, ""));
    }

    @Override
    public List<Line> sentence(Canvas canvas, ScreenState state) {
        return guess(state).rating() ? List.of(CONFIDENCE.line()) : StationView.super.sentence(canvas, state);
    }

    /** Draws the station, and lets the mouse choose an option or a confidence. */
    @Override
    public void draw(Canvas canvas, ScreenState state) {
        StationView.super.draw(canvas, state);
        if (guess(state).rating()) {
            CONFIDENCE.letClick(1, canvas.height() - 1, canvas);
        }
    }

    @Override
    public QuestionStrip questionStrip(int width, ScreenState state) {
        return QuestionStrip.guess(
                guess(state), ghost(state), width, state.font().glyphs());
    }

    /**
     * Returns what Enter does: rate the guess as fairly sure, go on after the verdict, check the guess, or play the
     * figure without one. Going on resets a figure that has played the case.
     */
    @Override
    public Onward onward(ScreenState state) {
        Attempt attempt = guess(state);
        if (attempt.rating()) {
            return new Onward("fairly", now -> afterUpdate(now.tutor().rate(ref(), Attempt.Confidence.FAIRLY), now));
        }
        if (attempt.hasShownVerdict()) {
            boolean played = attempt.question().play().isPresent();
            return new Onward(goOnAction(state).word(), now -> goOn(played ? act(FigureState::restarted, now) : now));
        }
        return attempt.editor().isBlank()
                ? new Onward(review.isPresent() ? "skip" : "play", this::goOn)
                : new Onward("that is my guess", now -> check(attempt, now));
    }

    private ScreenState check(Attempt answer, ScreenState state) {
        ScreenState typed = withAttempt(answer, state);
        return afterUpdate(typed.tutor().check(ref(), false), typed);
    }

    /** Stores the result of a guess. Once the verdict is shown, the figure plays the case that was asked about. */
    private ScreenState afterUpdate(Update update, ScreenState state) {
        ScreenState updated = state.after(update);
        Optional<Question.Play> play = guess(updated).question().play();
        return guess(updated).hasShownVerdict()
                        && play.isPresent()
                        && !play.get().plays().isEmpty()
                ? act(live -> live.playing(play.get().plays()), updated)
                : updated;
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        if (effect instanceof Effect.Choose choose) {
            return withAttempt(guess(state).choosing(choose.option()), state);
        }
        if (effect instanceof Effect.Rate rate) {
            return afterUpdate(state.tutor().rate(ref(), rate.sure()), state);
        }
        if (effect instanceof Effect.Typing typing && guess(state).isChoice()) {
            return withAttempt(guess(state).typed(typing.change()), state);
        }
        if (effect instanceof Effect.Typing typing) {
            return state.show(new EntryView(this, typing.change().apply(LineEditor.EMPTY)));
        }
        if (effect == Navigation.EXPLAIN) {
            return ExplanationView.open(guess(state), "the guess", this, state);
        }
        return StationView.super.update(effect, state);
    }

    /** Applies a change of the figure. If it moved the ghost, the ghost's position becomes the guess. */
    @Override
    public ScreenState withFigure(FigureState<?> before, FigureState<?> live, ScreenState state) {
        ScreenState moved = StationView.super.withFigure(before, live, state);
        Optional<Ghost> ghost = live.cursor().guess().ghost();
        return ghost.isEmpty() || ghost.equals(before.cursor().guess().ghost())
                ? moved
                : withAttempt(guess(moved).withGhost(ghost.get()), moved);
    }

    @Override
    public String entryName(ScreenState state) {
        return isTyped(state) ? "your guess" : StationView.super.entryName(state);
    }

    @Override
    public String entryText(ScreenState state) {
        return isTyped(state) ? guess(state).editor().text() : StationView.super.entryText(state);
    }

    @Override
    public ScreenState take(String typed, ScreenState state) {
        return isTyped(state)
                ? check(guess(state).typing(typed), state.withView(this))
                : StationView.super.take(typed, state);
    }

    @Override
    public ScreenState leave(ScreenState state) {
        Attempt attempt = guess(state);
        if (attempt.rating()) {
            return withAttempt(attempt.unrated(), state);
        }
        boolean isOver = attempt.hasShownVerdict() || review.isPresent();
        return isOver ? StationView.super.leave(state) : goOn(state);
    }
}
