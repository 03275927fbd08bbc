package dev.nabla.tutor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.tutor.Tutor.FigureRef;
import dev.nabla.tutor.Tutor.Update;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens between learner and course, with no screen and no terminal near. */
class TutorTest {
    private static final Course COURSE = CourseReader.load(Path.of("src/test/resources/screens-course"));
    private static final String SECTION = COURSE.sections().get(0).id();
    private static final DayRule UTC = DayRule.inZone(ZoneOffset.UTC);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final QuestionRef QUESTION = new QuestionRef(SECTION, "2.1");
    private static final FigureRef FIGURE = new FigureRef(SECTION, 0);

    private final Tutor tutor = Tutor.of(Progress.of(COURSE, List.of(), NOON, UTC), NOON)
            .open(COURSE.sections().get(0))
            .begun(QUESTION, 0);

    private static Lesson lesson() {
        return COURSE.sections().get(0).lesson().orElseThrow();
    }

    private String answer() {
        return tutor.attempt(QUESTION).orElseThrow().variant().answer();
    }

    private Update check(String text, Tutor before) {
        Attempt attempt = before.attempt(QUESTION).orElseThrow();
        return before.withAttempt(QUESTION, attempt.typing(text)).check(QUESTION, false);
    }

    @Test
    void anAnswerThatIsShownEndsTheQuestionAndIsRecordedAsAMissOnce() {
        Update shown = tutor.show(QUESTION);
        Entry.Answered answer = (Entry.Answered) shown.events().get(0);
        assertThat(answer.right()).isFalse();
        assertThat(answer.typed()).isEmpty();
        assertThat(shown.tutor().progress().daysUntil("2.1")).hasValue(1L);

        assertThat(shown.tutor().show(QUESTION).events()).isEmpty();
        Update typed = check(answer(), shown.tutor());
        assertThat(typed.events()).isEmpty();
        assertThat(typed.tutor().attempt(QUESTION).orElseThrow().isRight()).isFalse();
    }

    @Test
    void theSecondMissShowsTheAnswerAndTheFirstAsksOnceMore() {
        Update first = check("1000", tutor);
        Attempt missed = first.tutor().attempt(QUESTION).orElseThrow();
        assertThat(missed.isMissed()).isTrue();
        assertThat(missed.isOver()).isFalse();
        assertThat(first.events()).hasSize(1);
        assertThat(first.tutor().show(QUESTION).events()).isEmpty();

        Update second = check("2000", first.tutor());
        assertThat(second.tutor().attempt(QUESTION).orElseThrow().isShown()).isTrue();
        assertThat(second.events()).hasSize(1);
        assertThat(check(answer(), first.tutor())
                        .tutor()
                        .attempt(QUESTION)
                        .orElseThrow()
                        .isRight())
                .isTrue();
    }

    @Test
    void aQuestionThatIsAskedAgainHasNoMisses() {
        Tutor shown = tutor.show(QUESTION).tutor();
        Attempt again = shown.begun(QUESTION, 1).attempt(QUESTION).orElseThrow();
        assertThat(again.isOver()).isFalse();
        assertThat(again.misses()).isZero();
        assertThat(again.variant().seed()).isNotEqualTo(0);
    }

    @Test
    void aPlaceIsToldOnceItHasRestedOrIsLeft() {
        Tutor.LearnerPosition place =
                new Tutor.LearnerPosition(tutor.course().section(SECTION), 0, Optional.empty(), tutor.figure(FIGURE));
        Tutor here = tutor.moveTo(Optional.of(place)).tutor();
        assertThat(here.millisUntilSave()).hasValue(2000);
        Tutor early = here.withTime(NOON.plusMillis(1999));
        assertThat(early.moveTo(Optional.of(place)).events()).isEmpty();
        Update rested = here.withTime(NOON.plusMillis(2000)).moveTo(Optional.of(place));
        assertThat(rested.events()).hasSize(1);
        assertThat(rested.tutor().millisUntilSave()).isEmpty();
        assertThat(rested.tutor().moveTo(Optional.empty()).events()).isEmpty();
        assertThat(early.moveTo(Optional.empty()).events()).hasSize(1);
        assertThat(early.leaving().events()).hasSize(1);
    }

    @Test
    void ofSeveralFiguresWithOneIdThatOfTheStationIsRestored() {
        Course course = ShippedCourse.COURSE;
        Section training = course.section("16");
        List<Integer> trainings = training.lesson().orElseThrow().road().stream()
                .filter(station -> station.is(StationKind.PLAY))
                .map(station -> training.lesson().orElseThrow().road().indexOf(station))
                .toList();
        int second = trainings.get(1);
        Entry.Stood left = new Entry.Stood(NOON, "16", "train", Map.of("seed", "7")).withParts(second);
        Tutor back =
                Tutor.of(Progress.of(course, List.of(left), NOON, UTC), NOON).resumed(training);
        assertThat(back.figure(new FigureRef("16", 0)).orElseThrow().settings()).isEmpty();
        assertThat(back.figure(new FigureRef("16", 1)).orElseThrow().settings())
                .containsExactly(Map.entry("seed", "7"));
    }
}
