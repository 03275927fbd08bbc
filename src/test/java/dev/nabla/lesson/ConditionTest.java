package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Table;
import dev.nabla.figure.FactPath;
import dev.nabla.figure.Style;
import dev.nabla.figure.Value;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionTest {
    private static final Scope FACTS = new Scope(
            Map.of(
                    "x", new Value.Real(2),
                    "half", new Value.Real(0.5),
                    "share", new Value.Real(0.75692),
                    "steps", new Value.Whole(3),
                    "p", new Value.Reals(Vector.of(0.75, 0.25)),
                    "status", new Value.Word("zigzag"),
                    "cosine", new Value.Absent("a zero vector has no direction")),
            Deadline.of(600));

    private static String missing(String condition) {
        List<Condition> one = Condition.parse(condition);
        assertThat(one).hasSize(1);
        return one.get(0)
                .missing(FACTS, FactPath::toString, path -> Style.number(3))
                .orElse("");
    }

    @Table
    void whatHoldsLacksNothing(String condition) {
        assertThat(missing(condition)).isEmpty();
    }

    @Table
    void whatDoesNotHoldSaysHowFarItIs(String condition, String missing) {
        assertThat(missing(condition)).isEqualTo(missing);
    }

    @Test
    void conditionsAreJoinedByAnd() {
        assertThat(Condition.parse("x > 1 and status = zigzag"))
                .extracting(condition -> condition.key().name())
                .containsExactly("x", "status");
    }

    @Table
    void aConditionThatCanNeverBeReadIsRefused(String condition, String complaint) {
        assertThatThrownBy(() -> missing(condition)).hasMessage(complaint);
    }
}
