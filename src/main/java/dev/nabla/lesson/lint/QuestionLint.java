package dev.nabla.lesson.lint;

import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.lesson.formula.Comparison;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.formula.Template;
import dev.nabla.lesson.lint.Lint.Mistakes;
import dev.nabla.lesson.question.Answer;
import dev.nabla.lesson.question.AnswerType;
import dev.nabla.lesson.question.NumberAnswer;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.math.BadInput;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Checks the questions, worked examples and goals of a lesson by asking them.
 *
 * @param patience limit on the work for checking the whole course
 */
record QuestionLint(Lesson lesson, Deadline patience, Mistakes mistakes) {
    private static final int SEEDS = 50;
    /** Seeds to try for a question with conditions: many, because drawn numbers rarely tie. */
    private static final int SEEDS_OF_CONDITIONS = 2000;

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final Pattern PERCENT =
            Pattern.compile("\\b(what|how many|which) (percent(age)?|%)(?!\\w)", Pattern.CASE_INSENSITIVE);

    static String place(Question question) {
        return question.place() + ": question " + question.id();
    }

    static String place(WorkedExample example) {
        return example.place() + ": steps " + example.id();
    }

    static String place(Goal goal) {
        return goal.place() + ": goal " + goal.id();
    }

    void check() {
        lesson.questions().forEach(this::question);
        lesson.plainQuestions().stream()
                .findFirst()
                .ifPresent(
                        question -> mistakes.at(place(question))
                                .require(
                                        lesson.roadQuestions().stream().anyMatch(asked -> !asked.deeper()),
                                        "cannot be mastered with its section; leave out 'deeper: yes' or 'road: no' in some questions"));
        lesson.examples().forEach(this::example);
        lesson.goals().forEach(this::goal);
    }

    private void question(Question question) {
        Mistakes here = mistakes.at(place(question));
        here.require(question.hints().size() >= 2, "has fewer than two hints");
        here.require(!question.wrong().isEmpty(), "has no wrong answers; what do people get wrong?");
        asked(question, here);
        boolean percent = PERCENT.matcher(question.ask()).find();
        here.require(
                !percent
                        || question.kind() != AnswerType.NUMBER
                        || question.unit().isPresent(),
                "asks for percent; write unit: percent");
        tried(question.varies() && !question.holds().isEmpty() ? SEEDS_OF_CONDITIONS : 1, (seed, trial) -> {
            Scope numbers = question.draw(seed, trial).scope();
            for (Comparison each : question.holds()) {
                if (!each.holds(numbers)) {
                    throw BadLesson.at(
                            question.place(), "question " + question.id() + " has at seed " + seed + " no " + each);
                }
            }
        });
        tried(question.varies() ? SEEDS : 1, (seed, trial) -> {
            QuestionInstance drawn = question.draw(seed, trial);
            here.require(seed > 0 || !drawn.steps().isEmpty(), "has no worked steps; write steps: or worked:");
            requireWhole(drawn);
            graded(drawn, here);
        });
    }

    /**
     * Requires that a text shows its numbers in full if the answer is graded by its digits, because a student computes
     * with the numbers shown.
     */
    private static void requireWhole(QuestionInstance drawn) {
        Question question = drawn.question();
        List<String> rounded = question.kind().isNumeric() && question.within() == 0
                ? Template.rounded(question.ask(), drawn.scope())
                : List.of();
        if (!rounded.isEmpty()) {
            throw BadLesson.at(
                    question.place(),
                    "question " + question.id() + " shows " + rounded.get(0) + " at seed " + drawn.seed()
                            + " for a number with more digits; write the rounded one under numbers and use it in answer");
        }
    }

    private void example(WorkedExample example) {
        Mistakes here = mistakes.at(place(example));
        for (Question line : example.lines()) {
            at(line).require(!line.hints().isEmpty(), "has no hint");
            asked(line, at(line));
        }
        boolean varies = example.lines().get(0).varies();
        tried(varies ? SEEDS : 1, (seed, trial) -> {
            if (seed == 0) {
                example.draw(seed, trial).texts().forEach(here::drawable);
                here.require(varies, "has nothing to draw; other numbers are what makes it practice");
            }
            for (QuestionInstance step : example.draw(seed, trial).steps()) {
                graded(step, at(step.question()));
                requireArithmetic(step, at(step.question()));
            }
        });
    }

    /** Tries one seed after the other until a mistake stops it; records the mistake. */
    private void tried(int seeds, BiConsumer<Long, Deadline> trial) {
        try {
            Deadline time = patience.part(Deadline.A_LESSON);
            for (long seed = 0; seed < seeds; seed++) {
                trial.accept(seed, time);
            }
        } catch (BadInput bad) {
            mistakes.lines().add(bad.getMessage());
        }
    }

    private Mistakes at(Question line) {
        return mistakes.at(line.place() + ": line " + line.id());
    }

    /** Requires that the arithmetic before a gap gives the answer, within one unit of the last place. */
    private static void requireArithmetic(QuestionInstance step, Mistakes here) {
        if (step.grade().right() instanceof NumberAnswer right) {
            step.grade()
                    .shown()
                    .ifPresent(shown -> here.require(
                            right.isNear(shown.value()),
                            "says " + step.prompt().replace(WorkedExample.GAP, right.text()) + " at seed "
                                    + step.seed()));
        }
    }

    private static void asked(Question question, Mistakes here) {
        List<String> hints = question.hints();
        here.require(hints.isEmpty() || hints.get(0).strip().endsWith("?"), "does not ask back in its first hint");
        for (Question.WrongSpec wrong : question.wrong()) {
            here.require(
                    wrong.misconception().matches(NAME),
                    "names a misconception '" + wrong.misconception() + "'; write it like not-normalised");
        }
    }

    private static void graded(QuestionInstance drawn, Mistakes here) {
        if (drawn.seed() == 0) {
            drawn.texts().forEach(here::drawable);
        }
        here.require(
                drawn.grade(drawn.answer()).kind() == Verdict.VerdictKind.RIGHT,
                "does not accept its own answer " + drawn.answer() + " at seed " + drawn.seed());
        for (Answer wrong : drawn.answers().subList(1, drawn.answers().size())) {
            here.require(
                    drawn.grade(wrong.text()).kind() == Verdict.VerdictKind.WRONG,
                    "does not count " + wrong.text() + " as wrong at seed " + drawn.seed());
        }
    }

    private void goal(Goal goal) {
        Mistakes here = mistakes.at(place(goal));
        here.drawable(goal.ask());
        here.require(!goal.progress(goal.start()).isMet(), "is already met at the start");
    }
}
