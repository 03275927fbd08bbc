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
 * A worked example as its lesson states it, a {@code steps} block. Its lines are graded like questions and share their
 * numbers. {@link #draw} fills the numbers in.
 *
 * @param id id in commands and journals, like {@code 2.e1}; its lines are {@code 2.e1.1}, {@code 2.e1.2} and so on
 * @param ask text of the task, with {@code $name} and {@code {{formula}}} in it
 * @param blanks number of answers, counted from the end, that are left to the learner
 * @param lines lines from top to bottom, each a question whose text has the {@link #GAP} in place of its answer
 * @param place file and line, for error messages
 */
public record WorkedExample(String id, String ask, int blanks, List<Question> lines, BadInput.Where place) {
    /** Text that stands for the answer in a line. */
    public static final String GAP = "___";

    public WorkedExample {
        lines = List.copyOf(lines);
    }

    /**
     * Returns the example with the numbers of a seed. Seed 0 gives the numbers of the lesson. Every other seed draws
     * numbers, always the same ones.
     *
     * @throws BadInput if its formulas cannot be computed, or no draw keeps the answers of a line apart
     */
    public Solution draw(long seed) {
        return draw(seed, Deadline.of(Deadline.A_LESSON));
    }

    /** Does the same as {@link #draw(long)} within a limit that the caller shares among several blocks. */
    public Solution draw(long seed, Deadline patience) {
        List<QuestionInstance> steps = QuestionInstance.drawTogether(lines, seed, patience);
        return new Solution(Template.fill(ask, steps.get(0).scope()), steps);
    }

    /**
     * A worked example with its numbers filled in.
     *
     * <p>To show it for reading, call {@code lines(0, 0)} of seed 0. To practise, draw it with another seed and ask its
     * {@link #blanks} one after the other. Grade each with {@link QuestionInstance#grade}, and show
     * {@code lines(blanks, right)} after {@code right} of them are answered.
     *
     * @param prompt text of the task
     * @param steps the lines, from top to bottom
     */
    public record Solution(String prompt, List<QuestionInstance> steps) {
        /**
         * Returns the last lines, in the order in which they are asked.
         *
         * @param blanks number of lines to return
         */
        public List<QuestionInstance> blanks(int blanks) {
            return steps.subList(steps.size() - blanks, steps.size());
        }

        /**
         * Returns the lines whose answers are shown, and the next line with a gap. Lines after the gap are left out,
         * since they use its answer and would give it away.
         *
         * @param blanks number of answers, counted from the end, that the learner fills in
         * @param right number of these that are answered
         */
        public List<Line> lines(int blanks, int right) {
            int shown = steps.size() - blanks + right;
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i <= shown && i < steps.size(); i++) {
                lines.add(line(steps.get(i), i < shown));
            }
            return lines;
        }

        private static Line line(QuestionInstance step, boolean shown) {
            String[] around = step.prompt().split(WorkedExample.GAP, 2);
            Line line = Line.of(around[0]);
            line = shown ? line.result(Decimal.typeset(step.answer())) : line.second(WorkedExample.GAP);
            return around[1].isEmpty() ? line : line.text(around[1]);
        }

        /** Returns all texts of the example with numbers filled in, within the limit of the draw. */
        public List<String> texts() {
            return Stream.concat(Stream.of(prompt), steps.stream().flatMap(step -> step.texts().stream()))
                    .toList();
        }
    }
}
