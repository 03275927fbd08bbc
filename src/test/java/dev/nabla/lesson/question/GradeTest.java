package dev.nabla.lesson.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.nabla.lesson.QuestionsTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule of grading. The rows of {@code grades.csv} that end in the places asked for are the values of a bank of checked
 * questions, computed elsewhere; the others are typed by hand.
 */
class GradeTest {
    private static Map<String, QuestionInstance> own;

    @BeforeAll
    static void draw() {
        own = QuestionsTest.questions().stream()
                .map(question -> question.draw(0))
                .collect(Collectors.toMap(QuestionInstance::id, Function.identity()));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/lesson/grades.csv", delimiter = '|')
    void anAnswerIsGradedAndItsMistakeNamed(String id, String typed, String verdict, String mistake) {
        Verdict graded = own.get(id).grade(typed == null ? "" : typed);
        assertThat(graded.kind().text()).as(graded.toString()).isEqualTo(verdict);
        assertThat(graded.misconception()).as(graded.toString()).isEqualTo(Optional.ofNullable(mistake));
        assertThat(graded.hint().isPresent())
                .as(graded.toString())
                .isEqualTo(verdict.equals("wrong") && mistake == null);
    }

    /** On the border both neighbours are right; a hair beyond it neither passes for the other. */
    @ParameterizedTest
    @CsvSource({
        "0.125, 2, 0.12, right",
        "0.125, 2, 0.13, right",
        "0.125, 2, 0.11, wrong",
        "0.1250001, 2, 0.12, wrong",
        "0.1250001, 2, 0.13, right",
        "2.675, 2, 2.67, right",
        "2.675, 2, 2.68, right",
        "1.005, 2, 1.00, right",
        "1.005, 2, 1.01, right",
        "-0.125, 2, -0.12, right",
        "-0.125, 2, -0.13, right",
        "0.5, 0, 0, right",
        "0.5, 0, 1, right",
        "1e-20, 2, 0, right",
        "1e-12, 0, 1e-12, right",
        "0.30000000000000004, 1, 0.3, right",
        "0.333333333333333, 2, 1/3, right",
        "0.3333333, 2, 1/3, so_far",
        "1e9, 0, 1e9, right",
        "1e9, 0, 1000000001, wrong",
        "123456, 0, 123456, right",
        "123456, 0, 123457, wrong",
        "1e300, 0, 1e300, right"
    })
    void theBorderOfRoundingIsExact(double value, int places, String typed, String verdict) {
        NumberAnswer right = new NumberAnswer(value, new AnswerFormat(places, Optional.empty(), List.of()));
        Verdict graded = new Grade(right, List.of(), Optional.empty()).of(typed);
        assertThat(graded.kind().text()).as(graded.toString()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.3|0.470|right, it is 0.469613",
                "2.3|0.47|right so far, give three places",
                "2.3|0.5/1.0647|near, but a number in it was rounded too early; keep all its digits, or type a decimal with three places",
                "2.3|0.469|the digits are right, but the last one was cut off instead of rounded: more digits are 0.46961...",
                "2.3|-0.470|the size is right, the sign is not; look at each minus again",
                "2.3|4.70|the digits are right; the decimal point has slipped",
                "2.3|0.5|That is a·b, which still counts the lengths. Divide by both of them.",
                "2.3|0.471|near, but the last digit is off; keep more digits on the way, and round at the end",
                "2.3|0.9|not yet",
                "2.3|-0.24, 0.15, .03|'-0.24, 0.15, .03' is more than one number; type one",
                "2.4|1.08 rad|right, and now in degrees",
                "3.7|2.36e6|right so far, give all its digits",
                "7.2|-0.2, 0.15, 0.03, 0.06|right so far, give two places for number 1",
                "7.2|-0.24, 0.15, 0.03|the answer has 4 numbers, not 3; put commas between them, or ; after decimal commas",
                "1.2|b c a d|the first 2 are right, then it goes astray",
                "4.11|x^^2|'x^^2' cannot be read at position 3: '^' does not fit here"
            })
    void theReplySaysWhatItMeans(String id, String typed, String message) {
        assertThat(own.get(id).grade(typed).message()).isEqualTo(message);
    }

    @Test
    void aPlainNotYetComesWithTheFirstHint() {
        QuestionInstance variant = own.get("2.3");
        assertThat(variant.grade("0.9").hint()).contains(variant.hints().get(0));
        assertThat(variant.hints().get(0)).endsWith("?");
    }

    @Test
    void anythingTypedIsGradedOrRefusedButNeverFails() {
        List<String> hostile = List.of(
                "((((((((((",
                "1e-999999999",
                "1e2147483647",
                "9".repeat(150),
                "9".repeat(5000),
                "-",
                "%",
                "°",
                "=",
                "1=",
                "\u0000",
                "\u001b[2J",
                "0x10",
                "1;2;3",
                ",,,,",
                "1,",
                "1,2,3",
                "NaN%",
                "0/0",
                "e".repeat(90),
                "💥",
                "½",
                "1e400",
                "-.e1");
        assertThat(own.values()).allSatisfy(variant -> assertThat(hostile)
                .allSatisfy(typed -> assertThatCode(() -> variant.grade(typed))
                        .as(variant.id())
                        .doesNotThrowAnyException()));
    }
}
