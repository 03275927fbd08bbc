package dev.nabla.serve.options;

import java.time.ZoneId;
import java.util.Optional;

/**
 * The options of {@code nabla serve}. Paths are kept as they were typed.
 *
 * @param folder folder of the class; the default one if empty
 * @param store URL of a database that stores the class in place of the folder's files
 * @param join whether to serve beside hosts of the class that have another host key
 * @param listen address to listen on; all addresses if empty
 * @param port TCP port to listen on; 0 chooses a free one
 * @param say host name that students type; derived from the addresses of this machine if empty
 * @param hostKey file of the host key; {@code host_key} in the folder if empty
 * @param teachers file with the public keys of teachers; {@code teachers} in the folder if empty
 * @param code class code, {@code @FILE} or {@code none}; the code that the class has already if empty
 * @param lessons folder of the course; if empty that of the class, else nabla's own
 * @param zone time zone that decides when a day ends; if empty that of the class, else that of the machine
 * @param mostSessions maximum number of students connected at once, however many sessions each of them has
 * @param idleMinutes minutes without input after which a session ends; 0 for never
 * @param logins maximum number of connections from one address that may begin at once
 * @param log settings of the log
 * @param aloud true if a person reads the standard output of the server; false if it goes to a log
 */
public record ServeOptions(
        Optional<String> folder,
        Optional<String> store,
        boolean join,
        Optional<String> listen,
        int port,
        Optional<String> say,
        Optional<String> hostKey,
        Optional<String> teachers,
        Optional<String> code,
        Optional<String> lessons,
        Optional<ZoneId> zone,
        int mostSessions,
        int idleMinutes,
        int logins,
        Log log,
        boolean aloud) {
    /** The part of a client's address that the log keeps. */
    public enum Addresses {
        MASKED,
        FULL,
        NONE
    }

    /**
     * The settings of the log.
     *
     * @param days days for which a log file is kept
     * @param addresses the part of a client's address that is logged
     */
    public record Log(int days, Addresses addresses) {}
}
