package dev.nabla.serve;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;

/** Tells the entrance how far the login of a connection is, and bounds how many connections a user may have. */
final class Connections implements SessionListener {
    /** How many connections one key, or one student with a PIN, may have. */
    private static final int MOST_PER_USER = 16;

    private final SshServer server;
    private final Users users;
    private final Entrance entrance;
    private final Tries tries;
    private final BooleanSupplier closing;

    /** @param closing true once no more connections may begin */
    Connections(SshServer server, Users users, Entrance entrance, Tries tries, BooleanSupplier closing) {
        this.server = server;
        this.users = users;
        this.entrance = entrance;
        this.tries = tries;
        this.closing = closing;
    }

    @Override
    public void sessionCreated(Session session) {
        if (closing.getAsBoolean()) {
            session.close(true);
        }
    }

    @Override
    public void sessionNegotiationEnd(
            Session session,
            Map<KexProposalOption, String> clients,
            Map<KexProposalOption, String> servers,
            Map<KexProposalOption, String> agreed,
            Throwable failure) {
        if (failure == null) {
            entrance.agrees(Reception.caller(session));
        }
    }

    /** A known user is in; a new key is asked on its page. */
    @Override
    public void sessionEvent(Session session, Event event) {
        if (event != Event.Authenticated) {
            return;
        }
        Identity identity = Login.identity(session).orElseThrow();
        if (users.of(session).isKnown()) {
            entrance.leaves(Reception.caller(session));
        } else {
            entrance.asks(Reception.caller(session));
        }
        List<?> same = server.getActiveSessions().stream()
                .filter(other -> Login.identity(other).filter(identity::equals).isPresent())
                .toList();
        if (same.size() > MOST_PER_USER) {
            try {
                tries.refuse(
                        session,
                        "you have " + MOST_PER_USER + " connections to this class; close one first",
                        "connections");
            } catch (IOException gone) {
                session.close(true);
            }
        }
    }
}
