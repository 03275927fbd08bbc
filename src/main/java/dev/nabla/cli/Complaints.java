package dev.nabla.cli;

import dev.nabla.figure.Spelling;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the option parser found wrong, in nabla's words: the thing, the value, what to type. */
final class Complaints {
    private Complaints() {}

    static String of(ParameterException bad) {
        CommandSpec spec = bad.getCommandLine().getCommandSpec();
        if (bad instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            if (!word.startsWith("-")) {
                return "'" + word + "' is one argument too many";
            }
            String name = word.replaceAll("=.*", "");
            return "unknown option '" + name + "'; " + Spelling.suggest(name, longNames(spec));
        }
        if (bad instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            var argument = missing.getMissing().get(0);
            return argument.isOption()
                    ? "nothing after " + argument.paramLabel() + "'s option"
                    : "the " + argument.paramLabel() + " is missing";
        }
        String message = bad.getMessage();
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private static List<String> longNames(CommandSpec spec) {
        return spec.options().stream().map(option -> option.longestName()).toList();
    }
}
