package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.Slow;
import dev.nabla.TestsFigures;
import dev.nabla.figure.Samples;
import dev.nabla.lesson.question.Answer;
import dev.nabla.lesson.question.AnswerType;
import dev.nabla.lesson.question.NumberAnswer;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every question of the course, whatever its numbers. */
@TestsFigures
@Slow
@ExtendWith(Draws.class)
public class QuestionsTest {
    private static final int SEEDS = 1000;
    /** How many of them a run tries. */
    private static final int DRAWN = 35;

    public static List<Question> questions() {
        return questions(ShippedCourse.COURSE.sections().stream());
    }

    /** With {@code -Dfigure=dot} those of the lessons that name this figure. */
    static List<Question> questionsAboutTheFigures() {
        return questions(ShippedCourse.COURSE.sections().stream().filter(section -> section.draft()
                .filter(draft -> Samples.areIn(draft.text()))
                .isPresent()));
    }

    private static List<Question> questions(Stream<Section> sections) {
        return sections.flatMap(section -> section.lesson().stream())
                .flatMap(lesson -> lesson.questions().stream())
                .toList();
    }

    /** The question's own numbers, and some of the others. */
    private static List<Long> seeds(Question question) {
        List<Long> others =
                LongStream.range(1, question.varies() ? SEEDS : 1).boxed().toList();
        List<Long> seeds = new ArrayList<>(List.of(0L));
        seeds.addAll(Draws.some(DRAWN, others, question.id()));
        return seeds;
    }

    @ParameterizedTest(allowZeroInvocations = true) // with -Dfigure=norm
    @MethodSource("questionsAboutTheFigures")
    void noWrongAnswerIsAcceptedAndNoTwoCoincide(Question question) {
        seeds(question).forEach(seed -> {
            QuestionInstance variant = question.draw(seed);
            List<String> texts = variant.answers().stream().map(Answer::text).toList();
            assertThat(variant.grade(texts.get(0)).kind())
                    .as("%s, seed %d: %s", question.id(), seed, texts.get(0))
                    .isEqualTo(Verdict.VerdictKind.RIGHT);
            for (int i = 1; i < texts.size(); i++) {
                Verdict verdict = variant.grade(texts.get(i));
                assertThat(verdict.kind())
                        .as("%s, seed %d: %s", question.id(), seed, texts.get(i))
                        .isEqualTo(Verdict.VerdictKind.WRONG);
                assertThat(verdict.misconception())
                        .as("%s, seed %d: %s", question.id(), seed, texts.get(i))
                        .contains(question.wrong().get(i - 1).misconception());
                assertThat(withMoreDigits(variant.answers().get(i), question.places()))
                        .allSatisfy(typed -> assertThat(variant.grade(typed).kind())
                                .as("%s, seed %d: %s", question.id(), seed, typed)
                                .isNotEqualTo(Verdict.VerdictKind.RIGHT));
            }
            assertThat(texts).doesNotHaveDuplicates();
        });
    }

    private static List<String> withMoreDigits(Answer answer, int places) {
        return answer instanceof NumberAnswer number
                ? IntStream.rangeClosed(1, 4)
                        .mapToObj(more -> Decimal.fixed(number.value(), places + more))
                        .toList()
                : List.of();
    }

    @Test
    void seedsGiveOtherNumbers() {
        assertThat(questions().stream().filter(Question::varies))
                .hasSizeGreaterThan(40)
                .allSatisfy(question -> {
                    Set<List<String>> asked = new HashSet<>();
                    LongStream.range(0, 30)
                            .forEach(seed -> asked.add(question.draw(seed).texts()));
                    assertThat(asked).as(question.id()).hasSizeGreaterThan(3);
                });
    }

    @Test
    void theSameSeedAsksTheSame() {
        assertThat(questions())
                .allSatisfy(question -> assertThat(question.draw(7).texts())
                        .isEqualTo(question.draw(7).texts()));
    }

    /**
     * The ids of the bank of checked questions: eight in section 1, nine in section 2, and so on. 1.7 was removed; 1.6
     * and 1.8 were moved, and some are retired.
     */
    @Test
    void theWholeBankIsThere() {
        List<Integer> counts = List.of(8, 9, 8, 10, 9, 11, 8);
        Stream<String> bank = IntStream.rangeClosed(1, counts.size())
                .boxed()
                .flatMap(section ->
                        IntStream.rangeClosed(1, counts.get(section - 1)).mapToObj(number -> section + "." + number))
                .filter(id -> !List.of("1.6", "1.7", "1.8").contains(id))
                .filter(id -> ShippedCourse.COURSE.sections().stream().noneMatch(section -> section.retires(id)));
        assertThat(questions().stream().map(Question::id))
                .doesNotHaveDuplicates()
                .containsAll(bank.toList());
    }

    @Test
    void theOptionsOfAnOrderNeverStandInOrder() {
        Question order = questions().stream()
                .filter(question -> question.kind() == AnswerType.ORDER)
                .findFirst()
                .orElseThrow();
        LongStream.range(0, 200).forEach(seed -> assertThat(order.draw(seed).options())
                .isNotEqualTo(order.answer())
                .containsExactlyInAnyOrderElementsOf(order.answer()));
    }
}
