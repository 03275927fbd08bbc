package dev.nabla.tui.term;

import dev.nabla.frame.Size;
import java.io.IOException;

/** The user's terminal, apart from its two streams. */
public interface Device {
    /** The size assumed for a terminal that does not report one. */
    Size VT100 = new Size(80, 24);

    /** The largest size that is drawn. A terminal may report up to 65535 × 65535. */
    Size MOST = new Size(500, 200);

    /** Returns the size to draw for a reported one, at most {@link #MOST}. 0 means unknown and becomes the VT100's. */
    static Size size(int columns, int rows) {
        return new Size(
                Math.min(columns == 0 ? VT100.width() : columns, MOST.width()),
                Math.min(rows == 0 ? VT100.height() : rows, MOST.height()));
    }

    /** Thrown when there is no terminal to draw on; the message says why. */
    final class Unavailable extends IOException {
        private static final long serialVersionUID = 1;

        Unavailable(String message) {
            super(message);
        }
    }

    /**
     * Switches to raw mode: every byte arrives as it is typed, without echo.
     *
     * @return the current size
     */
    default Size raw() throws Unavailable {
        return size();
    }

    /** Restores the mode before {@link #raw}. May be called repeatedly, at any time, from any thread. */
    default void restore() {}

    /** Returns the current size. */
    Size size();

    /** Returns the speed of the line in bytes per second; 0 if it is fast or, as usual, unknown. */
    default int bytesPerSecond() {
        return 0;
    }

    /**
     * Returns how long to wait, in ns, before checking again whether earlier output has drained; 0 if it has or if that
     * is unknown.
     */
    default long behind() {
        return 0;
    }

    /** Stops the process and returns once it is continued; returns at once if it cannot be stopped. */
    default void stop() {}
}
