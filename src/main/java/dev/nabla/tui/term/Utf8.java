package dev.nabla.tui.term;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A character of two to four bytes, collected. */
final class Utf8 {
    static final String BROKEN = "\ufffd";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int missing;

    /** Whether a character can begin so; then it has begun. */
    boolean begin(int b) {
        if (b < 0xc2 || b > 0xf4) {
            return false;
        }
        bytes.reset();
        bytes.write(b);
        missing = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
        return true;
    }

    /** Whether the character goes on so. */
    boolean take(int b) {
        if ((b & 0xc0) != 0x80) {
            return false;
        }
        bytes.write(b);
        missing--;
        return true;
    }

    boolean complete() {
        return missing == 0;
    }

    /** The character; {@link #BROKEN} for a surrogate, for what could be shorter, and for what is beyond U+10FFFF. */
    String text() {
        String decoded = bytes.toString(StandardCharsets.UTF_8);
        return decoded.contains(BROKEN) ? BROKEN : decoded;
    }
}
