package dev.nabla.serve;

import dev.nabla.room.ClassStore;
import dev.nabla.room.ClassStore.StoreException;
import dev.nabla.room.ClassStore.StoreException.RefusalReason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The wait of a host that starts while the database of its class is unavailable. It ends after ten minutes, so that a
 * wrong address of the database is found.
 */
public final class DatabaseWait {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_REPORTS = Duration.ofMinutes(1);

    private final StopSignal stop;
    private final Duration pause;
    private final LongSupplier nanos;
    private final IntSupplier waitingAnswers;
    private final Consumer<String> report;

    /** Opens the store; throws a {@link StoreException} if it cannot be opened. */
    public interface StoreOpener {
        ClassStore open() throws IOException;
    }

    /**
     * @param nanos clock in ns with any origin
     * @param waitingAnswers returns the number of answers on this machine that the database does not have yet
     * @param report receives lines for the operator
     */
    public DatabaseWait(StopSignal stop, LongSupplier nanos, IntSupplier waitingAnswers, Consumer<String> report) {
        this(stop, PAUSE, nanos, waitingAnswers, report);
    }

    /** @param pause between two tries */
    DatabaseWait(
            StopSignal stop, Duration pause, LongSupplier nanos, IntSupplier waitingAnswers, Consumer<String> report) {
        this.stop = stop;
        this.pause = pause;
        this.nanos = nanos;
        this.waitingAnswers = waitingAnswers;
        this.report = report;
    }

    /**
     * Opens the store, as soon as the database is available.
     *
     * @return empty if a signal ended the wait
     * @throws IOException if the store cannot be opened for another reason, or the wait was too long
     */
    public Optional<ClassStore> open(StoreOpener opener) throws IOException {
        long begin = nanos.getAsLong();
        Duration nextReport = Duration.ZERO;
        while (true) {
            try {
                return Optional.of(opener.open());
            } catch (StoreException refused) {
                Duration waited = Duration.ofNanos(nanos.getAsLong() - begin);
                if (refused.reason() != RefusalReason.AWAY) {
                    throw refused;
                }
                if (waited.compareTo(LONGEST) >= 0) {
                    throw new StoreException(RefusalReason.AWAY, refused.getMessage() + "; " + answers());
                }
                if (waited.compareTo(nextReport) >= 0) {
                    stop.listen();
                    nextReport = nextReport.plus(BETWEEN_REPORTS);
                    report.accept(refused.getMessage() + "; " + answers() + ". Trying again for "
                            + LONGEST.minus(waited).plusSeconds(59).toMinutes() + " min, or until Ctrl-C");
                }
            }
            if (isStopped()) {
                return Optional.empty();
            }
        }
    }

    private String answers() {
        int count = waitingAnswers.getAsInt();
        String which = count == 0 ? "no answers wait" : count == 1 ? "1 answer waits" : count + " answers wait";
        return which + " on this machine";
    }

    private boolean isStopped() {
        try {
            return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
