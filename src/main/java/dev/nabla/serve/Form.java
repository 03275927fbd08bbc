package dev.nabla.serve;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.output.DisplayProfile;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.key.KeyPlace;
import dev.nabla.tui.screen.Clip;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.Program;
import dev.nabla.tutor.Editor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** A few questions of one line each before a program begins, as at a door. */
public final class Form implements Program {
    private static final KeyPlace TYPING = new KeyPlace(List.of(KeyContext.TYPING), Optional.empty(), 0, Map.of());
    private static final int WIDEST = 64;
    /** For the keys, and an empty row above them. */
    private static final int ROWS = 2;

    private static final int TICK_MILLIS = 200;

    private final DisplayProfile look;
    private final Function<String, CompletableFuture<Next>> answer;
    private Asked asked = new Asked("", "", "", "");
    private Editor typed = Editor.EMPTY;
    private CompletableFuture<Next> coming;
    private Program program = this;

    /** What comes after an answer. */
    public sealed interface Next {}

    /**
     * A question.
     *
     * @param title what this is about
     * @param words before the question
     * @param prompt before what is typed
     * @param complaint about the last answer; empty if there is none
     */
    public record Asked(String title, String words, String prompt, String complaint) implements Next {
        /** The same again, with a complaint. */
        public Asked again(String why) {
            return new Asked(title, words, prompt, why);
        }
    }

    /** What this was the door of; it is made when the door is gone through. */
    public record Opened(Supplier<Program> program) implements Next {}

    /** @param answer gets what was typed; what comes is waited for, like the first */
    public Form(CompletableFuture<Next> first, Function<String, CompletableFuture<Next>> answer, DisplayProfile look) {
        this.coming = first;
        this.answer = answer;
        this.look = look;
    }

    @Override
    public Program now() {
        arrive();
        return program;
    }

    @Override
    public Wish on(Input input) {
        if (input instanceof Input.Paste paste) {
            edit(Effect.type(paste.text()));
        }
        return input instanceof Input.Key key ? press(key.name()) : Wish.STAY;
    }

    private Wish press(String key) {
        switch (key) {
            case "Ctrl+c", "Ctrl+d", "Esc" -> {
                return Wish.QUIT;
            }
            case "Enter" -> {
                if (coming == null && !typed.isBlank()) {
                    coming = answer.apply(typed.text().strip());
                }
            }
            default -> TYPING.effect(key).ifPresent(this::edit);
        }
        return Wish.STAY;
    }

    private void edit(Effect effect) {
        typed = effect instanceof Effect.Typing typing ? typing.change().apply(typed) : typed;
    }

    /** Takes what has come of the last answer. */
    private void arrive() {
        if (coming == null || !coming.isDone()) {
            return;
        }
        Next next = coming.join();
        coming = null;
        typed = Editor.EMPTY;
        if (next instanceof Opened opened) {
            program = opened.program().get();
        } else if (next instanceof Asked question) {
            asked = question;
        }
    }

    @Override
    public Optional<CompletableFuture<Void>> awaited() {
        return Optional.ofNullable(coming).map(stage -> stage.thenAccept(next -> {}));
    }

    @Override
    public Frame view(Size size) {
        Canvas canvas = new Canvas(size, look.font());
        int width = Math.max(1, Math.min(WIDEST, size.width() - 4));
        List<Line> words = Wrap.lines(Line.of(asked.words()), width, canvas.glyphs());
        Line complaint = Line.EMPTY.span(asked.complaint(), Tone.WARN, Weight.PLAIN);
        List<Line> lines = new ArrayList<>(List.of(Line.EMPTY.span(asked.title(), Tone.TEXT, Weight.BOLD), Line.EMPTY));
        lines.addAll(words);
        lines.add(Line.EMPTY);
        Line prompt = Line.EMPTY.dim(asked.prompt() + " ");
        int room = Math.max(1, width - canvas.glyphs().width(prompt));
        lines.add(Line.join(List.of(prompt, Clip.typed(typed, room, canvas.glyphs())), ""));
        lines.add(Line.EMPTY);
        lines.addAll(Wrap.lines(complaint, width, canvas.glyphs()));
        boolean roomy = size.height() >= lines.size() + ROWS;
        if (!roomy) {
            lines.removeAll(words);
            lines.removeIf(line -> line.spans().isEmpty());
        }
        int x = Math.max(0, (size.width() - width) / 2);
        canvas.put(x, roomy ? (size.height() - words.size() - ROWS - 5) / 3 : 0, lines);
        canvas.put(
                x,
                size.height() - 1,
                canvas.fitting(width, "Enter goes on · Ctrl-C leaves", "Enter goes on"),
                Tone.DIM);
        return canvas.frame();
    }

    @Override
    public DisplayProfile look() {
        return look;
    }

    @Override
    public int tickMillis() {
        return coming == null ? 0 : TICK_MILLIS;
    }
}
