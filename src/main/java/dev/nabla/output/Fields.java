package dev.nabla.output;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The fields of a record in a line of a file. One method lists them for both directions, in the order in which they are
 * written: {@code new Vote(line.text("student", vote.student()), …)}. {@link WrittenLine} takes each value and returns
 * it; {@link JsonLine} ignores the value, that of an empty record, and returns what the line holds.
 *
 * <p>A reader throws {@link dev.nabla.math.BadInput} where a field is missing or of another kind.
 */
public interface Fields {
    String text(String name, String value);

    /** A text that is left out where it is empty. */
    Optional<String> optional(String name, Optional<String> value);

    long whole(String name, long value);

    /** A number from 0, left out where it is empty; one that is read is brought into the range of int. */
    OptionalInt count(String name, OptionalInt value);

    boolean truth(String name, boolean value);

    /**
     * A time as {@link Instant#toString} writes it.
     *
     * @throws java.time.DateTimeException if it is read and is none
     */
    Instant time(String name, Instant value);

    /**
     * A constant by its name.
     *
     * @throws IllegalArgumentException if it is read and there is none of that name
     */
    <E extends Enum<E>> E constant(String name, E value);

    /** Texts by name; a line has one such map. */
    Map<String, String> texts(String name, Map<String, String> value);
}
