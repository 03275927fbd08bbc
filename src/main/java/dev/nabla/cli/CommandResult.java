package dev.nabla.cli;

import dev.nabla.math.BadInput;
import dev.nabla.output.Caret;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Json;
import dev.nabla.output.PlainText;
import java.util.List;
import java.util.Optional;

/**
 * The result of a command: its exit code, and the text for each output.
 *
 * @param code the value of an {@link ExitCode}, or the exit code of a signal
 * @param out text for standard output
 * @param err text for standard error
 */
public record CommandResult(int code, String out, String err) {
    /** The environment variable that restores the exit codes of older versions if it is set to 1. */
    public static final String OLD_HABIT = "NABLA_WRONG";

    public CommandResult(ExitCode code, String out, String err) {
        this(code.code(), out, err);
    }

    public static CommandResult ok(String out) {
        return new CommandResult(ExitCode.OK, out, "");
    }

    /** Returns this result with the exit codes of {@code NABLA_WRONG=1}: 1 for 4 and 6, 2 for 5. */
    public CommandResult withLegacyCodes() {
        if (code == ExitCode.WRONG.code() || code == ExitCode.IN_PART.code()) {
            return new CommandResult(ExitCode.JAVA_FAILED, out, err);
        }
        return code == ExitCode.UNREADABLE.code() ? new CommandResult(ExitCode.USAGE, out, err) : this;
    }

    private static ExitCode codeOf(BadInput bad) {
        return switch (bad.kind()) {
            case USAGE -> ExitCode.USAGE;
            case MATHS -> ExitCode.NO_ANSWER;
            case MACHINE -> ExitCode.CANNOT_WRITE;
        };
    }

    /** Returns an error message as one line for standard error, with control characters replaced by question marks. */
    public static String errorLine(String message) {
        return "nabla: " + PlainText.harmless(message) + "\n";
    }

    /** Returns a copy with warnings about the answer on standard error, one per line, before the text that is there. */
    public CommandResult withWarnings(List<String> notes) {
        StringBuilder lines = new StringBuilder();
        notes.forEach(note -> lines.append(errorLine(note)));
        return new CommandResult(code, out, lines + err);
    }

    /** Returns the error for bad input, with a caret under the position at which reading stopped, if that is known. */
    public static CommandResult complaint(BadInput bad) {
        CommandResult result = complaint(codeOf(bad), bad.getMessage());
        return new CommandResult(
                result.code, "", result.err + bad.place().map(Caret::under).orElse(""));
    }

    /**
     * Returns the error as JSON on standard output if JSON was asked for, else as text.
     *
     * @param op the operation that the error is about, if any
     */
    public static CommandResult complaint(BadInput bad, Arguments given, Optional<String> op) {
        return given.json() ? new CommandResult(codeOf(bad), Json.error(op.orElse(null), bad), "") : complaint(bad);
    }

    /** Returns an error message, with control characters replaced so that typed text cannot control the terminal. */
    public static CommandResult complaint(ExitCode code, String message) {
        return new CommandResult(code, "", errorLine(message));
    }
}
