package dev.nabla.progress;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a stream into lines of bytes. Keeps only the first {@link #LONGEST} bytes of a line, so that no line takes
 * much memory.
 */
public final class ByteLines {
    /** The bytes kept of a line; more than any journal entry takes. */
    static final int LONGEST = 64 * 1024;

    private byte[] line = new byte[256];
    private int length;

    private ByteLines() {}

    /** A receiver of lines. */
    public interface LineTaker {
        /**
         * Takes a line without its line feed.
         *
         * @param bytes buffer that begins with the line; reused for the next line
         * @param length length of the line, in bytes
         */
        void take(byte[] bytes, int length) throws IOException;
    }

    /**
     * Passes on each line of a stream.
     *
     * @param complete takes each line that ends with a line feed
     * @param last takes the bytes after the last line feed, possibly none: an empty or partly written line
     * @return the number of bytes up to and including the last line feed
     */
    public static long each(InputStream in, LineTaker complete, LineTaker last) throws IOException {
        ByteLines lines = new ByteLines();
        byte[] read = new byte[LONGEST];
        long before = 0;
        long ended = 0;
        for (int end = in.read(read); end >= 0; end = in.read(read)) {
            int begin = 0;
            for (int i = 0; i < end; i++) {
                if (read[i] == '\n') {
                    lines.add(read, begin, i);
                    complete.take(lines.line, lines.length);
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
