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
 * A question in text mode. It ends when it is right, put off or out of hints; a guess can be made only once.
 *
 * @param question the question; empty for a blank of a worked example, whose answers do not count
 * @param variant the question with its numbers
 * @param review whether it is asked in a review
 * @param helped number of hints given, the answer after the last hint included
 */
public record QuestionPrompt(Optional<QuestionRef> question, QuestionInstance variant, boolean review, int helped) {
    /** The result of a finished question. */
    enum PromptResult {
        RIGHT,
        /** Right after at least one hint. */
        HELPED,
        /** Never right; the answer was shown. */
        MISSED,
        /** Put off, or skipped in a review. */
        LEFT
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
        return new QuestionPrompt(Optional.of(question), variant, review, 0);
    }

    /** Creates the prompt of a blank of a worked example. */
    static QuestionPrompt practise(QuestionInstance blank) {
        return new QuestionPrompt(Optional.empty(), blank, false, 0);
    }

    String text() {
        return QuestionText.of(variant, QuestionText.takesDigits(variant));
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
     * Takes a line as an answer, a confidence (1 to 3), or a request: {@code ?} for help, an empty line to put the
     * question off.
     */
    PromptTurn take(String typed, Tutor tutor) {
        PromptTurn turn = isRating(tutor) ? rated(typed, tutor) : answered(typed, tutor);
        boolean answerShown = turn.end().equals(Optional.of(PromptResult.RIGHT))
                && variant.options().isEmpty();
        boolean over = turn.end().isPresent() && (review || turn.end().get() != PromptResult.LEFT);
        return over && !answerShown ? turn.withText(String.join("\n", variant.steps())) : turn;
    }

    private PromptTurn answered(String typed, Tutor tutor) {
        Update nothing = new Update(tutor, List.of());
        if (typed.isEmpty()) {
            String left = review ? "left out; the answer: " + variant.shownAnswer() : "Left for later.";
            return ended(PromptResult.LEFT, left, nothing);
        }
        if (typed.equals("?")) {
            return isGuess() ? feedback(text(), nothing) : helped(List.of(), nothing);
        }
        if (isPractice()) {
            return afterUpdate(variant.grade(typed), nothing);
        }
        boolean sure = helped == 0 && (review || isGuess());
        Update update = tutor.answer(question.get(), QuestionText.lettered(variant, typed), sure);
        return attempt(question.get(), update.tutor()).rating() ? feedback(HOW_SURE, update) : afterUpdate(update);
    }

    private PromptTurn feedback(String words, Update update) {
        return new PromptTurn(this, Optional.empty(), update, List.of(words), Optional.empty());
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
        String feedback = String.join("\n", verdict.toLines());
        return switch (verdict.kind()) {
            case RIGHT -> ended(helped == 0 ? PromptResult.RIGHT : PromptResult.HELPED, feedback, update);
            case WRONG -> helped(List.of(feedback), update);
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

    /** Gives the next hint. After the last hint, and for a guess, it gives the answer. */
    private PromptTurn helped(List<String> before, Update update) {
        boolean last = isGuess() || helped == variant.hints().size();
        List<String> lines = new ArrayList<>(before);
        lines.add(
                last ? "the answer: " + variant.shownAnswer() : variant.hints().get(helped));
        QuestionPrompt next = new QuestionPrompt(question, variant, review, helped + 1);
        return new PromptTurn(
                next, last ? Optional.of(PromptResult.MISSED) : Optional.empty(), update, lines, Optional.empty());
    }
}
