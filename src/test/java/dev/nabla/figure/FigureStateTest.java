package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Action.Drag;
import dev.nabla.figure.Action.Jump;
import dev.nabla.figure.Action.MoveFocus;
import dev.nabla.figure.Action.Nudge;
import dev.nabla.figure.Action.Pin;
import dev.nabla.figure.Action.Reset;
import dev.nabla.figure.Action.ResetKnob;
import dev.nabla.figure.Action.Run;
import dev.nabla.figure.Action.Scrub;
import dev.nabla.figure.Action.Show;
import dev.nabla.figure.Action.Step;
import dev.nabla.figure.Action.Take;
import dev.nabla.figure.Action.Tick;
import dev.nabla.figure.Action.Undo;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.figure.chain.ChainFigure;
import dev.nabla.figure.chain.ChainModel;
import dev.nabla.figure.descent.DescentFigure;
import dev.nabla.figure.dot.DotFigure;
import dev.nabla.figure.matmul.MatmulFigure;
import dev.nabla.figure.matmul.MatmulModel;
import dev.nabla.math.Descent;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a viewer can do to a figure, as states. */
class FigureStateTest {
    private static final DescentFigure FIGURE = new DescentFigure();
    private static final Descent START = FIGURE.start();
    private static final FigureState<Descent> OPEN = FigureState.of(FIGURE);
    private static final Nudge RIGHT = new Nudge(1, 0, Stride.STEP);
    private static final Nudge LEFT = new Nudge(-1, 0, Stride.STEP);
    private static final Focus BALL = new Focus("start", 0);

    private static FigureState<Descent> after(Action... actions) {
        FigureState<Descent> live = OPEN;
        for (Action action : actions) {
            live = live.apply(action);
        }
        return live;
    }

    @Test
    void aFigureOpensOnItsFirstKnobWithNothingToUndo() {
        assertThat(OPEN.cursor().spot()).isEqualTo(new Focus("eta", 0));
        assertThat(OPEN.model()).isEqualTo(START);
        assertThat(OPEN.past()).isEmpty();
        assertThat(after(new Undo())).isEqualTo(OPEN);
    }

    @Test
    void aNudgeMovesTheFocusedValueByItsStrideAlone() {
        assertThat(after(RIGHT).model()).isEqualTo(START.withEta(0.19));
        assertThat(after(new Nudge(1, 0, Stride.FINE)).model()).isEqualTo(START.withEta(0.181));
        assertThat(after(new Nudge(1, 0, Stride.COARSE)).model()).isEqualTo(START.withEta(0.28));
    }

    @Test
    void upAndDownMoveThePointAndOtherwiseTheFocus() {
        assertThat(after(new Nudge(0, -1, Stride.STEP)).cursor().spot()).isEqualTo(BALL);
        assertThat(after(new Take(BALL), new Nudge(0, 1, Stride.STEP)).model())
                .isEqualTo(START.withStart(Vector.of(-2.5, 1.6)));
    }

    @Test
    void tabGoesRoundEveryPlaceAndBack() {
        int places = Focus.all(FIGURE, START).size();
        FigureState<Descent> live = OPEN;
        for (int i = 0; i < places; i++) {
            live = live.apply(new MoveFocus(1));
        }
        assertThat(live).isEqualTo(OPEN);
        assertThat(after(new MoveFocus(-1), new MoveFocus(1))).isEqualTo(OPEN);
        assertThat(after(new MoveFocus(1))).isNotEqualTo(OPEN);
    }

    @Test
    void undoGivesEveryEarlierModelBackInTurn() {
        FigureState<Descent> live = after(RIGHT, new Take(BALL), RIGHT, new Step(3));
        assertThat(live.apply(new Undo()).model())
                .isEqualTo(after(RIGHT, new Take(BALL), RIGHT).model());
        assertThat(live.apply(new Undo()).apply(new Undo()).model()).isEqualTo(START.withEta(0.19));
        assertThat(live.apply(new Undo()).apply(new Undo()).apply(new Undo()).model())
                .isEqualTo(START);
    }

    @Test
    void whatChangesNothingIsNotUndone() {
        FigureState<Descent> atTheEnd =
                FigureState.of(FIGURE, START.withEta(1.5)).apply(RIGHT);
        assertThat(atTheEnd.past()).isEmpty();
    }

    @Test
    void undoRemembersTwoHundredModelsAndNoMore() {
        FigureState<Descent> live = OPEN;
        for (int i = 0; i < 250; i++) {
            live = live.apply(i % 2 == 0 ? RIGHT : LEFT);
        }
        assertThat(live.past()).hasSize(FigureState.MOST_UNDO);
    }

