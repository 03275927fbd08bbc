package dev.nabla.tui;

import dev.nabla.figure.Figure;
import dev.nabla.frame.Frame;
import dev.nabla.key.Effect;
import dev.nabla.screen.ScreenState;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;

/** Works out the screen that an effect leads to, and its picture, where the program may use another thread. */
final class ScreenWork {
    private static final int IDLE_SECONDS = 10;

    /** A screen with its picture. */
    record Prepared(ScreenState state, Frame frame) {}

    private final ScreenState from;
    private final Effect effect;
    private final CompletableFuture<Prepared> result;
    private volatile boolean abandoned;

    /**
     * Starts the work.
     *
     * @param after what must have ended before
     * @param fair returns the state after the effect, or a cheaper one, given those before and after
     */
    ScreenWork(
            ScreenState from,
            Effect effect,
            Figure.Budget budget,
            BinaryOperator<ScreenState> fair,
            CompletableFuture<?> after,
            Executor executor) {
        this.from = from;
        this.effect = effect;
        this.result = after.handleAsync(
                (done, failure) -> abandoned ? new Prepared(from, from.frame()) : draw(budget, fair), executor);
    }

    /** Returns an executor of daemon threads, one per core but at least two, which end when they are idle. */
    static Executor threads() {
        int cores = Math.max(2, Runtime.getRuntime().availableProcessors());
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                cores, cores, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "nabla-screen");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private Prepared draw(Figure.Budget budget, BinaryOperator<ScreenState> fair) {
        ScreenState there = fair.apply(from, from.apply(effect)).doWork(budget).reportPosition();
        return new Prepared(there, there.frame());
    }

    /** Drops the result. Work that has not begun never begins; work that has begun goes on. */
    void abandon() {
        abandoned = true;
    }

    /** Returns what ends with the work. */
    CompletableFuture<Prepared> result() {
        return result;
    }

    /** Returns the result of work that has ended. Throws what the work has thrown. */
    Prepared prepared() {
        try {
            return result.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed;
        }
    }

    /** Returns the present screen with a line that says what is being prepared. */
    Frame sign(ScreenState present) {
        return present.frame(present.preparing(effect));
    }
}
