package dev.nabla.cli.command;

import dev.nabla.cli.Options;
import dev.nabla.math.BadInput;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The error message about a command line: what is wrong, the value, and what to type.
 *
 * @param arguments everything after the command's name
 * @param parsed picocli's result for these words
 */
record Complaints(List<String> arguments, ParseResult parsed) {

    /** Returns the error for an exception that picocli has thrown while parsing the words of a command. */
    static BadInput of(ParameterException bad, ParseResult parsed) {
        if (bad.getCause() instanceof BadInput refused) {
            return refused;
        }
        Complaints complaints = new Complaints(parsed.expandedArgs(), parsed);
        return BadInput.usage(
                "usage",
                complaints
                        .rule(bad)
                        .orElseGet(() ->
                                complaints.message(bad) + complaints.options().see()));
    }

    private CommandSpec spec() {
        return parsed.commandSpec();
    }

    private Options options() {
        return Options.of(spec());
    }

    /** Returns the message about a broken rule, which needs no hint to the help. */
    private Optional<String> rule(ParameterException bad) {
        boolean together = bad instanceof MutuallyExclusiveArgsException || bad instanceof MaxValuesExceededException;
        if (together
                && !spec().argGroups().isEmpty()
                && givenTwice().isEmpty()
                && flagWithValue().isEmpty()) {
            return Optional.of(options().broken(spec().argGroups().get(0)));
        }
        if (bad instanceof MissingParameterException missing) {
            ArgSpec argument = missing.getMissing().get(0);
            boolean typed = argument instanceof OptionSpec option && arguments.contains(name(option));
            return Optional.ofNullable(argument.group()).filter(group -> !typed).map(options()::absent);
        }
        if (bad instanceof UnmatchedArgumentException unmatched) {
            return surplus(unmatched).rule();
        }
        return Optional.empty();
    }

    private SurplusWord surplus(UnmatchedArgumentException unmatched) {
        return new SurplusWord(unmatched.getUnmatched().get(0), arguments, parsed);
    }

    private String message(ParameterException bad) {
        if (bad instanceof UnmatchedArgumentException unmatched) {
            return surplus(unmatched).message();
        }
        if (bad instanceof MissingParameterException missing) {
            return missing(missing);
        }
        if (bad instanceof OverwrittenOptionException again && again.getOverwritten() instanceof OptionSpec option) {
            return name(option) + " is given twice; give it once";
        }
        Optional<OptionSpec> twice = givenTwice();
        if (twice.isPresent()) {
            return name(twice.get()) + " is given twice; give it once";
        }
        return flagWithValue()
                .map(parts -> parts[0] + " takes no value; leave out '=" + parts[1] + "'")
                .orElse(bad.getMessage());
    }

    private Optional<String[]> flagWithValue() {
        return arguments.stream()
                .map(word -> word.split("=", 2))
                .filter(parts -> parts.length > 1 && isFlag(parts[0]))
                .findFirst();
    }

    private Optional<OptionSpec> givenTwice() {
        List<OptionSpec> matched = parsed.matchedOptions();
        return matched.stream()
                .filter(option -> Collections.frequency(matched, option) > 1)
                .findFirst();
    }

    /**
     * Returns the message about a missing argument. A missing operand is reported before a missing option, since it is
     * typed first.
     */
    private String missing(MissingParameterException bad) {
        ArgSpec argument = bad.getMissing().stream()
                .filter(ArgSpec::isPositional)
                .findFirst()
                .orElse(bad.getMissing().get(0));
        if (argument instanceof OptionSpec option) {
            return arguments.contains(name(option))
                    ? name(option) + " needs a value"
                    : name(option) + " is missing: " + option.description()[0];
        }
        return argument.paramLabel() + " is missing: " + argument.description()[0];
    }

    private boolean isFlag(String name) {
        OptionSpec option = spec().findOption(name);
        return option != null && option.arity().max() == 0;
    }

    static String name(OptionSpec option) {
        return option.names()[0];
    }
}
