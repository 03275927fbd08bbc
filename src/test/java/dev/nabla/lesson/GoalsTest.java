package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.TestsFigures;
import dev.nabla.figure.Played;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

@TestsFigures
class GoalsTest {
    private static final Map<String, Goal> GOALS = ShippedCourse.COURSE.lessons().stream()
            .flatMap(lesson -> lesson.goals().stream())
            .collect(Collectors.toMap(Goal::id, Function.identity()));

    @ParameterizedTest
    @CsvFileSource(resources = "/lesson/goals.csv", delimiter = '|')
    void aGoalIsNotMetAtTheStartAndActionsReachIt(String id, String actions) {
        Goal goal = GOALS.get(id);
        Goal.GoalProgress before = goal.progress(goal.start());
        assertThat(before.isMet()).isFalse();
        assertThat(before.distance()).isNotEmpty();
        Goal.GoalProgress after = goal.progress(Played.after(goal.start(), actions));
        assertThat(after).as(id).isEqualTo(new Goal.GoalProgress(true, ""));
    }

    @Test
    void everyGoalHasItsActionsInTheTable() throws Exception {
        List<String> ids = Files.readAllLines(Path.of("src/test/resources/lesson/goals.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('|')))
                .toList();
        Set<String> untold = new TreeSet<>(GOALS.keySet());
        untold.removeAll(ids);
        assertThat(untold)
                .withFailMessage("add actions that reach the goals %s to src/test/resources/lesson/goals.csv", untold)
                .isEmpty();
        assertThat(ids).containsExactlyInAnyOrderElementsOf(GOALS.keySet());
    }

    @Table
    void theDistanceSaysWhatIsMissing(String id, String actions, String distance) {
        Goal goal = GOALS.get(id);
        assertThat(goal.progress(Played.after(goal.start(), actions)))
                .isEqualTo(new Goal.GoalProgress(false, distance));
    }

    /** The goal asks for a loss first; without that condition nothing is trained here. */
    @Test
    void theLengthOfAScheduleIsCalledByItsName() {
        Goal both = GOALS.get("16.g2");
        Goal schedule = new Goal(
                both.id(),
                both.ask(),
                both.holds().subList(1, both.holds().size()),
                both.free(),
                both.start(),
                both.place());
        assertThat(schedule.progress(both.start().set("of", "20000")).distance())
                .isEqualTo("length of schedule 20,000, wanted at most 2,000: 18,000 to go");
    }
}
