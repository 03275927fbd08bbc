package dev.nabla.serve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Two threads that answer lines of scripts, sixty a minute of one student. */
final class ScriptTurns implements AutoCloseable {
    private static final int MOST_A_MINUTE = 60;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "nabla-script");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledExecutorService timer;
    private final Map<String, Deque<Long>> asked = new HashMap<>();

    ScriptTurns(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Seconds until somebody may ask again; 0 if now, which then counts. */
    synchronized int wait(String id) {
        long now = System.nanoTime();
        asked.values().forEach(times -> times.removeIf(time -> now - time > MINUTE));
        asked.values().removeIf(Deque::isEmpty);
        Deque<Long> times = asked.computeIfAbsent(id, first -> new ArrayDeque<>());
        if (times.size() >= MOST_A_MINUTE) {
            return (int) TimeUnit.NANOSECONDS.toSeconds(MINUTE - (now - times.peek())) + 1;
        }
        times.add(now);
        return 0;
    }

    /** Runs it when it is its turn; interrupts it if it takes longer. */
    void answer(Runnable task, int seconds) {
        threads.execute(() -> {
            Future<?> alarm = timer.schedule(Thread.currentThread()::interrupt, seconds, TimeUnit.SECONDS);
            try {
                task.run();
            } finally {
                alarm.cancel(false);
                Thread.interrupted();
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
