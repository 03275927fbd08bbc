package dev.nabla.tui.term;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The TCP connection behind an ssh session.
 *
 * @param here the server's port in hexadecimal as {@code /proc/net/tcp} ends addresses, like {@code :0016}
 * @param there the client's port in the same form
 */
record SshConnection(String here, String there) {
    /**
     * Bytes in the send queue above which the connection counts as behind: about four frames of a nudge. A round trip
     * of 100 ms still allows 30 frames per second.
     */
    private static final int MOST = 1024;

    private static final int HEX = 16;

    /**
     * Parses the variable SSH_CONNECTION.
     *
     * @param words the client's address and port, then the server's; null without ssh
     */
    static SshConnection of(String words) {
        String[] parts = words == null ? new String[0] : words.split(" ");
        boolean known = parts.length == 4 && Tty.isNumber(parts[1]) && Tty.isNumber(parts[3]);
        return known ? new SshConnection(hex(parts[3]), hex(parts[1])) : new SshConnection("", "");
    }

    private static String hex(String port) {
        return ":"
                + Integer.toHexString(0x10000 | Integer.parseInt(port))
                        .substring(1)
                        .toUpperCase(Locale.ROOT);
    }

    /**
     * Returns whether the send queue holds more than {@link #MOST} bytes, according to Linux; false if that is unknown.
     */
    boolean isBehind() {
        return !here.isEmpty() && (isBehind("/proc/net/tcp") || isBehind("/proc/net/tcp6"));
    }

    private boolean isBehind(String table) {
        try {
            return isBehind(Files.readAllLines(Path.of(table), StandardCharsets.US_ASCII));
        } catch (IOException unknown) {
            return false;
        }
    }

    /**
     * Returns whether the connection is behind.
     *
     * @param table rows of {@code number: address address state sent:received}, more columns may follow
     */
    boolean isBehind(List<String> table) {
        for (String row : table) {
            String[] cells = row.strip().split("[ ]+");
            if (cells[1].endsWith(here) && cells[2].endsWith(there)) {
                return Long.parseLong(cells[4].substring(0, cells[4].indexOf(':')), HEX) > MOST;
            }
        }
        return false;
    }
}
