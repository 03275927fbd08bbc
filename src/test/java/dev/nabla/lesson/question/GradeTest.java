package dev.nabla.lesson.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.nabla.Table;
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
    @Table
    void theBorderOfRoundingIsExact(double value, int places, String typed, String verdict) {
        NumberAnswer right = new NumberAnswer(value, new AnswerFormat(places, Optional.empty(), List.of()));
        Verdict graded = new Grade(right, List.of(), Optional.empty()).of(typed);
        assertThat(graded.kind().text()).as(graded.toString()).isEqualTo(verdict);
    }

    @Table
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
