package dev.nabla.serve;

import dev.nabla.room.ClassInfo;
import dev.nabla.room.Roster;
import dev.nabla.serve.options.ServeOptions;
import dev.nabla.serve.session.HostIdentity;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The messages that the server prints when a class opens, with the host name and the ssh command for students. */
final class StartBanner {
    private StartBanner() {}

    /**
     * Returns the host name that students type. It is that of the options, else the address that the server listens on.
     * If it listens on all, it is the first address of the machine, IPv4 before IPv6, that is neither loopback nor
     * link-local.
     */
    static String hostName(ServeOptions options) {
        return options.say()
                .or(() -> options.listen()
                        .filter(address -> !List.of("0.0.0.0", "::").contains(address)))
                .orElseGet(StartBanner::address);
    }

    private static String address() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .min(Comparator.comparing(address -> !(address instanceof Inet4Address)))
                    .map(InetAddress::getHostAddress)
                    .orElse("127.0.0.1");
        } catch (SocketException unknown) {
            return "127.0.0.1";
        }
    }

    /**
     * Returns the message for a terminal, of several lines.
     *
     * @param host host name as students type it
     * @param joining a line on what newcomers type
     * @param teacherLine a line on how teachers log in
     * @param folder folder of the class
     */
    static String lines(
            String title, String host, int port, String joining, HostKey key, String teacherLine, Path folder) {
        return title + " is open. Students connect with\n"
                + "\n"
                + "    " + HostIdentity.sshCommand(host, port, "YOUR-NAME") + "\n"
                + "\n"
                + "    " + joining + "\n"
                + "    host key (ED25519), to compare at the first login\n"
                + "    " + key.fingerprint() + "\n"
                + "\n"
                + "for ~/.ssh/config, then ssh YOUR-NAME@nabla\n"
                + "    Host nabla\n"
                + "        HostName " + host + "\n"
                + "        Port " + port + "\n"
                + "for ~/.ssh/known_hosts\n"
                + key.knownHostsLine(host, port) + "\n"
                + "\n"
                + teacherLine + "\n"
                + "answers are kept in " + folder.resolve("journals") + " · Ctrl-C closes the class\n";
    }

    /** Returns the line on what newcomers type: the class code, or the words of the roster. */
    static String joining(ClassInfo info, Optional<Roster> roster) {
        if (info.closed()) {
            return "closed        nobody new may join, until nabla class open";
        }
        return roster.filter(Roster::hasWords).isPresent()
                ? "words         one per name on the roster; nabla class roster --words NAME draws another"
                : "class code    " + info.code().orElse("none: everybody who can connect gets in");
    }

    /** Returns the message for a log: one line, without the class code. */
    static String line(String title, int port, String fingerprint, String teachers) {
        return "nabla: " + title + " is open on port " + port + ", " + fingerprint + ", " + teachers + "\n";
    }

    /** Returns the number of teachers in words, like {@code 2 teachers}. */
    static String teachers(int count) {
        return (count == 0 ? "no" : String.valueOf(count)) + (count == 1 ? " teacher" : " teachers");
    }
}
