package dev.nabla.serve;

import dev.nabla.room.ClassStore;
import dev.nabla.tui.term.Program;
import java.util.function.Supplier;
import org.apache.sshd.server.session.ServerSession;

/** Makes the pages on which new keys join. */
final class Newcomers {
    private final ClassStore store;
    private final KeyJoining joining;
    private final Tries tries;

    Newcomers(ClassStore store, KeyJoining joining, Tries tries) {
        this.store = store;
        this.joining = joining;
        this.tries = tries;
    }

    /**
     * Makes the page for the key of a session.
     *
     * @param opened makes the program for a user who has joined
     * @param enough ends the session after too many wrong answers
     */
    JoinPage page(ServerSession session, Supplier<Program> opened, Runnable enough) {
        return new JoinPage(store.info().title(), joining, tries, session, opened, enough);
    }
}
