package dev.nabla.serve;

import dev.nabla.output.ExitCode;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.Presence;
import java.util.Optional;

/** A session at a terminal. */
interface ActiveSession {
    /** The user with the role of this moment. */
    AuthenticatedUser user();

    /** Gives the terminal back, prints a sentence and ends. */
    void end(String words, ExitCode code);

    /** Shows a sentence to this user alone. */
    void notifyUser(String words);

    /** Ends the session if there is a reason. Called once a second, with the time of {@link System#nanoTime}. */
    void checkTimeout(long nanos);

    /** Where the student is; empty for a teacher. */
    Optional<Presence> presence();

    /** Takes an event of the class. */
    void onEvent(ClassEvent news);
}
