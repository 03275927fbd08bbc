package dev.nabla.output;

import java.util.LinkedHashMap;
import java.util.Map;

/** The exit codes of the program, with their meanings as help prints them. From 69 on they are those of sysexits.h. */
public enum ExitCode {
    OK(0, "all went well; for check: the answer is right"),
    JAVA_FAILED(1, "java could not start or has crashed, as without memory; never a verdict"),
    USAGE(2, "a slip in typing: an unknown word, an unreadable number; a reset not confirmed"),
    NO_ANSWER(3, "a question to which the maths has no answer"),
    WRONG(4, "check: the answer is wrong; lesson lint: there are mistakes"),
    UNREADABLE(5, "check: the answer cannot be read"),
    IN_PART(6, "solve --batch: lines have no answer; class report: something is not as it says"),
    UNAVAILABLE(69, "serve: the port is taken; class: no server runs; the database is not there"),
    FAULT(70, "a fault in nabla itself"),
    CANNOT_WRITE(74, "the answer or a file cannot be written, as on a full disk; the journal cannot be read"),
    LATER(75, "not now: another serve has the class, the class is full"),
    NOT_PRIVATE(77, "serve: others may read a private file"),
    /** Only the launcher ends with it. */
    NO_JAVA(127, "there is no java");

    private static final int SIGNAL = 128;

    /** After a hang-up (SIGHUP), the end of the input, or output that nobody takes. */
    public static final int HUNG_UP = SIGNAL + 1;

    /** After an abort (SIGABRT), where the terminal may not have been given back: the launcher gives it back then. */
    public static final int ABORTED = SIGNAL + 6;

    /** After a write into a pipe that nobody reads any more (SIGPIPE). */
    public static final int PIPE_CLOSED = SIGNAL + 13;

    /** The line for a session that a fault ends. */
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
        meanings.put(
                "128+n", "signal n has ended it: 129 hang-up, 130 Ctrl-C, 137 kill -9, 143 kill; 141 nobody reads on");
        return meanings;
    }
}
