package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Options;
import dev.nabla.figure.Knob;
import dev.nabla.figure.ShellLine;
import dev.nabla.figure.Value;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.math.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the words of a command line: the thing, the value, what to type. */
record Complaints(List<String> arguments, CommandSpec spec) {

    /** Words for what the option parser found among the arguments. */
    static String of(ParameterException bad, List<String> arguments) {
        return new Complaints(arguments, bad.getCommandLine().getCommandSpec()).words(bad);
    }

    private String words(ParameterException bad) {
        if (bad instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0));
        }
        if (bad instanceof MissingParameterException missing) {
            ArgSpec argument = missing.getMissing().get(0);
            return argument instanceof OptionSpec option
                    ? name(option) + " needs a value"
                    : argument.paramLabel() + " is missing: " + argument.description()[0];
        }
        if (bad instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return name(option) + " is given twice; give it once";
        }
        return arguments.stream()
                .map(word -> word.split("=", 2))
                .filter(parts -> parts.length > 1 && isFlag(parts[0]))
                .findFirst()
                .map(parts -> parts[0] + " takes no value; leave out '=" + parts[1] + "'")
                .orElse(bad.getMessage());
    }

    private boolean isFlag(String name) {
        OptionSpec option = spec.findOption(name);
        return option != null && option.arity().max() == 0;
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
        String bare = name.replaceAll("^-+", "");
        return ownerless(name, bare).or(() -> action(name, bare)).orElseGet(() -> unknownOption(typed, name));
    }

    /** With two hyphens for the dash that some programs make of them. */
    private static String hyphenated(String word) {
        return word.replaceAll("^[\u2010-\u2015\u2212]-*", "--");
    }

    /** An input of a figure that was not named. */
    private Optional<String> ownerless(String name, String input) {
        boolean named = Arguments.firstWord(arguments).isPresent();
        return spec.positionalParameters().stream()
                .map(ArgSpec::paramLabel)
                .filter(label -> !named && List.of("OP", "FIGURE").contains(label))
                .findFirst()
                .flatMap(label -> Figures.operations().stream()
                        .filter(id -> Knob.asked(Figures.named(id)).stream()
                                .anyMatch(knob -> knob.name().equals(input)))
                        .findFirst()
                        .map(id -> label + " is missing: it stands before its inputs, like " + spec.name() + " " + id
                                + " " + name));
    }

    /** A word that the command knows without dashes. */
    private Optional<String> action(String name, String word) {
        boolean known = spec.positionalParameters().stream()
                .anyMatch(operand ->
                        operand.completionCandidates() instanceof List<String> actions && actions.contains(word));
        return known
                ? Optional.of("unknown option '" + name + "'; without dashes it is " + spec.name() + " " + word)
                : Optional.empty();
    }

    /** A first word that is no command; a figure or a section is named behind one. */
    static String unknownCommand(List<String> arguments, Collection<String> commands) {
        String word = arguments.get(0);
        Optional<String> behind = arguments.stream().filter(commands::contains).findFirst();
        if (word.startsWith("-") && behind.isPresent()) {
            Stream<String> others = arguments.stream().filter(other -> !other.equals(behind.get()));
            return "'" + word + "' stands before the command; type nabla " + behind.get() + " "
                    + others.map(ShellLine::quoted).collect(Collectors.joining(" "));
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
    private String unknownOption(String typed, String name) {
        String words = name.replaceAll("[-_]+", " ").strip().toLowerCase(Locale.ROOT);
        return "unknown option '" + typed + "'; "
                + spec.options().stream()
                        .filter(option -> words.length() > 3 && option.description()[0].startsWith(words))
                        .findFirst()
                        .filter(option -> Spelling.closest(name, names()).isEmpty())
                        .map(option -> "did you mean '" + name(option) + "', the " + words + "?")
                        .orElseGet(() -> Spelling.suggest(name, names()));
    }

    /** Advice about a word that belongs to no option. */
    private String instead(String word) {
        int at = arguments.indexOf(word);
        String before = at > 0 ? arguments.get(at - 1) : "";
        if (before.endsWith("=")) {
            String option = before.equals("=") && at > 1 ? arguments.get(at - 2) : before.replace("=", "");
            return "; write no blanks round =, like " + option + "=" + word;
        }
        if (names().contains("--" + word.replaceAll("=.*", ""))) {
            boolean valued = word.indexOf('=') < 0
                    && at + 1 < arguments.size()
                    && !arguments.get(at + 1).startsWith("--");
            return "; type --" + word + (valued ? " " + arguments.get(at + 1) : "");
        }
        if (spec.findOption(BatchCommand.BATCH) != null && Figures.ids().contains(word)) {
            return "; each line of " + BatchCommand.BATCH + " names its own op";
        }
        if (!isNumber(word)) {
            return "";
        }
        String pair = bare(before) + "," + bare(word);
        OptionSpec option = at > 1 && isNumber(before) ? spec.findOption(arguments.get(at - 2)) : null;
        if (option != null && name(option).equals(Options.SIZE)) {
            return "; between width and height write x and no blanks, like --size " + pair.replace(',', 'x');
        }
        if (option != null && bare(word).indexOf(',') < 0 && isList(option)) {
            return "; between numbers write commas and no blanks, like " + name(option) + " " + pair;
        }
        return wanting().map(input -> "; type " + input + " " + word).orElse("");
    }

    /** Without a comma behind it. */
    private static String bare(String number) {
        return number.endsWith(",") ? number.substring(0, number.length() - 1) : number;
    }

    private static boolean isList(OptionSpec option) {
        return option.userObject() instanceof Value.Reals
                || option.userObject() instanceof Value.Rows
                || name(option).equals(CheckCommand.ANSWER);
    }

    /** The option that a bare number was probably meant for: an answer, or the first input that is not given yet. */
    private Optional<String> wanting() {
        return spec.options().stream()
                .filter(option -> option.userObject() != null || name(option).equals(CheckCommand.ANSWER))
                .map(Complaints::name)
                .filter(name -> arguments.stream().noneMatch(word -> word.equals(name) || word.startsWith(name + "=")))
                .findFirst();
    }

    private static boolean isNumber(String word) {
        return word.matches("[-+]?\\.?[0-9].*");
    }

    private static String name(OptionSpec option) {
        return option.names()[0];
    }

    private List<String> names() {
        return spec.options().stream().map(Complaints::name).toList();
    }
}
