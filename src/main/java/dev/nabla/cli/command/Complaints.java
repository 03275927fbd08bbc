package dev.nabla.cli.command;

import dev.nabla.cli.FigureArgument;
import dev.nabla.cli.LookOptions;
import dev.nabla.cli.input.FileName;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Spelling;
import dev.nabla.figure.Value;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
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
            return unmatched(unmatched.getUnmatched().get(0), arguments, spec);
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

    private static String unmatched(String word, List<String> arguments, CommandSpec spec) {
        String name = hyphenated(word.replaceAll("=.*", ""));
        if (name.length() < 2 || !name.startsWith("-") || isNumber(word)) {
            return "'" + word + "' is one argument too many" + instead(word, arguments, spec);
        }
        int end = arguments.indexOf("--");
        if (end >= 0 && end < arguments.indexOf(word)) {
            return "'" + name + "' stands behind --, where nothing is an option; leave out --";
        }
        return ownerless(name, arguments, spec)
                .or(() -> action(name, spec))
                .orElseGet(() -> unknownOption(word.replaceAll("=.*", ""), spec));
    }

    /** With two hyphens for the dash that some programs make of them. */
    private static String hyphenated(String word) {
        return word.replaceAll("^[\u2010-\u2015\u2212]-*", "--");
    }

    /** An input of a figure that was not named. */
    private static Optional<String> ownerless(String name, List<String> arguments, CommandSpec spec) {
        return operand(spec)
                .filter(label -> FigureArgument.LABELS.contains(label)
                        && FigureArgument.in(arguments).isEmpty())
                .flatMap(label -> Figures.operations().stream()
                        .filter(id -> has(Figures.named(id), name.replaceAll("^-+", "")))
                        .findFirst()
                        .map(id -> label + " is missing: it stands before its inputs, like " + spec.name() + " " + id
                                + " " + name));
    }

    private static <M extends Record> boolean has(Figure<M> figure, String input) {
        return Knob.asked(figure).stream().anyMatch(knob -> knob.name().equals(input));
    }

    private static Optional<String> operand(CommandSpec spec) {
        return spec.positionalParameters().stream().findFirst().map(ArgSpec::paramLabel);
    }

    /** A word that the command knows without dashes. */
    private static Optional<String> action(String name, CommandSpec spec) {
        String word = name.replaceAll("^-+", "");
        for (PositionalParamSpec operand : spec.positionalParameters()) {
            if (operand.completionCandidates() instanceof List) {
                for (String known : operand.completionCandidates()) {
                    if (known.equals(word)) {
                        return Optional.of(
                                "unknown option '" + name + "'; without dashes it is " + spec.name() + " " + word);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A first word that is no command; a figure or a section is named behind one. */
    static String unknownCommand(List<String> arguments, List<String> commands) {
        String word = arguments.get(0);
        Optional<String> behind = arguments.stream().filter(commands::contains).findFirst();
        if (word.startsWith("-") && behind.isPresent()) {
            List<String> ordered = new ArrayList<>(arguments);
            ordered.remove(behind.get());
            ordered.add(0, behind.get());
            return "'" + word + "' stands before the command; type nabla "
                    + String.join(" ", ordered.stream().map(FileName::word).toList());
        }
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
        String typed = hyphenated(name);
        String suggestion = Spelling.closest(typed, known).isPresent()
                ? Spelling.suggest(typed, known)
                : meaning(typed, spec).orElseGet(() -> Spelling.suggest(typed, known));
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
        String before = at > 0 ? arguments.get(at - 1) : "";
        if (before.endsWith("=")) {
            String option = before.equals("=") && at > 1 ? arguments.get(at - 2) : before.replace("=", "");
            return "; write no blanks round =, like " + option + "=" + word;
        }
        if (longNames(spec).contains("--" + word)) {
            boolean valued = at + 1 < arguments.size() && !arguments.get(at + 1).startsWith("--");
            return "; type --" + word + (valued ? " " + arguments.get(at + 1) : "");
        }
        if (spec.findOption(BatchCommand.BATCH) != null && Figures.ids().contains(word)) {
            return "; each line of " + BatchCommand.BATCH + " names its own op";
        }
        if (isNumber(word) && at > 1 && isNumber(before) && joined(word).indexOf(',') < 0) {
            Optional<String> joined = joined(arguments.get(at - 2), before, word, arguments);
            if (joined.isPresent()) {
                return joined.get();
            }
        }
        return isNumber(word)
                ? wanting(arguments, spec)
                        .map(option -> "; type " + option + " " + word)
                        .orElse("")
                : "";
    }

    /** Two numbers behind an option that takes more than one at once. */
    private static Optional<String> joined(String option, String first, String second, List<String> arguments) {
        if (option.equals(LookOptions.SIZE)) {
            return Optional.of(
                    "; between width and height write x and no blanks, like " + option + " " + first + "x" + second);
        }
        boolean list = option.equals(CheckCommand.ANSWER)
                || FigureArgument.idIn(arguments)
                        .filter(id -> holdsMany(Figures.named(id), option))
                        .isPresent();
        return list
                ? Optional.of("; between numbers write commas and no blanks, like " + option + " " + joined(first) + ","
                        + joined(second))
                : Optional.empty();
    }

    private static <M extends Record> boolean holdsMany(Figure<M> figure, String option) {
        return figure.knobs().stream()
                .filter(knob -> option.equals("--" + knob.name()))
                .map(knob -> knob.value(figure.start()))
                .anyMatch(value -> value instanceof Value.Reals || value instanceof Value.Rows);
    }

    /** The option that a bare number was probably meant for: an answer, or the first input that is not given yet. */
    private static Optional<String> wanting(List<String> arguments, CommandSpec spec) {
        boolean takesInputs =
                operand(spec).filter(FigureArgument.LABELS::contains).isPresent();
        String option = takesInputs
                ? longNames(spec).stream()
                        .filter(name -> !isGiven(name, arguments))
                        .findFirst()
                        .orElse("")
                : CheckCommand.ANSWER;
        OptionSpec found = spec.findOption(option);
        boolean wanted = found != null && found.arity().max() > 0 && !isGiven(option, arguments);
        return wanted && !option.equals(SolveCommand.GET) ? Optional.of(option) : Optional.empty();
    }

    private static boolean isGiven(String option, List<String> arguments) {
        return arguments.stream().anyMatch(word -> word.equals(option) || word.startsWith(option + "="));
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
