package dev.nabla.lesson.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.Slow;
import dev.nabla.Table;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.frame.Line;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.question.WorkedExample.Solution;
import dev.nabla.lesson.read.QuestionReader;
import dev.nabla.lesson.read.Yaml;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Worked examples that fade, and what holds of every one of the course. */
@Slow
@ExtendWith(Draws.class)
class WorkedExampleTest {
    private static final List<Long> SEEDS = LongStream.range(0, 300).boxed().toList();
    /** How many of them a run tries. */
    private static final int DRAWN = 60;

    private static final WorkedExample DOUBLING = new QuestionReader(
                    Yaml.of(
                            """
                    id: 9.e1
                    ask: What is $n doubled three times?
                    numbers:
                      n: 3 or 2..9
                    lines:
                      - line: «2·$n» = ___
                        answer: 2*$n
                        places: 0
                        hints: What is twice $n?
                      - line: «2·{{2*$n}}» = ___, so far
                        answer: 4*$n
                        places: 0
                        wrong: [{is: 3*$n, misconception: adds-once-more, reveals: You added $n once more.}]
                        hints: And twice that?
                      - line: «−2·{{4*$n}}» = ___
                        answer: -8*$n
                        places: 0
                        hints: And twice that again?
                    """,
                            "here",
                            0),
                    new BadInput.Where("here", 1))
            .example();

    static List<WorkedExample> examples() {
        return ShippedCourse.COURSE.lessons().stream()
                .flatMap(lesson -> lesson.examples().stream())
                .toList();
    }

    private static List<Long> seeds(WorkedExample example) {
        return Draws.some(DRAWN, SEEDS, example.id());
    }

    @Table
    void theLastAnswersFadeFirstAndALineThatGivesOneAwayWaitsForIt(
            int blanks, int right, String first, String second, String third) {
        Solution solution = DOUBLING.draw(0);
        List<String> lines =
                Stream.of(first, second, third).filter(Objects::nonNull).toList();
        assertThat(solution.lines(blanks, right).stream().map(Line::plain)).isEqualTo(lines);
    }

    @Test
    void allOfItIsLeftOutUnlessItSaysHowMuch() {
        assertThat(DOUBLING.blanks()).isEqualTo(3);
        assertThat(examples())
                .filteredOn(example -> example.id().equals("4.e1"))
                .extracting(WorkedExample::blanks)
                .containsExactly(2);
    }

    @Table
    void aBlankIsGradedLikeAQuestion(int step, String typed, Verdict.VerdictKind kind, String misconception) {
        Verdict verdict = DOUBLING.draw(0).steps().get(step).grade(typed);
        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.misconception().orElse(null)).isEqualTo(misconception);
    }

    @Test
    void aWrongBlankIsAnsweredWithItsHint() {
        assertThat(DOUBLING.draw(0).blanks(3).get(0).grade("7").hint()).contains("What is twice 3?");
    }

    @Test
    void theLastHintOfABlankIsItsWholeLine() {
        assertThat(DOUBLING.draw(0).steps().get(2).hints()).containsExactly("And twice that again?", "−2·12 = −24");
    }

    /** Nobody can know more of a number than its line shows. */
    @ParameterizedTest
    @MethodSource("examples")
    void whatTheShownNumbersComeToIsRightHoweverManyPlaces(WorkedExample example) {
        seeds(example).forEach(seed -> {
            for (QuestionInstance step : example.draw(seed).steps()) {
                step.grade().shown().map(NumberAnswer::value).ifPresent(value -> {
                    int places = ((NumberAnswer) step.answers().get(0)).form().places();
                    assertThat(IntStream.rangeClosed(places, places + 3))
                            .as("%s, seed %d: %s", step.id(), seed, step.prompt())
                            .allMatch(more ->
                                    step.grade(Decimal.fixed(value, more)).kind() == Verdict.VerdictKind.RIGHT);
                });
            }
        });
    }

    @Test
    void allLinesShareTheNumbersOfTheirSeed() {
        SEEDS.forEach(seed -> {
            List<String> answers = DOUBLING.draw(seed).steps().stream()
                    .map(QuestionInstance::answer)
                    .toList();
            int n = Integer.parseInt(answers.get(0)) / 2;
            assertThat(answers).containsExactly("" + 2 * n, "" + 4 * n, "" + -8 * n);
            assertThat(DOUBLING.draw(seed).prompt()).isEqualTo("What is " + n + " doubled three times?");
        });
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aSeedGivesTheSameExampleAndOtherSeedsOthers(WorkedExample example) {
        List<List<String>> drawn = LongStream.range(0, 30)
                .mapToObj(seed -> example.draw(seed).texts())
                .distinct()
                .toList();
        assertThat(drawn).hasSizeGreaterThan(3);
        assertThat(example.draw(7).texts()).isEqualTo(example.draw(7).texts());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyBlankAcceptsItsAnswerAndNoWrongOne(WorkedExample example) {
        seeds(example).forEach(seed -> {
            for (QuestionInstance step : example.draw(seed).steps()) {
                List<String> texts = step.answers().stream().map(Answer::text).toList();
                assertThat(step.grade(texts.get(0)).kind())
                        .as("%s, seed %d: %s", step.id(), seed, texts.get(0))
                        .isEqualTo(Verdict.VerdictKind.RIGHT);
                assertThat(texts.subList(1, texts.size()))
                        .as("%s, seed %d", step.id(), seed)
                        .allMatch(wrong -> step.grade(wrong).kind() == Verdict.VerdictKind.WRONG);
            }
        });
    }

    /** If the letter stood there twice before, two keys fit, and the share of the last line is wrong. */
    @Test
    void theLetterOfACopyStoodThereOnceBefore() {
        WorkedExample copy = examples().stream()
                .filter(example -> example.id().equals("21.e1"))
                .findFirst()
                .orElseThrow();
        SEEDS.forEach(seed -> {
            QuestionInstance before = copy.draw(seed).steps().get(0);
            double stretch = Scope.number(before.scope().values().get("s"));
            assertThat(Double.parseDouble(before.answer())).as(before.prompt()).isBetween(1.0, stretch);
        });
    }

    /** What is worked out first is what stands on the figure. */
    @Test
    void theOwnNumbersOfAnExampleAreThoseOfTheFigure() {
        for (Lesson lesson : ShippedCourse.COURSE.lessons()) {
            FigureState<?> live = lesson.figure().orElseThrow();
            Map<String, Knob<?, ?>> knobs = live.figure().knobs().stream()
                    .collect(Collectors.toMap(Knob::name, Function.identity(), (one, other) -> one));
            assertThat(lesson.examples())
                    .as(lesson.title())
                    .allSatisfy(example -> example.lines().get(0).numbers().forEach((name, drawn) -> {
                        if (knobs.containsKey(name)) {
                            assertThat(drawn.own().text()).as(name).isEqualTo(text(live, name));
                        }
                    }));
        }
    }

    private static <M extends Record> String text(FigureState<M> live, String name) {
        return live.figure().knobs().stream()
                .filter(knob -> knob.name().equals(name))
                .map(knob -> knob.value(live.home()).text())
                .findFirst()
                .orElseThrow();
    }
}
