package dev.nabla.serve.options;

import java.time.ZoneId;
import java.util.Optional;

/**
 * How a class is to be served; paths are texts as they were typed.
 *
 * @param folder of the class; the usual one if empty
 * @param store URL of a database in place of the folder's files
 * @param listen address to listen on; every one if empty
 * @param port where; 0 takes a free one
 * @param say name of the machine as students type it
 * @param hostKey file of the host's key; in the folder if empty
 * @param teachers file with public keys of teachers; in the folder if empty
 * @param code class code, {@code @FILE} or {@code none}; the class's own if empty
 * @param lessons folder of the course; the class's, else nabla's own if empty
 * @param zone where midnight is; the class's, else the machine's if empty
 * @param mostSessions how many students fit in at once, whatever sessions each has
 * @param idleMinutes so long without a key ends a session; 0 for never
 * @param logins how many connections may begin at once from one address
 * @param log what is written down
 * @param aloud true if a person reads what it says
 */
public record ServeOptions(
        Optional<String> folder,
        Optional<String> store,
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
    /** How much of an address a log holds. */
    public enum Addresses {
        MASKED,
        FULL,
        NONE
    }

    /** @param days how long files of the log are kept */
    public record Log(int days, Addresses addresses) {}
}
