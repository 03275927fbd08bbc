package dev.nabla.tui.term;

/** A CSI or SS3 sequence, collected up to its final byte; what is too long is counted and forgotten. */
public final class Sequence {
    public static final int MOST = 64;
    private static final int SWALLOW_MOST = 1 << 16;

    private final StringBuilder text = new StringBuilder();
    private boolean csi;
    private int body;
    private int click;

    /** @param start its introducer in the 7-bit form, with all escapes before it */
    void begin(String start) {
        text.setLength(0);
        text.append(start);
        csi = start.endsWith("[");
        body = 0;
        click = 0;
    }

    /** True if it can go on so. */
    boolean allows(int b) {
        return b >= 0x20 && (b < 0x7f || click > 0);
    }

    /** Takes a byte; true if it was the last. */
    boolean take(int b) {
        body++;
        if (click > 0) {
            return --click == 0;
        }
        if (body <= MOST) {
            text.append((char) b);
        }
        if (csi && body == 1 && b == 'M') {
            click = 3; // a click in the form of 1987: three bytes of any value
            return false;
        }
        boolean last = csi ? b >= 0x40 && !(body == 1 && b == '[') : b != ';' && (b < '0' || b > '9');
        return last || body > SWALLOW_MOST;
    }

    /** True if nothing has come after the introducer. */
    boolean empty() {
        return body == 0;
    }

    boolean tooLong() {
        return body > MOST;
    }

    String text() {
        return text.toString();
    }
}
