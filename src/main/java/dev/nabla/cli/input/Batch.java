package dev.nabla.cli.input;

import dev.nabla.math.BadInput;
import dev.nabla.output.Answers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

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
    private static final long MOST_WAITING = HEAP / 16;
    private static final int KILOBYTES_IN_FLIGHT = Math.max(4096, 512 * CORES);

    private final LineBlocks lines;
    private final BatchWorker answers;
    private final OutputStream out;
    private final int workers;
    private final Semaphore room = new Semaphore(KILOBYTES_IN_FLIGHT);

    /** Of each block the answers that are not written yet. */
    private final Map<Long, Queue<Part>> waiting = new HashMap<>();

    private long waitingBytes;
    /** The block whose answers are written now. */
    private long turn;
    /** How many blocks there are, once that is known. */
    private long blocks = Long.MAX_VALUE;
    /** Why there are no more; null if there was simply an end. */
    private BadInput unread;

    private Throwable fault;
    private long done;
    private long failed;

    /** Some lines of a block's answers; null stands for the end of the block. */
    private record Part(Answers answers, int size) {}

    /** A run over an input, which is buffered. */
    public Batch(InputStream in, OutputStream out, BatchWorker answers, Share share) {
        this.workers = Math.min(share.cores(), MOST_WORKERS);
        this.lines = new LineBlocks(in, Inputs.MOST_MEGABYTES << 20);
        this.out = out;
        this.answers = answers;
    }

    /**
     * Answers every line; returns how many have failed of how many, in words; empty if none has.
     *
     * @throws IOException if the answers cannot be written
     * @throws BadInput if the questions cannot be read
     * @throws InterruptedException if it shall answer no more
     */
    public Optional<String> run() throws IOException, InterruptedException {
        if (workers == 1) {
            inOrder();
        } else {
            onPool();
        }
        return failed == 0
                ? Optional.empty()
                : Optional.of(
                        failed + " of " + done + " lines " + answers.task().failure());
    }

    private void inOrder() throws IOException, InterruptedException {
        for (LineBlocks.Block block = nextBlock(); block != null; block = nextBlock()) {
            BatchWorker.Tally tally = answers.to(block, more -> more.passTo(out));
            done += tally.lines();
            failed += tally.failed();
        }
        answers.end().passTo(out);
    }

    private LineBlocks.Block nextBlock() {
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
            for (Part part = next(); part != null; part = next()) {
                part.answers().passTo(out);
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

    private static int kilobytes(LineBlocks.Block block) {
        return Math.min(KILOBYTES_IN_FLIGHT, 1 + block.length() / 1024);
    }

    private void read(ExecutorService pool) {
        long count = 0;
        BadInput why = null;
        try {
            for (LineBlocks.Block block = lines.next(); block != null; block = lines.next()) {
                LineBlocks.Block asked = block;
                long number = count++;
                room.acquire(kilobytes(asked));
                pool.execute(() -> answer(asked, number));
            }
        } catch (IOException | OutOfMemoryError refused) {
            why = BatchWorker.complaint(refused);
        } catch (InterruptedException | RuntimeException | Error other) {
            fail(other);
        }
        end(count, why);
    }

    private void answer(LineBlocks.Block block, long number) {
        try {
            BatchWorker.Tally tally = answers.to(block, more -> add(number, more));
            add(number, tally);
            room.release(kilobytes(block));
        } catch (IOException | InterruptedException | RuntimeException | Error other) {
            fail(other);
        }
    }

    /** Waits while too much waits already, but never in the block whose turn it is with nothing to write. */
    private synchronized void add(long block, Answers more) throws InterruptedException {
        Queue<Part> parts = waiting.computeIfAbsent(block, same -> new ArrayDeque<>());
        while (waitingBytes + more.size() > MOST_WAITING && (block != turn || !parts.isEmpty())) {
            wait();
        }
        parts.add(new Part(more, more.size()));
        waitingBytes += more.size();
        notifyAll();
    }

    private synchronized void add(long block, BatchWorker.Tally tally) {
        done += tally.lines();
        failed += tally.failed();
        waiting.computeIfAbsent(block, same -> new ArrayDeque<>()).add(new Part(null, 0));
        notifyAll();
    }

    private synchronized void end(long count, BadInput why) {
        blocks = count;
        unread = why;
        notifyAll();
    }

    private synchronized void fail(Throwable why) {
        fault = why;
        notifyAll();
    }

    /** The answers to write next; null after the last. */
    private synchronized Part next() throws InterruptedException {
        while (fault == null && turn < blocks) {
            Queue<Part> parts = waiting.get(turn);
            Part part = parts == null ? null : parts.poll();
            if (part == null) {
                wait();
            } else if (part.answers() == null) {
                waiting.remove(turn++);
                notifyAll();
            } else {
                waitingBytes -= part.size();
                notifyAll();
                return part;
            }
        }
        if (fault != null) {
            throw new IllegalStateException(fault);
        }
        if (unread != null) {
            throw unread;
        }
        return null;
    }
}
