package dev.nabla.lesson.read;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.lint.Lint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes, for the build, what {@link BuiltCourse} computes of a course. Writes nothing if the course has mistakes. */
final class WriteCourse {
    private WriteCourse() {}

    /** @param args the folder of the course, and the file to write */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Course course = CourseReader.load(folder);
        List<String> mistakes = Lint.of(folder, read -> course);
        if (!mistakes.isEmpty()) {
            // On a busy machine a lesson may exceed its time limit; what it has trained is kept, so now it has more.
            mistakes = Lint.of(folder, read -> course);
        }
        mistakes.forEach(System.err::println);
        if (!mistakes.isEmpty()) {
            System.exit(1);
        }
        Files.write(Path.of(args[1]), BuiltCourse.of(course, folder));
    }
}
