package dev.nabla.cli;

import dev.nabla.math.BadInput;
import dev.nabla.output.Caret;
import dev.nabla.output.Json;
import dev.nabla.output.Text;
import java.util.List;
import java.util.Optional;

/**
 * The answer of a command: its exit code, and text for each output.
 *
 * @param code exit code: 0 ok, 1 a wrong answer or lines of a batch that failed, 2 usage, 3 the maths has no answer
 * @param out for standard output
 * @param err for standard error
 */
public record Reply(int code, String out, String err) {
    public static final int OK = 0;
    public static final int WRONG = 1;
    public static final int USAGE = 2;
    public static final int NO_ANSWER = 3;

    public static Reply ok(String out) {
        return new Reply(OK, out, "");
    }

    private static int codeOf(BadInput bad) {
        return bad.kind() == BadInput.Kind.USAGE ? USAGE : NO_ANSWER;
    }

    /** A line for standard error. */
    public static String said(String message) {
        return "nabla: " + Text.harmless(message) + "\n";
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
