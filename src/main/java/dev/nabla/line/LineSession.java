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

/** A talk with a learner: the tutor as it stands. What happens is in the journal before more is said; that it cannot be is said once. */
final class LineSession {
    private static final int PATIENCE_SECONDS = 3;

    private final ProgressRecorder recorder;
    private final InstantSource clock;
    private final LineConsole console;
    private final UnaryOperator<String> complaint;
    private Tutor tutor;
    private boolean complained;
    private boolean shared;
    private int answers;

    /** @param complaint what to say of the reason why the first thing is not kept */
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

    /** Others wait from now on for the machine that this is told on. */
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

    /** The tutor now. */
    Tutor tutor() {
        return tutor.withTime(clock.instant());
    }

    Progress progress() {
        return tutor.progress();
    }

    /** True if all that has happened is in the journal. */
    boolean isKept() {
        return recorder.why().isEmpty();
    }

    /** How many answers have been given that count. */
    int answers() {
        return answers;
    }

    void put(Tutor next) {
        tutor = next;
    }

    void put(Update update) {
        tutor = update.tutor();
        answers += update.events().stream().anyMatch(Entry.Answered.class::isInstance) ? 1 : 0;
        recorder.keep(update.events()).filter(why -> !complained).ifPresent(why -> {
            complained = true;
            console.quote(complaint.apply(why));
        });
        if (!update.events().stream().allMatch(Entry.Stood.class::isInstance)) {
            recorder.safe().flatMap(LineSession::waited).ifPresent(this::say);
        }
    }

    /** Waits until what was sent is safe, but not for ever; returns why it is not. */
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
