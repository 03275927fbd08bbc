package dev.nabla.lesson.question;

import dev.nabla.frame.Line;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A worked example with numbers in it, which fades: whole, its last answer left out, two left out, all of them.
 *
 * <p>To read, show {@code lines(Fade.WHOLE, 0)} of seed 0. To practise, take {@code example.draw(seed)} and a {@link Fade}
 * from {@link Fade#LAST} on; ask its {@link #blanks} one after the other, each graded like a question through
 * {@link QuestionInstance#grade}, and show {@code lines(fade, right)} where {@code right} of them have been answered. When none is
 * left, {@code fade.next()} comes, with another seed.
 *
 * @param example whose numbers these are
 * @param steps a line each
 */
public record Solution(WorkedExample example, List<QuestionInstance> steps) {
    public Solution {
        steps = List.copyOf(steps);
    }

    /** The task, in words. */
    public String prompt() {
        return prompt(Deadline.of(Deadline.A_DRAW));
    }

    private String prompt(Deadline patience) {
        return steps.get(0).fill(example.ask(), patience);
    }

    /** The lines whose answers this degree leaves out, in the order in which they are asked. */
    public List<QuestionInstance> blanks(Fade fade) {
        return steps.subList(steps.size() - fade.blanks(steps.size()), steps.size());
    }

    /**
     * The lines whose answers are told, those of the first so many blanks among them, and the next one with a gap. Those
     * behind it go on with its answer and would give it away.
     */
    public List<Line> lines(Fade fade, int right) {
        int told = steps.size() - blanks(fade).size() + right;
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

    /** Everything that is said in words, numbers put in, within a patience that other blocks have a share in. */
    public List<String> texts(Deadline patience) {
        return Stream.concat(Stream.of(prompt(patience)), steps.stream().flatMap(step -> step.texts(patience).stream()))
                .toList();
    }
}
