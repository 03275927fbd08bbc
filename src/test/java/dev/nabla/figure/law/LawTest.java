package dev.nabla.figure.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.TestsFigures;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Stride;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.WorkLimit;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Size;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.output.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestsFigures
class LawTest {
    private static final LawFigure LAW = new LawFigure();
    private static final Map<String, String> SHORT = Map.of("n_embd", "24", "names", "500");

    private static FigureState<LawModel> live(Map<String, String> settings) {
        return FigureState.of(LAW, Settings.apply(LAW, LAW.start(), settings));
    }

    private static LawNumbers numbers(FigureState<LawModel> live) {
        return new LawNumbers(live.model());
    }

    /** Where the picture has digits, sentences have numbers; before the runs are done there are none. */
    @Test
    void theLossesOfTheSmallRunsAreToldInWords() {
        String subject = "losses of models 1 to 4, each after 500, 1,000, 2,000, 4,000 and 8,000 names:";
        FigureState<LawModel> done = live(Map.of());
        Vector third = numbers(done).losses().row(2);
        assertThat(List.of(done.facts().get(subject).split("; ")))
                .hasSize(4)
                .element(2)
                .isEqualTo(
                        third.stream().mapToObj(loss -> Decimal.fixed(loss, 3)).collect(Collectors.joining(", ")));
        assertThat(live(Map.of("runs", "7")).facts()).doesNotContainKey(subject);
    }

    /** With a seed of its own, so that nothing is known before. */
    @Test
    void theRunsAppearOneByOneInPieces() {
        FigureState<LawModel> live = live(Map.of("seed", "77", "names", "500")).worked(0);
        assertThat(live.shown().runs()).isZero();
        assertThat(live.waiting()).contains("0 of 20 runs");
        long before = 0;
        int calls = 0;
        while (live.shown().runs() < 20) {
            assertThat(live.tickMillis()).isBetween(1, 33);
            live = live.worked(40);
            assertThat(live.shown().runs()).isGreaterThanOrEqualTo(before);
            before = live.shown().runs();
            calls++;
        }
        assertThat(calls).isBetween(10, 60);
        assertThat(live.shown()).isEqualTo(live.model());
        assertThat(live.tickMillis()).isZero();
    }

    @Test
    void enterTrainsTheLargerModelInPiecesAndStops() {
        FigureState<LawModel> live = live(Map.of("n_embd", "24", "names", "2000", "eta", "0.009"))
                .run()
                .tick()
                .worked(1);
        assertThat(live.model().runs()).isEqualTo(21);
        assertThat(live.shown().runs()).isEqualTo(20);
        boolean underWay = false;
        for (int i = 0; live.shown().runs() < 21; i++) {
            assertThat(i).isLessThan(1000);
            live = live.tick().worked(1);
            underWay |= live.shown().steps() > 0;
        }
        assertThat(underWay).isTrue();
        assertThat(live.tick().cursor().running()).isFalse();
        assertThat(live.isOver()).isTrue();
    }

    @Test
    void anotherLargerModelIsNotTrainedYet() {
        FigureState<LawModel> trained = live(Map.of("n_embd", "24", "names", "500", "runs", "21"));
        assertThat(trained.model().runs()).isEqualTo(21);
        assertThat(trained.set("n_embd", "24").model().runs()).isEqualTo(21);
        for (Map.Entry<String, String> other : Map.of("n_embd", "16", "names", "504", "eta", "0.02", "seed", "2")
                .entrySet()) {
            LawModel next = trained.set(other.getKey(), other.getValue()).model();
            assertThat(next.runs()).isEqualTo(20);
        }
        assertThat(trained.set("work", "1e8").model().runs()).isEqualTo(21);
    }

    @Test
    void modelsOfEqualWorkAreComparedAtRest() {
        FigureState<LawModel> live =
                live(Map.of("work", "1.1e7")).play("same-work").worked(1);
        assertThat(live.cursor().spot().knob()).isEqualTo("work");
        for (int i = 0; !live.shown().equals(live.model()); i++) {
            assertThat(i).isLessThan(500);
            live = live.worked(4);
        }
        assertThat(live.shown().compared()).isEqualTo(5);
        LawNumbers numbers = numbers(live);
        for (int i = 0; i < 5; i++) {
            double spent = 42.0
                    * live.model().ofSameWork(i).shape().parameters()
                    * live.model().namesOf(i);
            assertThat(spent).isCloseTo(1.1e7, within(0.08e7));
        }
        assertThat(numbers.sameWork().get(numbers.best()))
                .isEqualTo(numbers.sameWork().min());
    }

    private static String picture(FigureState<LawModel> live) {
        return PlainText.of(live.view(new Size(80, 23), Font.of(Glyphs.BRAILLE)));
    }

