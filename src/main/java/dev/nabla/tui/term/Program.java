package dev.nabla.tui.term;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.output.DisplayProfile;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A program that a {@link LocalSession} or a {@link RemoteSession} runs: it handles inputs and returns frames. Calls do
 * not overlap.
 */
public interface Program {
    /** The program's wish for what happens next. */
    enum Wish {
        STAY,
        /** Stop the process until it is continued; where that is impossible, {@link #unsuspended} is called. */
        SUSPEND,
        /** Show {@link #aside} on the normal screen until a key is pressed. */
        ASIDE,
        QUIT
    }

    /** Returns the program that runs from now on: this one, unless another has replaced it. */
    default Program now() {
        return this;
    }

    /** Handles an input and returns the wish for what happens next. */
    Wish handle(Input input);

    /**
     * Handles an input.
     *
     * @param more whether another input waits, so that work only for the next frame would soon be out of date
     */
    default Wish handle(Input input, boolean more) {
        return handle(input);
    }

    /**
     * Returns the work that must end before anything of the last input is shown; empty if there is none. Once it has
     * ended, {@link #finish} is called. Meanwhile no input is handled, except those that {@linkplain #interrupts
     * interrupt} work which takes long; {@link #view} then says what is being prepared.
     */
    default Optional<? extends CompletableFuture<?>> work() {
        return Optional.empty();
    }

    /** Takes the result of the {@link #work} that has ended, and returns the wish for what happens next. */
    default Wish finish() {
        return Wish.STAY;
    }

    /** Returns whether a key is handled during {@link #work}, which is then abandoned. */
    default boolean interrupts(Input.Key key) {
        return false;
    }

    /**
     * Returns the save that must finish before anything of the last input is shown; empty for none. Until then, for at
     * most 3 s, no frame is shown and no input handled.
     */
    default Optional<CompletableFuture<Void>> awaited() {
        return Optional.empty();
    }

    /** Returns the text for the normal screen, control sequences included. Its lines stay there. */
    default String aside() {
        return "";
    }

    /** Called if the program wished to be suspended and cannot be. */
    default void unsuspended() {}

    /** Called when the program has ended, except by a fault of its own; the last chance to save. */
    default void over() {}

    /**
     * Returns the current frame. Called once after all waiting inputs have been handled, or twice per second while they
     * keep coming. A frame equal to the last is not painted again.
     */
    Frame view(Size size);

    /** Returns how to draw. Without the mouse option the terminal keeps the mouse for selecting text. */
    DisplayProfile displayProfile();

    /** Returns the ms between ticks; 0 while nothing moves, then no timer runs. */
    int tickMillis();
}
