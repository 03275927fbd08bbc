package dev.nabla.cli.command;

import dev.nabla.cli.FigureArgument;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.Inputs;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Value;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.math.Spelling;
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
record Complaints(List<String> arguments, CommandSpec spec) {

    /** What the option parser found among the arguments. */
    static String of(ParameterException bad, List<String> arguments) {
        return new Complaints(arguments, bad.getCommandLine().getCommandSpec()).words(bad);
    }

    private String words(ParameterException bad) {
        if (bad instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0));
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
        return valuedFlag().orElseGet(() -> Character.toLowerCase(message.charAt(0)) + message.substring(1));
    }

    /** A flag that was given a value, as in {@code --json=yes}. */
    private Optional<String> valuedFlag() {
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

    private String unmatched(String word) {
        String typed = word.replaceAll("=.*", "");
        String name = hyphenated(typed);
        if (name.length() < 2 || !name.startsWith("-") || isNumber(word)) {
            return "'" + word + "' is one argument too many" + instead(word);
        }
        int end = arguments.indexOf("--");
        if (end >= 0 && end < arguments.indexOf(word)) {
            return "'" + name + "' stands behind --, where nothing is an option; leave out --";
        }
        return ownerless(name).or(() -> action(name)).orElseGet(() -> unknownOption(typed));
    }

    /** With two hyphens for the dash that some programs make of them. */
    private static String hyphenated(String word) {
        return word.replaceAll("^[\u2010-\u2015\u2212]-*", "--");
    }

    /** An input of a figure that was not named. */
    private Optional<String> ownerless(String name) {
        if (!takesFigure() || FigureArgument.in(arguments).isPresent()) {
            return Optional.empty();
        }
        String label = spec.positionalParameters().get(0).paramLabel();
        return Figures.operations().stream()
                .filter(id -> has(Figures.named(id), name.replaceAll("^-+", "")))
                .findFirst()
                .map(id -> label + " is missing: it stands before its inputs, like " + spec.name() + " " + id + " "
                        + name);
    }

    private static <M extends Record> boolean has(Figure<M> figure, String input) {
        return Knob.asked(figure).stream().anyMatch(knob -> knob.name().equals(input));
    }

    private boolean takesFigure() {
        return spec.positionalParameters().stream()
                .limit(1)
                .anyMatch(operand -> FigureArgument.LABELS.contains(operand.paramLabel()));
    }

    /** A word that the command knows without dashes. */
    private Optional<String> action(String name) {
        String word = name.replaceAll("^-+", "");
        return spec.positionalParameters().stream()
                        .anyMatch(operand ->
                                operand.completionCandidates() instanceof List<String> known && known.contains(word))
                ? Optional.of("unknown option '" + name + "'; without dashes it is " + spec.name() + " " + word)
                : Optional.empty();
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
                    + String.join(" ", ordered.stream().map(Inputs::word).toList());
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

    /** An option may also be named by the words that its help begins with, as with {@code --learning-rate}. */
    private String unknownOption(String name) {
        String typed = hyphenated(name);
        String words = typed.replaceAll("[-_]+", " ").strip().toLowerCase(Locale.ROOT);
        Optional<OptionSpec> meant = spec.options().stream()
                .filter(option -> words.length() > 3 && option.description()[0].startsWith(words))
                .findFirst();
        String suggestion = meant.isEmpty() || Spelling.closest(typed, names()).isPresent()
                ? Spelling.suggest(typed, names())
                : "did you mean '" + meant.get().names()[0] + "', the " + words + "?";
        return "unknown option '" + name + "'; " + suggestion;
    }

    /** What to do with a word that belongs to no option. */
    private String instead(String word) {
        int equals = word.indexOf('=');
        if (equals > 0 && names().contains("--" + word.substring(0, equals))) {
            return "; type --" + word;
        }
        int at = arguments.indexOf(word);
        String before = at > 0 ? arguments.get(at - 1) : "";
        if (before.endsWith("=")) {
            String option = before.equals("=") && at > 1 ? arguments.get(at - 2) : before.replace("=", "");
            return "; write no blanks round =, like " + option + "=" + word;
        }
        if (names().contains("--" + word)) {
            boolean valued = at + 1 < arguments.size() && !arguments.get(at + 1).startsWith("--");
            return "; type --" + word + (valued ? " " + arguments.get(at + 1) : "");
        }
        if (spec.findOption(BatchCommand.BATCH) != null && Figures.ids().contains(word)) {
            return "; each line of " + BatchCommand.BATCH + " names its own op";
        }
        if (!isNumber(word)) {
            return "";
        }
        boolean second = at > 1 && isNumber(before) && bare(word).indexOf(',') < 0;
        return (second ? joined(arguments.get(at - 2), before, word) : Optional.<String>empty())
                .or(() -> wanting().map(option -> "; type " + option + " " + word))
                .orElse("");
    }

    /** Two numbers behind an option that takes more than one at once. */
    private Optional<String> joined(String option, String first, String second) {
        if (option.equals(Options.SIZE)) {
            return Optional.of(
                    "; between width and height write x and no blanks, like " + option + " " + first + "x" + second);
        }
        boolean list = option.equals(CheckCommand.ANSWER)
                || FigureArgument.idIn(arguments)
                        .filter(id -> holdsMany(Figures.named(id), option))
                        .isPresent();
        return list
                ? Optional.of("; between numbers write commas and no blanks, like " + option + " " + bare(first) + ","
                        + bare(second))
                : Optional.empty();
    }

    private static <M extends Record> boolean holdsMany(Figure<M> figure, String option) {
        return figure.knobs().stream()
                .filter(knob -> option.equals("--" + knob.name()))
                .map(knob -> knob.value(figure.start()))
                .anyMatch(value -> value instanceof Value.Reals || value instanceof Value.Rows);
    }

    /** The option that a bare number was probably meant for: an answer, or the first input that is not given yet. */
    private Optional<String> wanting() {
        List<String> wanted = takesFigure() ? names() : List.of(CheckCommand.ANSWER);
        return wanted.stream()
                .filter(name -> spec.findOption(name) != null && !isGiven(name))
                .findFirst()
                .filter(name -> spec.findOption(name).arity().max() > 0 && !name.equals(SolveCommand.GET));
    }

    private boolean isGiven(String option) {
        return arguments.stream().anyMatch(word -> word.equals(option) || word.startsWith(option + "="));
    }

    /** Without a comma behind it. */
    private static String bare(String number) {
        return number.endsWith(",") ? number.substring(0, number.length() - 1) : number;
    }

    private static boolean isNumber(String word) {
        return word.matches("[-+]?\\.?[0-9].*");
    }

    private List<String> names() {
        return spec.options().stream().map(option -> option.names()[0]).toList();
    }
}
