package dev.nabla.cli;

import dev.nabla.figure.Figures;
import dev.nabla.figure.Spelling;
import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** What the option parser found among the arguments. */
    static String of(ParameterException bad, List<String> arguments) {
        CommandSpec spec = bad.getCommandLine().getCommandSpec();
        if (bad instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            return word.startsWith("-") && !isNumber(word)
                    ? unknownOption(word.replaceAll("=.*", ""), spec)
                    : "'" + word + "' is one argument too many" + instead(word, arguments, spec);
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
        Optional<String> valued = valuedFlag(arguments, spec);
        if (valued.isPresent()) {
            return valued.get();
        }
        String message = bad.getMessage();
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    /** A first word that is no command; a figure or a section is named behind one. */
    static String unknownCommand(String word, List<String> commands) {
        if (Figures.ids().contains(word)) {
            String solve = Figures.operations().contains(word) ? "nabla solve " + word + " or " : "";
            return "'" + word + "' is a figure; type " + solve + "nabla show " + word;
        }
        if (isNumber(word)) {
            return "'" + word + "' is no command; to open a section type nabla learn 06";
        }
        List<String> known = new ArrayList<>(commands);
        known.addAll(List.of("--help", "--version"));
        String kind = word.startsWith("-") ? "unknown option '" : "unknown command '";
        return kind + word + "'; " + Spelling.suggest(word, known);
    }

    private static String unknownOption(String name, CommandSpec spec) {
        List<String> known = longNames(spec);
        String suggestion = Spelling.closest(name, known).isPresent()
                ? Spelling.suggest(name, known)
                : meaning(name, spec).orElseGet(() -> Spelling.suggest(name, known));
        return "unknown option '" + name + "'; " + suggestion;
    }

    /** A flag that was given a value, as in {@code --json=yes}. */
    private static Optional<String> valuedFlag(List<String> arguments, CommandSpec spec) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            OptionSpec option = equals < 0 ? null : spec.findOption(argument.substring(0, equals));
            if (option != null && option.arity().max() == 0) {
                return Optional.of(
                        option.names()[0] + " takes no value; leave out '" + argument.substring(equals) + "'");
            }
        }
        return Optional.empty();
    }

    /** The option whose help begins with what was typed for its name, as with {@code --learning-rate}. */
    private static Optional<String> meaning(String name, CommandSpec spec) {
        String words = name.replaceAll("[-_]+", " ").strip().toLowerCase(Locale.ROOT);
        return spec.options().stream()
                .filter(option -> words.length() > 3 && option.description()[0].startsWith(words))
                .findFirst()
                .map(option -> "did you mean '" + option.names()[0] + "', the " + words + "?");
    }

    /** What to do with a word that belongs to no option. */
    private static String instead(String word, List<String> arguments, CommandSpec spec) {
        int equals = word.indexOf('=');
        if (equals > 0 && longNames(spec).contains("--" + word.substring(0, equals))) {
            return "; type --" + word;
        }
        int at = arguments.indexOf(word);
        if (isNumber(word) && at > 1 && arguments.get(at - 2).startsWith("--") && isNumber(arguments.get(at - 1))) {
            return "; between numbers write commas and no blanks, like " + arguments.get(at - 2) + " "
                    + joined(arguments.get(at - 1)) + "," + joined(word);
        }
        return isNumber(word)
                ? wanting(spec).map(option -> "; type " + option + " " + word).orElse("")
                : "";
    }

    /** The option that a bare number was probably meant for: an answer, or the first input of an operation. */
    private static Optional<String> wanting(CommandSpec spec) {
        if (spec.findOption(CheckCommand.ANSWER) != null) {
            return Optional.of(CheckCommand.ANSWER);
        }
        boolean takesInputs =
                spec.positionalParameters().stream().anyMatch(operand -> Operand.LABELS.contains(operand.paramLabel()));
        return takesInputs ? Optional.of(spec.options().get(0).names()[0]) : Optional.empty();
    }

    private static String joined(String number) {
        return number.endsWith(",") ? number.substring(0, number.length() - 1) : number;
    }

    private static boolean isNumber(String word) {
        return word.matches("[-+]?\\.?[0-9].*");
    }

    /** A first word that is no action of the command's. */
    static BadInput unknownAction(String action, List<String> known) {
        return BadInput.usage("usage", "unknown action '" + action + "'; " + Spelling.suggest(action, known));
    }

    private static List<String> longNames(CommandSpec spec) {
        return spec.options().stream().map(option -> option.names()[0]).toList();
    }
}
