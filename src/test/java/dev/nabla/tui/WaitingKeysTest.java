package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tui.term.Input;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Keys that come faster than they are taken, at the training of FIG.16. */
class WaitingKeysTest {
    private static final Course COURSE = CourseReader.load(Path.of("lessons"));
    private static final Size SIZE = new Size(100, 30);

    /** Goes on by itself. */
    private Instant now = Instant.EPOCH;

    private TutorProgram atTheTraining() {
        TutorProgram tutor = new TutorProgram(
                Desk.home(COURSE, SIZE).open(COURSE.section("16")),
                new ProgressRecorder(entries -> {}),
                () -> now = now.plusMillis(10),
                Desk.LOOK,
                Optional.empty());
        while (!tutor.view(SIZE).rows().get(0).contains("FIG.16")) {
            type(List.of("Enter"), tutor);
        }
        return tutor;
    }

    private static void type(List<String> keys, TutorProgram tutor) {
        keys.forEach(key -> tutor.handle(new Input.Key(KeyPress.named(key))));
    }

    /** The last of these keys is the only one behind which no other waits. */
    private static void typeAtOnce(List<String> keys, TutorProgram tutor) {
        for (int i = 0; i < keys.size(); i++) {
            tutor.handle(new Input.Key(KeyPress.named(keys.get(i))), i + 1 < keys.size());
        }
    }

    private static Frame atRest(TutorProgram tutor) {
        while (tutor.tickMillis() > 0) {
            tutor.handle(new Input.Tick());
        }
        return tutor.view(SIZE);
    }

    /** Seeds that no other test trains from. */
    @Test
    void onlyTheRecipeOfTheLastKeyIsTrained() {
        TutorProgram tutor = atTheTraining();
        for (int guess = 0; !tutor.view(SIZE).rows().get(SIZE.height() - 1).contains("Enter run"); guess++) {
            assertThat(guess).as("guesses before the training").isLessThan(10);
            type(List.of("Esc"), tutor);
        }
        List<String> keys = new ArrayList<>(List.of("Tab", "Tab", "Tab", "i"));
        keys.addAll(List.of("7", "0", "0", "0", "0", "Enter"));
        for (int seed = 1; seed <= 20; seed++) {
            keys.addAll(List.of("g", "Right"));
        }
        keys.add("g");
        typeAtOnce(keys, tutor);
        for (int seed = 70_000; seed < 70_020; seed++) {
            assertThat(trained(seed)).as("seed %s", seed).isZero();
        }
        assertThat(tutor.tickMillis()).isPositive();
        assertThat(atRest(tutor).rows()).anyMatch(row -> row.contains("70020"));
        assertThat(trained(70_020)).isEqualTo(1000);
    }

    private static int trained(long seed) {
        return new TrainingRun(Recipe.standard().withSeed(seed)).approach(1000, 0);
    }

    @Test
    void theSameIsSeenInTheEndHoweverFastTheKeysCame() {
        Random chance = new Random(3);
        List<String> any =
                List.of("Left", "Right", "Up", "Down", "Tab", "<", ">", "g", "Space", "[", "]", "k", "u", "w", "0");
        List<String> keys = Collections.nCopies(120, "").stream()
                .map(blank -> any.get(chance.nextInt(any.size())))
                .toList();
        TutorProgram slow = atTheTraining();
        type(keys, slow);
        TutorProgram fast = atTheTraining();
        typeAtOnce(keys, fast);
        assertThat(atRest(fast).rows()).isEqualTo(atRest(slow).rows());
    }
}
