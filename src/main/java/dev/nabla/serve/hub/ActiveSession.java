package dev.nabla.serve.hub;

import dev.nabla.output.ExitCode;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.Presence;
import dev.nabla.serve.login.AuthenticatedUser;
import java.util.Optional;

/** A terminal session of a user. */
public interface ActiveSession {
    /** Returns the user with its current role. */
    AuthenticatedUser user();

    /** Restores the terminal, prints a message and ends the session. */
    void end(String words, ExitCode code);

    /** Shows a message to this user alone; a session may leave out one that repeats the last. */
    void notifyUser(String words);

    /** Warns this user that the session will end, each time anew. */
    default void warnUser(String words) {
        notifyUser(words);
    }

    /**
     * Ends the session if it has timed out. Called once a second.
     *
     * @param nanos time of {@link System#nanoTime}
     */
    void checkTimeout(long nanos);

    /** Returns the presence of the student; empty for a teacher. */
    Optional<Presence> presence();

    /** Receives an event of the class. */
    void onEvent(ClassEvent event);
}
