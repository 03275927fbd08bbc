package dev.nabla.line;

import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tutor.Tutor;
import dev.nabla.tutor.Tutor.Update;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** A text-mode session. Saves entries before it prints anything more; reports once if saving fails. */
final class LineSession {
    private static final int PATIENCE_SECONDS = 3;

    private final ProgressRecorder recorder;
    private final InstantSource clock;
    private final LineConsole console;
    private final UnaryOperator<String> complaint;
    private Tutor tutor;
    private boolean complained;
    private boolean shared;

    /** @param complaint makes the message for the learner from the reason why saving failed */
    LineSession(
            Tutor tutor,
            ProgressRecorder recorder,
            InstantSource clock,
            LineConsole console,
            UnaryOperator<String> complaint) {
        this.tutor = tutor;
        this.recorder = recorder;
        this.clock = clock;
        this.console = console;
        this.complaint = complaint;
    }

    /** Marks the session as running on a shared server. Figures that take too long are then refused. */
    void share() {
        shared = true;
    }

    boolean isShared() {
        return shared;
    }

    LineConsole console() {
        return console;
    }

    void say(String lines) {
        console.say(lines);
    }

    void say(List<String> lines) {
        say(String.join("\n", lines));
    }

    /** Returns the state of the tutor, with the current time. */
    Tutor tutor() {
        return tutor.withTime(clock.instant());
    }

    Progress progress() {
        return tutor.progress();
    }

    /** Returns whether all entries are saved. */
    boolean isKept() {
        return recorder.why().isEmpty();
    }

    void put(Tutor next) {
        tutor = next;
    }

    void put(Update update) {
        tutor = update.tutor();
        recorder.keep(update.events()).filter(why -> !complained).ifPresent(why -> {
            complained = true;
            console.quote(complaint.apply(why));
        });
        if (!update.events().stream().allMatch(Entry.Stood.class::isInstance)) {
            recorder.safe().flatMap(LineSession::waited).ifPresent(this::say);
        }
    }

    /**
     * Waits up to {@link #PATIENCE_SECONDS} s until the entries are on disk. Returns why they are not; empty if they
     * are.
     */
    private static Optional<String> waited(CompletableFuture<Void> safe) {
        try {
            safe.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unsafe) {
            return ProgressRecorder.whyUnsafe(safe);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
