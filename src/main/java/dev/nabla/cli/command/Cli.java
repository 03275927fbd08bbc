package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.cli.Screens;
import dev.nabla.cli.school.ClassCommand;
import dev.nabla.cli.school.Host;
import dev.nabla.cli.school.ServeCommand;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Arguments in, {@link Reply} out.
 *
 * <p>Only the named subcommand is built, and of {@code solve} and {@code show} only the named figure's options: start-up is
 * most of what a script waits for.
 */
public final class Cli {
    private static final int HELP_WIDTH = 100;

    /** What stands for the operations until somebody reads it: figures are not listed at every start. */
    private static final String OPERATIONS = "OPERATIONS";

    /** A line for each command, in the order of the help. */
    static final Map<String, String> SUMMARIES = Listing.meanings(
            """
            learn open the tutor, at a section if one is named
            solve compute OPERATIONS; --json for scripts
            show print a figure as text, ANSI or SVG
            check grade one answer: exit 0 right, 4 wrong, 5 cannot be read; --json for scripts
            review ask the questions that are due, also line by line
            progress say what is mastered and what is due; export, import, reset
            class for teachers: report on a class; its code, dates, keys, names and polls
            serve for teachers: open a class; students type ssh and are in the tutor
            lesson for authors: list what a course holds, lint it for mistakes, begin a new one
            train train a model of names, like microgpt.py's; save it, go on with it; --json for scripts
            generate write names with a model that train has saved, or with the standard one
            record press keys in the tutor and record it for asciinema
            doctor say what was detected about this terminal, and why
            completion print a completion script for bash or zsh
            """);

    private final Environment console;
    private final Screens screens;
    private final Supplier<Host> host;

    public Cli(Environment console, Screens screens, Supplier<Host> host) {
        this.console = console;
        this.screens = screens;
        this.host = host;
    }

    /** Where nothing opens a screen or is recorded. */
    Cli(Environment console) {
        this(console, null, null);
    }

