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
 * The bytes that were typed and not yet taken. Any thread may put them; one thread takes them and turns them into
 * inputs. The size is not limited here: the caller that puts bytes must limit how many wait.
 */
final class InputBuffer {
    /**
     * The bytes of one read.
     *
     * @param at when they arrived, in ns of {@link System#nanoTime}
     */
    private record Chunk(byte[] bytes, long at) {}

    private final Queue<Chunk> chunks = new ConcurrentLinkedQueue<>();
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final LongSupplier nanos;
    /** The target of decoded inputs during a call of {@link #take}. */
    private Collection<Input> inputs;

    private final InputTokenizer tokens;
    /** The first bytes of a UTF-8 character that is not complete yet. */
    private ByteBuffer begun = ByteBuffer.allocate(0);

    private long quietSince;

    /**
     * Creates an empty buffer.
     *
     * @param nanos returns the time, like {@link System#nanoTime}
     */
    InputBuffer(LongSupplier nanos, KeyDecoder decoder) {
        this.nanos = nanos;
        this.tokens = new InputTokenizer(token -> decoder.decode(token).ifPresent(input -> inputs.add(input)));
    }

    /** Adds bytes that arrived at a time, in ns. */
    void put(byte[] bytes, long at) {
        chunks.add(new Chunk(bytes, at));
    }

    /**
     * Decodes all bytes that have arrived.
     *
     * @param to receives the inputs
     * @param last whether no more bytes will come, so that an incomplete sequence is not waited for
     * @return the number of bytes taken
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

    /** Returns the ns until an incomplete escape sequence times out; {@link TickClock#NEVER} if there is none. */
    long nanosLeft() {
        return tokens.patience() == 0 ? TickClock.NEVER : Math.max(0, quietSince + patience() - nanos.getAsLong());
    }

    /**
     * Decodes the bytes of one read. The time of arrival decides whether they continue an incomplete sequence, however
     * late they are taken.
     */
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
