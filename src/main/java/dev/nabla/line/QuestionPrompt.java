package dev.nabla.line;

import dev.nabla.lesson.question.Kind;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.output.Caret;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Attempt.Sure;
import dev.nabla.tutor.QuestionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One question, asked line by line until it is right, left, or there is no hint left; a guess is made once. */
public final class QuestionPrompt {
    /** How it ended. */
    enum End {
        RIGHT,
        /** Right after a hint. */
        HELPED,
        /** Never right; the answer was told. */
        MISSED,
        /** Put off, or in a review left out. */
        LEFT
    }

    /** The word that leaves. */
    static final String QUIT = "quit";

    private static final String HOW_SURE = "How sure? 1 a hunch, 2 fairly, 3 certain; an empty line means fairly.";

    private final Talk talk;
    private final Optional<QuestionRef> question;
    private final QuestionInstance variant;
    private final boolean review;
    /** How often a hint, or behind the last one the answer, was given. */
    private int helped;

    private QuestionPrompt(Talk talk, Optional<QuestionRef> question, QuestionInstance variant, boolean review) {
        this.talk = talk;
        this.question = question;
        this.variant = variant;
        this.review = review;
        talk.say(text(variant, takesDigits(variant)));
    }

    /** A question whose answers count, begun anew. */
    static QuestionPrompt ask(QuestionRef question, boolean review, Talk talk) {
        talk.put(talk.tutor().begun(question, 0));
        return new QuestionPrompt(
                talk, Optional.of(question), talk.attempt(question).variant(), review);
    }

    /** A blank to practise on: its answers do not count. */
    static QuestionPrompt practise(QuestionInstance blank, Talk talk) {
        return new QuestionPrompt(talk, Optional.empty(), blank, false);
    }

    /** The question, what there is to choose from, and what to type. */
    public static String text(QuestionInstance variant) {
        return text(variant, false);
    }

    static String text(QuestionInstance variant, boolean digits) {
        List<String> lines = new ArrayList<>(List.of(variant.prompt()));
        List<String> options = variant.options();
        for (int i = 0; i < options.size(); i++) {
            lines.add("  " + (digits ? i + 1 + " or " : "") + (char) ('a' + i) + "  " + options.get(i));
        }
        lines.add("(type " + (digits ? "a digit or " : "") + variant.wanted() + ")");
        return String.join("\n", lines);
    }

    static boolean takesDigits(QuestionInstance variant) {
        return variant.question().kind() == Kind.CHOICE
                && variant.options().stream().noneMatch(option -> option.matches("\\d"));
    }

    /** With the letter of an option for its digit. */
    static String lettered(QuestionInstance variant, String typed) {
        boolean digit = takesDigits(variant) && typed.matches("[1-9]");
        int option = digit ? typed.charAt(0) - '1' : variant.options().size();
        return option < variant.options().size() ? String.valueOf((char) ('a' + option)) : typed;
    }

    /** True if a line is for the question; what else is typed may be a word that does something. */
    boolean wants(String typed) {
        return typed.isEmpty()
                || typed.equals("?")
                || (isRating()
                        ? typed.matches("[123]")
                        : variant.grade(lettered(variant, typed)).kind() != Verdict.Kind.UNREADABLE);
    }

    private boolean isRating() {
        return question.filter(asked -> talk.attempt(asked).rating()).isPresent();
    }

    private boolean isGuess() {
        return question.filter(QuestionRef::opens).isPresent();
    }

    /** Takes a line; how it ended, once it has. */
    Optional<End> take(String typed) {
        Optional<End> end = isRating() ? rated(typed) : answered(typed);
        boolean told =
                end.filter(End.RIGHT::equals).isPresent() && variant.options().isEmpty();
        boolean over = end.filter(last -> review || last != End.LEFT).isPresent();
        if (over && !told) {
            talk.say(variant.steps());
        }
        return end;
    }

    private Optional<End> answered(String typed) {
        if (typed.isEmpty()) {
            talk.say(review ? "left out; the answer: " + variant.toldAnswer() : "Left for later.");
            return Optional.of(End.LEFT);
        }
        if (typed.equals("?")) {
            return isGuess() ? said(text(variant, takesDigits(variant))) : helped();
        }
        if (question.isEmpty()) {
            return heard(variant.grade(typed));
        }
        QuestionRef asked = question.get();
        boolean sure = helped == 0 && (review || isGuess());
        talk.put(talk.tutor().answer(asked, lettered(variant, typed), sure));
        return talk.attempt(asked).rating() ? said(HOW_SURE) : heard(asked);
    }

    private Optional<End> said(String more) {
        talk.say(more);
        return Optional.empty();
    }

    private Optional<End> rated(String typed) {
        if (!typed.matches("[123]?")) {
            return said(HOW_SURE);
        }
        QuestionRef asked = question.orElseThrow();
        Sure sure = typed.isEmpty() ? Sure.FAIRLY : Sure.values()[Integer.parseInt(typed) - 1];
        talk.put(talk.tutor().rate(asked, sure));
        return heard(asked);
    }

    private Optional<End> heard(QuestionRef asked) {
        return heard(talk.attempt(asked).told().map(Attempt.Reply::verdict).orElseThrow());
    }

    private Optional<End> heard(Verdict verdict) {
        talk.say(verdict.told());
        return switch (verdict.kind()) {
            case RIGHT -> Optional.of(helped == 0 ? End.RIGHT : End.HELPED);
            case WRONG -> helped();
            case SO_FAR, UNREADABLE -> {
                verdict.place().map(Caret::under).ifPresent(talk.console()::quote);
                yield Optional.empty();
            }
        };
    }

    /** The next hint; after the last one, and after a guess, the answer. */
    private Optional<End> helped() {
        boolean last = isGuess() || helped == variant.hints().size();
        talk.say(last ? "the answer: " + variant.toldAnswer() : variant.hints().get(helped));
        helped++;
        return last ? Optional.of(End.MISSED) : Optional.empty();
    }
}
