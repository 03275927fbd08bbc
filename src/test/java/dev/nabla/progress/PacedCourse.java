package dev.nabla.progress;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Stood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A course of four equal sections, 02 to 05, and a learner who has finished the first three. */
public final class PacedCourse {
    private static final Path LESSON = Path.of("src/test/resources/screens-course/dot.md");
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int[] QUESTIONS = {1, 3, 6, 8};

    private PacedCourse() {}

    /** Writes the course to a folder. Returns it with its lessons read. */
    public static Course write(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder index = new StringBuilder("format: 1\nladder: [the maths]\nhere: 1\nsections:\n");
        String lesson = Files.readString(LESSON);
        for (int i = 2; i <= 5; i++) {
            String copy = lesson.replace("id: 2.", "id: " + i + ".").replace("02", "0" + i);
            Files.writeString(folder.resolve("0" + i + ".md"), copy);
            index.append("  - {id: \"0" + i + "\", title: Dot product, gist: G, lesson: 0" + i + ".md}\n");
        }
        Files.writeString(folder.resolve("index.yaml"), index.toString());
        Course course = CourseReader.load(folder);
        course.lessons();
        return course;
    }

    /** Returns 24 right answers, so many seconds after each other, and a last position in section 05. */
    public static List<Entry> answers(int seconds) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            int section = 2 + i / 8;
            entries.add(new Answered(
                    START.plusSeconds((long) i * seconds),
                    "0" + section,
                    section + "." + QUESTIONS[i % 4],
                    i / 4,
                    "1",
                    true,
                    Optional.empty(),
                    OptionalInt.empty(),
                    false,
                    Optional.empty()));
        }
        entries.add(new Stood(START.plusSeconds(3600), "05", "dot", Map.of()));
        return entries;
    }
}