    @Test
    void resetKnobPutsOnlyTheFocusedKnobBack() {
        FigureState<Descent> live = after(RIGHT, new Take(BALL), RIGHT);
        assertThat(live.apply(new ResetKnob()).model()).isEqualTo(START.withEta(0.19));
    }

    @Test
    void resetPutsEverythingBackToHowItOpenedAndCanBeUndone() {
        FigureState<Descent> live = after(RIGHT, new Step(4));
        FigureState<Descent> reset = live.apply(new Reset());
        assertThat(reset.model()).isEqualTo(START);
        assertThat(reset.cursor().reached()).isZero();
        assertThat(reset.apply(new Undo()).model()).isEqualTo(live.model());
    }

    @Test
    void resetLeadsToWhatALessonSetNotToTheFiguresOwnStart() {
        FigureState<Descent> lesson = FigureState.of(FIGURE, START.withEta(1.35));
        assertThat(lesson.apply(RIGHT).apply(new Reset()).model()).isEqualTo(START.withEta(1.35));
        assertThat(lesson.apply(RIGHT).apply(new ResetKnob()).model()).isEqualTo(START.withEta(1.35));
    }

    @Test
    void stepsGoOnAndBackButNotBeforeTheFirst() {
        assertThat(after(new Step(1)).model()).isEqualTo(START.withSteps(1));
        assertThat(after(new Step(3), new Step(-1)).model()).isEqualTo(START.withSteps(2));
        assertThat(after(new Step(-1)).model()).isEqualTo(START);
    }

    @Test
    void scrubbingStaysWithinTheStepsTaken() {
        FigureState<Descent> taken = after(new Step(5));
        assertThat(taken.apply(new Scrub(-2)).model()).isEqualTo(START.withSteps(3));
        assertThat(taken.apply(new Scrub(-2)).apply(new Scrub(9)).model()).isEqualTo(START.withSteps(5));
        assertThat(taken.apply(new Scrub(-9)).model()).isEqualTo(START);
    }

    @Test
    void jumpsGoToTheFirstStepAndTheFarthest() {
        FigureState<Descent> taken = after(new Step(5), new Scrub(-2));
        assertThat(taken.apply(new Jump(true)).model()).isEqualTo(START.withSteps(5));
        assertThat(taken.apply(new Jump(false)).model()).isEqualTo(START);
    }

    @Test
    void aRunStepsWithEveryTickUntilTheBallArrives() {
        FigureState<Descent> live = after(new Run());
        assertThat(live.cursor().running()).isTrue();
        int ticks = 0;
        while (live.cursor().running() && ticks++ < 1000) {
            live = live.apply(new Tick());
        }
        int arrived = START.withSteps(1000).run().convergedAt().orElseThrow();
        assertThat(live.model()).isEqualTo(START.withSteps(arrived));
        assertThat(live.apply(new Tick())).isEqualTo(live);
        assertThat(live.apply(new Undo()).model()).as("a run is undone as one").isEqualTo(START);
    }

    @Test
    void aTickWithoutARunDoesNothingAndARunCanBePaused() {
        assertThat(after(new Tick())).isEqualTo(OPEN);
        FigureState<Descent> paused = after(new Run(), new Tick(), new Run());
        assertThat(paused.cursor().running()).isFalse();
        assertThat(paused.apply(new Tick())).isEqualTo(paused);
        assertThat(paused.model()).isEqualTo(START.withSteps(1));
    }

    @Test
    void aRunThatCameToItsEndStartsAgain() {
        FigureState<Descent> over = FigureState.of(FIGURE, START.withSteps(500));
        assertThat(over.apply(new Run()).model()).isEqualTo(START);
    }

    @Test
    void pinningKeepsAModelAndPinningItAgainLetsGo() {
        FigureState<Descent> pinned = after(new Step(5), new Pin());
        assertThat(pinned.cursor().pinned()).isEqualTo(Optional.of(START.withSteps(5)));
        assertThat(pinned.apply(new Pin()).cursor().pinned()).isEmpty();
        assertThat(pinned.apply(RIGHT).apply(new Pin()).cursor().pinned())
                .isEqualTo(Optional.of(START.withEta(0.19).withSteps(5)));
    }

