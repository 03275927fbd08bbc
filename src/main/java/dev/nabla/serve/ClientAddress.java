package dev.nabla.serve;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The part of a client's address that stands for it. */
final class ClientAddress {
    private ClientAddress() {}

    /** What counts as one client: an IPv4 address, or the first 64 bits of an IPv6 address. */
    static String network(SocketAddress remote) {
        return prefix(remote, 4, 8);
    }

    /** The address with zeros after the first bytes, of IPv4 or of IPv6; empty if it is neither. */
    static String prefix(SocketAddress remote, int ipv4Bytes, int ipv6Bytes) {
        if (!(remote instanceof InetSocketAddress socket)) {
            return "";
        }
        byte[] bytes = socket.getAddress().getAddress();
        Arrays.fill(bytes, bytes.length == 4 ? ipv4Bytes : ipv6Bytes, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException never) {
            throw new IllegalStateException(never);
        }
    }
}
