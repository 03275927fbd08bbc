package dev.nabla.cli;

import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ScreenReader;
import dev.nabla.output.Setting;
import java.io.File;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What a command declares, in picocli's terms: its summary, options with one value, flags, operands, which of them
 * exclude or need each other, and the notes at the end of its help. {@link Arguments} reads the values.
 */
public final class Options {
    /** The flag that prints the answer, and error messages, as JSON. */
    public static final String JSON = "--json";

    /** The flag that skips the question whether to go on. */
    public static final String YES = "--yes";

    public static final String SIZE = "--size";
    public static final String LESSONS = "--lessons";

    /** picocli's key for the only section of a help that is one text. */
    private static final String WHOLE_HELP = "help";

    private final CommandPath path;
    /** What is declared and not yet in the model. A list of commands needs summaries, and no model of their options. */
    private final List<Consumer<CommandSpec>> pending = new ArrayList<>();

    private final Map<ArgGroupSpec, OptionRule> rules = new IdentityHashMap<>();
    private final List<Supplier<List<String>>> notes = new ArrayList<>();
    /** The operands as the help names them, one that may be left out in brackets. */
    private final List<String> operands = new ArrayList<>();

    private String summary = "";
    private String missing = "";
    private boolean unlisted;
    /** picocli's model; null until it is needed, since it takes a fifth of a millisecond. */
    private CommandSpec spec;
    /** The group that takes the next argument; null if the command itself takes it. */
    private ArgGroupSpec.Builder group;

    public Options(CommandPath path) {
        this.path = path;
    }

    /** Returns what a command declares, with its name for error messages. */
    public static Options declaredBy(Command command, String name) {
        Options options = new Options(new CommandPath(command, name, null));
        command.declare(options);
        return options;
    }

    /** Returns the options from which a model of picocli was made. */
    public static Options of(CommandSpec spec) {
        return (Options) spec.userObject();
    }

    public CommandPath path() {
        return path;
    }

    public Command command() {
        return path.command();
    }

    /** Returns picocli's model of what is declared so far. */
    public CommandSpec spec() {
        if (spec == null) {
            spec = CommandSpec.wrapWithoutInspection(this);
        }
        pending.forEach(part -> part.accept(spec));
        pending.clear();
        return spec;
    }

    /** Declares what the command does, in one line, for the list of commands and for its own help. */
    public Options summary(String line) {
        summary = line;
        return this;
    }

    public String summary() {
        return summary;
    }

    /** Adds lines below the options in the help, for instance examples. */
    public Options notes(String... lines) {
        return notes(List.of(lines));
    }

    /** Adds lines below the options in the help. */
    public Options notes(List<String> lines) {
        return notes(() -> lines);
    }

    /** Adds lines below the options in the help. They are computed when help is shown, since they may take time. */
    public Options notes(Supplier<List<String>> lines) {
        notes.add(lines);
        return this;
    }

    /** Returns all notes, in the order in which they were added. */
    public List<String> notes() {
        return notes.stream().flatMap(lines -> lines.get().stream()).toList();
    }

    /** Replaces the whole help of the command by this text, which is computed when help is shown. */
    public Options help(Supplier<String> text) {
        pending.add(model -> {
            model.usageMessage().sectionKeys(List.of(WHOLE_HELP));
            model.usageMessage().sectionMap().put(WHOLE_HELP, all -> text.get());
        });
        return this;
    }

    /** Adds the options of the command to the model, followed by those that every command has. */
    public void declare() {
        command().declare(this);
        add(flagged(ScreenReader.OPTION, "sentences instead of pictures, and no line drawn twice"));
        add(flagged("--help", "show this help", "-h").usageHelp(true));
        add(flagged("--version", "show the version", "-V").versionHelp(true));
        spec();
    }

    /**
     * Declares the operand that stands for the subcommand in the help.
     *
     * @param label its name in the help, like {@code OP}; in brackets if the subcommand may be left out
     */
    public Options subcommand(String label, String help) {
        return subcommand(label, help, help);
    }

