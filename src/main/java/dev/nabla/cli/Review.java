package dev.nabla.cli;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Question;
import dev.nabla.lesson.Variant;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Progress;
import dev.nabla.progress.QuestionHistory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is due, asked one after the other; a question that was missed comes once more at the end, with other numbers. */
final class Review {
    private final Course course;
    private final Dialogue dialogue;
    private final Keeper keeper;
    private final Set<String> again = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    private int right;

    Review(Course course, Notebook notebook, Dialogue dialogue) {
        this.course = course;
        this.dialogue = dialogue;
        this.keeper = new Keeper(course, notebook, why -> dialogue.quote("(this answer is not kept: " + why + ")"));
    }

    /** Asks until nothing is due or nobody answers; returns a complaint for standard error, should answers not be kept. */
    String run() {
        Progress before = keeper.progress();
        dialogue.say(before.agenda());
        Deque<QuestionHistory> queue = new ArrayDeque<>(before.due());
        queue.removeIf(item -> !isAsked(item));
        boolean gone = false;
        while (!queue.isEmpty() && !gone) {
            gone = ask(queue.remove(), queue) == Asking.End.GONE;
        }
        String score = answered.isEmpty() ? "nothing answered" : right + " of " + answered.size() + " right";
        dialogue.say((gone ? "\n\n" : "\n") + score + " · " + keeper.progress().agenda());
        return keeper.why().map(this::unkept).orElse("");
    }

    private String unkept(String why) {
        return Reply.said(keeper.lost() + (keeper.lost() == 1 ? " answer is" : " answers are") + " not kept: " + why);
    }

    private Asking.End ask(QuestionHistory item, Deque<QuestionHistory> queue) {
        Question question = course.question(item.id());
        dialogue.say(
                "\n" + item.section() + " · question " + item.id() + (again.contains(item.id()) ? " once more" : ""));
        Variant asked = question.draw(keeper.progress().seed(item.id()));
        Asking.Notes notes =
                (typed, verdict, sure) -> keep(Answered.of(keeper.now(), item.section(), asked, typed, verdict, sure));
        Asking.End end = new Asking(dialogue, asked, Optional.of(notes)).ask();
        right += end == Asking.End.RIGHT ? 1 : 0;
        if (end == Asking.End.MISSED && question.varies() && again.add(item.id())) {
            queue.add(item);
        }
        return end;
    }

    /** A question can have left the course since it was answered. */
    private boolean isAsked(QuestionHistory item) {
        try {
            course.question(item.id());
            return true;
        } catch (BadInput bad) {
            if (bad.code().equals("unknown_question")) {
                return false;
            }
            throw bad;
        }
    }

    private void keep(Answered answer) {
        answered.add(answer.item() + " " + answer.seed());
        keeper.keep(answer);
    }
}
