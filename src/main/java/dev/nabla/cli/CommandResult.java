package dev.nabla.cli;

import dev.nabla.math.BadInput;
import dev.nabla.output.Caret;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Json;
import dev.nabla.output.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answer of a command: its exit code, and text for each output.
 *
 * @param code the {@link ExitCode}, or that of a signal
 * @param out for standard output
 * @param err for standard error
 */
public record CommandResult(int code, String out, String err) {
    /** The variable that, set to 1, brings back how it was while a wrong answer was 1. */
    public static final String OLD_HABIT = "NABLA_WRONG";

    public CommandResult(ExitCode code, String out, String err) {
        this(code.code(), out, err);
    }

    public static CommandResult ok(String out) {
        return new CommandResult(ExitCode.OK, out, "");
    }

    /** With the code that it had while 1 was a wrong answer and 2 also one that cannot be read. */
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

    /** A line for standard error. */
    public static String errorLine(String message) {
        return "nabla: " + PlainText.harmless(message) + "\n";
    }

    /** Returns a copy with warnings about the answer on standard error, a line each, before what stands there. */
    public CommandResult noting(List<String> notes) {
        return new CommandResult(
                code, out, notes.stream().map(CommandResult::errorLine).collect(Collectors.joining()) + err);
    }

    /** The complaint about input, and where in it reading stopped. */
    public static CommandResult complaint(BadInput bad) {
        CommandResult said = complaint(codeOf(bad), bad.getMessage());
        return new CommandResult(
                said.code, "", said.err + bad.place().map(Caret::under).orElse(""));
    }

    /** Returns the complaint as JSON on standard output if that was asked for; op names the operation it is about. */
    public static CommandResult complaint(BadInput bad, Arguments given, Optional<String> op) {
        return given.json() ? new CommandResult(codeOf(bad), Json.error(op.orElse(null), bad), "") : complaint(bad);
    }

    /** A complaint, as every command says it; a control character that was typed cannot steer the terminal. */
    public static CommandResult complaint(ExitCode code, String message) {
        return new CommandResult(code, "", errorLine(message));
    }
}
