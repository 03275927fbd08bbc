package dev.nabla.cli;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.math.BadInput;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * Words of nabla's own course that a shell may complete with; the course is read when they are asked for, and none are
 * offered where it is not there.
 */
public record Candidates(Environment console, Function<Course, List<String>> words) implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        try {
            return words.apply(CourseReader.load(console.lessons())).iterator();
        } catch (BadInput missing) {
            return List.<String>of().iterator();
        }
    }
}
