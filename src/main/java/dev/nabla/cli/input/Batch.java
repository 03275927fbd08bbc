package dev.nabla.cli.input;

import dev.nabla.cli.input.BatchWorker.Answered;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

    private final LineBlocks lines;
    private final BatchWorker answers;
    private final OutputStream out;
    private final Semaphore room = new Semaphore(KILOBYTES_IN_FLIGHT);
    private final BlockingQueue<Future<Answered>> queue = new LinkedBlockingQueue<>();

    /** A run over an input, which is buffered. */
    public Batch(InputStream in, OutputStream out, BatchWorker answers) {
        this.lines = new LineBlocks(in, Inputs.MOST_MEGABYTES << 20);
        this.out = out;
        this.answers = answers;
    }

    /**
     * Answers every line; returns how many have failed of how many, in words; empty if none has.
     *
     * @throws IOException if the answers cannot be written
     * @throws BadInput if the questions cannot be read
     */
    public Optional<String> run() throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(CORES, Batch::daemon);
        daemon(() -> read(pool)).start();
        long done = 0;
        long failed = 0;
        try {
            for (Answered answered = next(); answered != null; answered = next()) {
                answered.json().passTo(out);
                room.release(kilobytes(answered.block()));
                done += answered.lines();
                failed += answered.failed();
            }
        } finally {
            pool.shutdownNow();
        }
        return failed == 0 ? Optional.empty() : Optional.of(failed + " of " + done + " lines have no answer");
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private static int kilobytes(LineBlocks.Block block) {
        return Math.min(KILOBYTES_IN_FLIGHT, 1 + block.length() / 1024);
    }

    private void read(ExecutorService pool) {
        try {
            for (LineBlocks.Block block = lines.next(); block != null; block = lines.next()) {
                LineBlocks.Block asked = block;
                room.acquire(kilobytes(asked));
                queue.add(pool.submit(() -> answers.to(asked)));
            }
            queue.add(CompletableFuture.completedFuture(null));
        } catch (IOException | OutOfMemoryError refused) {
            queue.add(CompletableFuture.failedFuture(BatchWorker.complaint(refused)));
        } catch (InterruptedException | RuntimeException | Error fault) {
            queue.add(CompletableFuture.failedFuture(fault));
        }
    }

    /** The answers to the next lines; null after the last. */
    private Answered next() {
        try {
            return queue.take().get();
        } catch (InterruptedException | ExecutionException fault) {
            if (fault.getCause() instanceof BadInput bad) {
                throw bad;
            }
            throw new IllegalStateException(fault.getCause());
        }
    }
}
