package dev.nabla.line;

import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.output.Caret;
import dev.nabla.tutor.Attempt.Sure;
import dev.nabla.tutor.QuestionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One question, asked line by line until it is right, left out, or there is no hint left. */
public final class QuestionPrompt {
    /** How it ended. */
    enum End {
        RIGHT,
        /** Right after a hint. */
        HELPED,
        /** Never right; the answer was told. */
        MISSED,
        SKIPPED,
        /** The learner has gone. */
        GONE
    }

    /** The word that leaves. */
    static final String QUIT = "quit";

    private final Talk talk;
    private final Optional<QuestionRef> question;
    private final QuestionInstance variant;
    /** How often a hint, or behind the last one the answer, was given. */
    private int helped;

    private QuestionPrompt(Talk talk, Optional<QuestionRef> question, QuestionInstance variant) {
        this.talk = talk;
        this.question = question;
        this.variant = variant;
    }

    /** A question whose answers count, begun anew. */
    static End ask(QuestionRef question, Talk talk) {
        talk.put(talk.tutor().begun(question, 0));
        return new QuestionPrompt(
                        talk, Optional.of(question), talk.attempt(question).variant())
                .ask();
    }

    /** A blank to practise on: its answers do not count, and nobody asks how sure. */
    static End practise(QuestionInstance blank, Talk talk) {
        return new QuestionPrompt(talk, Optional.empty(), blank).ask();
    }

    /** The question, what there is to choose from, and what to type. */
    public static String text(QuestionInstance variant) {
        List<String> lines = new ArrayList<>(List.of(variant.prompt()));
        List<String> options = variant.options();
        for (int i = 0; i < options.size(); i++) {
            lines.add("  " + (char) ('a' + i) + "  " + options.get(i));
        }
        lines.add("(type " + variant.wanted() + ")");
        return String.join("\n", lines);
    }

    private End ask() {
        talk.say(text(variant));
        Optional<End> end = Optional.empty();
        while (end.isEmpty()) {
            end = talk.console().ask("> ").map(this::take).orElse(Optional.of(End.GONE));
        }
        boolean told = end.get() == End.RIGHT && variant.options().isEmpty();
        if (!told && end.get() != End.GONE) {
            talk.say(variant.steps());
        }
        return end.get();
    }

    private Optional<End> take(String typed) {
        return switch (typed) {
            case "" -> {
                talk.say("left out; the answer: " + variant.toldAnswer());
                yield Optional.of(End.SKIPPED);
            }
            case QUIT -> Optional.of(End.GONE);
            case "?" -> helped();
            default -> heard(question.map(asked -> graded(asked, typed)).orElseGet(() -> variant.grade(typed)));
        };
    }

    private Verdict graded(QuestionRef asked, String typed) {
        talk.put(talk.tutor().answer(asked, typed, helped == 0));
        if (talk.attempt(asked).rating()) {
            talk.put(talk.tutor().rate(asked, sure()));
        }
        return talk.attempt(asked).told().orElseThrow().verdict();
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

    /** The next hint; after the last one the answer. */
    private Optional<End> helped() {
        boolean last = helped == variant.hints().size();
        talk.say(last ? "the answer: " + variant.toldAnswer() : variant.hints().get(helped));
        helped++;
        return last ? Optional.of(End.MISSED) : Optional.empty();
    }

    private Optional<Sure> sure() {
        Optional<String> typed = talk.console().ask("sure? 1 a guess, 2 fairly, 3 sure > ");
        while (typed.isPresent() && !typed.get().matches("[123]?")) {
            typed = talk.console().ask("1, 2 or 3, or nothing > ");
        }
        return typed.filter(word -> !word.isEmpty()).map(word -> Sure.values()[Integer.parseInt(word) - 1]);
    }
}
