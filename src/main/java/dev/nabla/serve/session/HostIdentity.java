package dev.nabla.serve.session;

import java.net.InetSocketAddress;
import org.apache.sshd.common.session.Session;

/**
 * The name by which students reach this host, and the fingerprint by which they recognise it.
 *
 * @param name host name as students type it
 * @param fingerprint fingerprint of the host key
 */
public record HostIdentity(String name, String fingerprint) {
    /** Returns the ssh command for a user, with the port that a session uses. */
    String sshCommand(Session session, String user) {
        int port = session.getLocalAddress() instanceof InetSocketAddress here ? here.getPort() : 0;
        return sshCommand(name, port, user);
    }

    /** Returns the ssh command for a user name. */
    public static String sshCommand(String host, int port, String name) {
        return "ssh " + (port == 22 ? "" : "-p " + port + " ") + name + "@" + host;
    }
}
