package dev.nabla.cli.input;

import dev.nabla.math.BadInput;
import dev.nabla.output.AnswerWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Many questions on several cores: one thread reads blocks of lines, the pool answers them, the caller's thread writes the
 * answers in the order of the questions, each as soon as it is ready and those before it are written.
 *
 * <p>Questions in flight are bounded by their bytes, and so are answers that wait for their turn: memory stays the same
 * however long the input is and however much a line asks for. A line near the limit is in flight alone. On one core the
 * caller's thread does all.
 */
public final class Batch {
    private static final long HEAP = Runtime.getRuntime().maxMemory();
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    /** The largest answers take this much while they are worked out. */
    private static final long LARGEST = 64 << 20;

    private static final int MOST_WORKERS = (int) Math.max(1, HEAP / LARGEST);
    private static final int KILOBYTES_WAITING = (int) Math.min(Integer.MAX_VALUE, HEAP / 16 / 1024);
    private static final int KILOBYTES_IN_FLIGHT = Math.max(4096, 512 * CORES);
    private static final long PAUSE = 10;
    /** Behind the last block. */
    private static final BlockingQueue<OutputChunk> END = new LinkedBlockingQueue<>();

    private final LineBlocks lines;
    private final BatchWorker answers;
    private final OutputStream out;
    private final int workers;
    private final Semaphore inFlight = new Semaphore(KILOBYTES_IN_FLIGHT);
    private final Semaphore waiting = new Semaphore(KILOBYTES_WAITING);
    /** Of each block what there is to write, in the order of the questions. */
    private final BlockingQueue<BlockingQueue<OutputChunk>> blocks = new LinkedBlockingQueue<>();
    /** The block whose answers are written now. */
    private volatile BlockingQueue<OutputChunk> turn;

    private BatchWorker.BatchCount done = BatchWorker.BatchCount.NONE;

    /** Something to write; true for the end of a block. */
    private interface OutputChunk {
        boolean isEnd() throws IOException;
    }

    /** A run over an input, which is buffered. */
    public Batch(InputStream in, OutputStream out, BatchWorker answers, ResourceLimit share) {
        this.workers = Math.min(share.cores(), MOST_WORKERS);
        this.lines = new LineBlocks(in, Inputs.MOST_BYTES);
        this.out = out;
        this.answers = answers;
    }

    /**
     * Answers every line that is not blank.
     *
     * @throws IOException if the answers cannot be written
     * @throws BadInput if the questions cannot be read
     * @throws InterruptedException if it shall answer no more
     */
    public BatchWorker.BatchCount run() throws IOException, InterruptedException {
        if (workers == 1) {
            inOrder();
        } else {
            onPool();
        }
        return done;
    }

    private void inOrder() throws IOException, InterruptedException {
        for (LineBlocks.LineChunk block = nextBlock(); block != null; block = nextBlock()) {
            count(answers.to(block, more -> more.passTo(out)));
        }
        answers.end().passTo(out);
    }

    private boolean count(BatchWorker.BatchCount tally) {
        done = done.and(tally);
        return true;
    }

    private LineBlocks.LineChunk nextBlock() {
        try {
            return lines.next();
        } catch (IOException | OutOfMemoryError refused) {
            throw BatchWorker.complaint(refused);
        }
    }

    private void onPool() throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(workers, Batch::daemon);
        daemon(() -> read(pool)).start();
        try {
            for (turn = blocks.take(); turn != END; turn = blocks.take()) {
                boolean end = false;
                while (!end) {
                    end = turn.take().isEnd();
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private void read(ExecutorService pool) {
        try {
            for (LineBlocks.LineChunk block = nextBlock(); block != null; block = nextBlock()) {
                LineBlocks.LineChunk asked = block;
                BlockingQueue<OutputChunk> parts = new LinkedBlockingQueue<>();
                int kilobytes = Math.min(KILOBYTES_IN_FLIGHT, 1 + asked.length() / 1024);
                inFlight.acquire(kilobytes);
                pool.execute(() -> {
                    answer(asked, parts);
                    inFlight.release(kilobytes);
                });
                blocks.add(parts);
            }
        } catch (InterruptedException | RuntimeException | Error refused) {
            blocks.add(new LinkedBlockingQueue<>(List.of(fault(refused))));
        }
        blocks.add(END);
    }

    private static OutputChunk fault(Throwable why) {
        return () -> {
            throw why instanceof BadInput bad ? bad : new IllegalStateException(why);
        };
    }

    private void answer(LineBlocks.LineChunk block, BlockingQueue<OutputChunk> parts) {
        try {
            BatchWorker.BatchCount tally = answers.to(block, more -> add(more, parts));
            parts.add(() -> count(tally));
        } catch (IOException | InterruptedException | RuntimeException | Error other) {
            parts.add(fault(other));
        }
    }

    /** Waits while too much waits already, but never in the block whose turn it is with nothing to write. */
    private void add(AnswerWriter more, BlockingQueue<OutputChunk> parts) throws InterruptedException {
        int kilobytes = 1 + more.size() / 1024;
        boolean counted = false;
        while (!counted && (parts != turn || !parts.isEmpty())) {
            counted = waiting.tryAcquire(kilobytes, PAUSE, TimeUnit.MILLISECONDS);
        }
        int held = counted ? kilobytes : 0;
        parts.add(() -> {
            more.passTo(out);
            waiting.release(held);
            return false;
        });
    }
}
