package dev.nabla.cli.input;

import dev.nabla.figure.Value;
import dev.nabla.output.AnswerWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The kind of questions in a batch, and how they are answered.
 *
 * @param own the members of a line that have a meaning besides the inputs of figures
 * @param inputs the inputs of figures
 * @param ofAnswers names of the answer's own members, which a line must not use for members that are copied to it
 * @param typed members whose numbers are kept as they are written, since 0.50 says more than 0.5
 * @param example an example of a line, for error messages
 * @param failure what a failed line does, for the message at the end, like "cannot be graded"
 * @param answerer answers a line
 */
public record BatchTask(
        Set<String> own,
        InputNames inputs,
        Set<String> ofAnswers,
        Set<String> typed,
        String example,
        String failure,
        Answerer answerer) {
    /** The member of an answer that counts the rows of a table, from 1. */
    public static final String ROW = "row";
    /** The member that holds whatever a script wants to get back with the answer. */
    public static final String DATA = "data";
    /** The members that are copied to the answer and are never inputs: what identifies a line, and its data. */
    public static final Set<String> CARRIED = Set.of("id", DATA);

    /** Returns the names of all members that have a meaning. */
    public Set<String> names() {
        Set<String> names = new HashSet<>(own);
        names.addAll(inputs.all());
        return names;
    }

    /**
     * Returns whether a member has a meaning.
     *
     * @param before the members of the line that came before and have one
     */
    boolean counts(String name, Map<String, Value> before) {
        return own.contains(name) || !CARRIED.contains(name) && inputs.contains(name, before);
    }

    /** The names of the inputs of the figures. */
    public interface InputNames {
        /** Returns the names of the inputs of all figures. The first call creates all figures, which takes a while. */
        Set<String> all();

        /**
         * Returns whether a figure has an input with this name.
         *
         * @param before the members of the line that came before. If they name the operation, and it has the input, no
         *     other is created.
         */
        boolean contains(String name, Map<String, Value> before);
    }

    /**
     * A question, read from a line.
     *
     * @param number the number of the line, from 1
     * @param given the members that have a meaning
     * @param carried the other members, as names and JSON texts, which are copied to the answer
     */
    public record BatchQuestion(long number, Map<String, Value> given, Map<String, String> carried) {
        /** Returns the text of a member; null if the member is missing or no text. */
        public String word(String name) {
            return Optional.ofNullable(given.get(name)).flatMap(Value::word).orElse(null);
        }

        /**
         * Returns the question of a row of its table.
         *
         * @param row the number of the row, from 1
         * @param inputs the inputs that differ by row
         */
        public BatchQuestion row(long row, Map<String, Value> inputs) {
            Map<String, Value> own = new LinkedHashMap<>(given);
            own.putAll(inputs);
            Map<String, String> beside = new LinkedHashMap<>(carried);
            beside.put(ROW, String.valueOf(row));
            return new BatchQuestion(number, own, beside);
        }

        /** Returns the beginning of its answer. */
        public AnswerWriter.Head head(String op) {
            return new AnswerWriter.Head(op, OptionalLong.of(number), carried);
        }
    }

    /** The code that answers a line. */
    public interface Answerer {
        /**
         * Appends the answer. It does so as its last action, when only a lack of memory can still make it fail. Returns
         * false if the question counts as failed.
         */
        boolean answer(BatchQuestion line, AnswerWriter out);
    }
}
