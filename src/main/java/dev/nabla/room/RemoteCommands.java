package dev.nabla.room;

import dev.nabla.frame.Size;
import dev.nabla.room.name.Role;
import dev.nabla.room.name.Student;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Commands that members of a class send over ssh as one line, like {@code ssh ada@host solve softmax --logits 1,2}. The
 * answers are those of the command line at home, except that no file of the server is opened or revealed. May be called
 * from any thread.
 */
public interface RemoteCommands {
    /** Largest standard input that is accepted: 1 MiB. */
    int MOST_INPUT = 1 << 20;

    /**
     * Longest time that a command may take, in seconds. Then the caller interrupts its thread, and it answers with exit
     * code 75.
     */
    int MOST_SECONDS = 5;

    /** Environment variables of a client that are used. */
    Set<String> VARIABLES = Set.of(
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TERM",
            "COLORTERM",
            "NO_COLOR",
            "COLORFGBG",
            "NABLA_SCREEN_READER",
            "ACCESSIBLE");

    /**
     * Runs a command. Throws exceptions only for faults of nabla.
     *
     * @return empty if the command has tried to read standard input that {@code request} does not have yet; nothing was
     *     done then, and the command is to be run again with its input
     */
    Optional<ScriptResponse> answer(ScriptRequest request);

    /**
     * A command and its sender.
     *
     * @param line command line as it was sent, without any expansion
     * @param login name before the {@code @}, which need not be the name of the student
     * @param student student whose answers are used; empty for a teacher
     * @param env accepted variables of the client, with the TERM of its terminal
     * @param terminal size of the client's terminal; empty without a terminal
     * @param input all of standard input, or its beginning if it exceeds {@link #MOST_INPUT}; empty while it has not
     *     ended
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
     * The result of a command.
     *
     * @param code exit code
     * @param out text for standard output; its lines end with {@code \n}
     * @param err text for standard error
     */
    record ScriptResponse(int code, String out, String err) {}
}
