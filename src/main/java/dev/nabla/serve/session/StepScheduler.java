package dev.nabla.serve.session;

import dev.nabla.tui.term.RemoteSession;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/** Runs the steps of all sessions on one thread per core. A session is run by one thread at a time. */
public final class StepScheduler implements AutoCloseable {
    /** Number of recent queueing times that are kept. */
    private static final int MOST_WAITS = 1024;

    private final ExecutorService workers;
    private final ScheduledThreadPoolExecutor timer;
    private final LongConsumer onSlowStep;
    private final AtomicInteger stepCount = new AtomicInteger();
    private final AtomicLongArray waitNanos = new AtomicLongArray(MOST_WAITS);

    /** @param onSlowStep receives the duration of each slow step, in ms */
    public StepScheduler(int cores, ScheduledThreadPoolExecutor timer, LongConsumer onSlowStep) {
        this.workers = new ThreadPoolExecutor(
                cores,
                cores,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> new Thread(task, "nabla-turns"),
                new ThreadPoolExecutor.DiscardPolicy());
        this.timer = timer;
        this.onSlowStep = onSlowStep;
    }

    /** A session whose step runs when it is woken and when its timer expires. */
    final class SessionTurn implements Runnable {
        private static final long SLOW_MILLIS = 250;

        private final LongUnaryOperator step;
        /** Number of wake-ups since the session was last idle. */
        private final AtomicInteger woken = new AtomicInteger();

        private volatile long queued;
        private Future<?> alarm;

        /**
         * @param step runs a step: receives the time in ns, and returns the time until its timer expires in ns, or
         *     {@link RemoteSession#NEVER}
         */
        SessionTurn(LongUnaryOperator step) {
            this.step = step;
        }

        void wake() {
            if (woken.getAndIncrement() == 0) {
                queue();
            }
        }

        private void queue() {
            queued = System.nanoTime();
            workers.execute(this);
        }

        @Override
        public void run() {
            int seen = woken.get();
            long begun = System.nanoTime();
            waitNanos.set(stepCount.getAndIncrement() & MOST_WAITS - 1, begun - queued);
            if (alarm != null) {
                alarm.cancel(false);
            }
            long next = step.applyAsLong(begun);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            if (millis > SLOW_MILLIS) {
                onSlowStep.accept(millis);
            }
            alarm = next == RemoteSession.NEVER
                    ? null
                    : timer.schedule(this::wake, Math.max(0, next), TimeUnit.NANOSECONDS);
            if (!woken.compareAndSet(seen, 0)) {
                queue();
            }
        }
    }

    /** Returns a percentile of the queueing time of recent steps, in ms. */
    public int waitPercentile(int percent) {
        int known = Math.min(MOST_WAITS, stepCount.get());
        long[] sorted =
                IntStream.range(0, known).mapToLong(waitNanos::get).sorted().toArray();
        return known == 0 ? 0 : (int) TimeUnit.NANOSECONDS.toMillis(sorted[(known - 1) * percent / 100]);
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
