package dev.nabla.serve.login;

import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.log.ClientAddress;
import java.io.IOException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.SessionFactory;

/** Begins the login of a connection once {@link LoginQueue} has a place for it. Until then nothing is read or sent. */
final class LoginSessionFactory extends SessionFactory {
    private static final Object CONNECTION = new Object();

    private final LoginQueue queue;
    private final AuditLog log;

    LoginSessionFactory(SshServer server, LoginQueue queue, AuditLog log) {
        super(server);
        this.queue = queue;
        this.log = log;
    }

    private final class Connection implements LoginQueue.LoginConnection {
        private final IoSession ioSession;
        private final String address;
        private volatile boolean begun;

        Connection(IoSession ioSession) {
            this.ioSession = ioSession;
            this.address = ClientAddress.network(ioSession.getRemoteAddress());
        }

        @Override
        public String address() {
            return address;
        }

        @Override
        public void begin() {
            begun = true;
            try {
                LoginSessionFactory.super.sessionCreated(ioSession);
                ioSession.resumeRead();
            } catch (Exception disconnected) { // the library declares it
                ioSession.close(true);
            }
        }

        /**
         * Ends the connection with a message. Begins the login first if necessary, because ssh shows no message that
         * arrives before the version of the server.
         */
        @Override
        public void end(String why) {
            log.countRefused(ioSession.getRemoteAddress(), why);
            if (!begun) {
                begin();
            }
            try {
                AbstractSession.getSession(ioSession)
                        .disconnect(SshConstants.SSH2_DISCONNECT_TOO_MANY_CONNECTIONS, why);
            } catch (IOException | RuntimeException disconnected) {
                ioSession.close(true);
            }
        }
    }

    @Override
    public void sessionCreated(IoSession ioSession) {
        Connection connection = new Connection(ioSession);
        ioSession.setAttribute(CONNECTION, connection);
        ioSession.suspendRead();
        queue.add(connection);
    }

    @Override
    public void sessionClosed(IoSession ioSession) throws Exception {
        Connection connection = (Connection) ioSession.getAttribute(CONNECTION);
        queue.remove(connection);
        if (connection.begun) {
            super.sessionClosed(ioSession);
        }
    }

    /** Returns the connection of a session, as the login queue knows it. */
    static LoginQueue.LoginConnection connection(Session session) {
        return (LoginQueue.LoginConnection) session.getIoSession().getAttribute(CONNECTION);
    }
}
