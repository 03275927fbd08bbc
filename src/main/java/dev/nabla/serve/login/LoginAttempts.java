package dev.nabla.serve.login;

import dev.nabla.room.name.StudentName;
import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.log.ClientAddress;
import dev.nabla.serve.log.LogEvent;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.server.session.ServerSession;

/** Checks each code, PIN or word when its turn in the {@link TryQueue} has come, and counts the wrong ones. */
final class LoginAttempts {
    private static final AttributeKey<AtomicInteger> WRONG_ENTRIES = new AttributeKey<>();

    private final TryQueue queue;
    private final AuditLog log;
    private final IntFunction<Executor> executorAfter;

    /** @param executorAfter returns an executor that runs tasks after a number of seconds */
    LoginAttempts(TryQueue queue, AuditLog log, IntFunction<Executor> executorAfter) {
        this.queue = queue;
        this.log = log;
        this.executorAfter = executorAfter;
    }

    /**
     * Evaluates what was typed for a prompt. A secret is checked when its turn has come.
     *
     * @param user name before the {@code @} of the ssh command
     * @return a stage that completes with the step to show
     */
    CompletionStage<JoinStep> answer(
            ServerSession session, String user, JoinStep.FieldPrompt prompt, List<String> typed) {
        CompletionStage<Void> turn = prompt.asksSecret()
                ? queue.add(new Login.ConnectedClient(session), StudentName.keyOf(user))
                : CompletableFuture.completedFuture(null);
        return turn.thenComposeAsync(any -> prompt.next().apply(typed), executorAfter.apply(0))
                .thenCompose(step -> delayed(session, step));
    }

    /**
     * Returns a stage that completes after the delay with the step to show. After too many wrong answers that is {@link
     * JoinStep.TooOften}.
     */
    CompletionStage<JoinStep> delayed(SessionContext session, JoinStep step) {
        return step.isWrong() ? wrong(session, step) : right(session).thenCompose(any -> step.released());
    }

    private CompletionStage<Void> right(SessionContext session) {
        return after(queue.rightSeconds(ClientAddress.network(session.getRemoteAddress())));
    }

    private CompletionStage<JoinStep> wrong(SessionContext session, JoinStep step) {
        log.count(LogEvent.Wrong.from(log.address(session.getRemoteAddress()), step.wronglyAnsweredFor()));
        int wrongEntries = session.computeAttributeIfAbsent(WRONG_ENTRIES, key -> new AtomicInteger())
                .incrementAndGet();
        return after(queue.countWrong(ClientAddress.network(session.getRemoteAddress())))
                .thenApply(any -> wrongEntries < TryQueue.TRIES_PER_CONNECTION ? step : new JoinStep.TooOften());
    }

    private CompletableFuture<Void> after(int seconds) {
        return seconds == 0
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.runAsync(() -> {}, executorAfter.apply(seconds));
    }

    /**
     * Ends a connection with a message that ssh shows.
     *
     * @param logged the reason for the log, without a name
     */
    void refuse(Session session, String why, String logged) throws IOException {
        log.countRefused(session.getRemoteAddress(), logged);
        session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, why);
    }
}
