package dev.nabla.line;

import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.QuestionText;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.output.Caret;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Attempt.Confidence;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Tutor;
import dev.nabla.tutor.Tutor.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question in text mode. It ends when it is right, put off, or its answer is shown: after a second wrong answer,
 * after the last hint, or on request after a wrong answer. A guess can be made only once.
 *
 * @param question the question; empty for a blank of a worked example, whose answers do not count
 * @param variant the question with its numbers
 * @param review whether it is asked in a review
 * @param helped number of hints given
 * @param misses number of wrong answers
 */
public record QuestionPrompt(
        Optional<QuestionRef> question, QuestionInstance variant, boolean review, int helped, int misses) {
    /** The result of a finished question. */
    enum PromptResult {
        RIGHT,
        /** Right after at least one hint. */
        HELPED,
        /** Never right; the answer was shown. */
        MISSED,
        /** Put off, or skipped in a review. */
        LEFT;

        boolean isRight() {
            return this == RIGHT || this == HELPED;
        }
    }

    /**
     * The result of a typed line.
     *
     * @param prompt the question after the line
     * @param end how the question ended; empty if it goes on
     * @param update the next state of the tutor, and the entries to save before anything is printed
     * @param lines lines to print
     * @param quote text to print below them unbroken; empty for none
     */
    record PromptTurn(
            QuestionPrompt prompt,
            Optional<PromptResult> end,
            Update update,
            List<String> lines,
            Optional<String> quote) {
        private PromptTurn withText(String more) {
            List<String> all = new ArrayList<>(lines);
            all.add(more);
            return new PromptTurn(prompt, end, update, all, quote);
        }

        /** Returns whether the page that explains the question may be read: it was answered wrong, or has ended. */
        boolean explains() {
            return end.isPresent() ? end.get() != PromptResult.LEFT : prompt.misses > 0;
        }

        void print(LineSession talk) {
            lines.forEach(talk::say);
            quote.ifPresent(talk.console()::quote);
        }
    }

    /** The command that leaves the text mode. */
    static final String QUIT = "quit";

    private static final String HOW_SURE = "How sure? 1 a hunch, 2 fairly, 3 certain; an empty line means fairly.";

    /** Creates the prompt of a question that the tutor has started. */
    static QuestionPrompt of(QuestionRef question, boolean review, Tutor tutor) {
        QuestionInstance variant = tutor.attempt(question).orElseThrow().variant();
        return new QuestionPrompt(Optional.of(question), variant, review, 0, 0);
    }

    /** Creates the prompt of a blank of a worked example. */
    static QuestionPrompt practise(QuestionInstance blank) {
        return new QuestionPrompt(Optional.empty(), blank, false, 0, 0);
    }

    /** Returns the question with what to type; the first number asked for says that a calculation can be typed. */
    String text(Tutor tutor) {
        String text = (variant.question().deeper() ? QuestionText.DEEPER + ".\n" : "")
                + QuestionText.of(variant, QuestionText.takesDigits(variant));
        return tutor.isFirstNumber(Attempt.of(variant, 0)) ? text + "\n" + QuestionText.SUMS : text;
    }

    /** Returns whether this is a blank of a worked example. */
    boolean isPractice() {
        return question.isEmpty();
    }

    /** Returns whether a line is an answer, a confidence or a request for help. Any other line may be a command. */
    boolean isAnswer(String typed, Tutor tutor) {
        return typed.isEmpty()
                || typed.equals("?")
                || (isRating(tutor)
                        ? typed.matches("[123]")
                        : variant.grade(QuestionText.lettered(variant, typed)).kind()
                                != Verdict.VerdictKind.UNREADABLE);
    }

    private boolean isRating(Tutor tutor) {
        return question.isPresent() && attempt(question.get(), tutor).rating();
    }

    private static Attempt attempt(QuestionRef question, Tutor tutor) {
        return tutor.attempt(question).orElseThrow();
    }

    private boolean isGuess() {
        return question.isPresent() && question.get().opens();
    }

    /**
     * Takes a line as an answer, a confidence (1 to 3), or a request: {@code ?} for help; an empty line to put the
     * question off, or after a wrong answer to see the right one.
     */
    PromptTurn take(String typed, Tutor tutor) {
        PromptTurn turn = isRating(tutor) ? rated(typed, tutor) : answered(typed, tutor);
        boolean over = turn.end().isPresent() && turn.end().get() != PromptResult.LEFT;
        boolean told = turn.end().equals(Optional.of(PromptResult.RIGHT))
                && variant.options().isEmpty();
        PromptTurn worked =
                over && !told && !variant.steps().isEmpty() ? turn.withText(String.join("\n", variant.steps())) : turn;
        return turn.end().equals(Optional.of(PromptResult.MISSED))
                ? tutor.course()
                        .explaining(variant.question())
                        .map(page -> worked.withText(page.sentence() + "; 'page' reads it."))
                        .orElse(worked)
                : worked;
    }

    private PromptTurn answered(String typed, Tutor tutor) {
        Update nothing = new Update(tutor, List.of());
        if (typed.isEmpty()) {
            return misses > 0
                    ? shown(List.of(), tutor)
                    : ended(PromptResult.LEFT, review ? "Left out; it stays due." : "Left for later.", nothing);
        }
        if (typed.equals("?")) {
            return isGuess() ? feedback(text(tutor), nothing) : hinted(tutor);
        }
        if (isPractice()) {
            return afterUpdate(variant.grade(typed), nothing);
        }
        boolean sure = helped == 0 && misses == 0 && (review || isGuess());
        Update update = tutor.answer(question.get(), QuestionText.lettered(variant, typed), sure);
        return attempt(question.get(), update.tutor()).rating() ? feedback(HOW_SURE, update) : afterUpdate(update);
    }

    private PromptTurn feedback(String words, Update update) {
        return goesOn(helped, misses, List.of(words), update);
    }

    private PromptTurn goesOn(int hints, int missed, List<String> lines, Update update) {
        QuestionPrompt next = new QuestionPrompt(question, variant, review, hints, missed);
        return new PromptTurn(next, Optional.empty(), update, lines, Optional.empty());
    }

    private PromptTurn rated(String typed, Tutor tutor) {
        if (!typed.matches("[123]?")) {
            return feedback(HOW_SURE, new Update(tutor, List.of()));
        }
        Confidence sure = typed.isEmpty() ? Confidence.FAIRLY : Confidence.values()[Integer.parseInt(typed) - 1];
        return afterUpdate(tutor.rate(question.orElseThrow(), sure));
    }

    private PromptTurn afterUpdate(Update update) {
        Attempt attempt = attempt(question.orElseThrow(), update.tutor());
        return afterUpdate(attempt.reply().orElseThrow().verdict(), update);
    }

    private PromptTurn afterUpdate(Verdict verdict, Update update) {
        String feedback = String.join("\n", isGuess() ? verdict.linesOfGuess() : verdict.toLines(misses + 1));
        return switch (verdict.kind()) {
            case RIGHT -> ended(helped + misses == 0 ? PromptResult.RIGHT : PromptResult.HELPED, feedback, update);
            case WRONG -> missed(feedback, update);
            case SO_FAR, UNREADABLE ->
                new PromptTurn(
                        this,
                        Optional.empty(),
                        update,
                        List.of(feedback),
                        verdict.place().map(Caret::under));
        };
    }

    private PromptTurn ended(PromptResult end, String words, Update update) {
        return new PromptTurn(this, Optional.of(end), update, List.of(words), Optional.empty());
    }

    /**
     * Gives the first hint after the first wrong answer, unless hints were asked for: the last one of a blank is its
     * answer. After the second wrong answer, and for a guess, shows the answer.
     */
    private PromptTurn missed(String told, Update update) {
        if (isGuess() || misses + 1 == Attempt.MOST_MISSES) {
            return end(List.of(told), update);
        }
        List<String> lines = new ArrayList<>(List.of(told));
        boolean first = helped == 0 && !variant.hints().isEmpty();
        if (first) {
            lines.add(variant.hints().get(0));
        }
        lines.add("One more try; an empty line shows the answer.");
        return goesOn(first ? 1 : helped, misses + 1, lines, update);
    }

    /** Gives the next hint. After the last one it shows the answer. */
    private PromptTurn hinted(Tutor tutor) {
        return helped < variant.hints().size()
                ? goesOn(helped + 1, misses, List.of(variant.hints().get(helped)), new Update(tutor, List.of()))
                : shown(List.of(), tutor);
    }

    /** Shows the answer on request. */
    private PromptTurn shown(List<String> before, Tutor tutor) {
        return end(before, question.map(tutor::show).orElseGet(() -> new Update(tutor, List.of())));
    }

    private PromptTurn end(List<String> before, Update update) {
        List<String> lines = new ArrayList<>(before);
        lines.add("the answer: " + variant.shownAnswer());
        return new PromptTurn(this, Optional.of(PromptResult.MISSED), update, lines, Optional.empty());
    }
}
