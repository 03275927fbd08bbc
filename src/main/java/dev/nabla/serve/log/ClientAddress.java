package dev.nabla.serve.log;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Reduces the address of a client to its first bytes, under which its connections are counted or logged. */
public final class ClientAddress {
    private ClientAddress() {}

    /**
     * Returns the address under which a client is counted: its IPv4 address, or the first 64 bits of its IPv6 address.
     */
    public static String network(SocketAddress remote) {
        return prefix(remote, 4, 8);
    }

    /**
     * Returns an address with all bytes after the first {@code ipv4Bytes} or {@code ipv6Bytes} set to 0; an empty text
     * if it is no internet address.
     */
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
