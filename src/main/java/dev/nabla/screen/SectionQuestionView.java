package dev.nabla.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionText;
import dev.nabla.room.LearnerLocation;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Road;
import dev.nabla.tutor.Tutor.FigureRef;
import dev.nabla.tutor.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions of a section, asked one at a time.
 *
 * @param under the section to return to, with its position and scrolling
 * @param walk the position of the question
 * @param up lines scrolled up from the rest position
 */
record SectionQuestionView(Reading under, Walk walk, int up) implements AnsweringView, SectionView {
    @Override
    public Optional<String> item() {
        return walk.item();
    }

    @Override
    public QuestionRef question() {
        return walk.question().orElseThrow();
    }

    @Override
    public LearnerLocation location(ScreenState state) {
        return AnsweringView.super.location(state);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>(AnsweringView.super.keys(state));
        if (attempt(state).isOver()) {
            keys.add(KeyContext.ANSWERED);
        }
        if (options(state) > 0 || attempt(state).isOver()) {
            keys.add(KeyContext.SECTIONS);
        }
        return keys;
    }

    @Override
    public ScreenState go(Navigation go, Attempt attempt, ScreenState state) {
        return switch (go) {
            case BACK -> close(state);
            case BEFORE -> goBack(state);
            case NEXT -> anotherExercise(1, state);
            case PREVIOUS -> anotherExercise(-1, state);
            default -> state;
        };
    }

    /**
     * Returns a figure with the numbers of the question; without such numbers the section's figure as it stands, of the
     * page that explains the question, unless it is drawn beside the question.
     */
    @Override
    public Optional<FigureState<?>> askedFigure(ScreenState state) {
        boolean beside = under.isBeside(state) && pageBeside(state).isEmpty();
        return AnsweringView.super
                .askedFigure(state)
                .or(() -> beside ? Optional.empty() : explaining(state))
                .or(() -> beside ? Optional.empty() : under.live(state));
    }

    /** Returns the section's figure that follows the page which explains the question, unless that is the one below. */
    private Optional<FigureState<?>> explaining(ScreenState state) {
        Road road = under.road(state);
        int below = road.figure(under.walk().station());
        return state.course()
                .explaining(attempt(state).question())
                .filter(page -> page.section().equals(under.section()))
                .map(page -> road.figure(road.of(StationKind.READ, page.page())))
                .filter(figure -> figure != below)
                .flatMap(figure ->
                        state.tutor().figure(new FigureRef(under.section().id(), figure)));
    }

    @Override
    public String name() {
        return walk.questionName();
    }

    @Override
    public String count() {
        return walk.questionCount();
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        List<ViewBlock> blocks = new ArrayList<>(List.of(head(Line.EMPTY, state), asked(state)));
        blocks.addAll(figureBeside(state));
        return blocks;
    }

    @Override
    public String placeName() {
        return name();
    }

    /**
     * Returns what Enter does: ask again after a right answer that needed all help, else the next open question, else
     * the next station.
     */
    @Override
    public Onward actionWhenOver(Attempt attempt, ScreenState state) {
        return walk.asksAgain(state.tutor())
                ? new Onward(attempt.retryLabel(), this::askAgain)
                : goOnOrSkipAction("next question", state);
    }

    @Override
    public SectionQuestionView up(int lines) {
        return new SectionQuestionView(under, walk, lines);
    }

    /**
     * Draws the frame, with the question's place among all and, if there is room for it, a mark per question, filled
     * for those answered.
     */
    @Override
    public Canvas frame(Canvas canvas, ScreenState state) {
        Line count = Line.EMPTY.dim(count());
        Line marks = count.text("  ");
        for (Question each : walk.askedWith()) {
            boolean right = state.progress().isRight(each.id());
            boolean here = each.id().equals(question().id());
            Tone tone = here ? Tone.SECOND : right ? Tone.RESULT : Tone.DIM;
            marks = marks.span(right ? "●" : "○", tone, here ? Weight.BOLD : Weight.PLAIN);
        }
        int taken = canvas.width(ScreenLayout.title(under.section()).plain())
                + canvas.glyphs().width(marks);
        int room = under.isBeside(state) || pageBeside(state).isPresent() ? Reading.TEXT_COLUMNS : canvas.width();
        Line aside = taken + 3 < room ? marks : count;
        return ScreenLayout.exercise(Line.of(sentence(state)), aside, pageBeside(state), this, state, canvas);
    }

    /** Returns the sentence below the road: what a wrong answer leads to, or that mastery does not need this one. */
    private String sentence(ScreenState state) {
        Attempt attempt = attempt(state);
        if (attempt.isMissed()) {
            return "One more try; then the answer is shown, with its steps";
        }
        if (attempt.isShown()) {
            return comesBack(state);
        }
        return attempt.question().deeper() ? QuestionText.DEEPER : "";
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = AnsweringView.super.keyLabels(state);
        return attempt(state).rating() ? words : withWayBack(words);
    }
}
