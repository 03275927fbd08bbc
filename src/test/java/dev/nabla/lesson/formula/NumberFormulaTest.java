package dev.nabla.lesson.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.figure.Value;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormulaTest {
    private static final Scope SCOPE = new Scope(
            Map.of(
                    "t", new Value.Real(-0.5),
                    "n", new Value.Real(3),
                    "v", new Value.Reals(Vector.of(1, 0.3)),
                    "m", new Value.Rows(List.of(Vector.of(1, 2), Vector.of(3, -4)))),
            Deadline.of(600));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$t|-0.5",
                "$t^2|0.25",
                "2-$t|2.5",
                "-$t|0.5",
                "$v[2]|0.3",
                "$v[1]*$m[2,2]|-4",
                "sqrt($v[1]^2 + $v[2]^2)|1.044030650891055",
                "dot.dot|0.5",
                "1 - softmax.p[1]|0.24312337773320492",
                "(dot.dot a=$v b=0.2,1)|0.5",
                "(dot.dot a=$v b=$m[2])|1.8",
                "(dot.dot a=$t,$n b=2,1)|2",
                "(softmax.p[1] tau=2)|0.5170340136432519",
                "(softmax.p[1] logits=2.1,0.5,-1,-0.5 tau=4/2) + 1|1.5170340136432519",
                "(derivative.slope f=$n*x^$n x=2)|36",
                "(derivative.slope f=1/(1 + exp(-(x - 1))) x=1)|0.25",
                "(matmul.c[2,1] a=$m b=1,0;0,1)|3",
                "(descent.theta[1] eta=0.18 start=1.5 curvature=2.2 steps=1)|0.906",
                "2*(dot.dot a=1,2 b=3,4)/(dot.dot a=1,1 b=1,1)|11"
            })
    void aFormulaIsWorkedOutByTheCore(String formula, double value) {
        assertThat(NumberFormula.parse(formula).number(SCOPE)).isCloseTo(value, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$v|1,0.3",
                "2*$v|2,0.6",
                "$v + $m[2]|4,-3.7",
                "$t, $v, 7|-0.5,1,0.3,7",
                "-(loss.gradient truth=2) + (softmax.p tau=1)|0,1,0,0",
                "$m[1], $m[2]|1,2,3,-4"
            })
    void aRowIsWorkedOutComponentByComponent(String formula, String row) {
        Vector values = NumberFormula.parse(formula).values(SCOPE);
        double[] wanted = List.of(row.split(",")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(values.stream().toArray()).containsExactly(wanted, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$q|unknown number 'q'; one of ",
                "$v|'$v' is 2 numbers; give a position",
                "$v + softmax.p|'$v + softmax.p' has rows of 2 and of 4 numbers",
                "$m|a matrix is not one number; give a row and a column, like [2,1]",
                "$v[0]|v[0]: v has 2 numbers; type a place from 1 to 2",
                "$v[99999999999]|'v[99999999999]' is not a key; type a name, or a name and a place from 1, like p[1]",
                "(dot.cosine a=0,0)|a zero vector has no direction",
                "dot.dott|dot has no fact 'dott'; did you mean 'dot'?",
                "2$n|'2$n' is not a number; type one like 0.5",
                "$n,,1|'' is not a number",
                "$n/0|'$n/0' divides by zero; type inf if you mean infinity",
                "1 +|'1 +' is not a number"
            })
    void whatCannotBeWorkedOutIsSaid(String formula, String why) {
        assertThatThrownBy(() -> NumberFormula.parse(formula).number(SCOPE)).hasMessageStartingWith(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t is $t|t is −0.5",
                "v = $v, m = $m|v = (1, 0.3), m = (1, 2; 3, −4)",
                "row $m[2]|row (3, −4)",
                "2·$t + $t|2·(−0.5) + (−0.5)",
                "$t·2|−0.5·2",
                "{{$v[1]/3:3}} and {{$v*2}}|0.333 and (2, 0.6)",
                "{{dot.dot:3 a=$v}} of {{descent.status}}|0.500 of idle",
                "{{(softmax.p tau=1):2}}|(0.76, 0.15, 0.03, 0.06)",
                "costs 5 $, or $5|costs 5 $, or $5"
            })
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
