package dev.nabla.cli;

import dev.nabla.figure.InputSuggestion;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Numerals;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What a command takes, in picocli's terms: options with one value, flags, and operands. */
public final class Options {
    /** Asks for JSON, and for complaints in JSON. */
    public static final String JSON = "--json";

    public static final String ONE = "1";
    public static final String AT_MOST_ONE = "0..1";

    private Options() {}

    public static void add(CommandSpec spec, String name, String help) {
        add(spec, name, null, help);
    }

    /** @param offered what a shell may complete it with; null where that is not known */
    public static void add(CommandSpec spec, String name, Iterable<String> offered, String help) {
        spec.addOption(OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel(name.substring(2).toUpperCase(Locale.ROOT))
                .completionCandidates(offered)
                .description(help)
                .build());
    }

    public static void addFlag(CommandSpec spec, String name, String help) {
        spec.addOption(OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(help)
                .build());
    }

    public static void addJson(CommandSpec spec) {
        addFlag(spec, JSON, "one JSON object, schema 1");
    }

    /** The whole number given for an option, if one was; a complaint about it names the option. */
    public static Optional<Long> whole(ParseResult parsed, String name, long least, long most) {
        String text = parsed.matchedOptionValue(name, null);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Numerals.whole(text, least, most));
        } catch (BadInput bad) {
            throw InputSuggestion.offered(bad, text, typed -> Numerals.whole(typed, least, most))
                    .about(name);
        }
    }

    /** Adds an operand behind those there are. */
    public static void addOperand(CommandSpec spec, String label, String arity, String help) {
        addOperand(spec, label, arity, null, help);
    }

    /** @param offered what a shell may complete it with; null where that is not known */
    public static void addOperand(CommandSpec spec, String label, String arity, Iterable<String> offered, String help) {
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel(label)
                .arity(arity)
                .index(String.valueOf(spec.positionalParameters().size()))
                .required(arity.equals(ONE))
                .type(String.class)
                .completionCandidates(offered)
                .description(help)
                .build());
    }
}
