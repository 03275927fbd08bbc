package dev.nabla.serve;

import dev.nabla.serve.options.Hosting;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a class says when it opens. */
final class StartMessage {
    private StartMessage() {}

    /** The name students type: what was wished, else where it listens, else the first address that others can reach. */
    static String host(Hosting wishes) {
        return wishes.say()
                .or(() -> wishes.listen()
                        .filter(address -> !List.of("0.0.0.0", "::").contains(address)))
                .orElseGet(StartMessage::address);
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

    /** What everybody types, with a name. */
    static String door(String host, int port, String name) {
        return "ssh " + (port == 22 ? "" : "-p " + port + " ") + name + "@" + host;
    }

    /**
     * For people.
     *
     * @param teaching a line on how teachers come in
     * @param folder as it was named
     */
    static String lines(
            String title, String door, Optional<String> code, String fingerprint, String teaching, Path folder) {
        return title + " is open. Everybody types\n"
                + "\n"
                + "    " + door + "\n"
                + "\n"
                + "    class code    " + code.orElse("none: whoever can connect gets in") + "\n"
                + "    the first time ssh asks: this is right   " + fingerprint + "   (ED25519)\n"
                + "\n"
                + teaching + "\n"
                + "answers are kept in " + folder.resolve("journals") + " · Ctrl-C closes the class\n";
    }

    /** For a log: without the code. */
    static String line(String title, int port, String fingerprint, String teachers) {
        return "nabla: " + title + " is open on port " + port + ", " + fingerprint + ", " + teachers + "\n";
    }

    /** How many teachers a class has: {@code 2 teachers}. */
    static String teachers(int count) {
        return (count == 0 ? "no" : String.valueOf(count)) + (count == 1 ? " teacher" : " teachers");
    }
}
