package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Options;
import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The execution of the command at the end of a parsed line, or the report of what is wrong with the line. */
final class Execution implements IExecutionStrategy, IParameterExceptionHandler {
    private static final int HELP_WIDTH = 100;

    private final Environment console;
    private CommandResult reply = CommandResult.ok("");
    private RuntimeException fault;

    Execution(Environment console) {
        this.console = console;
    }

    /**
     * Returns the result. It rethrows an exception that the command has thrown, since picocli would only print its
     * stack trace.
     */
    CommandResult reply() {
        if (fault != null) {
            throw fault;
        }
        return reply;
    }

    @Override
    public int execute(ParseResult begun) {
        try {
            reply = answer(begun);
        } catch (RuntimeException thrown) {
            fault = thrown;
        }
        return reply.code();
    }

    @Override
    public int handleParseException(ParameterException bad, String[] arguments) {
        reply = complaint(bad.getCommandLine().getParseResult(), bad);
        return reply.code();
    }

    private CommandResult answer(ParseResult begun) {
        Optional<ParseResult> mistaken = Optional.empty();
        ParseResult last = begun;
        for (ParseResult parsed = begun; parsed != null; parsed = parsed.subcommand()) {
            if (namesNoSubcommand(parsed)) {
                return run(parsed);
            }
            if (parsed.isUsageHelpRequested() || losesHelp(parsed)) {
                return help(parsed.commandSpec());
            }
            if (parsed.isVersionHelpRequested()) {
                return CommandResult.ok("nabla " + console.version().get() + "\n");
            }
            if (mistaken.isEmpty() && !parsed.errors().isEmpty()) {
                mistaken = Optional.of(parsed);
            }
            last = parsed;
        }
        if (mistaken.isEmpty()
                || Options.of(mistaken.get().commandSpec()).path().isNabla()) {
            return run(mistaken.orElse(last));
        }
        return complaint(mistaken.get(), first(mistaken.get().errors()));
    }

    /**
     * Returns the first error that is not about an unknown word, since an unknown word may follow from another error.
     * Returns the first error if there is no other.
     */
    private static ParameterException first(List<Exception> mistakes) {
        for (Exception mistake : mistakes) {
            if (!(mistake instanceof UnmatchedArgumentException)) {
                return (ParameterException) mistake;
            }
        }
        return (ParameterException) mistakes.get(0);
    }

    /**
     * Returns whether the first word is no subcommand although one is expected. The command reports that before errors
     * in its options, and even before --help.
     */
    private static boolean namesNoSubcommand(ParseResult parsed) {
        List<String> words = parsed.expandedArgs();
        return !parsed.hasSubcommand()
                && !words.isEmpty()
                && !words.get(0).startsWith("-")
                && !Options.of(parsed.commandSpec()).command().subcommands().isEmpty();
    }

    /** Returns whether {@code --help} stands in place of an option's value, where picocli drops it. */
    private static boolean losesHelp(ParseResult parsed) {
        List<String> words = parsed.expandedArgs();
        for (int i = 1; i < words.size() && !parsed.errors().isEmpty(); i++) {
            OptionSpec option = parsed.commandSpec().findOption(words.get(i));
            OptionSpec before = parsed.commandSpec().findOption(words.get(i - 1));
            if (option != null && option.usageHelp() && before != null && before.parameterConsumer() == null) {
                return true;
            }
        }
        return false;
    }

    private static CommandResult help(CommandSpec spec) {
        CommandTree.describe(spec);
        return CommandResult.ok(spec.commandLine().setUsageHelpWidth(HELP_WIDTH).getUsageMessage(Ansi.OFF));
    }

    private CommandResult run(ParseResult parsed) {
        Arguments given = new Arguments(parsed, console);
        Command command = Options.of(parsed.commandSpec()).command();
        try {
            return command.run(given);
        } catch (BadInput bad) {
            return command.complaint(bad, given);
        }
    }

    private CommandResult complaint(ParseResult parsed, ParameterException bad) {
        return Options.of(parsed.commandSpec())
                .command()
                .complaint(Complaints.of(bad, parsed), new Arguments(parsed, console));
    }
}
