package dev.nabla.cli.input;

import dev.nabla.figure.Value;
import dev.nabla.output.AnswerWriter;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the lines of a batch ask.
 *
 * @param own the members of a line that count and are no inputs of a figure
 * @param inputs those of all figures, which take a while to find out
 * @param ofAnswers names that answers have themselves, so that no line can give them to members of its own
 * @param typed members whose numbers are taken as they are written, since 0.50 says more than 0.5
 * @param example a line, for who has typed something else
 * @param failure what lines do that count as failed
 * @param answerer what is answered
 */
public record BatchTask(
        Set<String> own,
        Supplier<Set<String>> inputs,
        Set<String> ofAnswers,
        Set<String> typed,
        String example,
        String failure,
        Answerer answerer) {
    /** A line's own name for itself, which is carried and never an input. */
    public static final String ID = "id";

    /** Returns the members of a line that count. */
    public Set<String> names() {
        Set<String> names = new HashSet<>(own);
        names.addAll(inputs.get());
        return names;
    }

    /** True for a member that counts; asks for the inputs only if it must. */
    boolean counts(String name) {
        return own.contains(name) || !name.equals(ID) && inputs.get().contains(name);
    }

    /**
     * A question.
     *
     * @param number of the line, from 1
     * @param given its members that count
     * @param carried the others, names and values in JSON, which go back as they came
     */
    public record BatchQuestion(long number, Map<String, Value> given, Map<String, String> carried) {
        /** A member that is a text; null if it is none, or not there. */
        public String word(String name) {
            return Optional.ofNullable(given.get(name)).flatMap(Value::word).orElse(null);
        }

        /** What its answer begins with. */
        public AnswerWriter.Head head(String op) {
            return new AnswerWriter.Head(op, OptionalLong.of(number), carried);
        }
    }

    /** Answers a line. */
    public interface Answerer {
        /** Adds the answer, in the end, when nothing more can go wrong but that the memory is full; false if it has failed. */
        boolean answer(BatchQuestion line, AnswerWriter out);
    }
}
