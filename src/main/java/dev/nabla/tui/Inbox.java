package dev.nabla.tui;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What has been typed and not yet taken.
 *
 * <p>A thread of its own reads; when too much waits it stops reading, and the sender has to wait. Decoding is done by the
 * thread that takes, so that nothing but bytes is handed over.
 */
final class Inbox {
    private static final int CHUNKS_MOST = 64;
    private static final int CHUNK_BYTES = 8192;
    private static final byte[] NUDGE = {};

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS_MOST);
    private final KeyDecoder decoder = new KeyDecoder();
    private final List<Input> inputs = new ArrayList<>();
    private final Tokens tokens = new Tokens(token -> decoder.decode(token).ifPresent(inputs::add));
    private volatile boolean ended;
    private long quietSince;

    void read(InputStream in) {
        Thread reader = new Thread(() -> pump(in), "nabla-input");
        reader.setDaemon(true);
        reader.start();
    }

    private void pump(InputStream in) {
        byte[] buffer = new byte[CHUNK_BYTES];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                chunks.put(Arrays.copyOf(buffer, n));
            }
        } catch (IOException hungUp) {
            // As good as an end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            nudge();
        }
    }

    /** Makes {@link #take} return; from any thread, never waiting. If the inbox is full, it returns anyway. */
    void nudge() {
        chunks.offer(NUDGE);
    }

    /** Whether nothing will ever come again. */
    boolean closed() {
        return ended && chunks.isEmpty();
    }

    /**
     * All that has come, waiting for something if nothing has.
     *
     * @param nanos how long to wait, forever if negative
     * @return empty when the time was up, or after {@link #nudge}
     */
    List<Input> take(long nanos) throws InterruptedException {
        long patience = TimeUnit.MILLISECONDS.toNanos(tokens.patience()) - (System.nanoTime() - quietSince);
        boolean unfinished = tokens.patience() > 0;
        long wait = !unfinished ? nanos : nanos < 0 ? Math.max(0, patience) : Math.min(nanos, Math.max(0, patience));
        List<byte[]> come = new ArrayList<>();
        byte[] first = wait < 0 ? chunks.take() : chunks.poll(wait, TimeUnit.NANOSECONDS);
        if (first == null) {
            if (unfinished && wait >= patience) {
                tokens.flush();
            }
        } else {
            come.add(first);
            chunks.drainTo(come);
        }
        for (byte[] chunk : come) {
            if (chunk.length > 0) {
                tokens.take(chunk);
                quietSince = System.nanoTime();
            }
        }
        if (closed()) {
            tokens.flush();
        }
        List<Input> taken = List.copyOf(inputs);
        inputs.clear();
        return taken;
    }
}
