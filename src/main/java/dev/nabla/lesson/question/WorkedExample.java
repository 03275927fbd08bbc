package dev.nabla.lesson.question;

import dev.nabla.lesson.formula.Deadline;
import dev.nabla.math.BadInput;
import java.util.List;

/**
 * A worked example as its lesson states it, a {@code steps} block: lines that are graded like questions, over numbers that
 * they share. {@link #draw} puts numbers in.
 *
 * @param id its name everywhere, like {@code 2.e1}; its lines are {@code 2.e1.1}, {@code 2.e1.2} and so on
 * @param ask what is worked out, with {@code $name} and {@code {{formula}}} in it
 * @param lines from top to bottom, each a question whose text has the {@link #GAP} where its answer belongs
 * @param place where it stands, for complaints
 */
public record WorkedExample(String id, String ask, List<Question> lines, BadInput.Where place) {
    /** Stands for the answer in a line. */
    public static final String GAP = "___";

    public WorkedExample {
        lines = List.copyOf(lines);
    }

    /**
     * The example with the numbers of a seed: 0 gives the figure's own, any other number draws, the same ones every time.
     *
     * @throws BadInput if its formulas cannot be computed, or no draw keeps the answers of a line apart
     */
    public Solution draw(long seed) {
        return draw(seed, Deadline.of(Deadline.A_DRAW));
    }

    /** {@link #draw(long)} within a patience that other blocks have a share in. */
    public Solution draw(long seed, Deadline patience) {
        return new Solution(this, QuestionInstance.together(lines, seed, patience));
    }
}
