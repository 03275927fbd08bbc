package dev.nabla.lesson.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.lesson.formula.KnownFacts.KnownFact;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownFactsTest {
    private static Scope scope(KnownFacts known) {
        return new Scope(Map.of(), Deadline.of(1), known);
    }

    @Test
    void aKnownFactIsNotComputed() {
        KnownFact half = KnownFact.of(1, List.of(Vector.of(0.5, 0.5)), 3);
        Scope scope = scope(KnownFacts.of(Map.of("softmax p {tau=2}", half)));
        assertThat(Template.fill("{{softmax.p[1] tau=2}} {{softmax.p[1] tau=1}} {{2*softmax.p[1]:2}}", scope))
                .isEqualTo("0.500 0.757 1.51");
        assertThat(Template.fill("{{2*(softmax.p[1] tau=2):2}}", scope)).isEqualTo("1.00");
    }

    @Test
    void whatIsRecordedSaysTheSameAgain() {
        String text = "{{softmax.entropy_bits}} {{softmax.p[2]}} {{matmul.c[2,1]}} {{softmax.argmax}}";
        KnownFacts recorder = KnownFacts.recorder();
        String computed = Template.fill(text, scope(recorder));
        assertThat(recorder.facts()).containsKeys("softmax entropy_bits {}", "softmax p {}", "matmul c {}");
        assertThat(Template.fill(text, scope(KnownFacts.of(recorder.facts())))).isEqualTo(computed);
    }
}
