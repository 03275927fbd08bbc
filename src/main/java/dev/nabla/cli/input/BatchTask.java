package dev.nabla.cli.input;

import dev.nabla.figure.Value;
import dev.nabla.output.Answers;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the lines of a batch ask: which members of a line count, and what is answered. */
public interface BatchTask {
    /**
     * A question.
     *
     * @param number of the line, from 1
     * @param given its members that count
     * @param carried the others, names and values in JSON, which go back as they came
     */
    record Line(long number, Map<String, Value> given, Map<String, String> carried) {
        /** A member that is a text; null if it is none, or not there. */
        public String word(String name) {
            return given.get(name) instanceof Value.Word word ? word.text() : null;
        }
    }

    /** The members that count. */
    Set<String> names();

    /** Names that answers have themselves, so that no line can give them to members of its own. */
    Set<String> ofAnswers();

    /** True for a member whose numbers are taken as they are written, since 0.50 says more than 0.5. */
    default boolean isTyped(String name) {
        return false;
    }

    /** A line, for who has typed something else. */
    String example();

    /** Adds the answer to a line, in the end, when nothing more can go wrong but that the memory is full; false if it has failed. */
    boolean answer(Line line, Answers out);

    /** What lines do that count as failed. */
    default String failure() {
        return "have no answer";
    }

    /** The names that a line cannot give to members of its own. */
    default Set<String> reserved() {
        Set<String> reserved = new HashSet<>(names());
        reserved.addAll(ofAnswers());
        return reserved;
    }
}
