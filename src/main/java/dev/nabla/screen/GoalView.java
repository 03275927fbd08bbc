package dev.nabla.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.key.Navigation;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.tutor.GoalAttempt;
import dev.nabla.tutor.Walk;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A goal that the learner tries to reach on a separate copy of the figure.
 *
 * @param under the section to return to, with its position and scrolling
 * @param walk the position of the goal, with the figure in use
 */
record GoalView(Reading under, Walk walk) implements StationView {
    @Override
    public GoalView withReading(Reading other) {
        return new GoalView(other, walk);
    }

    @Override
    public GoalView withWalk(Walk moved) {
        return new GoalView(under, moved);
    }

    GoalAttempt trial() {
        return walk.trial().orElseThrow();
    }

    @Override
    public Optional<FigureState<?>> live(ScreenState state) {
        return Optional.of(trial().live());
    }

    @Override
    public ViewBlock.FigureUse use() {
        return ViewBlock.FigureUse.ASKED;
    }

    @Override
    public List<ViewBlock> besideFigure(ScreenState state) {
        return List.of(new ViewBlock.GoalBlock(
                walk.index() + 1, under.lesson().goals().size(), trial(), walk.isDone(state.tutor())));
    }

    @Override
    public boolean turns() {
        return false;
    }

    @Override
    public LearnerLocation location(ScreenState state) {
        return new LearnerLocation(under.section().id(), Doing.GOAL, String.valueOf(walk.index() + 1));
    }

    @Override
    public QuestionStrip questionStrip(int width, ScreenState state) {
        return QuestionStrip.goal(this, state, width);
    }

    @Override
    public Onward onward(ScreenState state) {
        return walk.runs(state.tutor()) ? running(state) : goOnOrSkipAction("next goal", state);
    }

    @Override
    public ScreenState leave(ScreenState state) {
        return close(state);
    }

    @Override
    public String placeName() {
        return "goal " + (walk.index() + 1);
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        return withWayBack(StationView.super.keyLabels(state));
    }
}
