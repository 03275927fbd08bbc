package dev.nabla.figure.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Codec.Stride;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.gpt.Recipe;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training on a screen, which waits for no step, and beside it one that is waited for. */
@TestsFigures
class TrainTest {
    private static final TrainFigure FIGURE = new TrainFigure();
    private static final int ALL = Integer.MAX_VALUE;
    /** Of trainings that nobody has looked at yet. */
    private static final AtomicLong SEEDS = new AtomicLong(1000);

    private static FigureState<TrainModel> fresh() {
        return FigureState.of(FIGURE).set("seed", String.valueOf(SEEDS.getAndIncrement()));
    }

    private static Frame frame(FigureState<?> live) {
        return live.view(new Size(80, 23), Font.of(Glyphs.BRAILLE));
    }

    @Test
    void aLongJumpIsShownAsFarAsItHasCome() {
        FigureState<TrainModel> live = fresh().worked(ALL).set("steps", "1000");
        assertThat(live.shown().step()).isZero();
        assertThat(live.tickMillis()).isEqualTo(33);
        int pieces = 0;
        while (!live.shown().equals(live.model())) {
            int before = live.shown().step();
            live = live.worked(1);
            assertThat(live.shown().step()).isBetween(before, before + 40);
            pieces++;
        }
        assertThat(pieces).isBetween(40, 100);
        assertThat(live.tickMillis()).isZero();
    }

    @Test
    void framesAreEqualHoweverTheyWereReached() {
        FigureState<TrainModel> set = fresh().set("steps", "120").worked(ALL);
        FigureState<TrainModel> burst =
                set.set("steps", "0").worked(ALL).burst().step(20).worked(ALL);
        FigureState<TrainModel> run = set.set("steps", "0").worked(4).run();
        while (run.model().step() < 120) {
            run = run.tick().worked(4);
        }
        run = run.run().worked(ALL);
        assertThat(burst.shown()).isEqualTo(set.shown()).isEqualTo(run.shown());
        assertThat(frame(burst)).isEqualTo(frame(set)).isEqualTo(frame(run));
    }

    @Test
    void aRunReadsTheHeldOutNamesAtItsMarks() {
        FigureState<TrainModel> run = fresh().worked(1).run();
        while (run.shown().step() < 130) {
            run = run.tick().worked(1);
        }
        assertThat(run.shown().examined()).isEqualTo(100);
    }

    /** A step of 32 names and two layers is several pieces. */
    @Test
    void aStepMayNotBeFinishedYet() {
        FigureState<TrainModel> run = fresh().set(Map.of("n_embd", "32", "n_layer", "2", "batch", "32"))
                .worked(ALL)
                .run()
                .tick()
                .worked(1);
        assertThat(run.model().step()).isEqualTo(1);
        assertThat(run.shown().step()).isZero();
        assertThat(run.tick().model()).isEqualTo(run.model());
        assertThat(run.worked(ALL).shown().step()).isEqualTo(1);
    }

    @Test
    void anotherRecipeBeginsAnewAndUndoBringsTheOldOneBack() {
        FigureState<TrainModel> live = FigureState.of(FIGURE).set("steps", "50");
        FigureState<TrainModel> nudged = live.nudge(1, 0, Stride.STEP);
        assertThat(nudged.model().recipe().eta()).isEqualTo(0.02);
        assertThat(nudged.model().step()).isZero();
        assertThat(nudged.undo().model()).isEqualTo(live.model());
        assertThat(live.set("name", "emma").model().step()).isEqualTo(50);
    }

    @Test
    void aNameIsTypedAndTheArrowsGoThroughAFew() {
        FigureState<TrainModel> live = FigureState.of(FIGURE).take(new Focus("name", 0));
        assertThat(live.type(" emma ").model().name()).isEqualTo("emma");
        assertThat(live.nudge(1, 0, Stride.STEP).model().name()).isEqualTo("marie");
        assertThat(live.type("emma").nudge(1, 0, Stride.STEP).model().name()).isEqualTo("amelia");
    }

    @ParameterizedTest
    @CsvSource({"eta, descent", "n_embd, matmul", "n_head, loss", "tau, softmax", "name, loss", "cut, layer"})
    void eachRowLeadsToTheFigureThatTaughtIt(String knob, String figure) {
        assertThat(FigureState.of(FIGURE).take(new Focus(knob, 0)).opens()).contains(figure);
    }

    @ParameterizedTest
    @CsvSource({"1000, 3", "20000, 54", "100, 1", "100000, 54"})
    void aRunTakesItsThreeHundredthPartAtATickOrWhatItsTimeAllows(int of, int steps) {
        TrainModel model = TrainModel.start().with(Recipe.standard().withOf(of));
        assertThat(TrainedFigure.pace(model.withSteps(of)).perTick()).isEqualTo(steps);
    }
}
