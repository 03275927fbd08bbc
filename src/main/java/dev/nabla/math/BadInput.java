package dev.nabla.math;

import java.util.Optional;

/**
 * Input that has no answer: says the thing, the value and what to type instead.
 *
 * <p>{@link Kind#USAGE} is a slip of the keyboard (unreadable number, unknown word), {@link Kind#MATHS} is a well-typed
 * question without an answer (tau of 0, NaN, shapes that do not fit).
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Whether the typing or the maths is at fault; each kind has its own exit code. */
    public enum Kind {
        USAGE,
        MATHS
    }

    /**
     * Where reading stopped.
     *
     * @param text all that was typed
     * @param position in it, from 1; one more than its length at its end
     */
    public record Place(String text, int position) {}

    private final Kind kind;
    private final String code;
    private final transient Place place;

    private BadInput(Kind kind, String code, String message, Place place) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
        this.place = place;
    }

    /** A value that cannot be read; {@code code} is its stable name in JSON, like {@code bad_number}. */
    public static BadInput usage(String code, String message) {
        return new BadInput(Kind.USAGE, code, message, null);
    }

    /** A readable value for which the maths has no answer; {@code code} like {@code not_positive}. */
    public static BadInput maths(String code, String message) {
        return new BadInput(Kind.MATHS, code, message, null);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** The same complaint with the name of the input in front: {@code tau 0: ...}. */
    public BadInput about(String input) {
        return new BadInput(kind, code, input + " " + getMessage(), place);
    }

    /** The same complaint in other words. */
    public BadInput saying(String message) {
        return new BadInput(kind, code, message, place);
    }

    /** Where reading stopped, if a text could not be read. */
    public Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    /** The same complaint about a place in a text, counted from 1. */
    BadInput at(String text, int position) {
        return new BadInput(kind, code, getMessage(), new Place(text, position));
    }

    /** The same complaint, its text being only a part of what was typed, which begins behind so many signs. */
    BadInput within(String whole, int before) {
        return at(whole, before + (place == null ? 1 : place.position()));
    }
}
