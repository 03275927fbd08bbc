package dev.nabla.figure.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Fact;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Samples;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Stride;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.figure.dot.DotFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each branch is told by the numbers that are missing without it. */
@TestsFigures
class LayerFigureTest {
    private static final LayerFigure FIGURE = new LayerFigure();

    private static LayerModel set(String settings) {
        return Settings.apply(FIGURE, FIGURE.start(), Samples.settings(settings));
    }

    private static Value fact(LayerModel model, String name) {
        return FIGURE.facts(model).stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @ParameterizedTest
    @CsvSource({
        "none, ''",
        "move, scores weights",
        "fix, gradient loss_after_step",
        "score, weights mixed before_relu after_relu logits p loss_nats gradient loss_after_step"
    })
    void aCutBranchTakesItsNumbersAway(String cut, String missing) {
        assertThat(FIGURE.facts(set("cut=" + cut)).stream()
                        .filter(fact -> fact.value().isAbsent())
                        .map(Fact::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(missing);
    }

    private static FigureState<LayerModel> ticked(String settings, int ticks) {
        FigureState<LayerModel> run = FigureState.of(FIGURE, set(settings)).run();
        for (int i = 0; i < ticks; i++) {
            run = run.tick();
        }
        return run;
    }

    private static List<String> rows(FigureState<LayerModel> state) {
        return state.view(new Size(80, 23), Font.of(Glyphs.BRAILLE)).rows();
    }

    /** Each tick fills one more row, and nothing that was there moves: no other cell but marks and numbers changes. */
    @Test
    void theRunFillsOneRowAfterTheOther() {
        List<Integer> order = new ArrayList<>();
        List<String> still = rows(FigureState.of(FIGURE));
        List<String> before = rows(ticked("filled=0", 0));
        for (int tick = 1; tick <= 15; tick++) {
            List<String> now = rows(ticked("filled=0", tick));
            for (int y = 6; y < 16; y++) {
                if (dots(now.get(y)) < dots(before.get(y))) {
                    order.add(y);
                    assertThat(now.get(y).substring(0, 3)).isEqualTo(tick < 9 ? " ▼ " : tick == 9 ? " ● " : " ▲ ");
                }
                assertThat(now.get(y).substring(3)).hasSameSizeAs(before.get(y).substring(3));
                for (int x = 3; x < 80; x++) {
                    assertThat(now.get(y).charAt(x)).isIn('·', ' ', still.get(y).charAt(x));
                }
            }
            before = now;
        }
        assertThat(order).containsExactly(6, 7, 9, 10, 11, 13, 14, 15, 15, 13, 11, 10, 9, 7, 6);
        assertThat(rows(ticked("filled=0", 17)).subList(2, 21)).isEqualTo(still.subList(2, 21));
    }

    /** A part runs only its own rows, in order; what it needs is given, and what comes after it is not there yet. */
    @ParameterizedTest
    @CsvSource({
        "move, 5, 7 11 12 13 16, 17 18",
        "score, 3, 8 17 18, ''",
        "fix, 8, 18 16 13 12 11 8 7, ''",
    })
    void aPartRunsItsOwnRows(String part, int steps, String own, String empty) {
        String settings = "part=" + part + " filled=0";
        List<String> marked = new ArrayList<>();
        for (int tick = 1; tick < steps; tick++) {
            List<String> now = rows(ticked(settings, tick));
            for (int y = 6; y < 19; y++) {
                if ("▼●▲".indexOf(now.get(y).charAt(1)) >= 0) {
                    marked.add("" + y);
                }
            }
        }
        FigureState<LayerModel> end = ticked(settings, steps);
        assertThat(end.isOver()).isTrue();
        assertThat(own).startsWith(String.join(" ", marked));
        for (String y : own.split(" ")) {
            assertThat(dots(rows(FigureState.of(FIGURE, set(settings))).get(Integer.parseInt(y))))
                    .isGreaterThan(dots(rows(end).get(Integer.parseInt(y))));
        }
        for (String y : empty.isEmpty() ? new String[0] : empty.split(" ")) {
            assertThat(rows(end).get(Integer.parseInt(y))).contains("·     ");
        }
        assertThat(FIGURE.facts(end.model())).isEqualTo(FIGURE.facts(FIGURE.start()));
    }

    /** The pages of the lesson add at most 24 numbers each: move x s w h u r z, score w p L, and fix the slopes. */
    @ParameterizedTest
    @CsvSource({"move, 24", "score, 8", "fix, 19"})
    void aPartShowsFewNewNumbers(String part, int most) {
        List<String> empty = rows(FigureState.of(FIGURE, set("part=" + part + " filled=0")));
        List<String> full = rows(FigureState.of(FIGURE, set("part=" + part)));
        int given = part.equals("move") ? 6 + 3 : 0;
        long filled = IntStream.range(2, full.size())
                .mapToLong(y -> dots(empty.get(y)) - dots(full.get(y)))
                .sum();
        assertThat(given + filled).isEqualTo(most);
    }

    /** A question below the figure leaves few rows: the loss is there before headings and choices are. */
    @ParameterizedTest
    @CsvSource({"fix, 13, true", "fix, 14, true", "all, 14, true", "all, 14, false", "fix, 12, false"})
    void fewRowsKeepTheLoss(String part, int height, boolean braille) {
        Canvas body = new Canvas(new Size(80, height), Font.of(braille ? Glyphs.BRAILLE : Glyphs.ASCII));
        FigureState.of(FIGURE, set("part=" + part)).body(body);
        String picture = String.join("\n", body.frame().rows());
        assertThat(picture).contains("  x ", "MOVE  z ", "SCORE p ");
        assertThat(picture.contains("SCORE L ")).isEqualTo(height > 12);
        assertThat(picture.contains("none  move")).isEqualTo(part.equals("all"));
        assertThat(picture.contains("1st")).isEqualTo(part.equals("fix") && height > 13);
    }

    /** In a part the keys stop only at what it uses, and no branch can be cut. */
    @ParameterizedTest
    @CsvSource({"all, stage cut truth x", "move, x", "score, truth x", "fix, truth x"})
    void aPartOffersItsOwnKnobs(String part, String knobs) {
        assertThat(FIGURE.knobs().stream()
                        .filter(knob -> knob.stops(set("part=" + part)) > 0)
                        .map(Knob::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(knobs);
    }

    private static long dots(String row) {
        return row.substring(24).chars().filter(c -> c == '·').count();
    }

    /** In plain words no formula is shown, no table of weights and no name that a later section brings. */
    @ParameterizedTest
    @ValueSource(strings = {"part=move", "part=score", "part=fix", "words=plain", "words=plain cut=move"})
    void plainWordsNameNothingThatALaterSectionBrings(String settings) {
        for (int ticks = 0; ticks <= LayerRun.STEPS; ticks++) {
            FigureState<LayerModel> live = ticked(settings + " filled=0", ticks);
            List<String> shown = new ArrayList<>(rows(live));
            shown.addAll(live.view(new Size(120, 35), Font.of(Glyphs.BRAILLE)).rows());
            shown.addAll(FIGURE.steps(live.model()));
            assertThat(shown).noneMatch(row -> row.matches(".*(q·k|·v\\b|W₁|W₂|Wq|∂|−log|truth|token).*"));
        }
        assertThat(rows(FigureState.of(FIGURE))).anyMatch(row -> row.contains("W₁"));
    }

    /** A list that belongs to no word stands below its own headings. */
    @Test
    void theMixtureStandsBelowItsOwnHeadings() {
        List<String> rows = rows(FigureState.of(FIGURE));
        int mixture = 9;
        assertThat(rows.get(mixture)).contains(" h ");
        assertThat(rows.get(mixture - 1).split("\\s+"))
                .containsExactly("", "1st", "2nd", "3rd", "│", "1st", "2nd", "3rd");
    }

    /** A part works out its own rows only. */
    @ParameterizedTest
    @CsvSource({"move, on s h u r z", "score, w p L", "fix, slope slope slope slope slope slope one"})
    void aPartWorksOutItsOwnRows(String part, String rows) {
        assertThat(FIGURE.steps(set("part=" + part)).stream()
                        .map(step -> step.split("[ ₁]")[0])
                        .collect(Collectors.joining(" ")))
                .isEqualTo(rows);
    }

    /** The run rests at the loss before it goes back. */
    @Test
    void theRunRestsAtTheLoss() {
        assertThat(ticked("filled=0", 8).tickMillis()).isEqualTo(400);
        assertThat(ticked("filled=0", 9).tickMillis()).isEqualTo(500);
        assertThat(ticked("filled=0", 10).tickMillis()).isEqualTo(400);
    }

    /** Without SCORE there are no shares to mix by, and without FIX there is no way back. MOVE leaves x of the last. */
    @ParameterizedTest
    @CsvSource({"score, 2", "fix, 9", "move, 17", "none, 17"})
    void aCutBranchStopsTheRunAtTheRowThatLacksItsInput(String cut, int filled) {
        FigureState<LayerModel> end = ticked("filled=0 cut=" + cut, 20);
        assertThat(end.isOver()).isTrue();
        assertThat(end.model().filled()).isEqualTo(filled);
        assertThat(rows(end).subList(2, 21))
                .isEqualTo(rows(FigureState.of(FIGURE, set("cut=" + cut))).subList(2, 21));
    }

    /** The run ends with what it was for, not with the row that has the focus. */
    @Test
    void aRunToTheEndSaysWhereItHasLed() {
        assertThat(ticked("filled=0", 20).sentence())
                .isEqualTo("Forward the numbers give L = 0.298; back, each of them gets its slope of L");
        assertThat(FigureState.of(FIGURE).sentence()).startsWith("q·k compares");
    }

    @Test
    void aStillIsFilledInAndTheRunChangesNoFact() {
        assertThat(FigureState.of(FIGURE).isOver()).isTrue();
        assertThat(FIGURE.facts(set("filled=0"))).isEqualTo(FIGURE.facts(FIGURE.start()));
    }

    @Test
    void aStepTeachesTheLayerSomething() {
        double before = ((Value.Real) fact(FIGURE.start(), "loss_nats")).value();
        double after = ((Value.Real) fact(FIGURE.start(), "loss_after_step")).value();
        assertThat(after).isLessThan(before);
        assertThat(fact(set("cut=fix"), "loss_nats")).isEqualTo(fact(FIGURE.start(), "loss_nats"));
    }

    @Test
    void withoutMoveTheOthersAreNotHeardOf() {
        LayerModel cut = set("cut=move");
        LayerModel others = set("cut=move x=2,2;-2,2;1,-0.5");
        assertThat(fact(others, "p")).isEqualTo(fact(cut, "p")).isNotEqualTo(fact(FIGURE.start(), "p"));
        assertThat(fact(set("x=2,2;-2,2;1,-0.5"), "p")).isNotEqualTo(fact(FIGURE.start(), "p"));
    }

    @ParameterizedTest
    @CsvSource({"1, matmul", "2, softmax", "3, matmul", "4, matmul", "5, derivative", "6, matmul", "7, loss"})
    void everyStageLeadsToTheFigureThatTeachesIt(int stage, String figure) {
        assertThat(FigureState.of(FIGURE, FIGURE.start().withStage(stage)).opens())
                .hasValue(figure);
        assertThat(Figures.ids()).contains(figure);
    }

    @Test
    void onlyStagesLeadAnywhere() {
        assertThat(FigureState.of(FIGURE).focus(1).opens()).isEmpty();
        assertThat(FigureState.of(new DotFigure()).opens()).isEqualTo(Optional.empty());
    }

    /** Down from the last number of x, through the stages, cut and truth; and up again the same way. */
    @Test
    void theArrowsGoFromRowToRow() {
        FigureState<LayerModel> live = FigureState.of(FIGURE).focus(-1);
        List<String> seen = new ArrayList<>();
        for (int down = 0; down < 10; down++) {
            seen.add(row(live));
            live = live.nudge(0, -1, Stride.STEP);
        }
        assertThat(seen).containsExactly("x", "1", "2", "3", "4", "5", "6", "7", "cut", "truth");
        for (int up = 9; up >= 0; up--) {
            live = live.nudge(0, 1, Stride.STEP);
            assertThat(row(live)).isEqualTo(seen.get(up));
        }
        for (int round = 0; round < 16; round++) {
            live = live.nudge(0, -1, Stride.STEP);
        }
        assertThat(row(live)).as("once round, past the first number of x").isEqualTo("1");
    }

    private static String row(FigureState<LayerModel> live) {
        return live.cursor().isFocused("stage")
                ? String.valueOf(live.model().stage())
                : live.cursor().spot().knob();
    }

    @ParameterizedTest
    @ValueSource(strings = {"score", "none", "fix"})
    void aClickOnABranchCutsIt(String branch) {
        Frame frame = FigureState.of(FIGURE).view(new Size(80, 23), Font.of(Glyphs.BRAILLE));
        int y = frame.rows()
                .indexOf(frame.rows().stream()
                        .filter(row -> row.contains("cut    none"))
                        .findFirst()
                        .orElseThrow());
        var handle = frame.handleAt(frame.rows().get(y).indexOf(branch), y).orElseThrow();
        double value = handle.across().value(0);
        LayerModel cut = FigureState.of(FIGURE)
                .drag(new Focus(handle.name(), handle.part()), value, 0, false)
                .model();
        assertThat(cut.cut().name()).isEqualToIgnoringCase(branch);
    }
}
