package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.math.BadInput;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question of a review.
 *
 * @param review the review, which is not at its end
 * @param up lines scrolled up from the rest position
 */
public record ReviewView(Review review, int up) implements AnsweringView {
    /** Starts a review. With nothing due it says when the next review is. */
    static ScreenState open(ScreenState state) {
        Review due = Review.of(state.tutor());
        return due.isOver() ? state.withNotice(state.progress().agendaSentence()) : at(due, state);
    }

    /** Goes on with the rest of a review. A question that was begun keeps its numbers. */
    static ScreenState resumed(Review left, ScreenState state) {
        boolean begun = !left.isOver()
                && !left.question().opens()
                && state.tutor().attempt(left.question()).isPresent();
        return begun ? state.withView(new ReviewView(left, 0)) : at(left, state);
    }

    /**
     * Asks the current question of a review, or shows its end. A question that cannot be asked is skipped with a
     * message.
     */
    private static ScreenState at(Review review, ScreenState state) {
        if (review.isOver()) {
            return state.show(new ReviewedView(review));
        }
        try {
            ScreenState asking = state.withTutor(review.ask(state.tutor()));
            ReviewView view = new ReviewView(review, 0);
            return review.guess(state.course())
                    .map(guess -> new Reading(guess, true, 0, Optional.empty()))
                    .map(guess -> new GuessView(guess, Optional.of(view)).open(asking))
                    .orElseGet(() -> asking.show(view));
        } catch (BadInput bad) {
            return at(review.withoutCurrent(), state).withNotice(bad.getMessage());
        }
    }

    @Override
    public QuestionRef question() {
        return review.question();
    }

    @Override
    public LearnerLocation location(ScreenState state) {
        return new LearnerLocation(
                question().section(), Doing.REVIEW, question().id());
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>(AnsweringView.super.keys(state));
        keys.removeAll(List.of(KeyContext.SEVERAL, KeyContext.ANEW));
        return keys;
    }

    @Override
    public ScreenState go(Navigation go, Attempt attempt, ScreenState state) {
        return go == Navigation.BACK ? state.show(HomeView.of(state)) : state;
    }

    @Override
    public Optional<Review> reviewing() {
        return Optional.of(review);
    }

    @Override
    public boolean isReview() {
        return true;
    }

    @Override
    public boolean explainsSigns() {
        return true;
    }

    @Override
    public String name() {
        return "the review";
    }

    @Override
    public String following(Effect effect, ScreenState state) {
        return effect == Navigation.ONWARD ? "the next question" : AnsweringView.super.following(effect, state);
    }

    @Override
    public Onward actionWhenOver(Attempt attempt, ScreenState state) {
        return new Onward(attempt.isOver() ? "go on" : "skip", this::next);
    }

    /** Asks the next question, or shows the end. */
    ScreenState next(ScreenState state) {
        return at(review.next(state.tutor()), state);
    }

    @Override
    public String count() {
        return "question " + question().id();
    }

    @Override
    public ReviewView up(int lines) {
        return new ReviewView(review, lines);
    }

    ViewBlock.HeadBlock head(ScreenState state) {
        String deeper = attempt(state).question().deeper() ? "deeper, " : "";
        return new ViewBlock.HeadBlock(title(state), Line.EMPTY.dim(deeper + left()), Optional.empty());
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        return List.of(head(state), asked(state));
    }

    @Override
    public Canvas frame(Canvas canvas, ScreenState state) {
        Canvas text = pageBeside(state)
                .map(page -> ScreenLayout.splitForPage(page, state, canvas))
                .orElse(canvas);
        return Painter.head(head(state), text);
    }

    private Line title(ScreenState state) {
        String section = question().section();
        return Line.EMPTY
                .span("Review", Tone.TEXT, Weight.BOLD)
                .dim("  " + section + " " + state.course().section(section).title());
    }

    private String left() {
        return review.left() + " to go";
    }

    /** Returns the title for the rule below a guess, which stands in place of the road of a section. */
    Line titleInRule(ScreenState state) {
        return Line.join(List.of(Line.of(" "), title(state).dim(", " + left() + " ")), "");
    }
}
