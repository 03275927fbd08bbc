package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import dev.nabla.cli.Screens;
import dev.nabla.cli.school.ClassCommand;
import dev.nabla.cli.school.Host;
import dev.nabla.cli.school.ServeCommand;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import java.util.List;
import java.util.function.Supplier;

/** {@code nabla} itself, the root of all commands. */
record Nabla(Environment console, Screens screens, Supplier<Host> host) implements Command {
    /** Names of the commands, in the order of the help. */
    private static final List<String> COMMANDS = List.of(
            "learn",
            "solve",
            "show",
            "check",
            "review",
            "progress",
            "class",
            "serve",
            "lesson",
            "train",
            "generate",
            "record",
            "doctor",
            "skill",
            "completion");

    @Override
    public void declare(Options options) {
        options.summary("the maths a language model is made of, taught in a terminal")
                .help(this::text);
    }

    @Override
    public List<String> subcommands() {
        return COMMANDS;
    }

    @Override
    public Command subcommand(String name) {
        return switch (name) {
            case "learn" -> new LearnCommand(console, screens);
            case "solve" -> new SolveCommand();
            case "show" -> new ShowCommand();
            case "check" -> new CheckCommand(console);
            case "review" -> new ReviewCommand(screens);
            case "progress" -> new ProgressCommand();
            case "class" -> new ClassCommand();
            case "serve" -> new ServeCommand(console, host);
            case "lesson" -> new LessonCommand(console);
            case "record" -> new RecordCommand(screens);
            case "train" -> new TrainCommand(console);
            case "generate" -> new GenerateCommand(console);
            case "doctor" -> new DoctorCommand();
            case "skill" -> new SkillCommand();
            case "completion" -> new CompletionCommand(this);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public CommandResult run(Arguments given) {
        throw BadInput.usage("usage", SurplusWord.unknownCommand(given.words(), COMMANDS));
    }

    private String text() {
        StringBuilder codes = new StringBuilder();
        ExitCode.meanings().forEach((code, meaning) -> codes.append(Listing.meaning(code, meaning)));
        return """
                nabla: the maths a language model is made of, in a terminal

                Usage: nabla [COMMAND] [OPTIONS]        without a command it opens the tutor

                """
                + listing(COMMANDS)
                + """

                  nabla solve softmax --logits 2.1,0.5,-1,-0.5
                  nabla show descent --eta 1.08 --steps 9

                Every command has --help, --version and --screen-reader: sentences instead of pictures, and no
                line drawn twice. NABLA_SCREEN_READER=1, ACCESSIBLE=1 or screen-reader = on in the config file does
                the same for all of them, and NABLA_SCREEN_READER=0 turns it off. The commands end with

                """
                + codes
                + "\n" + CommandResult.OLD_HABIT
                + "=1 restores the exit codes of older versions: 1 for 4 and 6, 2 for 5.\n";
    }
}
