package dev.nabla.tui.term;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The bytes that have been typed and not yet taken: any thread puts them there, one takes them and makes inputs of them.
 * It is for who puts to see that not too much waits.
 */
final class InputBuffer {
    /**
     * The bytes of one read.
     *
     * @param at when, in nanoseconds
     */
    private record Chunk(byte[] bytes, long at) {}

    private final Queue<Chunk> chunks = new ConcurrentLinkedQueue<>();
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final KeyDecoder decoder = new KeyDecoder();
    private final LongSupplier nanos;
    /** Where inputs go while they are taken. */
    private Collection<Input> inputs;

    private final InputTokenizer tokens =
            new InputTokenizer(token -> decoder.decode(token).ifPresent(input -> inputs.add(input)));
    /** The beginning of a character whose other bytes have not come. */
    private ByteBuffer begun = ByteBuffer.allocate(0);

    private long quietSince;

    /** @param nanos the time, as {@link System#nanoTime} tells it */
    InputBuffer(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** These bytes have come at that time. */
    void put(byte[] bytes, long at) {
        chunks.add(new Chunk(bytes, at));
    }

    /**
     * Takes all that has come.
     *
     * @param to where the inputs go
     * @param last whether nothing more will come: then nothing is waited for
     * @return the bytes that were taken
     */
    int take(Collection<Input> to, boolean last) {
        inputs = to;
        int bytes = 0;
        for (Chunk chunk = chunks.poll(); chunk != null; chunk = chunks.poll()) {
            take(chunk);
            bytes += chunk.bytes.length;
        }
        if (last || nanosLeft() == 0) {
            tokens.flush();
        }
        return bytes;
    }

    /** Nanoseconds in which the rest of what has begun must come; {@link TickClock#NEVER} if nothing has. */
    long nanosLeft() {
        return tokens.patience() == 0 ? TickClock.NEVER : Math.max(0, quietSince + patience() - nanos.getAsLong());
    }

    /** However late it is taken, what came too long after an unfinished sequence does not belong to it. */
    private void take(Chunk chunk) {
        if (tokens.patience() > 0 && chunk.at - quietSince >= patience()) {
            tokens.flush();
        }
        tokens.take(text(chunk.bytes));
        quietSince = chunk.at;
    }

    private String text(byte[] bytes) {
        begun = ByteBuffer.allocate(begun.remaining() + bytes.length)
                .put(begun)
                .put(bytes)
                .flip();
        CharBuffer text = CharBuffer.allocate(begun.remaining());
        utf8.decode(begun, text, false);
        return text.flip().toString();
    }

    private long patience() {
        return TimeUnit.MILLISECONDS.toNanos(tokens.patience());
    }
}
