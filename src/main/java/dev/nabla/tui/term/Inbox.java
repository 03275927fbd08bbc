package dev.nabla.tui.term;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The characters that have been typed and not yet taken.
 *
 * <p>A thread of its own reads; when too much waits it stops reading, and the sender has to wait. Decoding is done by the
 * thread that takes, so that nothing but text is handed over.
 */
final class Inbox {
    private static final int CHUNKS_MOST = 64;
    private static final int CHUNK_CHARACTERS = 8192;
    private static final Chunk NUDGE = new Chunk("", 0);

    /**
     * The characters of one read.
     *
     * @param text empty for {@link #NUDGE}
     * @param at when, in nanoseconds
     */
    record Chunk(String text, long at) {}

    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS_MOST);
    private final KeyDecoder decoder = new KeyDecoder();
    private final List<Input> inputs = new ArrayList<>();
    private final Tokens tokens = new Tokens(token -> decoder.decode(token).ifPresent(inputs::add));
    private final LongSupplier nanos;
    private volatile boolean ended;
    private long quietSince;

    /** @param nanos the time, as {@link System#nanoTime} tells it */
    Inbox(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void read(InputStream in) {
        Thread reader = new Thread(() -> pump(in), "nabla-input");
        reader.setDaemon(true);
        reader.start();
    }

    private void pump(InputStream in) {
        char[] buffer = new char[CHUNK_CHARACTERS];
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                put(new String(buffer, 0, n));
            }
        } catch (IOException | InterruptedException hungUp) {
            // As good as an end.
        } finally {
            ended = true;
            nudge();
        }
    }

    /** This has come now. Waits while the inbox is full. */
    void put(String text) throws InterruptedException {
        chunks.put(new Chunk(text, nanos.getAsLong()));
    }

    /** Makes {@link #take} return; from any thread, never waiting. If the inbox is full, it returns anyway. */
    void nudge() {
        chunks.offer(NUDGE);
    }

    /** True if nothing will ever come again. */
    boolean closed() {
        return ended && chunks.isEmpty();
    }

    /**
     * All that has come, waiting for something if nothing has.
     *
     * @param most nanoseconds to wait
     * @return empty when the time was up, or after {@link #nudge}
     */
    List<Input> take(long most) throws InterruptedException {
        Chunk first = chunks.poll(Math.min(most, left()), TimeUnit.NANOSECONDS);
        for (Chunk chunk = first; chunk != null; chunk = chunks.poll()) {
            take(chunk);
        }
        if (left() == 0 || closed()) {
            tokens.flush();
        }
        List<Input> taken = List.copyOf(inputs);
        inputs.clear();
        return taken;
    }

    /** Nanoseconds in which the rest of what has begun must come; {@link Clock#NEVER} if nothing has. */
    private long left() {
        return tokens.patience() == 0 ? Clock.NEVER : Math.max(0, quietSince + patience() - nanos.getAsLong());
    }

    /** However late it is taken, what came too long after an unfinished sequence does not belong to it. */
    private void take(Chunk chunk) {
        if (chunk == NUDGE) {
            return;
        }
        if (tokens.patience() > 0 && chunk.at() - quietSince >= patience()) {
            tokens.flush();
        }
        tokens.take(chunk.text());
        quietSince = chunk.at();
    }

    private long patience() {
        return TimeUnit.MILLISECONDS.toNanos(tokens.patience());
    }
}
