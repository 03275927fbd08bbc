package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.figure.Value;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final Scope FACTS = new Scope(
            Map.of(
                    "x", new Value.Real(2),
                    "half", new Value.Real(0.5),
                    "steps", new Value.Whole(3),
                    "p", new Value.Reals(Vector.of(0.75, 0.25)),
                    "status", new Value.Word("zigzag"),
                    "cosine", new Value.Absent("a zero vector has no direction")),
            Deadline.of(600));

    private static String missing(String condition) {
        List<Condition> one = Condition.parse(condition);
        assertThat(one).hasSize(1);
        return one.get(0).missing(FACTS, Map.of()).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x < 2.1",
                "x <= 2",
                "x > 1.9",
                "x >= 2",
                "x = 2",
                "x = 2.000000001",
                "half = 0.5000000009",
                "x = 4*half",
                "steps = 3",
                "p[2] < half",
                "status = zigzag"
            })
    void whatHoldsLacksNothing(String condition) {
        assertThat(missing(condition)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x < 2|x 2, wanted below 2",
                "x <= 1.9|x 2, wanted at most 1.9: 0.1 to go",
                "x > 2|x 2, wanted above 2",
                "x >= 2.5|x 2, wanted at least 2.5: 0.5 to go",
                "x = 2.00001|x 2, wanted exactly 2: 0.00001 to go",
                "half = 0.50000001|half 0.5, wanted exactly 0.5: 1e−8 to go",
                "steps > x + 2|steps 3, wanted above 4: 1 to go",
                "p[1] < half|p[1] 0.75, wanted below 0.5: 0.25 to go",
                "p[3] < half|p[3] does not exist here",
                "status = idle|status is zigzag, not idle",
                "status > zigzag|status is zigzag, not zigzag",
                "cosine = 1|cosine: a zero vector has no direction"
            })
    void whatDoesNotHoldSaysHowFarItIs(String condition, String missing) {
        assertThat(missing(condition)).isEqualTo(missing);
    }

    @Test
    void conditionsAreJoinedByAnd() {
        assertThat(Condition.parse("x > 1 and status = zigzag"))
                .extracting(condition -> condition.key().name())
                .containsExactly("x", "status");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x|'x' is no condition; write like angle_deg = 90 or p[1] >= 0.99",
                "p = 1|p is more than one number; give a position, like p[1]",
                "steqs = 1|unknown number 'steqs'; did you mean 'steps'?"
            })
    void aConditionThatCanNeverBeReadIsRefused(String condition, String complaint) {
        assertThatThrownBy(() -> missing(condition)).hasMessage(complaint);
    }
}
