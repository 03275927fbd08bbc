package dev.nabla.progress;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream as bytes. Of a line longer than {@link #LONGEST} the rest is skipped, so that none takes much
 * memory.
 */
public final class ByteLines {
    /** In bytes; more than any entry of a journal takes. */
    static final int LONGEST = 64 * 1024;

    private byte[] line = new byte[256];
    private int length;

    private ByteLines() {}

    /** Takes a line. */
    public interface LineTaker {
        /**
         * Takes a line without its line feed.
         *
         * @param bytes begins with the line, and is used again for the next one
         * @param length of the line
         */
        void take(byte[] bytes, int length) throws IOException;
    }

    /**
     * Hands over each line.
     *
     * @param last takes what follows the last line feed, which may have been written in part
     * @return the number of bytes up to and with the last line feed
     */
    public static long each(InputStream in, LineTaker whole, LineTaker last) throws IOException {
        ByteLines lines = new ByteLines();
        byte[] read = new byte[LONGEST];
        long before = 0;
        long ended = 0;
        for (int end = in.read(read); end >= 0; end = in.read(read)) {
            int begin = 0;
            for (int i = 0; i < end; i++) {
                if (read[i] == '\n') {
                    lines.add(read, begin, i);
                    whole.take(lines.line, lines.length);
                    lines.length = 0;
                    begin = i + 1;
                    ended = before + begin;
                }
            }
            lines.add(read, begin, end);
            before += end;
        }
        last.take(lines.line, lines.length);
        return ended;
    }

    private void add(byte[] from, int begin, int end) {
        int many = Math.min(end - begin, LONGEST - length);
        if (length + many > line.length) {
            line = Arrays.copyOf(line, Math.max(length + many, Math.min(2 * line.length, LONGEST)));
        }
        System.arraycopy(from, begin, line, length, many);
        length += many;
    }
}
