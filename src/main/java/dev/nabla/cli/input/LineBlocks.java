package dev.nabla.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * An input that is cut into blocks of whole lines. A block holds the lines that a single read brings, and at least one
 * line. A program that waits for an answer thus gets it before it sends the next question.
 *
 * <p>The reads grow with each block, so that a few hard questions are also spread over several cores.
 */
final class LineBlocks {
    private static final int STEP = 1 << 10;
    private static final int READ = 64 << 10;

    /**
     * Consecutive lines.
     *
     * @param first the number of the first line, from 1
     * @param bytes the lines; the last one may lack its line end
     * @param length the number of bytes that are valid; for a line that is too long, one more than the limit
     */
    record LineChunk(long first, byte[] bytes, int length) {}

    private final InputStream in;
    private final int longest;
    private int read = STEP;
    private byte[] buffer = new byte[STEP];
    private int filled;
    private long line = 1;

    /**
     * Creates a reader.
     *
     * @param in the input; it must be buffered, because the rest of a line that is too long is read byte by byte
     * @param longest the longest line allowed, in bytes
     */
    LineBlocks(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Returns the next lines; null after the last. An incomplete line is kept for the next block. */
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
        int lines = 0;
        for (int i = 0; i < end; i++) {
            lines += buffer[i] == '\n' ? 1 : 0;
        }
        line += lines;
        read = Math.min(READ, read + STEP);
        byte[] next = new byte[read + filled - end];
        System.arraycopy(buffer, end, next, 0, filled - end);
        filled -= end;
        buffer = next;
        return block;
    }

    /** Discards the rest of a line that is too long, and returns its beginning as a block. */
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
