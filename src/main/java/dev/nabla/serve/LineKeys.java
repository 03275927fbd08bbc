package dev.nabla.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.Lock;

/** Lines as they are typed at a terminal whose own editing is off: echoed, mended with Backspace and Ctrl-U, ended by Enter; Ctrl-C and Ctrl-D end all. */
final class LineKeys extends InputStream {
    private static final int LONGEST = 4096;
    private static final byte[] RUB_OUT = "\b \b".getBytes(StandardCharsets.US_ASCII);

    private final InputStream keys;
    private final OutputStream echo;
    private final Lock floor;
    private final Idle idle;
    private byte[] line = new byte[0];
    private int next;
    private boolean ended;

    /** @param floor held by whoever speaks, and given up while a line is waited for of which nothing is typed yet */
    LineKeys(InputStream keys, OutputStream echo, Lock floor, Idle idle) {
        this.keys = keys;
        this.echo = echo;
        this.floor = floor;
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
        for (int key = key(typed); key != '\r' && key != '\n'; key = key(typed)) {
            if (key == 3 || key < 0 || key == 4 && typed.isEmpty()) {
                ended = true;
                line = new byte[0];
                next = 0;
                return;
            }
            take(key, typed);
            echo.flush();
        }
        echo.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        echo.flush();
        line = (typed + "\n").getBytes(StandardCharsets.ISO_8859_1); // bytes as they came
        next = 0;
    }

    private int key(StringBuilder typed) throws IOException {
        boolean gives = typed.isEmpty();
        if (gives) {
            floor.unlock();
        }
        try {
            return keys.read();
        } finally {
            idle.typed(System.nanoTime());
            if (gives) {
                floor.lock();
            }
        }
    }

    private void take(int key, StringBuilder typed) throws IOException {
        if (key == 0x7f || key == '\b') {
            rubOut(typed);
        } else if (key == 0x15) {
            while (!typed.isEmpty()) {
                rubOut(typed);
            }
        } else if (key >= ' ' && typed.length() < LONGEST) {
            typed.append((char) key);
            echo.write(key);
        }
    }

    /** A character of UTF-8 is its first byte and those that go on with it. */
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
