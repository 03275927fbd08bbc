package dev.nabla.serve.login;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.KeyPlace;
import dev.nabla.key.press.KeyPress;
import dev.nabla.output.DisplayProfile;
import dev.nabla.screen.part.Clip;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.Program;
import dev.nabla.tutor.LineEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The full-screen page on which a user with a new key joins. It asks one question at a time, each answered in one line,
 * until the tutor begins.
 */
public final class JoinPage implements Program, JoinStep.JoinView<Program> {
    private static final KeyPlace TYPING = new KeyPlace(List.of(KeyContext.TYPING), Optional.empty(), 0, Map.of());
    private static final KeyPress ENTER = KeyPress.named("Enter");
    private static final List<KeyPress> QUITTING =
            List.of(KeyPress.named("Ctrl+c"), KeyPress.named("Ctrl+d"), KeyPress.named("Esc"));
    private static final int MOST_COLUMNS = 64;
    /** Rows for the line of keys and an empty row above it. */
    private static final int FOOTER_ROWS = 2;

    private static final int TICK_MILLIS = 200;

    private final String title;
    private final BiFunction<JoinStep.FieldPrompt, String, CompletionStage<JoinStep>> answer;
    private final Supplier<Program> programAfterJoining;
    private final BiConsumer<String, Optional<String>> onEnd;
    private final DisplayProfile look;
    private Optional<JoinStep.FieldPrompt> asked = Optional.empty();
    private LineEditor typed = LineEditor.EMPTY;
    private CompletableFuture<JoinStep> pendingStep;
    private Program program = this;

    /**
     * @param first completes with the first step
     * @param answer evaluates what was typed for a question
     * @param programAfterJoining creates the program for a user who has joined
     * @param onEnd ends the session with a message; the second value is the reason for the log, if it is to be logged
     */
    public JoinPage(
            String title,
            CompletionStage<JoinStep> first,
            BiFunction<JoinStep.FieldPrompt, String, CompletionStage<JoinStep>> answer,
            Supplier<Program> programAfterJoining,
            BiConsumer<String, Optional<String>> onEnd,
            DisplayProfile look) {
        this.title = title;
        this.pendingStep = first.toCompletableFuture();
        this.answer = answer;
        this.programAfterJoining = programAfterJoining;
        this.onEnd = onEnd;
        this.look = look;
    }

    /** Returns an empty page, for a session that is about to end. */
    public static JoinPage empty(DisplayProfile look) {
        return new JoinPage(
                "",
                new CompletableFuture<>(),
                (prompt, typed) -> new CompletableFuture<>(),
                () -> {
                    throw new IllegalStateException("nothing was asked");
                },
                (why, logged) -> {},
                look);
    }

    @Override
    public Program now() {
        showPendingStep();
        return program;
    }

    @Override
    public Wish handle(Input input) {
        if (input instanceof Input.Paste paste) {
            edit(Effect.type(paste.text()));
        }
        return input instanceof Input.Key key ? press(key.press()) : Wish.STAY;
    }

    private Wish press(KeyPress key) {
        if (QUITTING.contains(key)) {
            return Wish.QUIT;
        }
        if (!key.equals(ENTER)) {
            TYPING.effect(key).ifPresent(this::edit);
        } else if (pendingStep == null && asked.isPresent() && !typed.isBlank()) {
            pendingStep =
                    answer.apply(asked.orElseThrow(), typed.text().strip()).toCompletableFuture();
        }
        return Wish.STAY;
    }

    private void edit(Effect effect) {
        typed = effect instanceof Effect.Typing typing ? typing.change().apply(typed) : typed;
    }

    /** Shows the step that follows the last answer, once it is known. */
    private void showPendingStep() {
        if (pendingStep == null || !pendingStep.isDone()) {
            return;
        }
        JoinStep step = pendingStep.join();
        pendingStep = null;
        typed = LineEditor.EMPTY;
        program = step.show(this);
    }

    @Override
    public Program ask(JoinStep.FieldPrompt question) {
        asked = Optional.of(question);
        return this;
    }

    @Override
    public Program identified(Identity identity) {
        return programAfterJoining.get();
    }

    @Override
    public Program wrong(String why) {
        return ask(asked.orElseThrow().rejected(why));
    }

    @Override
    public Program tooOften() {
        onEnd.accept(JoinStep.TOO_OFTEN, Optional.empty());
        return this;
    }

    @Override
    public Program turnAway(String why, String logged) {
        onEnd.accept(why, Optional.of(logged));
        asked = Optional.empty();
        return this;
    }

    @Override
    public Program refuse(String why, String logged) {
        return ask(asked.orElseThrow().rejected(why));
    }

    @Override
    public Optional<CompletableFuture<Void>> awaited() {
        return Optional.ofNullable(pendingStep).map(stage -> stage.thenAccept(next -> {}));
    }

    @Override
    public Frame view(Size size) {
        Canvas canvas = new Canvas(size, look.font());
        int width = Math.max(1, Math.min(MOST_COLUMNS, size.width() - 4));
        int x = Math.max(0, (size.width() - width) / 2);
        asked.ifPresent(question -> put(question, canvas, x, width));
        canvas.put(
                x,
                size.height() - 1,
                canvas.fitting(width, "Enter goes on · Ctrl-C leaves", "Enter goes on"),
                Tone.DIM);
        return canvas.frame();
    }

    private void put(JoinStep.FieldPrompt question, Canvas canvas, int x, int width) {
        int height = canvas.height();
        List<Line> words = Wrap.lines(Line.of(question.words()), width, canvas.glyphs());
        Line complaint = Line.EMPTY.span(question.complaint(), Tone.WARN, Weight.PLAIN);
        List<Line> lines = new ArrayList<>(List.of(Line.EMPTY.span(title, Tone.TEXT, Weight.BOLD), Line.EMPTY));
        lines.addAll(words);
        lines.add(Line.EMPTY);
        Line prompt = Line.EMPTY.dim(question.prompt() + " ");
        int room = Math.max(1, width - canvas.glyphs().width(prompt));
        lines.add(Line.join(List.of(prompt, Clip.typed(typed, room, canvas.glyphs())), ""));
        lines.add(Line.EMPTY);
        lines.addAll(Wrap.lines(complaint, width, canvas.glyphs()));
        boolean roomy = height >= lines.size() + FOOTER_ROWS;
        if (!roomy) {
            lines.removeAll(words);
            lines.removeIf(line -> line.spans().isEmpty());
        }
        canvas.put(x, roomy ? (height - words.size() - FOOTER_ROWS - 5) / 3 : 0, lines);
    }

    @Override
    public DisplayProfile displayProfile() {
        return look;
    }

    @Override
    public int tickMillis() {
        return pendingStep == null ? 0 : TICK_MILLIS;
    }
}
