package dev.nabla.cli.input;

import dev.nabla.math.BadInput;
import dev.nabla.output.AnswerWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A run over many questions on several cores. One thread reads blocks of lines and a pool answers them. The caller's
 * thread writes the answers in the order of the questions, each as soon as it and all before it are ready.
 *
 * <p>The bytes of questions in progress are bounded, and so are those of answers that wait to be written. Memory
 * therefore does not grow with the length of the input or with the work of a line. A line near the size limit is in
 * progress alone. On one core the caller's thread does everything.
 */
public final class Batch {
    private static final long HEAP = Runtime.getRuntime().maxMemory();
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    /** Memory that the largest answers need while they are computed, in bytes; it limits the number of workers. */
    private static final long LARGEST = 64 << 20;

    private static final int MOST_WORKERS = (int) Math.max(1, HEAP / LARGEST);
    private static final int KILOBYTES_WAITING = (int) Math.min(Integer.MAX_VALUE, HEAP / 16 / 1024);
    private static final int KILOBYTES_IN_FLIGHT = Math.max(4096, 512 * CORES);
    private static final long PAUSE = 10;
    /** Time for which one worker is alone, in ms: most code is not compiled yet, and the compiler needs a core too. */
    private static final long WARM_UP = 100;
    /** The mark at the end of {@link #blocks}. */
    private static final BlockingQueue<OutputChunk> END = new LinkedBlockingQueue<>();

    private final LineBlocks lines;
    private final BatchWorker answers;
    private final OutputStream out;
    private final int workers;
    private final Semaphore inFlight = new Semaphore(KILOBYTES_IN_FLIGHT);
    private final Semaphore waiting = new Semaphore(KILOBYTES_WAITING);
    /** The output of each block, as a queue of parts; blocks are in the order of the questions. */
    private final BlockingQueue<BlockingQueue<OutputChunk>> blocks = new LinkedBlockingQueue<>();
    /** The block whose output is being written. */
    private volatile BlockingQueue<OutputChunk> turn;

    private BatchWorker.BatchCount done = BatchWorker.BatchCount.NONE;

    /** A part of the output. It is written when it is asked whether it is the end of its block. */
    private interface OutputChunk {
        boolean isEnd() throws IOException;
    }

    /**
     * Creates a run.
     *
     * @param in the questions; it must be buffered, because the rest of a line that is too long is read byte by byte
     */
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
     * @throws InterruptedException if the thread is interrupted
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
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                1, workers, 0, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), Batch::daemon);
        daemon(() -> read(pool)).start();
        daemon(() -> addWorkers(pool)).start();
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

    private void addWorkers(ThreadPoolExecutor pool) {
        try {
            Thread.sleep(WARM_UP);
            pool.setCorePoolSize(workers);
        } catch (InterruptedException never) {
            throw new IllegalStateException(never); // no other thread knows this one
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
                LineBlocks.LineChunk chunk = block;
                BlockingQueue<OutputChunk> parts = new LinkedBlockingQueue<>();
                int kilobytes = Math.min(KILOBYTES_IN_FLIGHT, 1 + chunk.length() / 1024);
                inFlight.acquire(kilobytes);
                pool.execute(() -> {
                    answer(chunk, parts);
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

    /**
     * Adds answers to a block's output. Waits while too many answers wait to be written, except when this block is
     * being written and its queue is empty.
     */
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
