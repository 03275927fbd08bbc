package dev.nabla.cli;

import dev.nabla.lesson.Entry.Answered;
import dev.nabla.lesson.Variant;
import dev.nabla.lesson.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

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
    private final InstantSource clock;
    private final Consumer<Answered> journal;
    private final String section;
    private final Variant variant;
    private final Deque<String> hints;
    private int given;

    /**
     * Prepares a question of a section.
     *
     * @param journal is given every answer before the learner hears what it is worth
     */
    Asking(Dialogue dialogue, InstantSource clock, Consumer<Answered> journal, String section, Variant variant) {
        this.dialogue = dialogue;
        this.clock = clock;
        this.journal = journal;
        this.section = section;
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
        if (end.get() != End.RIGHT && end.get() != End.GONE) {
            dialogue.say(String.join("\n", variant.steps()));
        }
        return end.get();
    }

    private Optional<End> take(String typed) {
        if (typed.isEmpty()) {
            dialogue.say("left out; the answer: " + variant.answer());
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
                dialogue.say(String.join("\n", verdict.told())
                        + verdict.place()
                                .map(place -> "\n" + Caret.under(place))
                                .orElse(""));
                yield Optional.empty();
            }
        };
    }

    private Optional<End> graded(String typed, Verdict verdict) {
        OptionalInt sure = given == 0 ? sure() : OptionalInt.empty();
        Instant now = clock.instant();
        journal.accept(Answered.of(now, section, variant, typed, verdict, sure));
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
            dialogue.say("the answer: " + variant.answer());
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
