package dev.nabla.cli;

import dev.nabla.math.BadInput;
import dev.nabla.output.Caret;
import dev.nabla.output.Json;
import dev.nabla.output.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answer of a command: its exit code, and text for each output.
 *
 * @param code exit code, one of {@link #codes}
 * @param out for standard output
 * @param err for standard error
 */
public record Reply(int code, String out, String err) {
    public static final int OK = 0;
    public static final int USAGE = 2;
    public static final int NO_ANSWER = 3;
    public static final int WRONG = 4;
    public static final int UNREADABLE = 5;
    public static final int IN_PART = 6;
    public static final int FAULT = 70;
    public static final int CANNOT_WRITE = 74;
    public static final int LATER = 75;
    public static final int PIPE_CLOSED = 141;
    /** Java's own failure, and so nothing that a grader may believe. */
    private static final int JAVA_FAILED = 1;

    /** The variable that, set to 1, brings back how it was while a wrong answer was 1. */
    public static final String OLD_HABIT = "NABLA_WRONG";

    public static Reply ok(String out) {
        return new Reply(OK, out, "");
    }

    /** With which codes the program ends, and why. */
    public static Map<String, String> codes() {
        return Listing.meanings(
                """
                0 all went well; for check: the answer is right
                1 java could not start or has crashed, as without memory; never a verdict
                2 a slip in typing: an unknown word, an unreadable number; a reset not confirmed
                3 a question to which the maths has no answer
                4 check: the answer is wrong; lesson lint: there are mistakes
                5 check: the answer cannot be read
                6 solve --batch: lines have no answer; class report: something is not as it says
                69 serve: the port is taken; class: no server runs; the database is not there
                70 a fault in nabla itself
                74 the answer or a file cannot be written, as on a full disk; the journal cannot be read
                75 not now: another serve has the class, the class is full
                77 serve: others may read a private file
                127 there is no java
                128+n signal n has ended it: 129 hang-up, 130 Ctrl-C, 137 kill -9, 143 kill; 141 nobody reads on
                """);
    }

    /** With the code that it had while 1 was a wrong answer and 2 also one that cannot be read. */
    public Reply inOldHabit() {
        return switch (code) {
            case WRONG, IN_PART -> new Reply(JAVA_FAILED, out, err);
            case UNREADABLE -> new Reply(USAGE, out, err);
            default -> this;
        };
    }

    private static int codeOf(BadInput bad) {
        return switch (bad.kind()) {
            case USAGE -> USAGE;
            case MATHS -> NO_ANSWER;
            case MACHINE -> CANNOT_WRITE;
        };
    }

    /** A line for standard error. */
    public static String said(String message) {
        return "nabla: " + Text.harmless(message) + "\n";
    }

    /** Returns a copy with warnings about the answer on standard error, a line each, before what stands there. */
    public Reply noting(List<String> notes) {
        return new Reply(code, out, notes.stream().map(Reply::said).collect(Collectors.joining()) + err);
    }

    /** The complaint about input, and where in it reading stopped. */
    public static Reply complaint(BadInput bad) {
        Reply said = complaint(codeOf(bad), bad.getMessage());
        return new Reply(said.code, "", said.err + bad.place().map(Caret::under).orElse(""));
    }

    /** The complaint as JSON on standard output, if the arguments of a script ask for that; op is what it is about. */
    public static Reply complaint(BadInput bad, List<String> arguments, Optional<String> op) {
        return arguments.contains(Options.JSON)
                ? new Reply(codeOf(bad), Json.error(op.orElse(null), bad), "")
                : complaint(bad);
    }

    /** A complaint, as every command says it; a control character that was typed cannot steer the terminal. */
    public static Reply complaint(int code, String message) {
        return new Reply(code, "", said(message));
    }
}
