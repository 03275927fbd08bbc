package dev.nabla.figure.descent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Fact;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.math.Descent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What FIG.05 says where the loss is infinite, and its worked steps. */
class DescentFigureTest {
    private static final DescentFigure FIGURE = new DescentFigure();
    private static final String NAMED =
            "a step inside, exp(x), is larger than any double; " + "softplus(x) is not: type it for log(1 + exp(x))";

    private static Descent descent(String f, String steps) {
        return Settings.apply(FIGURE, FIGURE.start(), Map.of("f", f, "start", "1000", "eta", "1e300", "steps", steps));
    }

    private static Fact loss(String f, String steps) {
        return FIGURE.facts(descent(f, steps)).stream()
                .filter(fact -> fact.name().equals("loss"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFunctionThatDoesNotOverflowIsNamed() {
        assertThat(loss("log(1+exp(x))", "0").value()).isEqualTo(new Value.Real(Double.POSITIVE_INFINITY));
        assertThat(loss("log(1+exp(x))", "0").doubt()).isEqualTo(NAMED);
        assertThat(loss("softplus(x)", "0").doubt()).isEmpty();
        assertThat(FigureState.of(FIGURE, descent("log(1+exp(x))", "0")).sentence())
                .isEqualTo("L = ∞: " + NAMED);
    }

    @Test
    void aLossThatDivergesIsOnlyInfinite() {
        assertThat(loss("x^4", "2").doubt()).isEmpty();
    }

    /** Steps 0 to 5 and the last are written out, so nothing is left out before step 6. */
    @Test
    void dotsStandForStepsThatAreLeftOut() {
        assertThat(steps(6)).endsWith("step 5", "step 6").doesNotContain("...");
        assertThat(steps(7)).endsWith("step 5", "...", "step 7");
        assertThat(steps(5)).endsWith("step 4", "step 5").doesNotContain("...");
    }

    private static List<String> steps(int count) {
        return FIGURE.steps(FIGURE.start().withSteps(count)).stream()
                .map(line -> line.replaceFirst(":.*", ""))
                .toList();
    }
}
