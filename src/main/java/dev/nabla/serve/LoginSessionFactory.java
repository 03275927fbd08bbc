package dev.nabla.serve;

import java.io.IOException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.SessionFactory;

/** Begins the login of a connection once {@link LoginQueue} has a place for it. Until then nothing is read or sent. */
final class LoginSessionFactory extends SessionFactory {
    private static final Object CALLER = new Object();

    private final LoginQueue queue;
    private final AuditLog log;

    LoginSessionFactory(SshServer server, LoginQueue queue, AuditLog log) {
        super(server);
        this.queue = queue;
        this.log = log;
    }

    private final class Connection implements LoginQueue.LoginConnection {
        private final IoSession line;
        private final String address;
        private volatile boolean begun;

        Connection(IoSession line) {
            this.line = line;
            this.address = ClientAddress.network(line.getRemoteAddress());
        }

        @Override
        public String address() {
            return address;
        }

        @Override
        public void begin() {
            begun = true;
            try {
                LoginSessionFactory.super.sessionCreated(line);
                line.resumeRead();
            } catch (Exception disconnected) { // the library declares it
                line.close(true);
            }
        }

        /**
         * Ends the connection with a message. Begins the login first if necessary, because ssh shows no message that
         * arrives before the version of the server.
         */
        @Override
        public void end(String why) {
            log.refused(line.getRemoteAddress(), why);
            if (!begun) {
                begin();
            }
            try {
                AbstractSession.getSession(line).disconnect(SshConstants.SSH2_DISCONNECT_TOO_MANY_CONNECTIONS, why);
            } catch (IOException | RuntimeException disconnected) {
                line.close(true);
            }
        }
    }

    @Override
    public void sessionCreated(IoSession line) {
        Connection connection = new Connection(line);
        line.setAttribute(CALLER, connection);
        line.suspendRead();
        queue.add(connection);
    }

    @Override
    public void sessionClosed(IoSession line) throws Exception {
        Connection connection = (Connection) line.getAttribute(CALLER);
        queue.remove(connection);
        if (connection.begun) {
            super.sessionClosed(line);
        }
    }

    /** Returns the connection of a session, as the login queue knows it. */
    static LoginQueue.LoginConnection connection(Session session) {
        return (LoginQueue.LoginConnection) session.getIoSession().getAttribute(CALLER);
    }
}
