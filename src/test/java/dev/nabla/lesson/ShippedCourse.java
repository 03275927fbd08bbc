package dev.nabla.lesson;

import dev.nabla.lesson.read.CourseReader;
import java.nio.file.Path;

/** The course in {@code lessons}, read once for all tests of a JVM. */
public final class ShippedCourse {
    public static final Course COURSE = CourseReader.load(Path.of(System.getProperty("lessons", "lessons")));

    private ShippedCourse() {}
}
