package dev.nabla.line;

import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.lesson.question.WorkedExample.Solution;
import dev.nabla.line.QuestionPrompt.End;
import dev.nabla.math.BadInput;
import dev.nabla.tutor.QuestionRef;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The asking part of a section: its questions, and the steps of its worked examples. */
final class SectionQuestions {
    private static final int SEEDS = 100_000;

    private final Lesson lesson;
    private final Talk talk;
    private final Set<String> asked = new HashSet<>();
    private Optional<WorkedExample> offered = Optional.empty();
    private int left;
    private int round;
    private boolean gone;

    SectionQuestions(Lesson lesson, Talk talk) {
        this.lesson = lesson;
        this.talk = talk;
    }

    /** True if the learner left in the middle of a question. */
    boolean isGone() {
        return gone;
    }

    /** Asks a question, with other numbers every time. */
    void ask(QuestionRef question) {
        if (!gone) {
            asked.add(question.id());
            talk.say("\nQuestion " + question.id() + ". ? gives a hint, an empty line leaves it out.");
            gone = QuestionPrompt.ask(question, talk) == End.GONE;
        }
    }

    /** Asks a question where it stands in the lesson, unless that was done. */
    void come(QuestionRef question) {
        if (asked.contains(question.id())) {
            talk.say("\nQuestion " + question.id() + " was asked already; again asks it anew.");
        } else {
            ask(question);
        }
    }

    /** A question is asked anew when it comes again. */
    void forget(Question question) {
        asked.remove(question.id());
    }

    /** The prediction asked before anything of the section is shown; none once something was asked. */
    Optional<Question> prediction() {
        return lesson.questions().stream()
                .filter(question -> asked.isEmpty() && question.predicts())
                .filter(question -> !talk.progress().items().containsKey(question.id()))
                .findFirst();
    }

    /** The questions by their ids. */
    void list() {
        List<String> ids = lesson.questions().stream().map(Question::id).toList();
        talk.say(
                ids.isEmpty()
                        ? "This section has no questions yet."
                        : "Questions here: " + String.join(", ", ids) + "; ask " + ids.get(0) + " asks one.");
    }

    /** An example has been told, which can be practised from now on. */
    void offer(WorkedExample example) {
        offered = Optional.of(example);
        left = example.blanks();
        round = 0;
        talk.say("practise asks its last " + (left == 1 ? "step" : left + " steps") + " with other numbers.");
    }

    /** The worked example that was told last, with steps left out: one more every time, and other numbers. */
    void practise() {
        WorkedExample example = offered.or(() -> lesson.examples().stream().findFirst())
                .orElseThrow(() -> BadInput.usage("no_example", "this section has no worked example; read on"));
        if (offered.isEmpty()) {
            offered = Optional.of(example);
            left = example.blanks();
        }
        Solution solution = example.draw(Math.max(1, talk.progress().learner() % SEEDS) + round++);
        talk.say("\nPractice, which does not count. ? gives a hint, an empty line leaves it out.");
        talk.say(solution.prompt());
        List<QuestionInstance> blanks = solution.blanks(left);
        int told = solution.steps().size() - blanks.size();
        solution.lines(left, 0).subList(0, told).forEach(line -> talk.say("  " + line.plain()));
        Set<End> ends = EnumSet.noneOf(End.class);
        for (QuestionInstance blank : blanks) {
            if (!ends.contains(End.GONE) && !ends.contains(End.SKIPPED)) {
                talk.say("");
                ends.add(QuestionPrompt.practise(blank, talk));
            }
        }
        gone = ends.contains(End.GONE);
        boolean found = !ends.contains(End.MISSED) && !ends.contains(End.SKIPPED);
        if (!gone) {
            boolean more = found && left < solution.steps().size();
            left += more ? 1 : 0;
            talk.say((found ? "All found; " : "")
                    + (more ? "practise leaves more of it to you." : "practise asks it with other numbers."));
        }
    }
}
