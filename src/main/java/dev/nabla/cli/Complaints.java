package dev.nabla.cli;

import dev.nabla.figure.Spelling;
import dev.nabla.math.BadInput;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the words of a command line, in nabla's words: the thing, the value, what to type. */
final class Complaints {
    private Complaints() {}

    /** What the option parser found. */
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
            ArgSpec argument = missing.getMissing().get(0);
            return argument instanceof OptionSpec option
                    ? option.names()[0] + " needs a value"
                    : argument.paramLabel() + " is missing: " + argument.description()[0];
        }
        if (bad instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return option.names()[0] + " is given twice; give it once";
        }
        String message = bad.getMessage();
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    /** A first word that is no action of the command's. */
    static BadInput unknownAction(String action, List<String> known) {
        return BadInput.usage("usage", "unknown action '" + action + "'; " + Spelling.suggest(action, known));
    }

    private static List<String> longNames(CommandSpec spec) {
        return spec.options().stream().map(option -> option.names()[0]).toList();
    }
}
