package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Environment;
import dev.nabla.cli.FigureArgument;
import dev.nabla.cli.Reply;
import dev.nabla.cli.Screens;
import dev.nabla.figure.catalog.Figures;
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
            case "solve" -> new SolveCommand();
            case "show" -> new ShowCommand();
            case "check" -> new CheckCommand(console);
            case "review" -> new ReviewCommand(screens);
            case "progress" -> new ProgressCommand();
            case "class" -> new ClassCommand();
            case "lesson" -> new LessonCommand();
            case "record" -> new RecordCommand(screens);
            case "doctor" -> new DoctorCommand();
            case "completion" -> new CompletionCommand(this);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** One line for the list of commands. */
    private static String summary(String name) {
        return switch (name) {
            case "learn" -> "open the tutor, at a section if one is named";
            case "solve" -> "compute " + String.join(", ", Figures.operations()) + "; --json for scripts";
            case "show" -> "print a figure as text, ANSI or SVG";
            case "check" -> "grade one answer: exit 0 right, 1 not; --json for scripts";
            case "review" -> "ask the questions that are due, also line by line";
            case "progress" -> "say what is mastered and what is due; export, import, reset";
            case "class" -> "for teachers: report what a class has mastered, and its mistakes";
            case "lesson" -> "for authors: list what a course holds, lint it for mistakes, begin a new one";
            case "record" -> "press keys in the tutor and record it for asciinema";
            case "doctor" -> "say what was detected about this terminal, and why";
            case "completion" -> "print a completion script for bash or zsh";
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
            List<String> asking = new ArrayList<>(arguments.subList(1, arguments.size()));
            asking.add("--help");
            return run(asking);
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
            CommandSpec spec = described(name, command, arguments);
            if (asksForHelp(arguments)) {
                return Reply.ok(usage(spec, command, arguments));
            }
            if (asksFor(arguments, "--version", "-V")) {
                return version();
            }
            CommandLine line = new CommandLine(spec).setExpandAtFiles(false);
            return command.run(new Arguments(line.parseArgs(arguments.toArray(String[]::new)), console));
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
            CommandSpec spec = described(name, command, List.of("--help"));
            command.operands().keySet().forEach(operand -> {
                CommandSpec whole = described(name, command, List.of(operand, "--help"));
                spec.addSubcommand(operand, narrow(whole, operand, command).name(operand));
            });
            nabla.addSubcommand(name, spec.name(name));
        });
        return nabla;
    }

    private static CommandSpec described(String name, Command command, List<String> arguments) {
        CommandSpec spec = command.options(arguments).spec();
        addHelp(spec);
        String summary = summary(name);
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
        NAMES.forEach(name -> lines.add("  " + name + " ".repeat(12 - name.length()) + summary(name)));
        lines.add("");
        lines.add("  nabla solve softmax --logits 2.1,0.5,-1,-0.5");
        lines.add("  nabla show descent --eta 1.08 --steps 9");
        lines.add("");
        lines.add("Every command has --help and --version.");
        return String.join("\n", lines) + "\n";
    }
}
