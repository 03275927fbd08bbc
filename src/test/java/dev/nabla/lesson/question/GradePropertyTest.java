package dev.nabla.lesson.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The rule of rounding, beside the same rule in whole millionths. */
class GradePropertyTest {
    private static final int PLACES = 6;

    private static Verdict.Kind graded(long millionths, int least, String typed) {
        NumberAnswer right = new NumberAnswer(millionths / 1e6, new AnswerFormat(least, Optional.empty(), List.of()));
        return new Grade(right, List.of(), Optional.empty()).of(typed).kind();
    }

    private static long power(int exponent) {
        return exponent == 0 ? 1 : 10 * power(exponent - 1);
    }

    @Property
    void aDecimalIsRightIfItIsWithinHalfAUnitOfItsLastPlace(
            @ForAll @LongRange(min = -5_000_000, max = 5_000_000) long millionths,
            @ForAll @IntRange(min = 0, max = PLACES - 1) int places,
            @ForAll @IntRange(min = -2, max = 2) int off) {
        long unit = power(PLACES - places);
        long last = Math.floorDiv(millionths, unit) + off;
        String typed = BigDecimal.valueOf(last, places).toPlainString();
        boolean right = 2 * Math.abs(millionths - last * unit) <= unit;
        assertThat(graded(millionths, places, typed) == Verdict.Kind.RIGHT).isEqualTo(right);
    }

    @Property
    void withFewerPlacesItIsRightSoFarUnlessItIsExact(
            @ForAll @LongRange(min = -5_000_000, max = 5_000_000) long millionths,
            @ForAll @IntRange(min = 0, max = PLACES - 1) int places,
            @ForAll @IntRange(min = 0, max = 1) int off) {
        long unit = power(PLACES - places);
        long last = Math.floorDiv(millionths, unit) + off;
        String typed = BigDecimal.valueOf(last, places).toPlainString();
        Verdict.Kind kind = graded(millionths, places + 1, typed);
        boolean near = 2 * Math.abs(millionths - last * unit) <= unit;
        if (millionths == last * unit) {
            assertThat(kind).isEqualTo(Verdict.Kind.RIGHT);
        } else {
            assertThat(kind == Verdict.Kind.SO_FAR).isEqualTo(near && last != 0);
        }
    }

    /** Decimal commas, true minuses, a plus, blanks, percent and powers of ten say the same. */
    @Property
    void howItIsWrittenDoesNotMatter(
            @ForAll @LongRange(min = -5_000_000, max = 5_000_000) long millionths,
            @ForAll @LongRange(min = -5_000_000, max = 5_000_000) long typed) {
        BigDecimal number = BigDecimal.valueOf(typed, PLACES);
        String plain = number.toPlainString();
        Verdict.Kind kind = graded(millionths, 3, plain);
        List<String> others = List.of(
                plain.replace('.', ','),
                plain.replace('-', '−'),
                " " + plain + " ",
                "x = " + plain,
                number.movePointRight(2).toPlainString() + "%",
                number.movePointRight(3).toPlainString() + "e-3");
        assertThat(others)
                .allSatisfy(other ->
                        assertThat(graded(millionths, 3, other)).as(other).isEqualTo(kind));
    }
}
