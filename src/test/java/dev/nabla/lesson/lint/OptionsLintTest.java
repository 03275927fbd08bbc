package dev.nabla.lesson.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.LazyLesson;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.read.CourseReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of the options does not tell which one is right. All questions here have four options. */
@TestsFigures
class OptionsLintTest {
    private static final String INDEX =
            "format: 1\nladder: [one]\nhere: 1\nsections:\n  - {id: \"09\", title: A, gist: B, lesson: l.md}\n";

    @TempDir
    private Path folder;

    /**
     * Returns the mistakes of a course of four options to a question. In some questions one form is right and the other
     * wrong, and in the rest one wrong option has the form of the right ones there.
     */
    private Collection<String> lint(int told, int others, String right, String wrong) throws IOException {
        String questions = IntStream.rangeClosed(1, told + others)
                .mapToObj(i -> i <= told ? question(i, right, wrong, wrong) : question(i, wrong, right, wrong))
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("index.yaml"), INDEX);
        Files.writeString(folder.resolve("l.md"), "---\ntitle: A\nminutes: 1\n---\n\n" + questions);
        Lint.Mistakes mistakes = new Lint.Mistakes();
        OptionsLint.check(read(CourseReader.load(folder)), mistakes);
        return mistakes.lines();
    }

    private static String question(int number, String right, String second, String others) {
        StringBuilder text = new StringBuilder(
                "```question\nid: 9.%d\nkind: choice\nask: What?\nanswer: \"1 %s\"\nwrong:\n".formatted(number, right));
        List<String> wrong = List.of(second, others, others);
        for (int i = 0; i < wrong.size(); i++) {
            text.append(
                    "  - is: \"%d %s\"\n    misconception: guessed\n    reveals: No.\n".formatted(i + 2, wrong.get(i)));
        }
        return text.append("hints:\n  - What?\n  - This.\nsteps:\n  - this\n```\n\n")
                .toString();
    }

    private static Course read(Course course) {
        course.drafts().forEach(LazyLesson::lesson);
        return course;
    }

    /**
     * A blind guess is right in 12.5 of 50 questions, so a habit may be right in 16.5, and in 3 of 4. The forms have
     * the same length except in the last two lines.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            it falls there | it falls since | an option without because, since or so that
            it falls since | it falls there | an option with because, since or so that
            you may stay   | all may stay   | an option without always, never, all, none, every or only
            it fell twice  | it fell, then  | an option that ends before a comma, semicolon or colon
            it stays there | it stays       | the longest option
            it stays       | it stays there | the shortest option
            """)
    void aHabitMayBeRightALittleMoreOftenThanABlindGuess(String right, String wrong, String habit) throws IOException {
        assertThat(lint(3, 1, right, wrong)).isEmpty();
        assertThat(lint(3, 0, right, wrong))
                .singleElement()
                .asString()
                .contains("picking " + habit + " is right in 100 % of 3 questions, a blind guess in 25 %");
        assertThat(lint(16, 34, right, wrong)).isEmpty();
        assertThat(lint(17, 33, right, wrong))
                .singleElement()
                .asString()
                .contains("picking " + habit + " is right in 34 % of 50 questions, a blind guess in 25 %");
    }

    @Test
    void aMistakeNamesTheQuestionsThatTell() throws IOException {
        assertThat(lint(3, 0, "it falls", "it does not fall"))
                .containsExactly("l.md:6: question 9.1 tells by form which option is right, like 9.2, 9.3:"
                        + " picking the shortest option is right in 100 % of 3 questions, a blind guess in 25 %;"
                        + " write a shorter wrong option");
    }

    /** A number is as long in every draw, whatever computes it. */
    @Test
    void theLengthOfAFormulaTellsNothing() throws IOException {
        assertThat(lint(3, 0, "{{exp(log(2)):2}}", "{{1:2}}")).isEmpty();
        assertThat(lint(3, 0, "{{exp(log(2)):2}} there", "{{1:2}}")).hasSize(1);
    }

    @Test
    void noHabitIsRightInMoreThanAThirdOfTheQuestionsOfTheCourse() {
        List<OptionsLint.Score> scores = OptionsLint.scores(read(ShippedCourse.COURSE));
        assertThat(scores)
                .allSatisfy(
                        score -> assertThat(score.right()).as(score.toString()).isLessThan(34));
        assertThat(scores.get(scores.size() - 1).guesses()).hasSizeGreaterThan(100);
    }
}
