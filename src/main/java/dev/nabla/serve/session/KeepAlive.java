package dev.nabla.serve.session;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;

/** Sends keep-alive requests to clients, and closes connections whose client does not answer. */
public final class KeepAlive {
    public static final int EVERY_SECONDS = 30;
    private static final int MOST_UNANSWERED = 3;
    /** Longest time until the connection of a silent client is closed, in seconds. */
    static final int LOST_SECONDS = MOST_UNANSWERED * EVERY_SECONDS;

    private static final String REQUEST = "keepalive@openssh.com";
    private static final AttributeKey<AtomicInteger> UNANSWERED = new AttributeKey<>();

    private KeepAlive() {}

    /**
     * Sends a keep-alive request, or closes the connection if the last two were not answered. Does nothing before the
     * login. Called every {@link #EVERY_SECONDS}.
     */
    public static void ask(Session session) {
        AtomicInteger unanswered = session.computeAttributeIfAbsent(UNANSWERED, first -> new AtomicInteger());
        if (!session.isAuthenticated()) {
            return;
        }
        if (unanswered.incrementAndGet() >= MOST_UNANSWERED) {
            session.close(true);
            return;
        }
        try {
            Buffer request = session.createBuffer(SshConstants.SSH_MSG_GLOBAL_REQUEST);
            request.putString(REQUEST);
            request.putBoolean(true);
            session.request(request, REQUEST, (command, answer) -> unanswered.set(0));
        } catch (IOException disconnected) {
            session.close(true);
        }
    }
}
