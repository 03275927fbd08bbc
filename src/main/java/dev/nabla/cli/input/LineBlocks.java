package dev.nabla.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * An input cut into blocks of whole lines: as many as one read brings, so that who waits for an answer gets it before the
 * next question, and at least one. Each block is a little longer than the one before: few questions, which may be hard, are
 * shared out as well as many.
 */
final class LineBlocks {
    private static final int STEP = 1 << 10;
    private static final int READ = 64 << 10;

    /**
     * Lines that follow on each other.
     *
     * @param first number of the first one, counted from 1
     * @param bytes the lines; the last one may lack its end
     * @param length how many bytes count; of one line that is longer than allowed, one more than are
     */
    record LineChunk(long first, byte[] bytes, int length) {}

    private final InputStream in;
    private final int longest;
    private int read = STEP;
    private byte[] buffer = new byte[STEP];
    private int filled;
    private long line = 1;

    /** @param in buffered, as a line that is too long is read byte by byte */
    LineBlocks(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next lines; null after the last. What is left of the ones before has no end yet. */
    LineChunk next() throws IOException {
        while (true) {
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(2L * filled, longest + 1L));
            }
            int got = in.read(buffer, filled, buffer.length - filled);
            if (got < 0) {
                return filled == 0 ? null : block(filled);
            }
            filled += got;
            for (int end = filled; end > filled - got; end--) {
                if (buffer[end - 1] == '\n') {
                    return block(end);
                }
            }
            if (filled > longest) {
                return cut();
            }
        }
    }

    private LineChunk block(int end) {
        LineChunk block = new LineChunk(line, buffer, end);
        for (int i = 0; i < end; i++) {
            line += buffer[i] == '\n' ? 1 : 0;
        }
        read = Math.min(READ, read + STEP);
        byte[] next = new byte[read + filled - end];
        System.arraycopy(buffer, end, next, 0, filled - end);
        filled -= end;
        buffer = next;
        return block;
    }

    /** Forgets the rest of a line as it reads it. */
    private LineChunk cut() throws IOException {
        int next = in.read();
        while (next >= 0 && next != '\n') {
            next = in.read();
        }
        LineChunk block = block(filled);
        line++;
        return block;
    }
}
