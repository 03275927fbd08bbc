package dev.nabla.lesson.question;

import static dev.nabla.lesson.Graded.form;
import static dev.nabla.lesson.Graded.graded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.lesson.Graded;
import dev.nabla.math.Vector;
import org.junit.jupiter.api.Test;

class VectorAnswerTest {
    private static final VectorAnswer ROW = row(0.5, -0.25);

    private static VectorAnswer row(double... values) {
        return new VectorAnswer(Vector.of(values), form(2));
    }

    @Table
    void everyNumberCountsAndASlipMustBeTheSameInAll(String typed, String word) {
        assertThat(Graded.word(ROW, typed)).isEqualTo(word);
    }

    @Test
    void theReplySaysWhichNumberIsMeant() {
        assertThat(graded(ROW, "0.50, -0.3").message()).isEqualTo("right so far, give two places for number 2");
        assertThat(graded(ROW, "0.50, 0.25").message())
                .isEqualTo(
                        "only number 2 is not right yet: the size is right, the sign is not; look at each minus again");
        assertThat(graded(ROW, "-0.50, 0.25").message())
                .isEqualTo("the size is right, the sign is not; look at each minus again");
        assertThat(graded(ROW, "0.50, 7").message()).isEqualTo("only number 2 is not right yet");
        assertThat(graded(ROW, "0.50").message())
                .isEqualTo("the answer has 2 numbers, not 1; put commas between them, or ; after decimal commas");
    }

    @Test
    void theOnlyNumberOfARowIsNotNamed() {
        assertThat(Graded.word(row(0.5), "7")).isEqualTo("wrong");
    }

    @Test
    void rowsAreApartWhereOneNumberIsOrTheirSizesDiffer() {
        assertThat(ROW.isApartFrom(row(0.5, -0.25))).isFalse();
        assertThat(ROW.isApartFrom(row(0.5, -0.3))).isTrue();
        assertThat(ROW.isApartFrom(row(0.5))).isTrue();
        assertThat(ROW.isApartFrom(new NumberAnswer(0.5, form(2)))).isTrue();
    }

    @Test
    void itsTextIsWhatOneWouldType() {
        assertThat(ROW.text()).isEqualTo("0.50, -0.25");
        assertThat(Graded.word(ROW, ROW.text())).isEqualTo("right");
    }
}
