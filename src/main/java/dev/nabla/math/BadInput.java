package dev.nabla.math;

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

    private final Kind kind;
    private final String code;

    private BadInput(Kind kind, String code, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    /** A value that cannot be read; {@code code} is its stable name in JSON, like {@code bad_number}. */
    public static BadInput usage(String code, String message) {
        return new BadInput(Kind.USAGE, code, message);
    }

    /** A readable value for which the maths has no answer; {@code code} like {@code not_positive}. */
    public static BadInput maths(String code, String message) {
        return new BadInput(Kind.MATHS, code, message);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** The same complaint with the name of the input in front: {@code tau 0: ...}. */
    public BadInput about(String input) {
        return new BadInput(kind, code, input + " " + getMessage());
    }
}
