package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Table;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.figure.chain.ChainFigure;
import dev.nabla.figure.chain.ChainModel;
import dev.nabla.figure.descent.DescentFigure;
import dev.nabla.math.BadInput;
import dev.nabla.math.Bowl;
import dev.nabla.math.Descent;
import dev.nabla.math.Spelling;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Formula;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final DescentFigure DESCENT = new DescentFigure();

    private static final ChainFigure CHAIN = new ChainFigure();

    private static Descent descent(String settings) {
        return Settings.apply(DESCENT, DESCENT.start(), Samples.settings(settings));
    }

    @Test
    void everySettingIsReadByItsKnob() {
        Descent set = descent("eta=1/2 start=1,2 optimizer=adam steps=7");
        assertThat(set.eta()).isEqualTo(0.5);
        assertThat(set.start()).isEqualTo(Vector.of(1, 2));
        assertThat(set.optimizer().method().name()).isEqualTo("ADAM");
        assertThat(set.steps()).isEqualTo(7);
    }

    @Test
    void noSettingsLeaveTheModelAsItWas() {
        assertThat(Settings.apply(DESCENT, DESCENT.start(), Map.of())).isEqualTo(DESCENT.start());
    }

    @Test
    void theOrderOfSettingsDoesNotMatter() {
        assertThat(descent("start=1,2,3 curvature=3,2,1 eta=0.1"))
                .isEqualTo(descent("eta=0.1 curvature=3,2,1 start=1,2,3"));
        assertThat(descent("curvature=3,2,1 start=1,2,3").surface()).isEqualTo(new Bowl(Vector.of(3, 2, 1)));
    }

    @Test
    void aVectorOfAnotherSizeNeedsTheOthersToFollow() {
        assertThat(descent("start=1 curvature=2").start()).isEqualTo(Vector.of(1));
        assertThatThrownBy(() -> descent("start=1"))
                .hasMessage("curvature has 2 components and start has 1: give every vector the same number");
    }

    @Test
    void twoGivenVectorsOfDifferentSizesDoNotFit() {
        assertThatThrownBy(() -> descent("start=1,2,3 curvature=1,2"))
                .isInstanceOf(BadInput.class)
                .hasMessage("start has 3 components and curvature has 2: give every vector the same number")
                .extracting("problem.kind", "problem.code")
                .containsExactly(BadInput.Kind.MATHS, "shape_mismatch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slopes=1,2 f=x|slopes does not count here: f and x give the slopes; leave one of them out",
                "x=1|x does not count here: there is no f to apply to it; give one, like x^2,sin(x)",
                "f=none x=1|x does not count here: there is no f to apply to it; give one, like x^2,sin(x)"
            })
    void twoWaysToAskTheSameQuestionExcludeEachOther(String settings, String complaint) {
        assertThatThrownBy(() -> chain(settings))
                .isInstanceOf(BadInput.class)
                .hasMessage(complaint)
                .extracting("problem.code")
                .isEqualTo("excluded");
    }

    @Test
    void whatDoesNotCountReadsNoneAndIsNoPartOfTheCommand() {
        ChainModel functions = chain("f=x^2;sin(x) x=0.7 slopes=none");
        assertThat(functions.f()).hasSize(2);
        assertThat(Knob.named("slopes", CHAIN).text(functions)).isEqualTo("none");
        assertThat(Knob.named("slopes", CHAIN).stops(functions)).isZero();
        assertThat(ShellLine.solving(CHAIN, functions)).isEqualTo("nabla solve chain --f 'x^2,sin(x)' --x 0.7");
        assertThat(ShellLine.solving(CHAIN, chain("slopes=1,2"))).isEqualTo("nabla solve chain --slopes 1,2");
    }

    private static ChainModel chain(String settings) {
        return Settings.apply(CHAIN, CHAIN.start(), Samples.settings(settings));
    }

    @Table
    void aComplaintNamesTheKnobOnceAndWhatToType(String settings, String complaint) {
        assertThatThrownBy(() -> descent(settings)).isInstanceOf(BadInput.class).hasMessage(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curvature=1,2 f=x+y|curvature does not count here: f says what the surface is; leave one of them out",
                "surface=valley f=x+y|surface does not count here: the other settings make it f; leave it out",
                "surface=wells curvature=1,2|surface does not count here: the other settings make it bowl; leave it out"
            })
    void aSurfaceIsGivenOnce(String settings, String complaint) {
        assertThatThrownBy(() -> descent(settings)).isInstanceOf(BadInput.class).hasMessage(complaint);
        assertThat(descent("surface=bowl curvature=1,2").surface()).isEqualTo(new Bowl(Vector.of(1, 2)));
    }

    @Test
    void aFormulaIsOfAsManyVariablesAsTheStartHasComponents() {
        assertThat(descent("start=1 f=x^2").surface()).isEqualTo(Formula.parse("x^2"));
        assertThatThrownBy(() -> descent("f=x^2"))
                .hasMessage("f has 1 variable and start has 2 components: give both the same number");
    }

    @Test
    void anUnknownFigureIsAnsweredWithTheNearestOne() {
        assertThatThrownBy(() -> Figures.named("sofmax"))
                .hasMessage("unknown figure 'sofmax'; did you mean 'softmax'?");
        assertThatThrownBy(() -> Figures.named("banana"))
                .hasMessage("unknown figure 'banana'; one of " + String.join(", ", Figures.ids()));
    }

    @Test
    void closestIsTheWordWithTheFewestEditsIfTheyAreFew() {
        assertThat(Spelling.closest("dcent", List.of("descent", "softmax"))).hasValue("descent");
        assertThat(Spelling.closest("", List.of("descent"))).isEmpty();
        assertThat(Spelling.closest("xyz", List.of("tau"))).isEmpty();
    }

    @Test
    void theCommandOfAModelNamesWhatDiffersFromTheStart() {
        assertThat(ShellLine.solving(DESCENT, DESCENT.start())).isEqualTo("nabla solve descent");
        assertThat(ShellLine.solving(DESCENT, descent("eta=1.08 steps=9 start=-1,0.5")))
                .isEqualTo("nabla solve descent --eta 1.08 --start -1,0.5 --steps 9");
        assertThat(ShellLine.solving(DESCENT, descent("surface=valley")))
                .isEqualTo("nabla solve descent --f '(x-1)^2/20 + (y+1-x^2/4)^2'");
    }
}
