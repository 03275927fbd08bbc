package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void theWordsNameTheInputTheFindingAndTheRemedyInThisOrder() {
        BadInput bad = BadInput.usage("bad_number", "'x' is not a number", new Problem.Type("0.5"));
        assertThat(bad).hasMessage("'x' is not a number; type 0.5");
        assertThat(bad.forInput("row 2:").forInput("A")).hasMessage("A row 2: 'x' is not a number; type 0.5");
        assertThat(bad.forInput("tau").inFile(new BadInput.Where("06.md", 12)))
                .hasMessage("06.md:12: tau 'x' is not a number; type 0.5");
    }

    @Test
    void theLastNameInFrontIsTheInputThatIsAtFault() {
        Problem problem = BadInput.maths("not_finite", "must be finite")
                .forInput("x")
                .forInput("A")
                .problem();
        assertThat(problem.isAbout("A")).isTrue();
        assertThat(problem.isAbout("x")).isFalse();
    }

    @Test
    void aNameThatIsUnknownIsAtFaultItself() {
        BadInput bad = BadInput.usage(
                "unknown_knob", "softmax has no 'taau'", new Problem.OneOf("taau", List.of("logits", "tau")));
        assertThat(bad).hasMessage("softmax has no 'taau'; did you mean 'tau'?");
        assertThat(bad.problem().isAbout("taau")).isTrue();
        assertThat(bad.problem().isAbout("tau")).isFalse();
    }

    @Test
    void thePlaceInAPartIsAPlaceInTheWholeUntilItIsForgotten() {
        BadInput bad = BadInput.usage("bad_number", "'x'").atPosition("x", 1).shifted("1,x", 2);
        assertThat(bad.place()).contains(new BadInput.TextPosition("1,x", 3));
        assertThat(bad.withoutPosition().place()).isEmpty();
    }
}
