package dev.nabla.output;

import java.util.LinkedHashMap;
import java.util.Map;

/** The exit codes of the program, with the meanings that help prints. Codes from 69 to 77 are those of sysexits.h. */
public enum ExitCode {
    OK(0, "success; check: the answer is right"),
    JAVA_FAILED(1, "Java could not start or has crashed; the reason is printed"),
    USAGE(
            2,
            "usage error: an unknown word or option, an unreadable number, a count out of range, an unconfirmed reset"),
    NO_ANSWER(3, "the input is valid, but there is no answer"),
    WRONG(4, "check: the answer is wrong; lesson lint: mistakes were found"),
    UNREADABLE(5, "check: the answer cannot be read"),
    IN_PART(6, "batch: some lines failed; class report: inconsistent entries"),
    UNAVAILABLE(69, "the port is in use, no server runs, or the database cannot be reached"),
    FAULT(70, "internal error"),
    CANNOT_WRITE(74, "output or a file cannot be written; the journal cannot be read"),
    LATER(75, "try again later: the class is full, or another server has it"),
    NOT_PRIVATE(77, "serve: other users can read a private file"),
    /** Used only by the launcher. */
    NO_JAVA(127, "no Java was found");

    private static final int SIGNAL = 128;

    /** The exit code after SIGHUP, the end of input, or a failed write to the terminal. */
    public static final int HUNG_UP = SIGNAL + 1;

    /** The exit code after SIGABRT. The launcher then restores the terminal, because the JVM may not have done so. */
    public static final int ABORTED = SIGNAL + 6;

    /** The exit code after a write to a closed pipe (SIGPIPE). */
    public static final int PIPE_CLOSED = SIGNAL + 13;

    /** The message for a session that an internal error ends. */
    public static final String FAULT_ENDS_SESSION =
            "nabla: a fault in nabla itself ends this session; come again to go on";

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** Returns the exit code of a program that this signal has ended. */
    public static int afterSignal(int signal) {
        return SIGNAL + signal;
    }

    /** Returns each exit code as text with its meaning, in ascending order. */
    public static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitCode each : values()) {
            meanings.put(Integer.toString(each.code), each.meaning);
        }
        meanings.put("128+n", "ended by signal n: 129 hang-up, 130 Ctrl-C, 137 kill -9, 141 broken pipe, 143 kill");
        return meanings;
    }
}
