package dev.nabla.cli;

import dev.nabla.frame.Line;
import dev.nabla.lesson.Fade;
import dev.nabla.lesson.Solution;
import dev.nabla.lesson.Variant;
import dev.nabla.lesson.WorkedExample;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A worked example that is practised: first its last step is asked, then two, then all, each time with other numbers. */
final class Practice {
    private final WorkedExample example;
    private Fade fade = Fade.LAST;
    private int round;

    Practice(WorkedExample example) {
        this.example = example;
    }

    /**
     * Asks what is left out now; more of it the next time, if all of it was found.
     *
     * @param seed of the first round
     * @param asking how one step is asked
     * @return how the last of them ended
     */
    Asking.End ask(Dialogue dialogue, long seed, Function<Variant, Asking> asking) {
        Solution solution = example.draw(Math.max(1, seed) + round++);
        dialogue.say("\n" + solution.prompt() + "\n" + lines(solution.lines(fade, 0)));
        List<Variant> blanks = solution.blanks(fade);
        Asking.End end = Asking.End.RIGHT;
        int found = 0;
        for (int i = 0; i < blanks.size() && end != Asking.End.GONE && end != Asking.End.SKIPPED; i++) {
            dialogue.say("");
            end = asking.apply(blanks.get(i)).ask();
            found += end == Asking.End.RIGHT || end == Asking.End.HELPED ? 1 : 0;
        }
        if (end != Asking.End.GONE) {
            boolean all = found == blanks.size();
            fade = all ? fade.next() : fade;
            dialogue.say(
                    all ? "All found; practise leaves more of it to you." : "practise asks it with other numbers.");
        }
        return end;
    }

    private static String lines(List<Line> lines) {
        return lines.stream().map(line -> "  " + line.plain()).collect(Collectors.joining("\n"));
    }
}
