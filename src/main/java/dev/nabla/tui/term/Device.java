package dev.nabla.tui.term;

import dev.nabla.frame.Size;
import java.io.IOException;

/** The user's terminal, as far as a session needs it besides the two streams. */
public interface Device {
    /** The size of a terminal that has not said which it has. */
    Size VT100 = new Size(80, 24);

    /** There is no terminal to draw on; the message says why. */
    final class Unavailable extends IOException {
        private static final long serialVersionUID = 1;

        Unavailable(String message) {
            super(message);
        }
    }

    /**
     * From now on every byte arrives as it is typed, and nothing is echoed.
     *
     * @return the size now
     */
    default Size raw() throws Unavailable {
        return size();
    }

    /** As it was before {@link #raw}. May be called at any time, from any thread, again and again. */
    default void restore() {}

    /** The size now. */
    Size size();

    /** How much the line takes in a second; 0 if nobody knows, which is usual, or it is fast. */
    default int bytesPerSecond() {
        return 0;
    }

    /** Nanoseconds until it is worth while to ask again, if much of what was written is still on its way; 0 as far as nobody knows. */
    default long behind() {
        return 0;
    }

    /** Stops the process until somebody continues it, and then returns; at once where it cannot be stopped. */
    default void stop() {}
}
