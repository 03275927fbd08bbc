package dev.nabla.math;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * An input error. Its {@link Problem} names the input, the value and what to type instead.
 *
 * <p>{@link ErrorKind#USAGE} is a typing error (unreadable number, unknown word) or a value beyond the range that is
 * stated for its input. {@link ErrorKind#MATHS} is a well-typed question without an answer (tau of 0, NaN, shapes that
 * do not fit). {@link ErrorKind#MACHINE} is a correct request that the machine cannot fulfil (a full disk, a file
 * without permission).
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String RANGE = "out_of_range";

    /** The cause of an error: the typing, the maths or the machine. Each kind has its own exit code. */
    public enum ErrorKind {
        USAGE,
        MATHS,
        MACHINE
    }

    /**
     * The position where parsing stopped.
     *
     * @param text all that was typed
     * @param position in the text, from 1; one more than its length at its end
     */
    public record TextPosition(String text, int position) {}

    /**
     * The file and line of an error.
     *
     * @param line from 1
     */
    public record Where(String source, int line) {
        /** Returns what {@code read} returns. A BadInput without a file position gets this one. */
        public <T> T reading(Supplier<T> read) {
            try {
                return read.get();
            } catch (BadInput bad) {
                throw bad.inFile(this);
            }
        }

        @Override
        public String toString() {
            return source + ":" + line;
        }
    }

    private final transient Problem problem;

    public BadInput(Problem problem) {
        super(null, null, false, false);
        this.problem = problem;
    }

    /**
     * Returns an error for a value that cannot be read; {@code code} is its stable name in JSON, like
     * {@code bad_number}.
     */
    public static BadInput usage(String code, String finding) {
        return usage(code, finding, new Problem.Suggestion(""));
    }

    /** Returns an error for a value that cannot be read, with advice. */
    public static BadInput usage(String code, String finding, Problem.Remedy remedy) {
        return new BadInput(new Problem(ErrorKind.USAGE, code, "", finding, remedy, null, null));
    }

    /** Returns an error for a readable value without a mathematical answer; {@code code} like {@code not_positive}. */
    public static BadInput maths(String code, String finding) {
        return new BadInput(new Problem(ErrorKind.MATHS, code, "", finding, new Problem.Suggestion(""), null, null));
    }

    /** Returns an error of the machine with its reason; {@code code} like {@code unwritable}. */
    public static BadInput machine(String code, String finding) {
        return new BadInput(new Problem(ErrorKind.MACHINE, code, "", finding, new Problem.Suggestion(""), null, null));
    }

    /** Returns an error for shapes or sizes that do not fit. */
    static BadInput mismatch(String input, String finding) {
        return maths("shape_mismatch", finding).forInput(input);
    }

    /**
     * Throws the error {@code tau 0: must be above 0} for a value without a mathematical answer.
     *
     * @param fine whether the value has an answer; if so nothing is thrown
     * @param value a number, a vector or a matrix, printed in full
     */
    public static void require(boolean fine, String code, String input, Object value, String need) {
        if (!fine) {
            throw maths(code, shown(value) + ": " + need).forInput(input);
        }
    }

    /**
     * Throws the error {@code eta 0: must be above 0} for a value beyond the range that is stated for its input.
     *
     * @param fine whether the value is in the range; if so nothing is thrown
     * @param value a number, a vector or a matrix, printed in full
     */
    public static void requireRange(boolean fine, String input, Object value, String need) {
        if (!fine) {
            throw usage(RANGE, shown(value) + ": " + need).forInput(input);
        }
    }

    private static Object shown(Object value) {
        return value instanceof Double x ? Decimal.shortest(x) : value;
    }

    /** Throws {@code not_finite} for a vector with a component that is infinite or NaN. */
    static void requireFinite(String input, Vector given) {
        require(given.isFinite(), "not_finite", input, given, "every number must be finite");
    }

    /** Throws {@code out_of_range} for a whole number that is not from {@code least} to {@code most}. */
    public static void requireWhole(int least, int most, String input, int value, String noun) {
        boolean fine = value >= least && value <= most;
        requireRange(fine, input, value, "type " + noun + " from " + least + " to " + most);
    }

    public Problem problem() {
        return problem;
    }

    public ErrorKind kind() {
        return problem.kind();
    }

    public String code() {
        return problem.code();
    }

    /** Returns the message for users. */
    @Override
    public String getMessage() {
        return problem.message();
    }

    /** Returns where parsing stopped; empty if the input did not fail in parsing. */
    public Optional<TextPosition> place() {
        return Optional.ofNullable(problem.place());
    }

    /** Returns a copy with the name of the input in front: {@code tau 0: ...}. */
    public BadInput forInput(String input) {
        return new BadInput(problem.about(input));
    }

    /** Returns a copy with file and line, or this error if it already has them. */
    public BadInput inFile(Where line) {
        return problem.where() == null ? new BadInput(problem.inFile(line)) : this;
    }

    /** Returns a copy with a position in a text, counted from 1. */
    public BadInput atPosition(String text, int position) {
        return new BadInput(problem.atPosition(new TextPosition(text, position)));
    }

    /**
     * Returns a copy whose position counts in {@code text}, of which only a part was parsed.
     *
     * @param before number of characters of {@code text} before that part
     */
    public BadInput shifted(String text, int before) {
        return atPosition(text, before + place().map(TextPosition::position).orElse(1));
    }

    /** Returns a copy without the position, for text that the user did not type, such as the content of a file. */
    public BadInput withoutPosition() {
        return new BadInput(problem.atPosition(null));
    }
}
