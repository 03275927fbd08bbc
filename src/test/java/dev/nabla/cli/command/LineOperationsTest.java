package dev.nabla.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Value;
import dev.nabla.figure.catalog.Figures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which members of a line are inputs does not depend on what the line names before them. */
class LineOperationsTest {
    private final Set<String> inputs = new LineOperations(Set.of()).all();

    @Test
    void theOperationInFrontChangesNoAnswer() {
        for (String op : Figures.operations()) {
            for (String name : inputs) {
                assertThat(new LineOperations(Set.of()).contains(name, before(op)))
                        .as(op + " " + name)
                        .isTrue();
            }
            assertThat(new LineOperations(Set.of()).contains("mine", before(op)))
                    .isFalse();
        }
    }

    @Test
    void anUnknownOrMissingOperationIsNoObstacle() {
        List<Map<String, Value>> lines =
                List.of(before("none"), Map.of(), Map.of(LineOperations.OP, new Value.Real(1)));
        for (Map<String, Value> before : lines) {
            assertThat(new LineOperations(Set.of()).contains("logits", before)).isTrue();
            assertThat(new LineOperations(Set.of()).contains("mine", before)).isFalse();
        }
    }

    private static Map<String, Value> before(String op) {
        return Map.of(LineOperations.OP, new Value.Word(op));
    }
}
