package dev.nabla.math;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Input that has no answer; its {@link Problem} says the thing, the value and what to type instead.
 *
 * <p>{@link ErrorKind#USAGE} is a slip of the keyboard (unreadable number, unknown word), {@link ErrorKind#MATHS} is a
 * well-typed question without an answer (tau of 0, NaN, shapes that do not fit), {@link ErrorKind#MACHINE} is what the
 * machine refuses though it was typed well (a full disk, a file of somebody else's).
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The side at fault, the typing, the maths or the machine; each kind has its own exit code. */
    public enum ErrorKind {
        USAGE,
        MATHS,
        MACHINE
    }

    /**
     * Where reading stopped.
     *
     * @param text all that was typed
     * @param position in it, from 1; one more than its length at its end
     */
    public record TextPosition(String text, int position) {}

    /**
     * The file that has the mistake, and the line.
     *
     * @param line from 1
     */
    public record Where(String source, int line) {
        /** Reads something here; a complaint about it that has no place yet gets this one. */
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

    /** A value that cannot be read; {@code code} is its stable name in JSON, like {@code bad_number}. */
    public static BadInput usage(String code, String finding) {
        return usage(code, finding, new Problem.Suggestion(""));
    }

    /** A value that cannot be read, and what to type instead. */
    public static BadInput usage(String code, String finding, Problem.Remedy remedy) {
        return new BadInput(new Problem(ErrorKind.USAGE, code, "", finding, remedy, null, null));
    }

    /** A readable value for which the maths has no answer; {@code code} like {@code not_positive}. */
    public static BadInput maths(String code, String finding) {
        return new BadInput(new Problem(ErrorKind.MATHS, code, "", finding, new Problem.Suggestion(""), null, null));
    }

    /** What the machine refuses, with its reason; {@code code} like {@code unwritable}. */
    public static BadInput machine(String code, String finding) {
        return new BadInput(new Problem(ErrorKind.MACHINE, code, "", finding, new Problem.Suggestion(""), null, null));
    }

    /** Shapes or sizes that do not fit. */
    static BadInput mismatch(String input, String finding) {
        return maths("shape_mismatch", finding).forInput(input);
    }

    /**
     * Refuses a value for which the maths has no answer: {@code tau 0: must be above 0}.
     *
     * @param fine whether it has one
     * @param value a number, a vector or a matrix, said in full
     */
    public static void require(boolean fine, String code, String input, Object value, String need) {
        if (!fine) {
            Object said = value instanceof Double x ? Decimal.shortest(x) : value;
            throw maths(code, said + ": " + need).forInput(input);
        }
    }

    /** Refuses a whole number that is not from the least to the most. */
    public static void requireWhole(int least, int most, String input, int value, String noun) {
        if (value < least || value > most) {
            throw usage("out_of_range", value + ": type " + noun + " from " + least + " to " + most)
                    .forInput(input);
        }
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

    /** In words, for people. */
    @Override
    public String getMessage() {
        return problem.message();
    }

    /** Where reading stopped, if a text could not be read. */
    public Optional<TextPosition> place() {
        return Optional.ofNullable(problem.place());
    }

    /** With the name of the input in front: {@code tau 0: ...}. */
    public BadInput forInput(String input) {
        return new BadInput(problem.about(input));
    }

    /** About something in a file; it keeps its line if it has one. */
    public BadInput inFile(Where line) {
        return problem.where() == null ? new BadInput(problem.inFile(line)) : this;
    }

    /** About a place in a text, counted from 1. */
    public BadInput atPosition(String text, int position) {
        return new BadInput(problem.atPosition(new TextPosition(text, position)));
    }

    /** About a text of which only a part was read, which begins behind so many characters. */
    public BadInput shifted(String whole, int before) {
        return atPosition(whole, before + place().map(TextPosition::position).orElse(1));
    }

    /** Without the place: what was typed is not the text that could not be read. */
    public BadInput withoutPosition() {
        return new BadInput(problem.atPosition(null));
    }
}
