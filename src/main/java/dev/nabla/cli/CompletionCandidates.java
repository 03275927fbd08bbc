package dev.nabla.cli;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Values of an argument that a shell offers for completion. They are computed when iterated. */
public final class CompletionCandidates {
    private CompletionCandidates() {}

    /** Returns the names of the facts of an operation, or of all operations if none is named. */
    public static Iterable<String> facts(Optional<String> op) {
        List<String> all = Figures.operations();
        return () -> all.stream()
                .filter(id -> id.equals(op.orElse(id)))
                .flatMap(id -> names(Figures.named(id)).stream())
                .distinct()
                .iterator();
    }

    private static <M extends Record> List<String> names(Figure<M> figure) {
        return figure.facts(figure.start()).stream().map(Fact::name).toList();
    }

    /** Returns words of nabla's own course; none if it cannot be read. */
    public static Iterable<String> ofCourse(Environment console, Function<Course, List<String>> words) {
        return () -> {
            try {
                return words.apply(console.course()).iterator();
            } catch (BadInput missing) {
                return Collections.emptyIterator();
            }
        };
    }
}
