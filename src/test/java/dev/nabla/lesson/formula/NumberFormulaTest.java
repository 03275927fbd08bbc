package dev.nabla.lesson.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Table;
import dev.nabla.figure.Value;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NumberFormulaTest {
    private static final Scope SCOPE = new Scope(
            Map.of(
                    "t", new Value.Real(-0.5),
                    "n", new Value.Real(3),
                    "v", new Value.Reals(Vector.of(1, 0.3)),
                    "m", new Value.Rows(List.of(Vector.of(1, 2), Vector.of(3, -4)))),
            Deadline.of(600));

    @Table
    void aFormulaIsWorkedOutByTheCore(String formula, double value) {
        assertThat(NumberFormula.parse(formula).number(SCOPE)).isCloseTo(value, within(1e-12));
    }

    @Table
    void aRowIsWorkedOutComponentByComponent(String formula, String row) {
        Vector values = NumberFormula.parse(formula).values(SCOPE);
        double[] wanted = List.of(row.split(",")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(values.stream().toArray()).containsExactly(wanted, within(1e-12));
    }

    @Table
    void whatCannotBeWorkedOutIsSaid(String formula, String why) {
        assertThatThrownBy(() -> NumberFormula.parse(formula).number(SCOPE)).hasMessageStartingWith(why);
    }

    @Table
    void wordsTakeNumbersIn(String text, String filled) {
        assertThat(Template.fill(text, SCOPE)).isEqualTo(filled);
    }

    @Test
    void whatIsDrawnComesFromItsRangeAndReachesAllOfIt() {
        NumberSpec drawn = NumberSpec.parse("0.18 or -0.1..0.2 by 0.1");
        assertThat(drawn.own()).isEqualTo(new Value.Real(0.18));
        assertThat(LongStream.range(1, 200)
                        .mapToObj(seed -> ((Value.Real) drawn.value(seed, 0)).value())
                        .distinct())
                .containsExactlyInAnyOrder(-0.1, 0.0, 0.1, 0.2);
        assertThat(NumberSpec.parse("768 or one of 256, 512").value(3, 0))
                .isIn(new Value.Real(256), new Value.Real(512));
        assertThat(NumberSpec.parse("1,2;3,4 or 0..9").value(3, 0)).isInstanceOf(Value.Rows.class);
        assertThat(NumberSpec.parse("0.5").isFixed()).isTrue();
    }
}
