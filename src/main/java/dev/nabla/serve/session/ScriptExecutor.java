package dev.nabla.serve.session;

import dev.nabla.output.ExitCode;
import dev.nabla.serve.options.ServeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Runs the commands of scripts on two threads. One command per student runs, and two more may wait. The students take
 * turns, so that a student who sends many commands delays only their own.
 */
public final class ScriptExecutor implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int MOST_A_MINUTE = 60;
    /**
     * Maximum number of open commands of a student: one that runs and two that wait, for a thread or for standard
     * input.
     */
    private static final int MOST_OPEN = 3;

    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final ExecutorService threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            ScriptExecutor::daemon,
            new ThreadPoolExecutor.DiscardPolicy());
    private final ScheduledExecutorService timer;
    private final LongSupplier nanos;
    /** Start times of the commands of the last minute, in ns, by student id. */
    private final Map<String, Deque<Long>> startTimes = new HashMap<>();

    /** Number of commands that have begun and not ended, by student id. */
    private final Map<String, Integer> openCounts = new HashMap<>();

    /** Tasks that wait for a thread, by student id; the first student is next. */
    private final Map<String, Deque<Runnable>> waiting = new LinkedHashMap<>();

    private final Set<String> running = new HashSet<>();

    /**
     * Starts no thread before the first command.
     *
     * @param nanos clock in ns
     */
    public ScriptExecutor(ScheduledExecutorService timer, LongSupplier nanos) {
        this.timer = timer;
        this.nanos = nanos;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "nabla-script");
        thread.setDaemon(true);
        return thread;
    }

    /** A command that has begun. It takes one of the student's places until it has ended. */
    final class QueuedScript {
        private final String student;
        private boolean ended;

        private QueuedScript(String student) {
            this.student = student;
        }

        /**
         * Runs a task when it is the student's turn, and interrupts it after {@code seconds}. The task must handle its
         * own exceptions.
         */
        void run(Runnable task, int seconds) {
            synchronized (ScriptExecutor.this) {
                waiting.computeIfAbsent(student, first -> new ArrayDeque<>()).add(() -> runLimited(task, seconds));
            }
            threads.execute(ScriptExecutor.this::runNext);
        }

        /** Frees the place of the command; only the first call has an effect. */
        void end() {
            synchronized (ScriptExecutor.this) {
                if (!ended) {
                    ended = true;
                    openCounts.computeIfPresent(student, (id, count) -> count == 1 ? null : count - 1);
                }
            }
        }
    }

    /**
     * Begins a command of a student.
     *
     * @throws ServeException if the student has too many commands, running or within a minute; the message says so
     */
    synchronized QueuedScript begin(String student) throws ServeException {
        long now = nanos.getAsLong();
        startTimes.values().forEach(times -> times.removeIf(time -> now - time > MINUTE_NANOS));
        startTimes.values().removeIf(Deque::isEmpty);
        Deque<Long> times = startTimes.getOrDefault(student, new ArrayDeque<>());
        if (times.size() >= MOST_A_MINUTE) {
            long wait = TimeUnit.NANOSECONDS.toSeconds(MINUTE_NANOS - (now - times.peek())) + 1;
            throw new ServeException(
                    ExitCode.LATER,
                    "more than " + MOST_A_MINUTE + " commands in a minute; try again in " + wait + " s");
        }
        if (openCounts.getOrDefault(student, 0) >= MOST_OPEN) {
            throw new ServeException(
                    ExitCode.LATER,
                    MOST_OPEN + " commands of yours run or wait already; try again when one has ended,"
                            + " or send many questions at once with --batch");
        }
        times.add(now);
        startTimes.put(student, times);
        openCounts.merge(student, 1, Integer::sum);
        return new QueuedScript(student);
    }

    private void runLimited(Runnable task, int seconds) {
        FutureTask<?> limitedTask = new FutureTask<>(task, null);
        Future<?> timeout = timer.schedule(() -> limitedTask.cancel(true), seconds, TimeUnit.SECONDS);
        try {
            limitedTask.run();
        } finally {
            timeout.cancel(false);
            Thread.interrupted(); // so that a late interrupt does not stop the next task
        }
    }

    private void runNext() {
        Optional<String> next = takeNextStudent();
        next.ifPresent(student -> {
            try {
                takeTask(student).run();
            } finally {
                finishTask(student);
            }
        });
    }

    /** Returns the first student with a waiting task and no running one, and marks that student as running. */
    private synchronized Optional<String> takeNextStudent() {
        Optional<String> next =
                waiting.keySet().stream().filter(id -> !running.contains(id)).findFirst();
        next.ifPresent(running::add);
        return next;
    }

    /** Removes and returns the first task of a student. The student's other tasks move to the end of the queue. */
    private synchronized Runnable takeTask(String student) {
        Deque<Runnable> tasks = waiting.remove(student);
        Runnable first = tasks.remove();
        if (!tasks.isEmpty()) {
            waiting.put(student, tasks);
        }
        return first;
    }

    private synchronized void finishTask(String student) {
        running.remove(student);
        threads.execute(this::runNext);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
