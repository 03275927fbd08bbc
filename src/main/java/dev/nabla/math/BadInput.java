package dev.nabla.math;

import java.util.Optional;
import java.util.function.Supplier;

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

    /**
     * The file that has the mistake, and the line.
     *
     * @param line from 1
     */
    public record Where(String source, int line) {
        /** What is read here; a complaint about it that has no place yet gets this one. */
        public <T> T reading(Supplier<T> read) {
            try {
                return read.get();
            } catch (BadInput bad) {
                throw bad.in(this);
            }
        }

        @Override
        public String toString() {
            return source + ":" + line;
        }
    }

    private final Kind kind;
    private final String code;
    private final String subject;
    private final transient Place place;
    private final transient Where where;

    private BadInput(Kind kind, String code, String message, String subject, Place place, Where where) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
        this.subject = subject;
        this.place = place;
        this.where = where;
    }

    /** A value that cannot be read; {@code code} is its stable name in JSON, like {@code bad_number}. */
    public static BadInput usage(String code, String message) {
        return new BadInput(Kind.USAGE, code, message, null, null, null);
    }

    /** A readable value for which the maths has no answer; {@code code} like {@code not_positive}. */
    public static BadInput maths(String code, String message) {
        return new BadInput(Kind.MATHS, code, message, null, null, null);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** The same complaint with the name of the input in front: {@code tau 0: ...}. */
    public BadInput about(String input) {
        return saying(input + " " + super.getMessage());
    }

    /** The same complaint in other words. */
    public BadInput saying(String message) {
        return new BadInput(kind, code, message, subject, place, where);
    }

    /** The same complaint with the setting that is to blame as a value. */
    public BadInput of(String setting) {
        return new BadInput(kind, code, super.getMessage(), setting, place, where);
    }

    /** The setting that is to blame, if it is one. */
    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    /** The same complaint about something in a file; it keeps its line if it has one. */
    public BadInput in(Where line) {
        return where == null ? new BadInput(kind, code, super.getMessage(), subject, place, line) : this;
    }

    /** The file and line, if it is about something in a file. */
    public Optional<Where> where() {
        return Optional.ofNullable(where);
    }

    /** Said with file and line in front, if there are any. */
    @Override
    public String getMessage() {
        return where == null ? super.getMessage() : where + ": " + super.getMessage();
    }

    /** Where reading stopped, if a text could not be read. */
    public Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    /** The same complaint about a place in a text, counted from 1. */
    public BadInput at(String text, int position) {
        return new BadInput(kind, code, super.getMessage(), subject, new Place(text, position), where);
    }

    /** The same complaint, its text being only a part of what was typed, which begins behind so many signs. */
    public BadInput within(String whole, int before) {
        return at(whole, before + (place == null ? 1 : place.position()));
    }
}
