package dev.nabla.cli;

import dev.nabla.lesson.Variant;
import dev.nabla.lesson.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One question, asked line by line until it is right, left out, or there is no hint left. */
final class Asking {
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

    private final Dialogue dialogue;
    private final Optional<Notes> notes;
    private final Variant variant;
    private final Deque<String> hints;
    private int given;

    /** Who is told of every answer before the learner hears what it is worth. */
    interface Notes {
        void answered(String typed, Verdict verdict, OptionalInt sure);
    }

    /**
     * Prepares a question.
     *
     * @param notes who hears of the answers; empty for practice, which does not count, and where nobody asks how sure
     */
    Asking(Dialogue dialogue, Variant variant, Optional<Notes> notes) {
        this.dialogue = dialogue;
        this.notes = notes;
        this.variant = variant;
        this.hints = new ArrayDeque<>(variant.hints());
    }

    /** The question, what there is to choose from, and what to type. */
    static String text(Variant variant) {
        List<String> lines = new ArrayList<>(List.of(variant.prompt()));
        List<String> options = variant.options();
        for (int i = 0; i < options.size(); i++) {
            lines.add("  " + (char) ('a' + i) + "  " + options.get(i));
        }
        lines.add("(type " + variant.wanted() + ")");
        return String.join("\n", lines);
    }

    End ask() {
        dialogue.say(text(variant));
        Optional<End> end = Optional.empty();
        while (end.isEmpty()) {
            end = dialogue.ask("> ").map(this::take).orElse(Optional.of(End.GONE));
        }
        boolean told = end.get() == End.RIGHT && variant.options().isEmpty();
        if (!told && end.get() != End.GONE) {
            dialogue.say(String.join("\n", variant.steps()));
        }
        return end.get();
    }

    private Optional<End> take(String typed) {
        if (typed.isEmpty()) {
            dialogue.say("left out; the answer: " + variant.toldAnswer());
            return Optional.of(End.SKIPPED);
        }
        if (typed.equals(QUIT)) {
            return Optional.of(End.GONE);
        }
        if (typed.equals("?")) {
            return helped();
        }
        Verdict verdict = variant.grade(typed);
        return switch (verdict.kind()) {
            case RIGHT, WRONG -> graded(typed, verdict);
            case SO_FAR, UNREADABLE -> {
                dialogue.say(String.join("\n", verdict.told()));
                verdict.place().map(Caret::under).ifPresent(dialogue::quote);
                yield Optional.empty();
            }
        };
    }

    private Optional<End> graded(String typed, Verdict verdict) {
        notes.ifPresent(heard -> heard.answered(typed, verdict, given == 0 ? sure() : OptionalInt.empty()));
        dialogue.say(String.join("\n", verdict.told()));
        if (verdict.kind() == Verdict.Kind.RIGHT) {
            return Optional.of(given == 0 ? End.RIGHT : End.HELPED);
        }
        return helped();
    }

    /** The next hint; after the last one the answer. */
    private Optional<End> helped() {
        given++;
        if (hints.isEmpty()) {
            dialogue.say("the answer: " + variant.toldAnswer());
            return Optional.of(End.MISSED);
        }
        dialogue.say(hints.remove());
        return Optional.empty();
    }

    private OptionalInt sure() {
        String prompt = "sure? 1 a guess, 2 fairly, 3 sure > ";
        Optional<String> typed = dialogue.ask(prompt);
        while (typed.isPresent() && !typed.get().matches("[123]?")) {
            typed = dialogue.ask("1, 2 or 3, or nothing > ");
        }
        return typed.filter(word -> !word.isEmpty())
                .map(word -> OptionalInt.of(Integer.parseInt(word)))
                .orElse(OptionalInt.empty());
    }
}
