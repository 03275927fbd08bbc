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
import java.util.function.Function;

/**
 * A question in text mode: an {@link Attempt}, the lines that change it, and the words that go with each change.
 *
 * @param question the question; empty for a blank of a worked example, whose answers do not count
 * @param attempt the answers and the help so far
 * @param review whether it is asked in a review
 */
public record QuestionPrompt(Optional<QuestionRef> question, Attempt attempt, boolean review) {
    /** The command that leaves the text mode. */
    static final String QUIT = "quit";

    private static final String HOW_SURE = "How sure? 1 a hunch, 2 fairly, 3 certain; an empty line means fairly.";

    /**
     * The result of a typed line.
     *
     * @param prompt the question after the line
     * @param over whether the question has ended, or was put off
     * @param update the next state of the tutor, and the entries to save before anything is printed
     * @param lines lines to print
     * @param quote text to print below them unbroken; empty for none
     */
    record PromptTurn(QuestionPrompt prompt, boolean over, Update update, List<String> lines, Optional<String> quote) {
        private PromptTurn saying(String more) {
            List<String> all = new ArrayList<>(lines);
            all.add(more);
            return new PromptTurn(prompt, over, update, all, quote);
        }

        private PromptTurn ending() {
            return new PromptTurn(prompt, true, update, lines, quote);
        }

        private PromptTurn quoting(Optional<String> text) {
            return new PromptTurn(prompt, over, update, lines, text);
        }

        /** Adds the hints that are shown now and were not shown before, and what the last one costs. */
        private PromptTurn withNewHints(int before) {
            Attempt attempt = prompt.attempt;
            PromptTurn told = this;
            for (String hint : prompt.variant().hints().subList(before, attempt.hints())) {
                told = told.saying(hint);
            }
            boolean costs = prompt.question.isPresent() && attempt.hints() > before;
            return attempt.costOfHints().filter(cost -> costs).map(told::saying).orElse(told);
        }

        private PromptTurn withSteps() {
            List<String> steps = prompt.variant().steps();
            return steps.isEmpty() ? this : saying(String.join("\n", steps));
        }

        /** Returns whether the page that explains the question may be read: it was answered wrong, or has ended. */
        boolean explains() {
            return prompt.attempt.isOver() || prompt.attempt.misses() > 0;
        }

        /** Returns whether the question was put off. */
        boolean isLeft() {
            return over && !explains();
        }

        void print(LineSession talk) {
            lines.forEach(talk::say);
            quote.ifPresent(talk.console()::quote);
        }
    }

    /** Creates the prompt of a question that the tutor has started. */
    static QuestionPrompt of(QuestionRef question, boolean review, Tutor tutor) {
        return new QuestionPrompt(Optional.of(question), tutor.attempt(question).orElseThrow(), review);
    }

    QuestionInstance variant() {
        return attempt.variant();
    }

    /** Returns the question with what to type; the first number asked for says that a calculation can be typed. */
    String text(Tutor tutor) {
        String text = (variant().question().deeper() ? QuestionText.DEEPER + ".\n" : "")
                + QuestionText.of(variant(), QuestionText.takesDigits(variant()));
        return tutor.isFirstNumber(attempt) ? text + "\n" + QuestionText.SUMS : text;
    }

    private boolean isGuess() {
        return question.filter(QuestionRef::opens).isPresent();
    }

    /** Returns whether a line is an answer, a confidence or a request for help. Any other line may be a command. */
    boolean isAnswer(String typed) {
        return typed.isEmpty()
                || typed.equals("?")
                || (attempt.rating()
                        ? typed.matches("[123]")
                        : variant()
                                        .grade(QuestionText.lettered(variant(), typed))
                                        .kind()
                                != Verdict.VerdictKind.UNREADABLE);
    }

    /**
     * Takes a line as an answer, a confidence (1 to 3), or a request: {@code ?} for help; an empty line to put the
     * question off, or after a wrong answer to see the right one.
     */
    PromptTurn take(String typed, Tutor tutor) {
        if (attempt.rating()) {
            return typed.matches("[123]?")
                    ? verdict(changed(attempt, ref -> tutor.rate(ref, confidence(typed)), tutor))
                    : changed(attempt, tutor).saying(HOW_SURE);
        }
        if (typed.isEmpty() && attempt.misses() == 0) {
            return changed(attempt, tutor)
                    .saying(review ? "Left out; it stays due." : "Left for later.")
                    .ending();
        }
        boolean asksHelp = typed.equals("?");
        if (asksHelp && isGuess()) {
            return changed(attempt, tutor).saying(text(tutor));
        }
        if (asksHelp && attempt.hasHint()) {
            return changed(attempt.hinted(), tutor).withNewHints(attempt.hints());
        }
        Attempt answered = asksHelp ? attempt : attempt.typing(QuestionText.lettered(variant(), typed));
        if (asksHelp || answered.isMissed()) {
            return missed(changed(attempt.showing(true), tutor::show, tutor));
        }
        PromptTurn graded = changed(
                answered.graded(false), ref -> tutor.withAttempt(ref, answered).check(ref, review), tutor);
        return graded.prompt.attempt.rating() ? graded.saying(HOW_SURE) : verdict(graded);
    }

    private static Confidence confidence(String typed) {
        return typed.isEmpty() ? Confidence.FAIRLY : Confidence.values()[Integer.parseInt(typed) - 1];
    }

    private PromptTurn changed(Attempt next, Tutor tutor) {
        return changed(next, ref -> new Update(tutor.withAttempt(ref, next), List.of()), tutor);
    }

    /**
     * Changes the attempt.
     *
     * @param blank the attempt at a blank after the change
     * @param counted the same change of a question, by the tutor
     */
    private PromptTurn changed(Attempt blank, Function<QuestionRef, Update> counted, Tutor tutor) {
        Update update = question.map(counted).orElseGet(() -> new Update(tutor, List.of()));
        Attempt next = question.flatMap(update.tutor()::attempt).orElse(blank);
        return new PromptTurn(new QuestionPrompt(question, next, review), false, update, List.of(), Optional.empty());
    }

    /** Adds the verdict, and what follows it. A guess can be made only once. */
    private PromptTurn verdict(PromptTurn graded) {
        Attempt after = graded.prompt.attempt;
        Verdict verdict = after.reply().orElseThrow().verdict();
        PromptTurn told =
                graded.saying(String.join("\n", isGuess() ? verdict.linesOfGuess() : verdict.toLines(after.misses())));
        return switch (verdict.kind()) {
            case RIGHT ->
                after.isHelped() || after.isChoice() ? told.withSteps().ending() : told.ending();
            case WRONG ->
                isGuess() || after.isShown()
                        ? missed(told)
                        : told.withNewHints(attempt.hints()).saying("One more try; an empty line shows the answer.");
            case SO_FAR, UNREADABLE -> told.quoting(verdict.place().map(Caret::under));
        };
    }

    /** Ends the question with its answer, how that is found, and the page that explains it. */
    private static PromptTurn missed(PromptTurn turn) {
        PromptTurn shown = turn.saying("the answer: " + turn.prompt.attempt.shownAnswer())
                .withSteps()
                .ending();
        return turn.update
                .tutor()
                .course()
                .explaining(turn.prompt.variant().question())
                .map(page -> shown.saying(page.sentence() + "; 'page' reads it."))
                .orElse(shown);
    }
}
