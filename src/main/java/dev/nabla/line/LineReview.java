package dev.nabla.line;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.PageRef;
import dev.nabla.line.QuestionPrompt.PromptResult;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.progress.QuestionHistory;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Tutor;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The review in text mode: asks the due questions in turn. A missed question whose numbers vary is asked once more at
 * the end, with other numbers.
 */
public final class LineReview {
    private final Course course;
    private final LineSession talk;
    /** The command that reads the page that explains the last question that was missed. */
    private static final String PAGE = "page";

    private final Set<QuestionRef> again = new HashSet<>();
    /** The page that explains the last question that was answered wrong or has ended. */
    private Optional<PageRef> explained = Optional.empty();

    private int answered;
    private int right;

    public LineReview(Tutor tutor, ProgressRecorder recorder, InstantSource clock, LineConsole console) {
        this.course = tutor.course();
        this.talk = new LineSession(tutor, recorder, clock, console, why -> "(this answer is not kept: " + why + ")");
    }

    /** Asks until no question is due or the learner leaves. */
    public void run() {
        talk.say(talk.progress().agendaSentence());
        Deque<QuestionRef> queue = new ArrayDeque<>();
        for (QuestionHistory item : talk.progress().due()) {
            queue.add(new QuestionRef(item.section(), item.id()));
        }
        queue.removeIf(question -> !question.isIn(course));
        boolean left = false;
        while (!queue.isEmpty() && !left) {
            left = ask(queue.remove(), queue).isEmpty();
        }
        String score = answered == 0 ? "You answered nothing." : right + " of " + answered + " right.";
        talk.say((left ? "\n\n" : "\n") + score + " " + talk.progress().agendaSentence());
    }

    /** Asks a question until it ends. Returns how it ended; empty if the learner has left. */
    private Optional<PromptResult> ask(QuestionRef question, Deque<QuestionRef> queue) {
        talk.say("\nSection " + question.section() + ", question " + question.id()
                + (again.contains(question) ? ", once more." : "."));
        int before = talk.answers();
        talk.put(talk.tutor().begun(question, 0));
        QuestionPrompt prompt = QuestionPrompt.of(question, true, talk.tutor());
        talk.say(prompt.text(talk.tutor()));
        Optional<String> typed = Optional.of("");
        Optional<PromptResult> end = Optional.empty();
        while (end.isEmpty() && typed.isPresent()) {
            typed = talk.console().ask("> ").filter(line -> !line.equals(QuestionPrompt.QUIT));
            if (typed.filter(PAGE::equals).isPresent() && explained.isPresent()) {
                talk.say(StationInWords.explanation(
                        explained.get(), talk.console().prose()));
                talk.say("\n" + prompt.text(talk.tutor()));
            } else if (typed.isPresent()) {
                QuestionPrompt.PromptTurn turn = prompt.take(typed.get(), talk.tutor());
                talk.put(turn.update());
                turn.print(talk);
                prompt = turn.prompt();
                end = turn.end();
                explained = turn.explains() ? course.explaining(prompt.variant().question()) : explained;
            }
        }
        answered += talk.answers() > before ? 1 : 0;
        right += end.equals(Optional.of(PromptResult.RIGHT)) ? 1 : 0;
        if (end.equals(Optional.of(PromptResult.MISSED))
                && course.question(question.id()).varies()
                && again.add(question)) {
            queue.add(question);
        }
        return end;
    }
}
