package dev.nabla.lesson.question;

import dev.nabla.frame.Line;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.Template;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A worked example as its lesson states it, a {@code steps} block: lines that are graded like questions, over numbers that
 * they share. {@link #draw} puts numbers in.
 *
 * @param id its name everywhere, like {@code 2.e1}; its lines are {@code 2.e1.1}, {@code 2.e1.2} and so on
 * @param ask what is worked out, with {@code $name} and {@code {{formula}}} in it
 * @param blanks how many of its last answers are left to the learner
 * @param lines from top to bottom, each a question whose text has the {@link #GAP} where its answer belongs
 * @param place where it stands, for complaints
 */
public record WorkedExample(String id, String ask, int blanks, List<Question> lines, BadInput.Where place) {
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
        return draw(seed, Deadline.of(Deadline.A_LESSON));
    }

    /** {@link #draw(long)} within a patience that other blocks have a share in. */
    public Solution draw(long seed, Deadline patience) {
        List<QuestionInstance> steps = QuestionInstance.drawTogether(lines, seed, patience);
        return new Solution(Template.fill(ask, steps.get(0).scope()), steps);
    }

    /**
     * A worked example with numbers in it, some of its last answers left out.
     *
     * <p>To read, show {@code lines(0, 0)} of seed 0. To practise, take {@code example.draw(seed)}, ask its {@link #blanks}
     * one after the other, each graded like a question through {@link QuestionInstance#grade}, and show
     * {@code lines(blanks, right)} where {@code right} of them have been answered.
     *
     * @param prompt the task, in words
     * @param steps a line each
     */
    public record Solution(String prompt, List<QuestionInstance> steps) {
        /** The last lines, so many of them, in the order in which they are asked. */
        public List<QuestionInstance> blanks(int blanks) {
            return steps.subList(steps.size() - blanks, steps.size());
        }

        /**
         * The lines whose answers are told, those of the first so many blanks among them, and the next one with a gap. Those
         * behind it go on with its answer and would give it away.
         */
        public List<Line> lines(int blanks, int right) {
            int told = steps.size() - blanks + right;
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i <= told && i < steps.size(); i++) {
                lines.add(line(steps.get(i), i < told));
            }
            return lines;
        }

        private static Line line(QuestionInstance step, boolean told) {
            String[] around = step.prompt().split(WorkedExample.GAP, 2);
            Line line = Line.of(around[0]);
            line = told ? line.result(Decimal.typeset(step.answer())) : line.second(WorkedExample.GAP);
            return around[1].isEmpty() ? line : line.text(around[1]);
        }

        /** Everything that is said in words, numbers put in, within the patience that it was drawn with. */
        public List<String> texts() {
            return Stream.concat(Stream.of(prompt), steps.stream().flatMap(step -> step.texts().stream()))
                    .toList();
        }
    }
}