    /** Its lowest point is marked, and an open guess about it shows the axis alone. */
    @Test
    void modelsOfEqualWorkMakeAValley() {
        FigureState<LawModel> live = live(Map.of("work", "1e7", "same_work", "true"));
        int best = numbers(live).best();
        String valley = picture(live);
        assertThat(valley).contains("held out, nats, over weights", "each model spends 1e7 flops");
        List<String> rows = valley.lines().limit(15).toList();
        for (int i = 0; i < LawModel.COMPARED.size(); i++) {
            String mark = i == best ? "●" : "" + (1 + i);
            assertThat(rows)
                    .as(mark)
                    .anyMatch(row -> row.length() > 8
                            && row.substring(8, Math.min(48, row.length())).contains(mark));
        }
        FigureState<LawModel> asked =
                live.asking(new Guess(List.of("same_work_losses", "best_parameters"), Optional.empty(), false));
        assertThat(picture(asked)).contains("over weights").doesNotContain("┤", "◄", "⣀", "⠉", "⠛");
        FigureState<LawModel> laying = live.asking(new Guess(List.of("came"), live.ghost(), false));
        assertThat(picture(laying)).contains("over names read", "○").doesNotContain("over weights");
    }

    @Test
    void oneRingMovesWithAllArrowsAndWithThePointer() {
        FigureState<LawModel> live = live(SHORT);
        Guess guess = new Guess(List.of("came", "forecast"), live.ghost(), false);
        FigureState<LawModel> asked = live.asking(guess);
        assertThat(asked.isOnGhost()).isTrue();
        assertThat(asked.isOnRings()).isFalse();
        assertThat(at(asked.nudge(1, 0, Stride.STEP))).isCloseTo(2.51, within(1e-9));
        assertThat(at(asked.nudge(0, -1, Stride.STEP))).isCloseTo(2.49, within(1e-9));
        assertThat(at(asked.nudge(-1, 0, Stride.COARSE))).isCloseTo(2.4, within(1e-9));
        Canvas canvas = new Canvas(new Size(80, 23), Font.of(Glyphs.BRAILLE));
        asked.draw(canvas);
        Handle ring = canvas.frame().handles().stream()
                .filter(handle -> handle.name().equals(Focus.GHOST.knob()))
                .findFirst()
                .orElseThrow();
        double low = ring.up().value(ring.area().height() - 3);
        FigureState<LawModel> dragged =
                asked.drag(Focus.GHOST, ring.across().value(ring.area().x()), low, false);
        assertThat(at(dragged)).isBetween(2.0, 2.25);
        assertThat(asked.step(1).model().runs()).isEqualTo(20);
    }

    private static double at(FigureState<LawModel> asked) {
        return asked.cursor().guess().ghost().orElseThrow().at().get(0);
    }

    @Test
    void aForecastIsTheFloorAndTwoPowers() {
        LawNumbers numbers = numbers(live(Map.of()));
        double ofSize = numbers.law().a() / Math.pow(14_528, numbers.law().alpha());
        double ofNames = numbers.law().b() / Math.pow(16_000, numbers.law().beta());
        assertThat(numbers.forecast()).isCloseTo(numbers.law().c() + ofSize + ofNames, within(1e-12));
        assertThat(numbers.losses().get(0, 0))
                .isEqualTo(numbers.model().grid().run(0).loss());
        assertThat(numbers.losses().get(3, 4))
                .isEqualTo(numbers.model().grid().run(19).loss());
    }

    /** What a shared server allows at once; the runs that are known cost nothing. */
    @Test
    void whatTakesTooLongIsRefusedWhereOthersWait() {
        numbers(live(Map.of())).law();
        assertThat(LAW.effort(live(Map.of()).model())).isZero();
        assertThat(LAW.effort(live(Map.of("seed", "78")).model())).isBetween(1e6, WorkLimit.ANSWER);
        FigureState<LawModel> large = live(Map.of("n_embd", "48", "names", "32000", "eta", "0.0123", "runs", "21"));
        assertThatThrownBy(large::requireFairAnswer)
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("law takes too many runs, too much")
                .hasMessageContaining("ask for less, like 20 runs");
        large.requireFairPicture();
    }

    @Test
    void aRateThatIsTooLargeDiverges() {
        LawModel lost = live(Map.of("n_embd", "4", "names", "4", "eta", "1e300", "runs", "21"))
                .model();
        assertThat(LAW.divergence(lost)).contains("eta 1e300: the weights have become NaN; type a smaller eta");
        assertThat(LAW.divergence(lost.withRuns(20))).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "n_embd, 18, n_embd 18: a head has 4 numbers; type a multiple of 4 like 20",
        "names, 501, names 501: a step reads 4 names; type a multiple of 4 like 500",
    })
    void whatNoRunCanHaveIsRefused(String knob, String value, String message) {
        assertThatThrownBy(() -> live(Map.of(knob, value)))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }
}
