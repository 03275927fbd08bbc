package dev.nabla.tutor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.tutor.Road.Exercise;
import dev.nabla.tutor.Tutor.Update;
import dev.nabla.tutor.Walk.WalkStep;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where onward leads on the road of a section, with no voice to show it. */
@ExtendWith(Draws.class)
class WalkTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final DayRule UTC = DayRule.inZone(ZoneOffset.UTC);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** Position and tutor, moved together; remembers where it was and what the journal got. */
    private static final class Learner {
        private final List<String> been = new ArrayList<>();
        private final List<Entry> journal = new ArrayList<>();
        private Tutor tutor = Tutor.of(Progress.of(COURSE, List.of(), NOON, UTC), NOON);
        private Walk walk;

        Learner(Section section) {
            tutor = tutor.open(section);
            take(Walk.start(section).enter(0, tutor));
        }

        void take(WalkStep step) {
            walk = step.walk();
            take(step.update());
            been.add(walk.station() + "." + walk.index());
            take(walk.markRead(tutor));
        }

        void take(Update update) {
            tutor = update.tutor();
            journal.addAll(update.events());
        }

        /** Answers what is asked here as its question wants it. */
        void answer() {
            walk.question().ifPresent(question -> {
                Attempt asked = tutor.attempt(question).orElseThrow();
                take(tutor.withAttempt(question, asked.typing(asked.variant().answer()))
                        .check(question, false));
                take(tutor.rate(question, Attempt.Confidence.FAIRLY));
            });
            while (walk.example().isPresent() && !walk.isDone(tutor)) {
                Practice blank = walk.practice(tutor).orElseThrow();
                String right = blank.attempt().variant().answer();
                tutor = tutor.withPractice(
                        blank.withAttempt(blank.attempt().typing(right)).graded());
            }
        }

        void toTheEnd(boolean answers) {
            for (int i = 0; walk.kind() != StationKind.END; i++) {
                assertThat(i).as("moves in " + walk.section().id()).isLessThan(100);
                if (answers) {
                    answer();
                }
                take(walk.onward(tutor));
            }
        }
    }

    static List<Section> sections() {
        return COURSE.sections().stream().filter(Section::isWritten).toList();
    }

    @Test
    void aQuestionOffTheRoadLeadsToTheOthersOffItAndThenOn() {
        Section section = COURSE.section("06");
        Lesson lesson = section.lesson().orElseThrow();
        int onRoad = lesson.roadQuestions().size();
        Learner learner = new Learner(section);
        List<Exercise> questions = Road.of(section, learner.tutor).exercises().stream()
                .filter(exercise -> exercise.kind() == StationKind.QUESTIONS)
                .toList();
        learner.take(learner.walk.open(questions.get(0), learner.tutor));
        learner.take(learner.walk.anotherExercise(-1, learner.tutor));
        assertThat(learner.walk.index()).as("before the first of the road").isEqualTo(onRoad - 1);
        learner.take(learner.walk.open(questions.get(onRoad), learner.tutor));
        learner.take(learner.walk.anotherExercise(-1, learner.tutor));
        assertThat(learner.walk.index()).as("before the first off it").isEqualTo(questions.size() - 1);
        learner.take(learner.walk.anotherExercise(1, learner.tutor));
        List<String> asked = new ArrayList<>();
        while (learner.walk.kind() == StationKind.QUESTIONS) {
            asked.add(learner.walk.question().orElseThrow().id());
            learner.take(learner.walk.onward(learner.tutor));
        }
        assertThat(asked)
                .isEqualTo(section.outline().orElseThrow().plainQuestions().subList(onRoad, questions.size()))
                .contains("6.2", "6.7");
        assertThat(learner.walk.kind()).isEqualTo(StationKind.GOALS);
    }

    static List<Section> someSections() {
        return Draws.some(3, sections(), "done sections");
    }

    private static List<String> all(Section section, Tutor tutor) {
        Lesson lesson = section.lesson().orElseThrow();
        List<String> all = new ArrayList<>();
        for (int station = 0; station < lesson.road().size(); station++) {
            Station beat = lesson.road().get(station);
            int several = Road.of(section, tutor).exercises(beat);
            for (int i = 0; i < Math.max(1, several); i++) {
                all.add(station + "." + (beat.index() + i));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("sections")
    void onwardAlonePassesEveryStationAndExerciseInTheirOrder(Section section) {
        Learner learner = new Learner(section);
        learner.toTheEnd(false);
        assertThat(learner.been).isEqualTo(all(section, learner.tutor));
        assertThat(learner.journal)
                .as("nothing was answered, so nothing is read")
                .isEmpty();
        assertThat(learner.walk.onward(learner.tutor).walk()).isEqualTo(learner.walk);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void fromEveryStationOnwardReachesTheEnd(Section section) {
        for (int station = 0; station < section.lesson().orElseThrow().road().size(); station++) {
            Learner learner = new Learner(section);
            learner.take(learner.walk.enter(station, learner.tutor));
            int from = learner.been.size() - 1;
            learner.toTheEnd(false);
            List<String> all = all(section, learner.tutor);
            assertThat(learner.been.subList(from, learner.been.size()))
                    .isEqualTo(all.subList(all.indexOf(learner.been.get(from)), all.size()));
        }
    }

    /** What was done once is not asked again, but a page and a figure are shown again. */
    @ParameterizedTest
    @MethodSource("someSections")
    void onwardPassesWhatIsDone(Section section) {
        Learner learner = new Learner(section);
        learner.toTheEnd(true);
        Road road = learner.walk.road(learner.tutor);
        assertThat(road.beats()).filteredOn(beat -> !beat.is(StationKind.GOALS)).allMatch(beat -> road.open(beat) == 0);
        learner.take(learner.walk.enter(0, learner.tutor));
        int from = learner.been.size() - 1;
        learner.toTheEnd(false);
        assertThat(learner.been.subList(from, learner.been.size())).allMatch(at -> {
            StationKind kind = section.lesson()
                    .orElseThrow()
                    .road()
                    .get(Integer.parseInt(at.split("\\.")[0]))
                    .kind();
            return kind == StationKind.READ
                    || kind == StationKind.PLAY
                    || kind == StationKind.GOALS
                    || kind == StationKind.END;
        });
    }

    @ParameterizedTest
    @MethodSource("sections")
    void everyExerciseOpensAtItsStationAndIsFollowedByTheNextOpenOne(Section section) {
        Learner learner = new Learner(section);
        List<Exercise> exercises = learner.walk.road(learner.tutor).exercises();
        int onRoad = section.outline().orElseThrow().roadQuestions().size();
        for (int i = 0; i < exercises.size(); i++) {
            Exercise exercise = exercises.get(i);
            Walk there = learner.walk.open(exercise, learner.tutor).walk();
            assertThat(there.station()).isEqualTo(exercise.station());
            assertThat(there.index()).isEqualTo(exercise.index());
            assertThat(there.trial().isPresent()).isEqualTo(exercise.kind() == StationKind.GOALS);
            boolean last = i + 1 == exercises.size()
                    || exercises.get(i + 1).station() != exercise.station()
                    || exercise.kind() == StationKind.QUESTIONS && exercise.index() + 1 == onRoad;
            Walk next = there.following(learner.tutor);
            assertThat(next.station()).isEqualTo(exercise.station() + (last ? 1 : 0));
            if (!last) {
                assertThat(next.index()).isEqualTo(exercise.index() + 1);
            }
        }
    }

    @Test
    void aQuestionThatWasTypedAtIsOpenedBeforeTheFirstOpenOne() {
        Learner learner = new Learner(COURSE.section("02"));
        Lesson lesson = learner.walk.section().lesson().orElseThrow();
        int station = lesson.outline().station(StationKind.QUESTIONS, 0);
        assertThat(learner.walk.enter(station, learner.tutor).walk().index()).isZero();
        QuestionRef third = new QuestionRef("02", lesson.plainQuestions().get(2).id());
        Tutor begun = learner.tutor.begun(third, 0);
        Attempt typed = begun.attempt(third).orElseThrow().typed(line -> line.type("1"));
        assertThat(learner.walk
                        .enter(station, begun.withAttempt(third, typed))
                        .walk()
                        .index())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aGoalIsTriedOnAFigureOfItsOwn(Section section) {
        Learner learner = new Learner(section);
        Tutor tutor = learner.tutor;
        for (Exercise exercise : learner.walk.road(tutor).exercises()) {
            if (exercise.kind() == StationKind.GOALS) {
                Walk begun = learner.walk.open(exercise, tutor).walk();
                FigureState<?> own = begun.sectionFigure(tutor).orElseThrow();
                WalkStep moved =
                        begun.withFigure(begun.live(tutor).orElseThrow().pin(), tutor);
                assertThat(moved.walk().sectionFigure(moved.update().tutor()).orElseThrow())
                        .as("the section's figure")
                        .isSameAs(own);
                assertThat(moved.walk().restart(tutor).walk()).isEqualTo(begun);
            }
        }
    }

    @Test
    void aGoalThatIsReachedIsInTheJournalOnceAndIsDone() {
        Learner learner = new Learner(COURSE.section("02"));
        Exercise goal = learner.walk.road(learner.tutor).exercises().stream()
                .filter(exercise -> exercise.kind() == StationKind.GOALS && exercise.index() == 1)
                .findFirst()
                .orElseThrow();
        Walk begun = learner.walk.open(goal, learner.tutor).walk();
        assertThat(begun.isDone(learner.tutor)).isFalse();
        FigureState<?> there = begun.live(learner.tutor).orElseThrow().set(Map.of("b", "-1,-0.3"));
        WalkStep reached = begun.withFigure(there, learner.tutor);
        assertThat(reached.update().events())
                .hasOnlyElementsOfType(Entry.Reached.class)
                .hasSize(1);
        Tutor after = reached.update().tutor();
        assertThat(reached.walk().isDone(after)).isTrue();
        assertThat(reached.walk().withFigure(there, after).update().events()).isEmpty();
    }

    /**
     * A figure runs on the way; at a goal only if the goal leaves its steps to the learner, and until it is reached.
     */
    @Test
    void onwardRunsAFigureThatIsShortOfItsEnd() {
        Learner learner = new Learner(COURSE.section("05"));
        Lesson lesson = learner.walk.section().lesson().orElseThrow();
        Walk play = learner.walk
                .enter(lesson.outline().station(StationKind.PLAY, 0), learner.tutor)
                .walk();
        assertThat(play.runs(learner.tutor)).isTrue();
        FigureState<?> live = play.live(learner.tutor).orElseThrow();
        Tutor running = play.withFigure(live.run(), learner.tutor).update().tutor();
        assertThat(play.runs(running)).as("it pauses").isTrue();
        for (Exercise exercise : play.road(learner.tutor).exercises()) {
            Walk there = play.open(exercise, learner.tutor).walk();
            boolean free = there.trial().filter(GoalAttempt::isRun).isPresent();
            assertThat(there.runs(learner.tutor))
                    .isEqualTo(free && there.live(learner.tutor).orElseThrow().isShort());
        }
    }

    @Test
    void aLessonReadAnewIsAtTheSamePlaceWhereItIsStillThere() {
        Course course = CourseReader.load(Path.of("src/test/resources/screens-course"));
        Course again = CourseReader.load(Path.of("src/test/resources/screens-course"));
        Section section = course.sections().get(0);
        Section anew = again.section(section.id());
        Tutor tutor = Tutor.of(Progress.of(course, List.of(), NOON, UTC), NOON).open(section);
        Walk start = Walk.start(section);
        for (Exercise exercise : start.road(tutor).exercises()) {
            Walk there = start.open(exercise, tutor).walk();
            Optional<Walk> same = there.reloaded(anew);
            assertThat(same.isPresent()).isEqualTo(exercise.kind() != StationKind.BLANKS);
            same.ifPresent(walk -> {
                assertThat(walk.section()).isSameAs(anew);
                assertThat(walk.station()).isEqualTo(there.station());
                assertThat(walk.index()).isEqualTo(there.index());
            });
        }
    }
}
