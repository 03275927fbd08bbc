package dev.nabla.serve.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.Lock;

/**
 * An input of lines typed at a terminal in raw mode. Echoes keys, edits with Backspace and Ctrl-U, and ends a line at
 * Enter. Ctrl-C ends the input, and so does Ctrl-D in an empty line.
 */
final class RawLineInput extends InputStream {
    private static final int MOST_LENGTH = 4096;
    private static final byte[] RUB_OUT = "\b \b".getBytes(StandardCharsets.US_ASCII);

    private final InputStream keys;
    private final OutputStream echo;
    private final Lock printLock;
    private final IdleTimer idle;
    private byte[] line = new byte[0];
    private int next;
    private boolean ended;

    /**
     * @param printLock lock for printing, which the reading thread holds; released while an empty line waits for its
     *     first key
     */
    RawLineInput(InputStream keys, OutputStream echo, Lock printLock, IdleTimer idle) {
        this.keys = keys;
        this.echo = echo;
        this.printLock = printLock;
        this.idle = idle;
    }

    @Override
    public int read() throws IOException {
        if (next == line.length && !ended) {
            edit();
        }
        return next < line.length ? line[next++] & 0xff : -1;
    }

    private void edit() throws IOException {
        StringBuilder typed = new StringBuilder();
        for (int key = readKey(typed); key != '\r' && key != '\n'; key = readKey(typed)) {
            if (key == 3 || key < 0 || key == 4 && typed.isEmpty()) {
                ended = true;
                line = new byte[0];
                next = 0;
                return;
            }
            apply(key, typed);
            echo.flush();
        }
        echo.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        echo.flush();
        line = (typed + "\n").getBytes(StandardCharsets.ISO_8859_1); // keeps the bytes as they were typed
        next = 0;
    }

    private int readKey(StringBuilder typed) throws IOException {
        boolean releases = typed.isEmpty();
        if (releases) {
            printLock.unlock();
        }
        try {
            return keys.read();
        } finally {
            idle.restart(System.nanoTime());
            if (releases) {
                printLock.lock();
            }
        }
    }

    private void apply(int key, StringBuilder typed) throws IOException {
        if (key == 0x7f || key == '\b') {
            rubOut(typed);
        } else if (key == 0x15) {
            while (!typed.isEmpty()) {
                rubOut(typed);
            }
        } else if (key >= ' ' && typed.length() < MOST_LENGTH) {
            typed.append((char) key);
            echo.write(key);
        }
    }

    /** Removes the last character: its continuation bytes in UTF-8 and its first byte. */
    private void rubOut(StringBuilder typed) throws IOException {
        if (typed.isEmpty()) {
            return;
        }
        int end = typed.length() - 1;
        while (end > 0 && (typed.charAt(end) & 0xc0) == 0x80) {
            end--;
        }
        typed.setLength(end);
        echo.write(RUB_OUT);
    }
}
