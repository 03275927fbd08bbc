package dev.nabla.lesson.read;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.LazyLesson;
import dev.nabla.lesson.lint.Lint;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes, for the build, what {@link BuiltCourse} computes of a course. Writes nothing if the course has mistakes. */
public final class WriteCourse {
    private WriteCourse() {}

    /**
     * Writes it, or prints the mistakes and ends the program.
     *
     * @param folder of the course
     */
    public static void write(Path folder, Path file) throws IOException {
        Course course = CourseReader.load(folder);
        read(course);
        List<String> mistakes = Lint.of(folder, read -> course);
        if (!mistakes.isEmpty()) {
            // On a busy machine a lesson may exceed its time limit; what it has trained is kept, so now it has more.
            mistakes = Lint.of(folder, read -> course);
        }
        mistakes.forEach(System.err::println);
        if (!mistakes.isEmpty()) {
            System.exit(1);
        }
        Files.write(file, BuiltCourse.of(course, folder));
    }

    /** Reads the lessons on all cores, since each trains what it shows. A mistake in one is left to the lint. */
    private static void read(Course course) {
        try {
            course.drafts().parallel().forEach(LazyLesson::lesson);
        } catch (BadInput mistake) {
            return;
        }
    }
}
