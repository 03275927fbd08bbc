package dev.nabla.lesson.lint;

import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.question.Answer;
import dev.nabla.lesson.question.NumberAnswer;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.lesson.question.WorkedLineArithmetic;
import dev.nabla.math.BadInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Checks questions, worked examples and goals of a whole course as somebody meets who is asked. */
final class QuestionLint {
    private static final int SEEDS = 100;
    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private final Mistakes mistakes;
    private final Map<String, String> places = new HashMap<>();
    private final Deadline patience = Deadline.of(Deadline.A_COURSE);

    QuestionLint(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    void lesson(Lesson lesson) {
        lesson.questions().forEach(this::question);
        lesson.examples().forEach(this::example);
        lesson.goals().forEach(this::goal);
    }

    private void question(Question question) {
        String place = question.place() + ": question " + question.id();
        unique(question.id(), place);
        mistakes.require(question.hints().size() >= 2, place, "has fewer than two hints");
        mistakes.require(!question.wrong().isEmpty(), place, "has no wrong answers; what do people get wrong?");
        asked(question, place);
        tried(trial -> {
            mistakes.require(
                    !question.draw(0, trial).steps().isEmpty(), place, "has no worked steps; write steps: or worked:");
            for (long seed = 0; seed < (question.varies() ? SEEDS : 1); seed++) {
                graded(question.draw(seed, trial), place, seed, trial);
            }
        });
    }

    private void example(WorkedExample example) {
        String place = example.place() + ": steps " + example.id();
        unique(example.id(), place);
        for (Question line : example.lines()) {
            mistakes.require(!line.hints().isEmpty(), place(line), "has no hint");
            asked(line, place(line));
        }
        tried(trial -> {
            example.draw(0, trial).texts(trial).forEach(text -> mistakes.drawable(place, text));
            boolean varies = example.lines().get(0).varies();
            mistakes.require(varies, place, "has nothing to draw; other numbers are what makes it practice");
            for (long seed = 0; seed < (varies ? SEEDS : 1); seed++) {
                List<QuestionInstance> steps = example.draw(seed, trial).steps();
                for (int i = 0; i < steps.size(); i++) {
                    graded(steps.get(i), place(example.lines().get(i)), seed, trial);
                    reckoned(steps.get(i), place(example.lines().get(i)), seed);
                }
            }
        });
    }

    private void tried(Consumer<Deadline> trial) {
        try {
            patience.spend();
            trial.accept(Deadline.of(Deadline.A_TRIAL));
        } catch (BadInput bad) {
            mistakes.add(bad);
        }
    }

    private static String place(Question line) {
        return line.place() + ": line " + line.id();
    }

    /** The arithmetic in front of a gap must come to the answer, but for the last place of what is shown. */
    private void reckoned(QuestionInstance step, String place, long seed) {
        if (step.answers().get(0) instanceof NumberAnswer right) {
            WorkedLineArithmetic.of(step.prompt())
                    .ifPresent(value -> mistakes.require(
                            right.isNear(value),
                            place,
                            "says " + step.prompt().replace(WorkedExample.GAP, right.text()) + " at seed " + seed));
        }
    }

    private void asked(Question question, String place) {
        List<String> hints = question.hints();
        mistakes.require(
                hints.isEmpty() || hints.get(0).strip().endsWith("?"), place, "does not ask back in its first hint");
        for (Question.Wrong wrong : question.wrong()) {
            mistakes.require(
                    wrong.misconception().matches(NAME),
                    place,
                    "names a misconception '" + wrong.misconception() + "'; write it like not-normalised");
        }
    }

    private void graded(QuestionInstance variant, String place, long seed, Deadline trial) {
        if (seed == 0) {
            variant.texts(trial).forEach(text -> mistakes.drawable(place, text));
        }
        List<Answer> answers = variant.answers();
        mistakes.require(
                variant.grade(variant.answer()).kind() == Verdict.Kind.RIGHT,
                place,
                "does not accept its own answer " + variant.answer() + " at seed " + seed);
        for (Answer wrong : answers.subList(1, answers.size())) {
            mistakes.require(
                    variant.grade(wrong.text()).kind() == Verdict.Kind.WRONG,
                    place,
                    "does not count " + wrong.text() + " as wrong at seed " + seed);
        }
    }

    private void goal(Goal goal) {
        String place = goal.place() + ": goal " + goal.id();
        unique(goal.id(), place);
        mistakes.drawable(place, goal.ask());
        mistakes.require(!goal.progress(goal.start()).isMet(), place, "is already met at the start");
    }

    private void unique(String id, String place) {
        String first = places.putIfAbsent(id, place);
        mistakes.require(first == null, place, "has the id of " + first);
    }
}