    private Command command(String name) {
        return switch (name) {
            case "learn" -> new LearnCommand(console, screens);
            case "solve" -> new SolveCommand();
            case "show" -> new ShowCommand();
            case "check" -> new CheckCommand(console);
            case "review" -> new ReviewCommand(screens);
            case "progress" -> new ProgressCommand();
            case "class" -> new ClassCommand();
            case "serve" -> new ServeCommand(console, host);
            case "lesson" -> new LessonCommand();
            case "record" -> new RecordCommand(screens);
            case "train" -> new TrainCommand(console);
            case "generate" -> new GenerateCommand(console);
            case "doctor" -> new DoctorCommand();
            case "completion" -> new CompletionCommand(this);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Runs the command the arguments name; no arguments open the tutor. */
    public Reply run(List<String> arguments) {
        Reply reply = answer(arguments);
        return "1".equals(console.here().env().get(Reply.OLD_HABIT)) ? reply.inOldHabit() : reply;
    }

    private Reply answer(List<String> arguments) {
        String name = arguments.isEmpty() ? "" : arguments.get(0);
        if (name.equals("help") && arguments.size() > 1) {
            List<String> asking = new ArrayList<>(arguments.subList(1, arguments.size()));
            asking.add("--help");
            return answer(asking);
        }
        if (List.of("--help", "-h", "help").contains(name)) {
            return Reply.ok(help());
        }
        if (List.of("--version", "-V").contains(name)) {
            return version();
        }
        if (!arguments.isEmpty() && !SUMMARIES.containsKey(name)) {
            return Reply.complaint(ExitCode.USAGE, Complaints.unknownCommand(arguments, SUMMARIES.keySet()));
        }
        return arguments.isEmpty() || arguments.equals(List.of("learn"))
                ? home()
                : run(name, command(name), arguments.subList(1, arguments.size()));
    }

    private Reply version() {
        return Reply.ok("nabla " + console.version().get() + "\n");
    }

    /** Where there is nothing to parse the parser need not be built. */
    private Reply home() {
        try {
            return new LearnCommand(console, screens).open();
        } catch (BadInput bad) {
            return Reply.complaint(bad);
        }
    }

    private Reply run(String name, Command command, List<String> typed) {
        List<String> arguments = CheckCommand.joined(typed);
        String figure = Arguments.figure(arguments)
                .filter(command.figures()::contains)
                .map(id -> " " + id)
                .orElse("");
        try {
            CommandSpec spec = command.options(arguments).spec(read(SUMMARIES.get(name)));
            spec.name("nabla " + name);
            if (asksForHelp(arguments)) {
                if (!figure.isEmpty()) {
                    narrow(spec, figure.strip()).name("nabla " + name + figure);
                }
                return Reply.ok(
                        new CommandLine(spec).setUsageHelpWidth(HELP_WIDTH).getUsageMessage(CommandLine.Help.Ansi.OFF));
            }
            if (arguments.contains("--version") || arguments.contains("-V")) {
                return version();
            }
            String[] words = spelled(arguments, spec).toArray(String[]::new);
            CommandLine line =
                    new CommandLine(spec).setExpandAtFiles(false).setAllowOptionsAsOptionParameters(arguments != typed);
            return command.run(new Arguments(line.parseArgs(words), console));
        } catch (CommandLine.ParameterException bad) {
            String help = "; see nabla " + name + figure + " --help";
            return command.complaint(BadInput.usage("usage", Complaints.of(bad, typed) + help), arguments);
        } catch (BadInput bad) {
            return command.complaint(bad, arguments);
        }
    }

    /** The options as they are spelled here, where they were typed with a dash for an underscore, or the other way round. */
    private static List<String> spelled(List<String> arguments, CommandSpec spec) {
        List<String> spelled = new ArrayList<>(arguments);
        for (int i = 0; i < spelled.size(); i++) {
            String word = spelled.get(i);
            int end = word.indexOf('=') < 0 ? word.length() : word.indexOf('=');
            String name = word.substring(0, end);
            if (name.startsWith("--") && spec.findOption(name) == null) {
                for (OptionSpec option : spec.options()) {
                    if (option.longestName().replace('_', '-').equals(name.replace('_', '-'))) {
                        spelled.set(i, option.longestName() + word.substring(end));
                    }
                }
            }
        }
        return spelled;
    }

    /** The options that came with a figure, as if that were a command of its own. */
    private static CommandSpec narrow(CommandSpec spec, String figure) {
        spec.remove(spec.positionalParameters().get(0));
        spec.usageMessage().description(Figures.named(figure).info().title() + ".", "");
        return spec;
    }

    /** All commands with all their options, each figure a subcommand: for completion and manuals, far too much for a run. */
    public CommandSpec tree() {
        CommandSpec nabla = new Options()
                .spec("the maths a language model is made of, taught in a terminal")
                .name("nabla");
        SUMMARIES.forEach((name, summary) -> {
            Command command = command(name);
            CommandSpec spec = command.options(List.of("--help")).spec(read(summary));
            command.figures()
                    .forEach(figure -> spec.addSubcommand(
                            figure,
                            narrow(command.options(List.of(figure, "--help")).spec(read(summary)), figure)));
            nabla.addSubcommand(name, spec);
        });
        return nabla;
    }

    /** True if the arguments want help and no answer; only then are its examples worth computing. */
    static boolean asksForHelp(List<String> arguments) {
        return arguments.contains("--help") || arguments.contains("-h");
    }

    private static String read(String summary) {
        return summary.contains(OPERATIONS)
                ? summary.replace(OPERATIONS, String.join(", ", Figures.operations()))
                : summary;
    }

    static String listed(Map<String, String> meanings) {
        StringBuilder lines = new StringBuilder();
        meanings.forEach((name, meaning) -> lines.append("  ")
                .append(name)
                .append(" ".repeat(12 - name.length()))
                .append(meaning)
                .append('\n'));
        return lines.toString();
    }

    private static String help() {
        return """
                nabla: the maths a language model is made of, in a terminal

                Usage: nabla [COMMAND] [OPTIONS]        without a command it opens the tutor

                """
                + read(listed(SUMMARIES))
                + """

                  nabla solve softmax --logits 2.1,0.5,-1,-0.5
                  nabla show descent --eta 1.08 --steps 9

                Every command has --help and --version. They end with

                """
                + listed(ExitCode.meanings())
                + "\n" + Reply.OLD_HABIT + "=1 keeps an older habit: 1 in place of 4 and 6, 2 in place of 5.\n";
    }
}
