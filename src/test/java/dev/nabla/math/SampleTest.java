package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The course's logits 2.1, 0.5, -1, -0.5, whose P is 0.757, 0.153, 0.034, 0.056. */
class SampleTest {
    private static final Sample COURSE = new Sample(Vector.of(2.1, 0.5, -1.0, -0.5), 1, 100, 1, 0, 1);
    private static final Sample EVEN = new Sample(Vector.filled(10, 0), 1, 100, 1, 0, 1);

    @Test
    void withoutACutItIsSoftmax() {
        assertThat(COURSE.p()).isEqualTo(COURSE.softmax().p());
        assertThat(COURSE.withTopK(4).p()).isEqualTo(COURSE.p());
        assertThat(COURSE.withTopK(50).p()).isEqualTo(COURSE.p());
    }

    /** 1 / (1 + e^-1.6) = 0.832018. */
    @Test
    void topKKeepsTheLikeliestAndScalesThemUp() {
        Vector p = COURSE.withTopK(2).p();
        assertThat(p.get(0)).isCloseTo(1 / (1 + Math.exp(-1.6)), within(1e-15));
        assertThat(p.get(0) + p.get(1)).isCloseTo(1, within(1e-15));
        assertThat(COURSE.withTopK(2).keptMass()).isCloseTo(0.756877 + 0.152811, within(1e-6));
        assertThat(p.get(2)).isZero();
        assertThat(p.get(3)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.5, 1", "0.756, 1", "0.757, 2", "0.9, 2", "0.91, 3", "0.97, 4", "1, 4"})
    void topPKeepsTheFewestWithItsMassAndAtLeastOne(double topP, int kept) {
        assertThat(COURSE.withTopP(topP).kept()).hasSize(kept);
    }

    /** Eight tenths: plain addition of 0.1 gives 0.7999999999999999, and a ninth token would be kept. */
    @ParameterizedTest
    @CsvSource({"0.1, 1", "0.3, 3", "0.7, 7", "0.8, 8", "0.81, 9"})
    void massesThatAddUpExactlyAreNotMissedByRounding(double topP, int kept) {
        assertThat(EVEN.withTopP(topP).kept()).hasSize(kept);
    }

    @Test
    void equalTokensAreKeptByPosition() {
        assertThat(EVEN.withTopK(3).kept()).isEqualTo(List.of(0, 1, 2));
        Sample zeros = new Sample(Vector.of(-0.0, 0, -1), 1, 1, 1, 1, 1);
        assertThat(zeros.kept()).isEqualTo(List.of(0));
    }

    /** Of the two that top_k keeps the first has 0.832, so top_p = 0.8 needs no second. */
    @Test
    void topPMeasuresWhatTopKHasLeft() {
        assertThat(COURSE.withTopP(0.8).kept()).hasSize(2);
        assertThat(COURSE.withTopK(2).withTopP(0.8).kept()).hasSize(1);
    }

    @Property(tries = 200)
    void theDrawsAreAsManyAsAskedAndOnlyOfWhatIsKept(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -8, max = 8) Double> logits,
            @ForAll @IntRange(max = 2000) int count,
            @ForAll @IntRange(max = 14) int topK,
            @ForAll @DoubleRange(min = 0, max = 1) double topP,
            @ForAll long seed) {
        Vector z = Vector.of(logits.stream().mapToDouble(Double::doubleValue).toArray());
        Sample sample = new Sample(z, 1, count, seed, topK, topP);
        int[] counts = sample.draws().counts();
        assertThat(Arrays.stream(counts).sum()).isEqualTo(count);
        assertThat(sample.draws().counts()).isEqualTo(counts);
        assertThat(sample.draws().tokens()).hasSize(count);
        assertThat(sample.p().sum()).isCloseTo(1, within(1e-14));
        for (int j = 0; j < counts.length; j++) {
            assertThat(counts[j] == 0 || sample.kept().contains(j)).isTrue();
        }
    }

    @Property(tries = 200)
    void theKeptHaveTheMassAndOneFewerHasNot(@ForAll @DoubleRange(min = 0.01, max = 0.99) double topP) {
        Vector p = COURSE.softmax().p();
        List<Integer> kept = COURSE.withTopP(topP).kept();
        double mass = kept.stream().mapToDouble(p::get).sum();
        double without = mass - p.get(kept.get(kept.size() - 1));
        assertThat(mass).isGreaterThanOrEqualTo(topP - 1e-15);
        assertThat(without).isLessThan(topP + 1e-15);
    }

    @Test
    void aMillionDrawsFollowTheShares() {
        Sample million = COURSE.withTopK(2).withCount(1_000_000);
        int[] counts = million.draws().counts();
        double spread = Math.sqrt(0.832 * 0.168 / 1e6);
        assertThat(counts[0] / 1e6).isCloseTo(million.p().get(0), within(4 * spread));
        assertThat(counts[0] + counts[1]).isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1|0|1|count -1: type a whole number from 0 to 1000000",
                "1000001|0|1|count 1000001: type a whole number from 0 to 1000000",
                "1|-1|1|top_k -1: type a whole number; 0 keeps every token",
                "1|0|1.1|top_p 1.1: must be from 0 to 1; 1 keeps every token",
                "1|0|-0.1|top_p -0.1: must be from 0 to 1; 1 keeps every token",
                "1|0|NaN|top_p NaN: must be from 0 to 1; 1 keeps every token"
            })
    void impossibleNumbersAreRefusedByName(int count, int topK, double topP, String complaint) {
        assertThatThrownBy(() -> COURSE.withCount(count).withTopK(topK).withTopP(topP))
                .isInstanceOf(BadInput.class)
                .hasMessage(complaint);
    }
}
