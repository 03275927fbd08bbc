package dev.nabla.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Figure;
import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tutor.Tutor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A review line by line, of the course that is shipped. */
@TestsFigures
class ReviewInWordsTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final Instant LATER = Instant.EPOCH.plus(Duration.ofDays(2));

    /** What is said in a review of questions that were missed two days ago and are all left out now. */
    private static String leftOut(List<Question> questions) {
        List<Entry> missed = new ArrayList<>();
        for (Question question : questions) {
            QuestionInstance asked = question.draw(0);
            String section = COURSE.sectionOf(question.id()).id();
            missed.add(Entry.Answered.of(Instant.EPOCH, section, asked, "", asked.grade(""), OptionalInt.empty()));
        }
        Progress progress = Progress.of(COURSE, missed, LATER, DayRule.inZone(ZoneOffset.UTC));
        byte[] typed = "\n".repeat(questions.size()).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        LineConsole console = new LineConsole(new ByteArrayInputStream(typed), said, Glyphs.BRAILLE, Optional.empty());
        new LineTutor(Tutor.of(progress, LATER), new ProgressRecorder(entry -> {}), () -> LATER, console).review();
        return said.toString(StandardCharsets.UTF_8);
    }

    /** Each with its number and title, what can be set and what is known, and no dot for what is hidden. */
    @Test
    void everyGuessIsToldWithItsFigure() {
        List<Question> guesses = COURSE.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .filter(Question::predicts)
                .toList();
        List<String> asked = List.of(leftOut(guesses).split("\nReview, \\d"));
        assertThat(asked).hasSize(guesses.size() + 1);
        assertThat(asked.subList(1, asked.size())).allSatisfy(told -> {
            String id = told.replaceAll("(?s).*\nQuestion (\\S+), a guess.*", "$1");
            Lesson lesson = COURSE.sectionOf(id).lesson().orElseThrow();
            Question guess = COURSE.question(id);
            Figure.Info figure = lesson.guessedFigure(guess).orElseThrow().info();
            assertThat(told.lines().skip(2).findFirst().orElseThrow())
                    .startsWith(figure.number() + ", " + figure.title());
            String words = told.replace('\n', ' ');
            assertThat(words).contains(". " + guess.draw(0).prompt()).doesNotContain(" ·.");
        });
    }
}
