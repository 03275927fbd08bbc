package dev.nabla.cli.input;

import dev.nabla.figure.Value;
import dev.nabla.output.Answers;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the lines of a batch ask.
 *
 * @param names the members of a line that count
 * @param ofAnswers names that answers have themselves, so that no line can give them to members of its own
 * @param typed members whose numbers are taken as they are written, since 0.50 says more than 0.5
 * @param example a line, for who has typed something else
 * @param failure what lines do that count as failed
 * @param answerer what is answered
 */
public record BatchTask(
        Set<String> names,
        Set<String> ofAnswers,
        Set<String> typed,
        String example,
        String failure,
        Answerer answerer) {
    /**
     * A question.
     *
     * @param number of the line, from 1
     * @param given its members that count
     * @param carried the others, names and values in JSON, which go back as they came
     */
    public record Line(long number, Map<String, Value> given, Map<String, String> carried) {
        /** A member that is a text; null if it is none, or not there. */
        public String word(String name) {
            return given.get(name) instanceof Value.Word word ? word.text() : null;
        }

        /** What its answer begins with. */
        public Answers.Head head(String op) {
            return new Answers.Head(op, OptionalLong.of(number), carried);
        }
    }

    /** Answers a line. */
    public interface Answerer {
        /** Adds the answer, in the end, when nothing more can go wrong but that the memory is full; false if it has failed. */
        boolean answer(Line line, Answers out);
    }
}
