package dev.nabla.tui.term;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.output.DisplayProfile;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A program that a {@link LocalSession} or a {@link RemoteSession} runs: it takes inputs and shows frames, one call at
 * a time.
 */
public interface Program {
    /** The program's wish for what happens next. */
    enum Wish {
        STAY,
        /** The shell, until the program is continued; {@link #unsuspended} where there is none. */
        SUSPEND,
        /** The normal screen, with {@link #aside} on it, until a key comes. */
        ASIDE,
        QUIT
    }

    /** What runs from now on: itself, until it gives way to another. */
    default Program now() {
        return this;
    }

    /** Takes an input; what is to happen next. */
    Wish handle(Input input);

    /**
     * Takes an input.
     *
     * @param more whether another one waits, so that work for the picture alone would soon be out of date
     */
    default Wish handle(Input input, boolean more) {
        return handle(input);
    }

    /** What the last input has begun and is to be done before anything of it is seen: for three seconds nothing is shown or taken until then. */
    default Optional<CompletableFuture<Void>> awaited() {
        return Optional.empty();
    }

    /** What is to be seen on the normal screen, control sequences included; its lines stay there. */
    default String aside() {
        return "";
    }

    /** It has wished to be suspended, and nobody could continue it. */
    default void unsuspended() {}

    /** It is over, however it ended but by a fault of its own; what is worth keeping is kept now. */
    default void over() {}

    /**
     * The picture now. Called once after all waiting inputs have been taken, or twice a second; equal frames are not
     * painted again.
     */
    Frame view(Size size);

    /** What it is drawn with. Where it does not listen to the mouse, the terminal keeps that for marking text. */
    DisplayProfile displayProfile();

    /** Milliseconds from tick to tick; 0 while nothing moves, and then no timer runs. */
    int tickMillis();
}
