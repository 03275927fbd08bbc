package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Numbers that something other than nabla computed: {@code name.csv}, made by {@code name.py} beside it. */
public final class Reference {
    private Reference() {}

    /** The rows of a file, each split at its semicolons. */
    public static List<String[]> rows(String name) {
        return lines(name).stream().map(line -> line.split(";")).toList();
    }

    /** The lines of a file. */
    public static List<String> lines(String name) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/reference", name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Python's text of numbers between commas. */
    public static Vector vector(String text) {
        return Vector.of(
                Arrays.stream(text.split(",")).mapToDouble(Reference::number).toArray());
    }

    /** Rows between slashes. */
    static Matrix matrix(String text) {
        return new Matrix(Arrays.stream(text.split("/")).map(Reference::vector).toList());
    }

    /** Python's text of a number. */
    public static double number(String text) {
        return Double.parseDouble(text.replace("inf", "Infinity").replace("nan", "NaN"));
    }

    /** Equal up to a share of what is expected, or of the least size that counts. */
    public static void close(Vector actual, Vector expected, double share, double least) {
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int i = 0; i < actual.size(); i++) {
            double off = share * Math.max(least, Math.abs(expected.get(i)));
            assertThat(actual.get(i)).isCloseTo(expected.get(i), within(off));
        }
    }
}
