package dev.nabla.cli.command;

import dev.nabla.cli.Command;
import dev.nabla.cli.CommandPath;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Screens;
import dev.nabla.cli.school.Host;
import dev.nabla.math.BadInput;
import dev.nabla.output.ScreenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command line interface: arguments in, {@link CommandResult} out. */
public final class Cli {
    private static final String NAME = "nabla";
    private static final String LEARN = "learn";

    private final Environment console;
    private final Command nabla;
    private final Optional<LearnCommand> tutor;

    public Cli(Environment console, Screens screens, Supplier<Host> host) {
        this.console = console;
        this.nabla = new Nabla(console, screens, host);
        this.tutor = Optional.of(new LearnCommand(console, screens));
    }

    /** Creates an interface to some of the commands, which never opens the tutor. */
    public Cli(Environment console, Command part) {
        this.console = console;
        this.nabla = part;
        this.tutor = Optional.empty();
    }

    /**
     * Returns all commands, from which remote sessions select some. Those that open a screen or serve a class cannot
     * run in it.
     */
    public static Command commands(Environment console) {
        return new Nabla(console, null, null);
    }

    /** Runs the command that the arguments name. Without arguments it opens the tutor. */
    public CommandResult run(List<String> typed) {
        List<String> arguments = optionBehindCommand(typed);
        boolean home = tutor.isPresent() && (arguments.isEmpty() || arguments.equals(List.of(LEARN)));
        CommandResult reply = home ? home(tutor.get()) : parsed(arguments);
        return "1".equals(console.here().env().get(CommandResult.OLD_HABIT)) ? reply.withLegacyCodes() : reply;
    }

    /**
     * Moves {@code --screen-reader} from before a command to behind it, where every command has it. Without a command
     * it is that of the tutor.
     */
    private List<String> optionBehindCommand(List<String> typed) {
        if (typed.isEmpty() || !typed.get(0).equals(ScreenReader.OPTION)) {
            return typed;
        }
        List<String> words = new ArrayList<>(typed.subList(1, typed.size()));
        if (words.isEmpty() && tutor.isPresent()) {
            words.add(LEARN);
        }
        int depth =
                CommandTree.named(new CommandPath(nabla, NAME, null), words, 0).depth();
        if (depth > 0) {
            words.add(depth, ScreenReader.OPTION);
        }
        return words.isEmpty() ? typed : words;
    }

    /** Opens the tutor without building picocli's parser, which makes the start faster. */
    private static CommandResult home(LearnCommand tutor) {
        try {
            return tutor.open();
        } catch (BadInput bad) {
            return CommandResult.complaint(bad);
        }
    }

    private CommandResult parsed(List<String> arguments) {
        CommandPath path = CommandTree.named(new CommandPath(nabla, NAME, null), arguments, 0);
        Execution execution = new Execution(console);
        new CommandLine(CommandTree.of(path, path.name()))
                .setExpandAtFiles(false)
                .setExecutionStrategy(execution)
                .setParameterExceptionHandler(execution)
                .execute(arguments.subList(path.depth(), arguments.size()).toArray(String[]::new));
        return execution.reply();
    }

    /**
     * Returns the model of all commands with their options and help, for completion and manual pages. Building it is
     * too slow for a normal start.
     */
    public CommandSpec tree() {
        return CommandTree.grown(new CommandPath(nabla, NAME, null), NAME);
    }
}
