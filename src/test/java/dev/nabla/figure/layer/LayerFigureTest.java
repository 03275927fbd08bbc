package dev.nabla.figure.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Fact;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Samples;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.figure.dot.DotFigure;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each branch is told by the numbers that are missing without it. */
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
        "score, weights mixed after_relu p loss_nats gradient loss_after_step"
    })
    void aCutBranchTakesItsNumbersAway(String cut, String missing) {
        assertThat(FIGURE.facts(set("cut=" + cut)).stream()
                        .filter(fact -> fact.value() instanceof Value.Absent)
                        .map(Fact::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(missing);
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
    @CsvSource({"1, matmul", "2, softmax", "3, matmul", "4, derivative", "5, loss"})
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

    @Test
    void aClickOnABranchCutsItAndAnotherOneMendsIt() {
        Size size = new Size(80, 23);
        FigureState<LayerModel> live = FigureState.of(FIGURE);
        for (String expected : List.of("SCORE", "NONE")) {
            int y = row(live, "SCORE THE NUMBERS");
            var handle =
                    live.view(size, Font.of(Glyphs.BRAILLE)).handleAt(10, y).orElseThrow();
            live = live.drag(
                    new Focus(handle.name(), handle.part()), handle.across().value(10), 0, false);
            assertThat(live.model().cut().name()).isEqualTo(expected);
        }
    }

    private static int row(FigureState<?> live, String text) {
        List<String> rows = live.view(new Size(80, 23), Font.of(Glyphs.BRAILLE)).rows();
        return rows.indexOf(
                rows.stream().filter(row -> row.contains(text)).findFirst().orElseThrow());
    }
}
