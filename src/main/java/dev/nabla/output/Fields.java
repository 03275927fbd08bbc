package dev.nabla.output;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The fields of a record in a line of a file. One method lists them for both directions, in the order in which they are
 * written: {@code new Vote(line.text("student", vote.student()), …)}. {@link WrittenLine} writes each value and returns
 * it. {@link JsonLine} ignores the value, which comes from an empty record, and returns the value of the line.
 *
 * <p>A reader throws {@link dev.nabla.math.BadInput} if a field is missing or of another kind.
 */
public interface Fields {
    String text(String name, String value);

    /** Reads or writes an optional text; an empty one is not written. */
    Optional<String> optional(String name, Optional<String> value);

    long whole(String name, long value);

    /**
     * Reads or writes an optional number from 0; an empty one is not written. A number that is read is clamped to the
     * range of int.
     */
    OptionalInt count(String name, OptionalInt value);

    boolean truth(String name, boolean value);

    /**
     * Reads or writes a time in the format of {@link Instant#toString}.
     *
     * @throws java.time.DateTimeException if the text that is read is not a time
     */
    Instant time(String name, Instant value);

    /**
     * Reads or writes an enum constant by its name.
     *
     * @throws IllegalArgumentException if the name that is read is unknown
     */
    <E extends Enum<E>> E constant(String name, E value);

    /** Reads or writes texts by name. A line has at most one such map. */
    Map<String, String> texts(String name, Map<String, String> value);
}
