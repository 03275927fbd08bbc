package dev.nabla.tui.term;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The text between the brackets of a paste; only the first {@link #MOST} bytes are kept. */
public final class Pasting {
    public static final int MOST = 1 << 16;
    private static final String END = "\u001b[201~";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int matched;

    void begin() {
        bytes.reset();
        matched = 0;
    }

    /** Takes a byte; true if it was the last of the end; no part of the end but its first byte begins it anew. */
    boolean take(int b) {
        if (b == END.charAt(matched)) {
            matched++;
        } else {
            END.chars().limit(matched).forEach(this::keep);
            matched = b == END.charAt(0) ? 1 : 0;
            if (matched == 0) {
                keep(b);
            }
        }
        return matched == END.length();
    }

    private void keep(int b) {
        if (bytes.size() < MOST) {
            bytes.write(b);
        }
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
