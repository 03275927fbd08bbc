package dev.nabla.lesson.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes, for the build, what {@link BuiltCourse} computes of a course. */
final class WriteCourse {
    private WriteCourse() {}

    /** @param args the folder of the course, and the file to write */
    public static void main(String[] args) throws IOException {
        Files.write(Path.of(args[1]), BuiltCourse.of(Path.of(args[0])));
    }
}