    /**
     * Declares the operand that stands for the subcommand in the help.
     *
     * @param choice what to type, for the error message about a missing one
     */
    public Options subcommand(String label, String help, String choice) {
        missing = label.startsWith("[") ? "" : label + " is missing: " + choice;
        // The operand stands for the subcommand; without this, picocli adds [COMMAND] where the model has subcommands.
        pending.add(model -> model.usageMessage().synopsisSubcommandLabel(""));
        return operand(PositionalParamSpec.builder()
                .paramLabel(label)
                .hideParamSyntax(true)
                .arity("0..1")
                .index("0")
                .type(String.class)
                .description(help));
    }

    /**
     * Error messages about arguments that exclude or need each other.
     *
     * @param broken for arguments that do not go together
     * @param absent for arguments of which none is given, though one is required
     */
    private record OptionRule(String broken, String absent) {}

    /**
     * Declares arguments of which at most one may be given.
     *
     * @param several the error message if more are given
     */
    public Options atMostOneOf(Consumer<Options> arguments, String several) {
        return group(ArgGroupSpec.builder(), arguments, several, several);
    }

    /**
     * Declares arguments of which exactly one must be given.
     *
     * @param several the error message if more are given
     * @param none the error message if none is given
     */
    public Options exactlyOneOf(Consumer<Options> arguments, String several, String none) {
        return group(ArgGroupSpec.builder().multiplicity("1"), arguments, several, none);
    }

    /**
     * Declares arguments that go together: if any of them is given, those that are required must be given too.
     *
     * @param alone the error message if a required one is missing
     */
    public Options together(Consumer<Options> arguments, String alone) {
        return group(ArgGroupSpec.builder().exclusive(false), arguments, alone, alone);
    }

    private Options group(ArgGroupSpec.Builder begun, Consumer<Options> arguments, String broken, String absent) {
        ArgGroupSpec.Builder outer = group;
        group = begun;
        arguments.accept(this);
        group = outer;
        ArgGroupSpec built = begun.build();
        rules.put(built, new OptionRule(broken, absent));
        if (group == null) {
            pending.add(model -> model.addArgGroup(built));
        } else {
            group.addSubgroup(built);
        }
        return this;
    }

    /** Returns the error message about arguments that do not go together. */
    public String broken(ArgGroupSpec group) {
        return rules.get(group).broken;
    }

    /** Returns the error message about arguments of which one is required and none is given. */
    public String absent(ArgGroupSpec group) {
        return rules.get(group).absent;
    }

    /** Returns the error message about a missing subcommand; empty if the command works without one. */
    public String missing() {
        return missing;
    }

    /** Returns the command's name with its operands, like {@code due [SECTION] [WHEN]}. */
    public String synopsis(String name) {
        return operands.isEmpty() ? name : name + " " + String.join(" ", operands);
    }

    /**
     * Returns the end of an error message, which names the help to read. For a form (see {@link Command#form}) that is
     * the help of its parent command.
     */
    public String see() {
        CommandPath named = spec().usageMessage().hidden() ? path.above() : path;
        return "; see " + named.name() + " --help";
    }

    public Options option(String name, String help) {
        return option(name, null, help);
    }

    /**
     * Declares an option with a value.
     *
     * @param offered the values that a shell offers for completion; null if they are not known
     */
    public Options option(String name, Iterable<String> offered, String help) {
        return option(valued(name, offered, help));
    }

    /**
     * Declares an option with a value.
     *
     * @param label the name of the value in the help, like {@code FILE}
     */
    public Options named(String name, String label, String help) {
        return option(valued(name, null, help).paramLabel(label));
    }

    /** Begins an option with a value. */
    public static OptionSpec.Builder valued(String name, Iterable<String> offered, String help) {
        return OptionSpec.builder(name)
                .arity("1")
                .paramLabel(name.substring(2).toUpperCase(Locale.ROOT))
                .completionCandidates(offered)
                .description(help);
    }

    public Options option(OptionSpec.Builder valued) {
        return add(valued.type(type(valued.paramLabel())));
    }

    /** Declares an option that was begun with {@link #valued} or {@link #flagged}. */
    public Options add(OptionSpec.Builder option) {
        return argument(option.hidden(unlisted)::build);
    }

    private Options argument(Supplier<ArgSpec> argument) {
        if (group == null) {
            pending.add(model -> model.add(argument.get()));
        } else {
            group.addArg(argument.get());
        }
        return this;
    }

