package dev.nabla.cli.command;

import dev.nabla.cli.Environment;
import dev.nabla.cli.FigureArgument;
import dev.nabla.cli.Reply;
import dev.nabla.cli.Screens;
import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Arguments in, {@link Reply} out.
 *
 * <p>Only the named subcommand is built, and of {@code solve} and {@code show} only the named figure's options: start-up is
 * most of what a script waits for.
 */
public final class Cli {
    private static final int HELP_WIDTH = 100;

    private static final List<String> NAMES = List.of(
            "learn",
            "solve",
            "show",
            "check",
            "review",
            "progress",
            "class",
            "lesson",
            "record",
            "doctor",
            "completion");

    private final Environment console;
    private final Screens screens;
    private final LearnCommand learn;

    public Cli(Environment console, Screens screens) {
        this.console = console;
        this.learn = new LearnCommand(console, screens);
        this.screens = screens;
    }

    private Command command(String name) {
        return switch (name) {
            case "learn" -> learn;
            case "solve" -> new SolveCommand(console);
            case "show" -> new ShowCommand(console);
            case "check" -> new CheckCommand(console);
            case "review" -> new ReviewCommand(console, screens);
            case "progress" -> new ProgressCommand(console);
            case "class" -> new ClassCommand(console);
            case "lesson" -> new LessonCommand(console);
            case "record" -> new RecordCommand(console, screens);
            case "doctor" -> new DoctorCommand(console);
            case "completion" -> new CompletionCommand(this);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Runs the command the arguments name; no arguments open the tutor. */
    public Reply run(List<String> arguments) {
        if (arguments.isEmpty()) {
            return home();
        }
        String name = arguments.get(0);
        if (name.equals("help") && arguments.size() > 1) {
            return run(helpOf(arguments.subList(1, arguments.size())));
        }
        if (List.of("--help", "-h", "help").contains(name)) {
            return Reply.ok(help());
        }
        if (List.of("--version", "-V").contains(name)) {
            return version();
        }
        if (!NAMES.contains(name)) {
            return Reply.complaint(Reply.USAGE, Complaints.unknownCommand(arguments, NAMES));
        }
        return run(name, command(name), arguments.subList(1, arguments.size()));
    }

    private static List<String> helpOf(List<String> command) {
        List<String> asking = new ArrayList<>(command);
        asking.add("--help");
        return asking;
    }

    private Reply version() {
        return Reply.ok("nabla " + console.version().get() + "\n");
    }

    /** Where there is nothing to parse the parser need not be built. */
    private Reply home() {
        try {
            return learn.open();
        } catch (BadInput bad) {
            return learn.complaint(bad, List.of());
        }
    }

    private Reply run(String name, Command command, List<String> arguments) {
        try {
            CommandSpec spec = described(command.spec(arguments), command);
            if (asksForHelp(arguments)) {
                return Reply.ok(usage(spec, command, arguments));
            }
            if (asksFor(arguments, "--version", "-V")) {
                return version();
            }
            CommandLine line = new CommandLine(spec).setExpandAtFiles(false);
            return command.run(line.parseArgs(arguments.toArray(String[]::new)));
        } catch (CommandLine.ParameterException bad) {
            String operand = FigureArgument.idIn(arguments)
                    .filter(command.operands()::containsKey)
                    .map(id -> " " + id)
                    .orElse("");
            String help = "; see nabla " + name + operand + " --help";
            return command.complaint(BadInput.usage("usage", Complaints.of(bad, arguments) + help), arguments);
        } catch (BadInput bad) {
            return command.complaint(bad, arguments);
        }
    }

    private static String usage(CommandSpec spec, Command command, List<String> arguments) {
        FigureArgument.idIn(arguments)
                .filter(command.operands()::containsKey)
                .ifPresent(operand -> narrow(spec, operand, command).name(spec.name() + " " + operand));
        return new CommandLine(spec).setUsageHelpWidth(HELP_WIDTH).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    /** The options that came with an operand, as if that were a command of its own. */
    private static CommandSpec narrow(CommandSpec spec, String operand, Command command) {
        spec.remove(spec.positionalParameters().get(0));
        spec.usageMessage().description(command.operands().get(operand) + ".", "");
        return spec;
    }

    /** All commands with all their options, each operand a subcommand: for completion and manuals, far too much for a run. */
    public CommandSpec tree() {
        CommandSpec nabla = CommandSpec.create().name("nabla");
        nabla.usageMessage().description("The maths a language model is made of, taught in a terminal.");
        addHelp(nabla);
        NAMES.forEach(name -> {
            Command command = command(name);
            CommandSpec spec = described(command.spec(List.of("--help")), command);
            command.operands().keySet().forEach(operand -> {
                CommandSpec whole = described(command.spec(List.of(operand, "--help")), command);
                spec.addSubcommand(operand, narrow(whole, operand, command).name(operand));
            });
            nabla.addSubcommand(name, spec.name(name));
        });
        return nabla;
    }

    private static CommandSpec described(CommandSpec spec, Command command) {
        addHelp(spec);
        String summary = command.summary();
        spec.usageMessage()
                .description(Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".", "")
                .abbreviateSynopsis(true)
                .sortOptions(false);
        return spec;
    }

    private static void addHelp(CommandSpec spec) {
        spec.addOption(flag("--help", "-h", "show this help"));
        spec.addOption(flag("--version", "-V", "show the version"));
    }

    /** Whether the arguments want help and no answer; only then are its examples worth computing. */
    static boolean asksForHelp(List<String> arguments) {
        return asksFor(arguments, "--help", "-h");
    }

    private static boolean asksFor(List<String> arguments, String name, String letter) {
        return arguments.contains(name) || arguments.contains(letter);
    }

    private static CommandLine.Model.OptionSpec flag(String name, String letter, String help) {
        return CommandLine.Model.OptionSpec.builder(name, letter)
                .arity("0")
                .type(boolean.class)
                .description(help)
                .build();
    }

    private String help() {
        List<String> lines = new ArrayList<>();
        lines.add("nabla: the maths a language model is made of, in a terminal");
        lines.add("");
        lines.add("Usage: nabla [COMMAND] [OPTIONS]        without a command it opens the tutor");
        lines.add("");
        NAMES.forEach(name -> lines.add(
                "  " + name + " ".repeat(12 - name.length()) + command(name).summary()));
        lines.add("");
        lines.add("  nabla solve softmax --logits 2.1,0.5,-1,-0.5");
        lines.add("  nabla show descent --eta 1.08 --steps 9");
        lines.add("");
        lines.add("Every command has --help and --version.");
        return String.join("\n", lines) + "\n";
    }
}
