package dev.nabla.cli;

import dev.nabla.lesson.Fade;
import dev.nabla.lesson.Solution;
import dev.nabla.lesson.Variant;
import dev.nabla.lesson.WorkedExample;
import java.util.List;
import java.util.Optional;

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
     * @return how the last of them ended
     */
    Asking.End ask(Dialogue dialogue, long seed) {
        Solution solution = example.draw(Math.max(1, seed) + round++);
        dialogue.say("\nPractice, which does not count. ? gives a hint, an empty line leaves it out.");
        List<Variant> blanks = solution.blanks(fade);
        int told = solution.steps().size() - blanks.size();
        dialogue.say(solution.prompt());
        solution.lines(fade, 0).subList(0, told).forEach(line -> dialogue.say("  " + line.plain()));
        Asking.End end = Asking.End.RIGHT;
        int found = 0;
        for (int i = 0; i < blanks.size() && end != Asking.End.GONE && end != Asking.End.SKIPPED; i++) {
            dialogue.say("");
            end = new Asking(dialogue, blanks.get(i), Optional.empty()).ask();
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
}
