package dev.nabla.serve.login;

import dev.nabla.frame.Glyphs;
import dev.nabla.room.ClassStore;
import dev.nabla.serve.log.ClientAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.sshd.server.session.ServerSession;

/**
 * Asks users with new keys the questions of {@link KeyJoining}. Each answer takes its turn in {@link LoginAttempts}.
 */
public final class JoinDialogue {
    private final ClassStore store;
    private final KeyJoining joining;
    private final LoginAttempts attempts;

    JoinDialogue(ClassStore store, KeyJoining joining, LoginAttempts attempts) {
        this.store = store;
        this.joining = joining;
        this.attempts = attempts;
    }

    /** Returns the title of the class. */
    public String title() {
        return store.info().title();
    }

    /** @param glyphs glyphs of the terminal that shows the questions */
    public CompletionStage<JoinStep> first(ServerSession session, Glyphs glyphs) {
        Identity.Keyholder holder = (Identity.Keyholder) Login.identity(session).orElseThrow();
        return joining.first(session.getUsername(), ClientAddress.network(session.getRemoteAddress()), glyphs, holder)
                .thenCompose(step -> step.isWrong() ? attempts.delayed(session, step) : JoinStep.completed(step));
    }

    public CompletionStage<JoinStep> answer(ServerSession session, JoinStep.FieldPrompt prompt, String typed) {
        return attempts.answer(session, session.getUsername(), prompt, List.of(typed));
    }
}
