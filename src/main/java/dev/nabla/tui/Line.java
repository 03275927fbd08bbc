package dev.nabla.tui;

import dev.nabla.frame.Size;
import java.io.IOException;

/** What a session needs of the user's terminal besides the two streams. */
interface Line {
    /**
     * From now on every byte arrives as it is typed, and nothing is echoed.
     *
     * @return the size now
     * @throws IOException with a reason to print, if there is no such terminal
     */
    Size raw() throws IOException;

    /** As it was before {@link #raw}. May be called at any time, from any thread, again and again. */
    void restore();

    /** The size now. */
    Size size();

    /** Stops the process until somebody continues it, and then returns; at once where it cannot be stopped. */
    void stop();
}
