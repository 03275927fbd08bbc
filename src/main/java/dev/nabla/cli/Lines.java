package dev.nabla.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * An input cut into blocks of whole lines: as many as one read brings, so that who waits for an answer gets it before the
 * next question, and at least one.
 */
final class Lines {
    private static final int READ = 128 << 10;

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
    private byte[] buffer = new byte[READ];
    private int filled;
    private long line = 1;

    Lines(InputStream in, int longest) {
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
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return filled == 0 ? null : block(filled);
            }
            filled += read;
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
        byte[] next = new byte[READ + filled - end];
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
        int read = in.read(buffer);
        while (read >= 0) {
            int end = 0;
            while (end < read && buffer[end] != '\n') {
                end++;
            }
            if (end < read) {
                System.arraycopy(buffer, end + 1, buffer, 0, read - end - 1);
                filled = read - end - 1;
                break;
            }
            read = in.read(buffer);
        }
        line++;
        return block;
    }
}
