package dev.nabla.serve;

import java.net.InetSocketAddress;
import org.apache.sshd.common.session.Session;

/**
 * How students reach this host, and know it again.
 *
 * @param name as students type it
 * @param fingerprint of the host key
 */
record HostAddress(String name, String fingerprint) {
    /** The ssh command for a user, with the port of a session. */
    String command(Session session, String user) {
        int port = session.getLocalAddress() instanceof InetSocketAddress here ? here.getPort() : 0;
        return StartBanner.door(name, port, user);
    }
}
