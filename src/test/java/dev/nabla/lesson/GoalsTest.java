package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Action;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Focus;
import dev.nabla.lesson.read.CourseReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class GoalsTest {
    private static final Map<String, Goal> GOALS = CourseReader.load(Path.of("lessons")).lessons().stream()
            .flatMap(lesson -> lesson.goals().stream())
            .collect(Collectors.toMap(Goal::id, Function.identity()));

    private static FigureState<?> played(Goal goal, String actions) {
        FigureState<?> live = goal.start();
        for (String action : actions.split("; ")) {
            live = live.apply(action(action.split(" ")));
        }
        return live;
    }

    /** {@code drag KNOB PART X Y} or {@code step N}. */
    private static Action action(String[] words) {
        return words[0].equals("step")
                ? new Action.Step(Integer.parseInt(words[1]))
                : new Action.Drag(
                        new Focus(words[1], Integer.parseInt(words[2])),
                        Double.parseDouble(words[3]),
                        Double.parseDouble(words[4]),
                        false);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/lesson/goals.csv", delimiter = '|')
    void aGoalIsNotMetAtTheStartAndActionsReachIt(String id, String actions) {
        Goal goal = GOALS.get(id);
        Goal.Progress before = goal.progress(goal.start());
        assertThat(before.isMet()).isFalse();
        assertThat(before.distance()).isNotEmpty();
        Goal.Progress after = goal.progress(played(goal, actions));
        assertThat(after).as(id).isEqualTo(new Goal.Progress(true, ""));
    }

    @Test
    void everyGoalHasItsActionsInTheTable() throws Exception {
        List<String> ids = Files.readAllLines(Path.of("src/test/resources/lesson/goals.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('|')))
                .toList();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(16).containsExactlyInAnyOrderElementsOf(GOALS.keySet());
    }

    @Test
    void everySectionHasAtLeastTwoGoals() {
        assertThat(CourseReader.load(Path.of("lessons")).lessons())
                .isNotEmpty()
                .allSatisfy(lesson -> assertThat(lesson.goals()).hasSizeGreaterThanOrEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.g1|drag a 0 1 0|angle θ 78.69, wanted exactly 90: 11.31 to go",
                "2.g1|drag b 0 1 0|only a may be moved; r puts the rest back",
                "2.g1|drag a 0 0.5 -0.1|a₁ 0.5, wanted exactly 1: 0.5 to go",
                "2.g2|drag b 0 0 0|cosine: a zero vector has no direction",
                "3.g1|drag b_rows 0 2 0|C₁₁: a row of A has 3 numbers, a column of B 2",
                "1.g1|drag a_rows 0 1 0|C₂₂ does not exist here",
                "5.g1|drag eta 0 0.95 0|η 0.95, wanted below 0.9091: 0.04091 to go",
                "5.g2|step 200|step of overflow: the loss stayed a number",
                "1.g2|step 3|status is descending, not converged",
                "6.g1|drag tau 0 0.5 0|p₁ 0.9539, wanted at least 0.99: 0.03608 to go",
                "6.g1|drag logits 0 4 0|only τ may be moved; r puts the rest back",
                "6.g3|drag logits 0 -4 0; drag logits 1 -4 0; drag logits 3 -4 0|z₁ −4, wanted exactly 2.1: 6.1 to go",
                "7.g1|drag eta 0 3 0; step 2|steps 2, wanted exactly 3"
            })
    void theDistanceSaysWhatIsMissing(String id, String actions, String distance) {
        Goal goal = GOALS.get(id);
        assertThat(goal.progress(played(goal, actions))).isEqualTo(new Goal.Progress(false, distance));
    }
}
