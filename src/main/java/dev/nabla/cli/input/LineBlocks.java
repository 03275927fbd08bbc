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
     * @param length how many bytes count
     * @param tooLong whether it stands for one line that is longer than allowed, and holds nothing
     */
    record Block(long first, byte[] bytes, int length, boolean tooLong) {}

    private final InputStream in;
    private final int longest;
    private int read = STEP;
    private byte[] buffer = new byte[STEP];
    private int filled;
    private long line = 1;

    LineBlocks(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next lines; null after the last. */
    Block next() throws IOException {
        int searched = 0;
        while (true) {
            int end = lastLineEnd(searched);
            if (end > 0) {
                return block(end);
            }
            if (filled > longest) {
                return skipped();
            }
            searched = filled;
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(2L * filled, longest + 1L));
            }
            int got = in.read(buffer, filled, buffer.length - filled);
            if (got < 0) {
                return filled == 0 ? null : block(filled);
            }
            filled += got;
        }
    }

    private int lastLineEnd(int from) {
        for (int i = filled; i > from; i--) {
            if (buffer[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }

    private Block block(int end) {
        Block block = new Block(line, buffer, end, false);
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

    /** Forgets a line as it reads it. */
    private Block skipped() throws IOException {
        Block block = new Block(line, new byte[0], 0, true);
        buffer = new byte[READ];
        filled = 0;
        int got = in.read(buffer);
        while (got >= 0) {
            int end = 0;
            while (end < got && buffer[end] != '\n') {
                end++;
            }
            if (end < got) {
                System.arraycopy(buffer, end + 1, buffer, 0, got - end - 1);
                filled = got - end - 1;
                break;
            }
            got = in.read(buffer);
        }
        line++;
        return block;
    }
}