    /** Declares options that the help of this command leaves out, since that of another one lists them. */
    public Options unlisted(Consumer<Options> declaration) {
        unlisted = true;
        declaration.accept(this);
        unlisted = false;
        return this;
    }

    /** Returns the type of a value. The type {@code File} makes a shell complete paths. */
    private static Class<?> type(String label) {
        return List.of("FILE", "DIR", "OUT", "LESSONS").contains(label) ? File.class : String.class;
    }

    /**
     * Declares an option without a value.
     *
     * @param letters short names, like {@code -h}
     */
    public Options flag(String name, String help, String... letters) {
        return add(flagged(name, help, letters));
    }

    /** Begins an option without a value. */
    public static OptionSpec.Builder flagged(String name, String help, String... letters) {
        return OptionSpec.builder(name, letters).type(boolean.class).arity("0").description(help);
    }

    public Options json() {
        return flag(JSON, "one JSON object, schema 1");
    }

    /** Declares the option that names the folder of another course. */
    public Options lessons() {
        return option(LESSONS, "folder of the course (default: nabla's own)");
    }

    /** Declares the options that locate a class. */
    public Options classes() {
        return named(
                        Classes.FOLDER,
                        "DIR",
                        "the class's folder (default: class beside the journal, nabla doctor names it)")
                .named(
                        Classes.URL,
                        "URL",
                        "jdbc:postgresql://HOST/DATABASE, if the class is kept there; PGPASSFILE has its password");
    }

    /**
     * Declares the option for a size.
     *
     * @param help what the size applies to, after "width x height"
     */
    public Options size(String help) {
        return option(SIZE, "width x height " + help);
    }

    /**
     * Declares one option per setting.
     *
     * @param settings {@link DisplayProfile#PICTURE} for a command that only draws, else {@link
     *     DisplayProfile#SETTINGS}
     */
    public Options displayOptions(List<Setting<?>> settings) {
        for (Setting<?> setting : settings) {
            option(
                    "--" + setting.name(),
                    setting.choices(),
                    setting.help() + " (default: the config file's, else what is detected)");
        }
        return this;
    }

    /** Declares one option per knob that is an input of the question. */
    public <M extends Record> Options inputs(Figure<M> figure) {
        return knobs(figure, figure.inputs());
    }

    /** Declares one option per knob. */
    public <M extends Record> Options knobs(Figure<M> figure) {
        return knobs(figure, figure.knobs());
    }

    /**
     * Declares one option per knob. The option keeps the text that is typed, which the knob parses later. Its user
     * object is the knob's value in the figure's start.
     */
    private <M extends Record> Options knobs(Figure<M> figure, List<Knob<M, ?>> knobs) {
        for (Knob<M, ?> knob : knobs) {
            List<String> words = knob.choices(figure.start());
            String help = knob.info().help().replace("%", "%%")
                    + " ("
                    + knob.bounds(figure.start()).words("", "; ")
                    + (knob.info().needed() ? "in the example: " : "default: ")
                    + knob.text(figure.start())
                    + ")";
            boolean flag = knob.isFlag(figure.start());
            option(valued("--" + knob.name(), words.isEmpty() ? null : words, help)
                    .arity(flag ? "0..1" : "1")
                    .fallbackValue("true")
                    .userObject(knob.value(figure.start())));
        }
        return this;
    }

    public Options operand(String label, String help) {
        return operand(label, null, help);
    }

    /**
     * Declares an operand after those already declared. A label in brackets, like {@code [FILE]}, makes it optional.
     */
    public Options operand(String label, Iterable<String> offered, String help) {
        boolean required = !label.startsWith("[");
        String bare = required ? label : label.substring(1, label.length() - 1);
        return operand(PositionalParamSpec.builder()
                .paramLabel(bare)
                .arity(required ? "1" : "0..1")
                .index(String.valueOf(operands.size()))
                .required(required)
                .type(type(bare))
                .completionCandidates(offered)
                .description(help));
    }

    public Options operand(PositionalParamSpec.Builder operand) {
        String label = operand.paramLabel();
        operands.add(operand.arity().min() > 0 ? label : "[" + label + "]");
        return argument(operand::build);
    }
}
