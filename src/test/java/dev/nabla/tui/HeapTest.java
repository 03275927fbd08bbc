package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Slow;
import dev.nabla.frame.Size;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.tui.term.Input;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a tutor keeps, in a JVM of its own, since films of other tests are remembered in this one. */
@Slow
class HeapTest {
    private static final int KEYS = 600;
    private static final int MOST_MEGABYTES = 32;
    private static final List<String> ANY = List.of(
            "Left", "Right", "Up", "Down", "<", ">", ",", ".", "Home", "End", "Tab", "Space", "g", "[", "]", "{", "}",
            "k", "u", "0", "r", "w", "e", "t", "=");

    @TempDir
    private Path folder;

    /** Prints how many bytes live after so many random keys at the training of section 16. */
    public static void main(String[] arguments) {
        Course course = CourseReader.load(Path.of("lessons"));
        Size size = new Size(100, 30);
        TutorProgram tutor = Desk.tutor(
                Desk.home(course, size).open(course.section("16")),
                Path.of(arguments[0]),
                Desk.LOOK.palette(),
                Optional.empty());
        while (!tutor.view(size).rows().get(0).contains("FIG.16")) {
            tutor.handle(new Input.Key(KeyPress.named("Enter")));
        }
        Random chance = new Random(1);
        for (int i = 0; i < KEYS; i++) {
            tutor.handle(new Input.Key(KeyPress.named(ANY.get(chance.nextInt(ANY.size())))));
            if (tutor.tickMillis() > 0) {
                tutor.handle(new Input.Tick());
            }
        }
        System.gc();
        Runtime heap = Runtime.getRuntime();
        System.out.println(heap.totalMemory() - heap.freeMemory());
        tutor.view(size); // so that it lives until here
    }

    @Test
    @Timeout(120)
    void randomKeysAtATrainingDoNotFillTheHeap() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapTest.class.getName(),
                        folder.resolve("journal").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Long.parseLong(said.strip()) >> 20).isBetween(4L, (long) MOST_MEGABYTES);
    }
}
