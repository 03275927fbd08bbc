package dev.nabla.cli.input;

import dev.nabla.cli.input.BatchWorker.Answered;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Many questions on all cores: one thread reads blocks of lines, the pool answers them, the caller's thread writes the
 * answers in the order of the questions.
 *
 * <p>What is in flight is bounded by its bytes, so memory stays the same however long the input is; a line near the limit
 * is in flight alone.
 */
public final class Batch {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int KILOBYTES_IN_FLIGHT = Math.max(4096, 512 * CORES);
    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final long TICK_NANOS = 500_000_000L;

    private final LineBlocks lines;
    private final BatchWorker answers;
    private final OutputStream out;
    private final Optional<OutputStream> watcher;
    private final Semaphore room = new Semaphore(KILOBYTES_IN_FLIGHT);
    private final BlockingQueue<Future<Part>> queue = new LinkedBlockingQueue<>();
    private long told = System.nanoTime() + QUIET_NANOS - TICK_NANOS;
    private long done;
    private long failed;

    /** The answers to a block and the room it takes; none at the end. */
    private record Part(Optional<Answered> answered, int kilobytes) {}

    /**
     * A run over an input.
     *
     * @param watcher where to tell how far it is; empty where nobody looks
     */
    public Batch(InputStream in, OutputStream out, Optional<OutputStream> watcher, BatchWorker answers) {
        this.lines = new LineBlocks(in, Inputs.MOST_MEGABYTES << 20);
        this.out = out;
        this.watcher = watcher;
        this.answers = answers;
    }

    /**
     * Answers every line; returns how many have failed.
     *
     * @throws IOException if the answers cannot be written
     * @throws BadInput if the questions cannot be read
     */
    public Outcome run() throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(CORES, Batch::daemon);
        daemon(() -> read(pool)).start();
        try {
            for (Part part = next(); part.answered().isPresent(); part = next()) {
                write(part.answered().get());
                room.release(part.kilobytes());
            }
        } finally {
            pool.shutdownNow();
            if (told > System.nanoTime() - TICK_NANOS) {
                tell("\r\033[K");
            }
        }
        return new Outcome(done, failed);
    }

    /**
     * How it went.
     *
     * @param lines how many were questions
     * @param failed how many of them had no answer
     */
    public record Outcome(long lines, long failed) {}

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private void read(ExecutorService pool) {
        try {
            for (LineBlocks.Block block = lines.next(); block != null; block = lines.next()) {
                LineBlocks.Block asked = block;
                int kilobytes = Math.min(KILOBYTES_IN_FLIGHT, 1 + block.length() / 1024);
                room.acquire(kilobytes);
                queue.add(pool.submit(() -> new Part(Optional.of(answers.to(asked)), kilobytes)));
            }
            queue.add(CompletableFuture.completedFuture(new Part(Optional.empty(), 0)));
        } catch (IOException unreadable) {
            queue.add(CompletableFuture.failedFuture(
                    BadInput.usage("unreadable", "the questions cannot be read: " + unreadable.getMessage())));
        } catch (OutOfMemoryError full) {
            queue.add(CompletableFuture.failedFuture(BadInput.usage(
                    "out_of_memory",
                    "there is not enough memory to read the questions; give java more: NABLA_JAVA_OPTS=-Xmx4g")));
        } catch (InterruptedException | RuntimeException | Error fault) {
            queue.add(CompletableFuture.failedFuture(fault));
        }
    }

    private Part next() throws IOException {
        try {
            return queue.take().get();
        } catch (InterruptedException | ExecutionException fault) {
            if (fault.getCause() instanceof BadInput bad) {
                throw bad;
            }
            throw new IllegalStateException(fault.getCause());
        }
    }

    private void write(Answered answered) throws IOException {
        answered.json().passTo(out);
        done += answered.lines();
        failed += answered.failed();
        long now = System.nanoTime();
        if (now - told > TICK_NANOS) {
            told = now;
            tell("\rnabla: " + done + " lines");
        }
    }

    private void tell(String what) throws IOException {
        if (watcher.isPresent()) {
            watcher.get().write(what.getBytes(StandardCharsets.UTF_8));
        }
    }
}
