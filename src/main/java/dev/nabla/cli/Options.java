package dev.nabla.cli;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.Setting;
import java.io.File;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Declares what a command takes, in picocli's terms: options with one value, flags, operands, and which of them exclude
 * or need each other. {@link Arguments} reads what was given.
 */
public final class Options {
    /** Asks for JSON, and for complaints in JSON. */
    public static final String JSON = "--json";

    /** Asks nothing. */
    public static final String YES = "--yes";

    public static final String SIZE = "--size";
    public static final String LESSONS = "--lessons";

    private final CommandPath path;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Map<ArgGroupSpec, OptionRule> rules = new IdentityHashMap<>();
    private String missing = "";

    public Options(CommandPath path) {
        this.path = path;
    }

    /** Returns the options from which a command of picocli was made. */
    public static Options of(CommandSpec spec) {
        return (Options) spec.userObject();
    }

    public CommandPath path() {
        return path;
    }

    public Command command() {
        return path.command();
    }

    public CommandSpec spec() {
        return spec;
    }

    /** Declares the options of the command, followed by those that every command has. */
    public void declare() {
        command().declare(this);
        add(flagged("--help", "show this help", "-h").usageHelp(true));
        add(flagged("--version", "show the version", "-V").versionHelp(true));
    }

    /**
     * Declares how help calls the subcommand, as an operand.
     *
     * @param label like {@code OP}
     */
    public Options subcommand(String label, String help) {
        missing = label.startsWith("[") ? "" : label + " is missing: " + help;
        // The operand stands for the subcommand; without this, picocli adds [COMMAND] where the model has subcommands.
        spec.usageMessage().synopsisSubcommandLabel("");
        return operand(PositionalParamSpec.builder()
                .paramLabel(label)
                .hideParamSyntax(true)
                .arity("0..1")
                .index("0")
                .type(String.class)
                .description(help));
    }

    /**
     * What is said about arguments that exclude or need each other.
     *
     * @param broken if those are given that do not go together
     * @param absent if none is given, but one has to be
     */
    private record OptionRule(String broken, String absent) {}

    /** Declares arguments that exclude or need each other. */
    public Options group(ArgGroupSpec group, String broken) {
        return group(group, broken, broken);
    }

    /** Declares arguments of which one has to be given. */
    public Options group(ArgGroupSpec group, String broken, String absent) {
        rules.put(group, new OptionRule(broken, absent));
        if (group.parentGroup() == null) {
            spec.addArgGroup(group);
        }
        return this;
    }

    /** Returns the complaint about arguments that do not go together. */
    public String broken(ArgGroupSpec group) {
        return rules.get(group).broken;
    }

    /** Returns the complaint about arguments of which one is missing. */
    public String absent(ArgGroupSpec group) {
        return rules.get(group).absent;
    }

    /** Returns the complaint about a subcommand that was not named; empty if the command can do without. */
    public String missing() {
        return missing;
    }

    /** Returns the command's name with its operands, like {@code due [SECTION] [WHEN]}. */
    public String synopsis(String name) {
        StringBuilder synopsis = new StringBuilder(name);
        for (PositionalParamSpec operand : spec.positionalParameters()) {
            String label = operand.paramLabel();
            synopsis.append(' ').append(operand.arity().min() > 0 ? label : "[" + label + "]");
        }
        return synopsis.toString();
    }

    /** Returns the end of a complaint, which names the help to read: a form is helped by the command that it is of. */
    public String see() {
        CommandPath named = spec.usageMessage().hidden() ? path.above() : path;
        return "; see " + named.name() + " --help";
    }

    public Options option(String name, String help) {
        return option(name, null, help);
    }

    /** @param offered what a shell may complete it with; null where that is not known */
    public Options option(String name, Iterable<String> offered, String help) {
        return option(valued(name, offered, help));
    }

    /** @param label what its value is called, like {@code FILE} */
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
        spec.addOption(option.build());
        return this;
    }

    /** By its type a shell knows that a path is asked for. */
    private static Class<?> type(String label) {
        return List.of("FILE", "DIR", "OUT", "LESSONS").contains(label) ? File.class : String.class;
    }

    /** @param letters short for it */
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

    /** A course by somebody else. */
    public Options lessons() {
        return option(LESSONS, "folder of the course (default: nabla's own)");
    }

    /** A class. */
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

    /** {@code help} says what has the size. */
    public Options size(String help) {
        return option(SIZE, "width x height " + help);
    }

    /** An option for each of these: {@link DisplayProfile#PICTURE} for what only draws, else {@link DisplayProfile#SETTINGS}. */
    public Options displayOptions(List<Setting<?>> settings) {
        for (Setting<?> setting : settings) {
            option(
                    "--" + setting.name(),
                    setting.choices(),
                    setting.help() + " (default: the config file's, else what is detected)");
        }
        return this;
    }

    /** An option for each knob that is an input of the question. */
    public <M extends Record> Options inputs(Figure<M> figure) {
        return knobs(figure, Knob.asked(figure));
    }

    /** An option for each knob. */
    public <M extends Record> Options knobs(Figure<M> figure) {
        return knobs(figure, figure.knobs());
    }

    /** The knobs read what is given; an option holds the value of the start. */
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

    /** An operand behind those there are; one that may be left out stands in brackets, like {@code [FILE]}. */
    public Options operand(String label, Iterable<String> offered, String help) {
        return operand(positional(label, help)
                .index(String.valueOf(spec.positionalParameters().size()))
                .completionCandidates(offered));
    }

    /** Begins the first operand, for a group. */
    public static PositionalParamSpec.Builder positional(String label, String help) {
        boolean required = !label.startsWith("[");
        String bare = required ? label : label.substring(1, label.length() - 1);
        return PositionalParamSpec.builder()
                .paramLabel(bare)
                .arity(required ? "1" : "0..1")
                .index("0")
                .required(required)
                .type(type(bare))
                .description(help);
    }

    public Options operand(PositionalParamSpec.Builder operand) {
        spec.addPositional(operand.build());
        return this;
    }

    /** What an operation answers, or any of them where none is named; worked out when it is asked for. */
    public static Iterable<String> facts(Optional<String> op) {
        List<String> all = Figures.operations();
        return () -> all.stream()
                .filter(id -> id.equals(op.orElse(id)))
                .flatMap(id -> names(Figures.named(id)).stream())
                .distinct()
                .iterator();
    }

    private static <M extends Record> List<String> names(Figure<M> figure) {
        return figure.facts(figure.start()).stream().map(Fact::name).toList();
    }

    /**
     * Words of nabla's own course that a shell may complete with; the course is read when they are asked for, and none are
     * offered where it is not there.
     */
    public static Iterable<String> ofCourse(Environment console, Function<Course, List<String>> words) {
        return () -> {
            try {
                return words.apply(console.course().get()).iterator();
            } catch (BadInput missing) {
                return Collections.emptyIterator();
            }
        };
    }
}
