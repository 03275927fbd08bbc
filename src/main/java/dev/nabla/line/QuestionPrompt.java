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
 * One question, asked line by line until it is right, left, or there is no hint left; a guess is made once.
 *
 * @param question the question; empty for a blank to practise on, whose answers do not count
 * @param variant the question with its numbers
 * @param review whether it is asked in a review
 * @param helped how often a hint, or after the last one the answer, was given
 */
public record QuestionPrompt(Optional<QuestionRef> question, QuestionInstance variant, boolean review, int helped) {
    /** How it ended. */
    enum PromptResult {
        RIGHT,
        /** Right after a hint. */
        HELPED,
        /** Never right; the answer was told. */
        MISSED,
        /** Put off, or in a review left out. */
        LEFT
    }

    /**
     * What a line has led to.
     *
     * @param prompt the question after it
     * @param end how it ended; empty while it goes on
     * @param update the tutor after it, and the entries to save before anything is said
     * @param lines to say
     * @param quote to show as it is below them; empty for nothing
     */
    record PromptTurn(
            QuestionPrompt prompt,
            Optional<PromptResult> end,
            Update update,
            List<String> lines,
            Optional<String> quote) {
        private PromptTurn saying(String more) {
            List<String> all = new ArrayList<>(lines);
            all.add(more);
            return new PromptTurn(prompt, end, update, all, quote);
        }

        void print(LineSession talk) {
            lines.forEach(talk::say);
            quote.ifPresent(talk.console()::quote);
        }
    }

    /** The word that leaves. */
    static final String QUIT = "quit";

    private static final String HOW_SURE = "How sure? 1 a hunch, 2 fairly, 3 certain; an empty line means fairly.";

    /** A question that the tutor has begun. */
    static QuestionPrompt of(QuestionRef question, boolean review, Tutor tutor) {
        QuestionInstance variant = tutor.attempt(question).orElseThrow().variant();
        return new QuestionPrompt(Optional.of(question), variant, review, 0);
    }

    /** A blank to practise on. */
    static QuestionPrompt practise(QuestionInstance blank) {
        return new QuestionPrompt(Optional.empty(), blank, false, 0);
    }

    String text() {
        return QuestionText.of(variant, QuestionText.takesDigits(variant));
    }

    /** True for a blank to practise on. */
    boolean isPractice() {
        return question.isEmpty();
    }

    /** True if a line is for the question; what else is typed may be a word that does something. */
    boolean wants(String typed, Tutor tutor) {
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

    /** Takes a line. */
    PromptTurn take(String typed, Tutor tutor) {
        PromptTurn turn = isRating(tutor) ? rated(typed, tutor) : answered(typed, tutor);
        boolean told = turn.end().equals(Optional.of(PromptResult.RIGHT))
                && variant.options().isEmpty();
        boolean over = turn.end().isPresent() && (review || turn.end().get() != PromptResult.LEFT);
        return over && !told ? turn.saying(String.join("\n", variant.steps())) : turn;
    }

    private PromptTurn answered(String typed, Tutor tutor) {
        Update nothing = new Update(tutor, List.of());
        if (typed.isEmpty()) {
            String left = review ? "left out; the answer: " + variant.toldAnswer() : "Left for later.";
            return ended(PromptResult.LEFT, left, nothing);
        }
        if (typed.equals("?")) {
            return isGuess() ? feedback(text(), nothing) : helped(List.of(), nothing);
        }
        if (isPractice()) {
            return heard(variant.grade(typed), nothing);
        }
        boolean sure = helped == 0 && (review || isGuess());
        Update update = tutor.answer(question.get(), QuestionText.lettered(variant, typed), sure);
        return attempt(question.get(), update.tutor()).rating() ? feedback(HOW_SURE, update) : heard(update);
    }

    private PromptTurn feedback(String words, Update update) {
        return new PromptTurn(this, Optional.empty(), update, List.of(words), Optional.empty());
    }

    private PromptTurn rated(String typed, Tutor tutor) {
        if (!typed.matches("[123]?")) {
            return feedback(HOW_SURE, new Update(tutor, List.of()));
        }
        Confidence sure = typed.isEmpty() ? Confidence.FAIRLY : Confidence.values()[Integer.parseInt(typed) - 1];
        return heard(tutor.rate(question.orElseThrow(), sure));
    }

    private PromptTurn heard(Update update) {
        Attempt attempt = attempt(question.orElseThrow(), update.tutor());
        return heard(attempt.reply().orElseThrow().verdict(), update);
    }

    private PromptTurn heard(Verdict verdict, Update update) {
        String told = String.join("\n", verdict.toLines());
        return switch (verdict.kind()) {
            case RIGHT -> ended(helped == 0 ? PromptResult.RIGHT : PromptResult.HELPED, told, update);
            case WRONG -> helped(List.of(told), update);
            case SO_FAR, UNREADABLE ->
                new PromptTurn(
                        this,
                        Optional.empty(),
                        update,
                        List.of(told),
                        verdict.place().map(Caret::under));
        };
    }

    private PromptTurn ended(PromptResult end, String words, Update update) {
        return new PromptTurn(this, Optional.of(end), update, List.of(words), Optional.empty());
    }

    /** Gives the next hint; after the last one, and after a guess, the answer. */
    private PromptTurn helped(List<String> before, Update update) {
        boolean last = isGuess() || helped == variant.hints().size();
        List<String> lines = new ArrayList<>(before);
        lines.add(last ? "the answer: " + variant.toldAnswer() : variant.hints().get(helped));
        QuestionPrompt next = new QuestionPrompt(question, variant, review, helped + 1);
        return new PromptTurn(
                next, last ? Optional.of(PromptResult.MISSED) : Optional.empty(), update, lines, Optional.empty());
    }
}
