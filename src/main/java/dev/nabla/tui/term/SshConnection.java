package dev.nabla.tui.term;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The TCP connection that the terminal is reached by.
 *
 * @param here the server's port, as Linux ends addresses with it: {@code :0016}
 * @param there the client's
 */
record SshConnection(String here, String there) {
    /** Four frames of a nudge: a line that is a tenth of a second long still takes thirty a second. */
    private static final int MOST = 1024;

    private static final int HEX = 16;

    /** @param words what SSH_CONNECTION says: the client's address and port, the server's address and port; null where there is no SSH */
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

    /** True if more has been sent than arrives in a moment, as far as Linux tells. */
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

    /** @param table rows of {@code number: address address state sent:received} and more */
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