    @Test
    void aDragThatGoesOnIsUndoneAsOne() {
        FigureState<Descent> dragged =
                after(new Drag(BALL, 1, 1, false), new Drag(BALL, 1.52, 0.98, true), new Drag(BALL, 2.04, 0.5, true));
        assertThat(dragged.model()).isEqualTo(START.withStart(Vector.of(2, 0.5)));
        assertThat(dragged.cursor().spot()).isEqualTo(BALL);
        assertThat(dragged.apply(new Undo()).model()).isEqualTo(START);
    }

    @Test
    void takingAPlaceMovesTheFocusAndNoValue() {
        assertThat(after(new Take(BALL)).model()).isEqualTo(START);
        assertThat(after(new Take(BALL)).cursor().spot()).isEqualTo(BALL);
        assertThat(after(new Take(new Focus("nothing", 0)))).isEqualTo(OPEN);
        assertThat(after(new Drag(new Focus("start", 7), 1, 1, false))).isEqualTo(OPEN);
    }

    @Test
    void aModeIsShownAndLeftByTheSameAction() {
        FigureState<Descent> steps = after(new Show(Mode.STEPS));
        assertThat(steps.cursor().mode()).isEqualTo(Mode.STEPS);
        assertThat(steps.apply(new Show(Mode.TEXT)).cursor().mode()).isEqualTo(Mode.TEXT);
        assertThat(steps.apply(new Show(Mode.STEPS))).isEqualTo(OPEN);
    }

    @Test
    void theFocusLeavesAKnobThatIsGone() {
        FigureState<Descent> momentum =
                FigureState.of(FIGURE, START.with(START.optimizer().with(dev.nabla.math.Optimizer.Method.MOMENTUM)));
        FigureState<Descent> onBeta = momentum.apply(new Take(new Focus("beta", 0)));
        assertThat(onBeta.cursor().on("beta")).isTrue();
        FigureState<Descent> sgd =
                onBeta.apply(new Drag(new Focus("optimizer", 0), 0, 0, false)).apply(new Undo());
        assertThat(Focus.all(FIGURE, sgd.model())).contains(sgd.cursor().spot());
    }

    @Test
    void anActionThatIsNotAvailableDoesNothing() {
        FigureState<?> dot = FigureState.of(new DotFigure());
        for (Action action : List.of(
                new Step(1), new Action.Burst(), new Action.Scrub(1), new Action.Jump(true), new Run(), new Tick())) {
            assertThat(action.isAvailable(OPEN)).isTrue();
            assertThat(action.isAvailable(dot)).isFalse();
            assertThat(dot.apply(action)).isEqualTo(dot);
        }
        assertThat(new Action.Play("orthogonal").isAvailable(dot)).isTrue();
        assertThat(new Action.Play("orthogonal").isAvailable(OPEN)).isFalse();
        assertThat(new Pin().isAvailable(dot)).isTrue();
        assertThat(new Pin().isAvailable(FigureState.of(new MatmulFigure()))).isFalse();
    }

    @Test
    void spaceSendsTheSignalOneEdgeDownAndALeafCanBePointedAt() {
        FigureState<ChainModel> live = FigureState.of(new ChainFigure());
        assertThat(live.model().travelled()).isEqualTo(6);
        FigureState<ChainModel> sent = live.apply(new Action.Step(1)).apply(new Action.Step(1));
        assertThat(sent.model().travelled()).isEqualTo(2);
        assertThat(sent.apply(new Action.Step(9)).model().sent()).isEqualTo(6);
        assertThat(sent.apply(new Action.Drag(new Focus("leaf", 0), 63.7, 0, false))
                        .model()
                        .leaf())
                .isEqualTo(64);
    }

    @Test
    void tabMeetsTheSlopesAsTheSignalDoes() {
        FigureState<ChainModel> live = FigureState.of(new ChainFigure());
        assertThat(live.cursor().spot()).isEqualTo(new Focus("slopes", 5));
        assertThat(live.apply(new Action.MoveFocus(1)).cursor().spot()).isEqualTo(new Focus("slopes", 4));
    }

    @Test
    void aProductBecomesALayerAndBack() {
        FigureState<MatmulModel> live = FigureState.of(new MatmulFigure());
        FigureState<MatmulModel> layer = live.apply(new Action.Play("layer"));
        assertThat(layer.model().isLayer()).isTrue();
        assertThat(layer.model().product().orElseThrow().c()).isEqualTo(Numerals.matrix("59;141"));
        assertThat(layer.apply(new Action.Play("layer")).model()).isEqualTo(layer.model());
        assertThat(layer.apply(new Action.Undo()).model()).isEqualTo(live.model());
    }
}
