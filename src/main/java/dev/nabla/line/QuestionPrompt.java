package dev.nabla.line;

import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.output.Caret;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Attempt.Sure;
import dev.nabla.tutor.QuestionRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

    /** What is typed to leave. */
    static final String QUIT = "quit";

    private final Talk talk;
    private final Optional<QuestionRef> question;
    private final QuestionInstance variant;
    private final Deque<String> hints;
    private Attempt attempt;
    private int given;

    private QuestionPrompt(Talk talk, Optional<QuestionRef> question, Attempt attempt) {
        this.talk = talk;
        this.question = question;
        this.attempt = attempt;
        this.variant = attempt.variant();
        this.hints = new ArrayDeque<>(variant.hints());
    }

    /** A question whose answers count, begun anew. */
    static End ask(QuestionRef question, Talk talk) {
        talk.put(talk.tutor().begun(question, 0));
        return new QuestionPrompt(
                        talk,
                        Optional.of(question),
                        talk.tutor().attempt(question).orElseThrow())
                .ask();
    }

    /** What is asked for practice does not count, and nobody asks how sure. */
    static End practise(Attempt attempt, Talk talk) {
        return new QuestionPrompt(talk, Optional.empty(), attempt).ask();
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
            talk.say(String.join("\n", variant.steps()));
        }
        return end.get();
    }

    private Optional<End> take(String typed) {
        if (typed.isEmpty()) {
            talk.say("left out; the answer: " + variant.toldAnswer());
            return Optional.of(End.SKIPPED);
        }
        if (typed.equals(QUIT)) {
            return Optional.of(End.GONE);
        }
        return typed.equals("?") ? helped() : heard(graded(typed));
    }

    private Verdict graded(String typed) {
        if (question.isEmpty()) {
            attempt = attempt.answered(typed);
        } else {
            QuestionRef asked = question.get();
            talk.put(talk.tutor().answer(asked, typed, given == 0));
            if (talk.tutor().attempt(asked).orElseThrow().rating()) {
                talk.put(talk.tutor().rate(asked, sure()));
            }
            attempt = talk.tutor().attempt(asked).orElseThrow();
        }
        return attempt.told().orElseThrow().verdict();
    }

    private Optional<End> heard(Verdict verdict) {
        talk.say(String.join("\n", verdict.told()));
        return switch (verdict.kind()) {
            case RIGHT -> Optional.of(given == 0 ? End.RIGHT : End.HELPED);
            case WRONG -> helped();
            case SO_FAR, UNREADABLE -> {
                verdict.place().map(Caret::under).ifPresent(talk.console()::quote);
                yield Optional.empty();
            }
        };
    }

    /** The next hint; after the last one the answer. */
    private Optional<End> helped() {
        given++;
        if (hints.isEmpty()) {
            talk.say("the answer: " + variant.toldAnswer());
            return Optional.of(End.MISSED);
        }
        talk.say(hints.remove());
        return Optional.empty();
    }

    private Optional<Sure> sure() {
        Optional<String> typed = talk.console().ask("sure? 1 a guess, 2 fairly, 3 sure > ");
        while (typed.isPresent() && !typed.get().matches("[123]?")) {
            typed = talk.console().ask("1, 2 or 3, or nothing > ");
        }
        return typed.filter(word -> !word.isEmpty()).map(word -> Sure.values()[Integer.parseInt(word) - 1]);
    }
}
