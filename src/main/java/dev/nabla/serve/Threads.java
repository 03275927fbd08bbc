package dev.nabla.serve;

import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The threads of a server apart from those of the network: for timers, for periodic work that may block, and for
 * logins.
 */
final class Threads implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, task -> new Thread(task, "nabla-timer"), new ThreadPoolExecutor.DiscardPolicy());
    /** Runs periodic work on the store, which may be remote and slow. */
    private final ScheduledExecutorService blocking =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "nabla-second"));

    /** Hashes PINs, which would block a network thread for too long. */
    private final ExecutorService logins = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "nabla-logins"),
            new ThreadPoolExecutor.DiscardPolicy());

    Threads() {
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    ScheduledThreadPoolExecutor timer() {
        return timer;
    }

    /** Returns an executor that runs tasks of logins after a number of seconds. */
    Executor logins(int seconds) {
        return seconds == 0 ? logins : CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS, logins);
    }

    /**
     * Periodic work. Reports an {@link UncheckedIOException} to {@code failures} and any other exception to {@code
     * faults}.
     */
    final class Periodic {
        private final Consumer<UncheckedIOException> failures;
        private final Consumer<Throwable> faults;

        Periodic(Consumer<UncheckedIOException> failures, Consumer<Throwable> faults) {
            this.failures = failures;
            this.faults = faults;
        }

        /** Repeats work that does not block, with a pause of {@code seconds}. */
        void every(long seconds, Runnable work) {
            schedule(timer, seconds, work);
        }

        /** Repeats work that may wait for the store, with a pause of {@code seconds}. */
        void everyBlocking(long seconds, Runnable work) {
            schedule(blocking, seconds, work);
        }

        private void schedule(ScheduledExecutorService thread, long seconds, Runnable work) {
            thread.scheduleWithFixedDelay(() -> run(work), 1, seconds, TimeUnit.SECONDS);
        }

        private void run(Runnable work) {
            try {
                work.run();
            } catch (UncheckedIOException failure) {
                failures.accept(failure);
            } catch (RuntimeException | Error fault) {
                faults.accept(fault);
            }
        }
    }

    @Override
    public void close() {
        blocking.shutdownNow();
        timer.shutdown();
        logins.shutdownNow();
    }
}
