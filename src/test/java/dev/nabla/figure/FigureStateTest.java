package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.ViewState.Mode;
import dev.nabla.figure.chain.ChainFigure;
import dev.nabla.figure.chain.ChainModel;
import dev.nabla.figure.descent.DescentFigure;
import dev.nabla.figure.dot.DotFigure;
import dev.nabla.figure.matmul.MatmulFigure;
import dev.nabla.figure.matmul.MatmulModel;
import dev.nabla.math.Descent;
import dev.nabla.math.Dot;
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
    private static final Focus BALL = new Focus("start", 0);

    @Test
    void aFigureOpensOnItsFirstKnobWithNothingToUndo() {
        assertThat(OPEN.cursor().spot()).isEqualTo(new Focus("eta", 0));
        assertThat(OPEN.model()).isEqualTo(START);
        assertThat(OPEN.past()).isEmpty();
        assertThat(OPEN.undo()).isEqualTo(OPEN);
    }

    @Test
    void aNudgeMovesTheFocusedValueByItsStrideAlone() {
        assertThat(OPEN.nudge(1, 0, Stride.STEP).model()).isEqualTo(START.withEta(0.19));
        assertThat(OPEN.nudge(1, 0, Stride.FINE).model()).isEqualTo(START.withEta(0.181));
        assertThat(OPEN.nudge(1, 0, Stride.COARSE).model()).isEqualTo(START.withEta(0.28));
    }

    @Test
    void upAndDownMoveThePointAndOtherwiseTheFocus() {
        assertThat(OPEN.nudge(0, -1, Stride.STEP).cursor().spot()).isEqualTo(BALL);
        assertThat(OPEN.take(BALL).nudge(0, 1, Stride.STEP).model()).isEqualTo(START.withStart(Vector.of(-2.5, 1.6)));
    }

    @Test
    void tabGoesRoundEveryPlaceAndBack() {
        int places = Focus.all(FIGURE, START).size();
        FigureState<Descent> live = OPEN;
        for (int i = 0; i < places; i++) {
            live = live.focus(1);
        }
        assertThat(live).isEqualTo(OPEN);
        assertThat(OPEN.focus(-1).focus(1)).isEqualTo(OPEN);
        assertThat(OPEN.focus(1)).isNotEqualTo(OPEN);
    }

    @Test
    void undoGivesEveryEarlierModelBackInTurn() {
        FigureState<Descent> live = OPEN.nudge(1, 0, Stride.STEP)
                .take(BALL)
                .nudge(1, 0, Stride.STEP)
                .step(3);
        assertThat(live.undo().model())
                .isEqualTo(OPEN.nudge(1, 0, Stride.STEP)
                        .take(BALL)
                        .nudge(1, 0, Stride.STEP)
                        .model());
        assertThat(live.undo().undo().model()).isEqualTo(START.withEta(0.19));
        assertThat(live.undo().undo().undo().model()).isEqualTo(START);
    }

    @Test
    void whatChangesNothingIsNotUndone() {
        FigureState<Descent> atTheEnd =
                FigureState.of(FIGURE, START.withEta(1.5)).nudge(1, 0, Stride.STEP);
        assertThat(atTheEnd.past()).isEmpty();
    }

    @Test
    void undoRemembersTwoHundredModelsAndNoMore() {
        FigureState<Descent> live = OPEN;
        for (int i = 0; i < 250; i++) {
            live = live.nudge(i % 2 == 0 ? 1 : -1, 0, Stride.STEP);
        }
        assertThat(live.past()).hasSize(FigureState.MOST_UNDO);
    }

    @Test
    void resetKnobPutsOnlyTheFocusedKnobBack() {
        FigureState<Descent> live = OPEN.nudge(1, 0, Stride.STEP).take(BALL).nudge(1, 0, Stride.STEP);
        assertThat(live.resetKnob().model()).isEqualTo(START.withEta(0.19));
    }

    @Test
    void resetPutsEverythingBackToHowItOpenedAndCanBeUndone() {
        FigureState<Descent> live = OPEN.nudge(1, 0, Stride.STEP).step(4);
        FigureState<Descent> reset = live.reset();
        assertThat(reset.model()).isEqualTo(START);
        assertThat(reset.cursor().reached()).isZero();
        assertThat(reset.undo().model()).isEqualTo(live.model());
    }

    @Test
    void resetLeadsToWhatALessonSetNotToTheFiguresOwnStart() {
        FigureState<Descent> lesson = FigureState.of(FIGURE, START.withEta(1.35));
        assertThat(lesson.nudge(1, 0, Stride.STEP).reset().model()).isEqualTo(START.withEta(1.35));
        assertThat(lesson.nudge(1, 0, Stride.STEP).resetKnob().model()).isEqualTo(START.withEta(1.35));
    }

    @Test
    void stepsGoOnAndBackButNotBeforeTheFirst() {
        assertThat(OPEN.step(1).model()).isEqualTo(START.withSteps(1));
        assertThat(OPEN.step(3).step(-1).model()).isEqualTo(START.withSteps(2));
        assertThat(OPEN.step(-1).model()).isEqualTo(START);
    }

    @Test
    void scrubbingStaysWithinTheStepsTaken() {
        FigureState<Descent> taken = OPEN.step(5);
        assertThat(taken.scrub(-2).model()).isEqualTo(START.withSteps(3));
        assertThat(taken.scrub(-2).scrub(9).model()).isEqualTo(START.withSteps(5));
        assertThat(taken.scrub(-9).model()).isEqualTo(START);
    }

    @Test
    void jumpsGoToTheFirstStepAndTheFarthest() {
        FigureState<Descent> taken = OPEN.step(5).scrub(-2);
        assertThat(taken.scrub(Integer.MAX_VALUE).model()).isEqualTo(START.withSteps(5));
        assertThat(taken.scrub(-Integer.MAX_VALUE).model()).isEqualTo(START);
    }

    @Test
    void aRunStepsWithEveryTickUntilTheBallArrives() {
        FigureState<Descent> live = OPEN.run();
        assertThat(live.cursor().running()).isTrue();
        int ticks = 0;
        while (live.cursor().running() && ticks++ < 1000) {
            live = live.tick();
        }
        int arrived = START.withSteps(1000).run().convergedAt().orElseThrow();
        assertThat(live.model()).isEqualTo(START.withSteps(arrived));
        assertThat(live.tick()).isEqualTo(live);
        assertThat(live.undo().model()).as("a run is undone as one").isEqualTo(START);
    }

    @Test
    void aTickWithoutARunDoesNothingAndARunCanBePaused() {
        assertThat(OPEN.tick()).isEqualTo(OPEN);
        FigureState<Descent> paused = OPEN.run().tick().run();
        assertThat(paused.cursor().running()).isFalse();
        assertThat(paused.tick()).isEqualTo(paused);
        assertThat(paused.model()).isEqualTo(START.withSteps(1));
    }

    @Test
    void aRunThatCameToItsEndStartsAgain() {
        FigureState<Descent> over = FigureState.of(FIGURE, START.withSteps(500));
        assertThat(over.run().model()).isEqualTo(START);
    }

    @Test
    void pinningKeepsAModelAndPinningItAgainLetsGo() {
        FigureState<Descent> pinned = OPEN.step(5).pin();
        assertThat(pinned.cursor().pinned()).isEqualTo(Optional.of(START.withSteps(5)));
        assertThat(pinned.pin().cursor().pinned()).isEmpty();
        assertThat(pinned.nudge(1, 0, Stride.STEP).pin().cursor().pinned())
                .isEqualTo(Optional.of(START.withEta(0.19).withSteps(5)));
    }

    @Test
    void aDragThatGoesOnIsUndoneAsOne() {
        FigureState<Descent> dragged =
                OPEN.drag(BALL, 1, 1, false).drag(BALL, 1.52, 0.98, true).drag(BALL, 2.04, 0.5, true);
        assertThat(dragged.model()).isEqualTo(START.withStart(Vector.of(2, 0.5)));
        assertThat(dragged.cursor().spot()).isEqualTo(BALL);
        assertThat(dragged.undo().model()).isEqualTo(START);
    }

    @Test
    void takingAPlaceMovesTheFocusAndNoValue() {
        assertThat(OPEN.take(BALL).model()).isEqualTo(START);
        assertThat(OPEN.take(BALL).cursor().spot()).isEqualTo(BALL);
        assertThat(OPEN.take(new Focus("nothing", 0))).isEqualTo(OPEN);
        assertThat(OPEN.drag(new Focus("start", 7), 1, 1, false)).isEqualTo(OPEN);
    }

    @Test
    void aModeIsShownAndLeftByTheSameAction() {
        FigureState<Descent> steps = OPEN.show(Mode.STEPS);
        assertThat(steps.cursor().mode()).isEqualTo(Mode.STEPS);
        assertThat(steps.show(Mode.TEXT).cursor().mode()).isEqualTo(Mode.TEXT);
        assertThat(steps.show(Mode.STEPS)).isEqualTo(OPEN);
    }

    @Test
    void theFocusLeavesAKnobThatIsGone() {
        FigureState<Descent> momentum =
                FigureState.of(FIGURE, START.with(START.optimizer().with(dev.nabla.math.Optimizer.Method.MOMENTUM)));
        FigureState<Descent> onBeta = momentum.take(new Focus("beta", 0));
        assertThat(onBeta.cursor().on("beta")).isTrue();
        FigureState<Descent> sgd =
                onBeta.drag(new Focus("optimizer", 0), 0, 0, false).undo();
        assertThat(Focus.all(FIGURE, sgd.model())).contains(sgd.cursor().spot());
    }

    @Test
    void anActionThatIsNotAvailableDoesNothing() {
        FigureState<Dot> dot = FigureState.of(new DotFigure());
        assertThat(List.of(dot.step(1), dot.burst(), dot.scrub(1), dot.run(), dot.tick(), dot.play("layer")))
                .containsOnly(dot);
        FigureState<MatmulModel> product = FigureState.of(new MatmulFigure());
        assertThat(product.pin()).isEqualTo(product);
    }

    @Test
    void spaceSendsTheSignalOneEdgeDownAndALeafCanBePointedAt() {
        FigureState<ChainModel> live = FigureState.of(new ChainFigure());
        assertThat(live.model().travelled()).isEqualTo(6);
        FigureState<ChainModel> sent = live.step(1).step(1);
        assertThat(sent.model().travelled()).isEqualTo(2);
        assertThat(sent.step(9).model().sent()).isEqualTo(6);
        assertThat(sent.drag(new Focus("leaf", 0), 63.7, 0, false).model().leaf())
                .isEqualTo(64);
    }

    @Test
    void tabMeetsTheSlopesAsTheSignalDoes() {
        FigureState<ChainModel> live = FigureState.of(new ChainFigure());
        assertThat(live.cursor().spot()).isEqualTo(new Focus("slopes", 5));
        assertThat(live.focus(1).cursor().spot()).isEqualTo(new Focus("slopes", 4));
    }

    @Test
    void aProductBecomesALayerAndBack() {
        FigureState<MatmulModel> live = FigureState.of(new MatmulFigure());
        FigureState<MatmulModel> layer = live.play("layer");
        assertThat(layer.model().isLayer()).isTrue();
        assertThat(layer.model().product().orElseThrow().c()).isEqualTo(Numerals.matrix("59;141"));
        assertThat(layer.play("layer").model()).isEqualTo(layer.model());
        assertThat(layer.undo().model()).isEqualTo(live.model());
    }
}
