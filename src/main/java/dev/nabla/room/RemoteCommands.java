package dev.nabla.room;

import dev.nabla.frame.Size;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Commands that members of a class send as a line, {@code ssh ada@host solve softmax --logits 1,2}, answered as nabla answers them
 * at home, but that no file of the server is opened or told of. May be called from any thread.
 */
public interface RemoteCommands {
    /** More than this of standard input is refused: 1 MiB. */
    int MOST_INPUT = 1 << 20;

    /** How long a command may take; then its thread is to be interrupted, and it answers with 75. */
    int MOST_SECONDS = 5;

    /** The variables of a client that are heeded. */
    Set<String> VARIABLES = Set.of("LANG", "LC_ALL", "LC_CTYPE", "TERM", "COLORTERM", "NO_COLOR", "COLORFGBG");

    /**
     * Runs a command. Throws nothing but faults of nabla.
     *
     * @return empty if the command has tried to read standard input, which {@code asked} does not have yet; nothing was
     *     done then, and the command is to be run again with its input
     */
    Optional<ScriptResponse> answer(ScriptRequest asked);

    /**
     * A line, and whose.
     *
     * @param line as it came, of which nothing is expanded
     * @param login the name before the {@code @}, which need not be the student's
     * @param student whose answers there are; empty for a teacher
     * @param env of the variables that a client may send, with the TERM of its terminal
     * @param terminal its size, if it has one
     * @param input all of standard input, or its beginning if that is more than {@link #MOST_INPUT}; empty while it has
     *     not ended
     */
    record ScriptRequest(
            String line,
            String login,
            Role role,
            Optional<Student> student,
            Map<String, String> env,
            Optional<Size> terminal,
            Optional<byte[]> input) {}

    /**
     * What a command says in the end.
     *
     * @param code exit code
     * @param out for standard output, its lines ended by {@code \n} as everywhere
     * @param err for standard error
     */
    record ScriptResponse(int code, String out, String err) {}
}
