package dev.nabla.serve;

import dev.nabla.tui.term.Program;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.sshd.server.session.ServerSession;

/** Asks a new key in a session what {@link KeyJoining} wants to know: a question of one line after the other. */
final class JoinPage implements JoinStep.Client<Form.Next> {
    private final String title;
    private final CompletionStage<JoinStep> first;
    private final Tries tries;
    private final ServerSession session;
    private final Supplier<Program> opened;
    private final Runnable enough;
    private JoinStep.Ask asked;

    /**
     * @param opened makes the program for a user who has joined
     * @param enough ends the session after too many wrong answers
     */
    JoinPage(
            String title,
            KeyJoining joining,
            Tries tries,
            ServerSession session,
            Supplier<Program> opened,
            Runnable enough) {
        this.title = title;
        this.tries = tries;
        this.session = session;
        this.opened = opened;
        this.enough = enough;
        this.first = joining.first(session.getUsername(), (Identity.Keyholder)
                Login.identity(session).orElseThrow());
    }

    CompletableFuture<Form.Next> first() {
        return shown(first);
    }

    CompletableFuture<Form.Next> answer(String typed) {
        return shown(asked.next().apply(List.of(typed)).thenCompose(step -> tries.held(session, step)));
    }

    private CompletableFuture<Form.Next> shown(CompletionStage<JoinStep> step) {
        return step.thenApply(known -> known.show(this)).toCompletableFuture();
    }

    @Override
    public Form.Next ask(JoinStep.Ask question) {
        asked = question;
        return new Form.Asked(title, question.words(), question.fields().get(0).prompt(), question.complaint());
    }

    @Override
    public Form.Next letIn(Identity identity) {
        return new Form.Opened(opened);
    }

    @Override
    public Form.Next wrong() {
        return ask(asked.again(asked.fields().get(0).complaint()));
    }

    @Override
    public Form.Next tooOften() {
        enough.run();
        return wrong();
    }

    @Override
    public Form.Next refuse(String why, String logged) {
        return ask(asked.again(why));
    }
}
