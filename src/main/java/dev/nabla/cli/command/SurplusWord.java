package dev.nabla.cli.command;

import dev.nabla.cli.CommandPath;
import dev.nabla.cli.Options;
import dev.nabla.figure.ShellCommand;
import dev.nabla.figure.Value;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.math.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * A word that the command does not take, as an operand or as an option: what is said about it, and what to type
 * instead.
 *
 * @param arguments everything after the command's name
 * @param parsed picocli's result for these words
 */
record SurplusWord(String word, List<String> arguments, ParseResult parsed) {
    /**
     * Returns the message about a first word that is no command. For a figure or a section it names the command to type
     * before it.
     */
    static String unknownCommand(List<String> arguments, Collection<String> commands) {
        String word = arguments.get(0);
        Optional<String> behind = arguments.stream().filter(commands::contains).findFirst();
        if (word.startsWith("-") && behind.isPresent()) {
            Stream<String> others = arguments.stream().filter(other -> !other.equals(behind.get()));
            return "'" + word + "' stands before the command; type nabla " + behind.get() + " "
                    + others.map(ShellCommand::quoted).collect(Collectors.joining(" "));
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

    private CommandSpec spec() {
        return parsed.commandSpec();
    }

    private Options options() {
        return Options.of(spec());
    }

    /** Returns the message about a broken rule, which needs no hint to the help. */
    Optional<String> rule() {
        return word.startsWith("-")
                ? optionOfOtherCommand(word.replaceAll("=.*", ""))
                : excluded().or(() -> options().command().insteadOf(word).map(instead -> tooMany() + "; " + instead));
    }

    /** Returns the message about the word, to which a hint to the help is added. */
    String message() {
        String typed = word.replaceAll("=.*", "");
        String name = hyphenated(typed);
        if (name.length() < 2 || !name.startsWith("-") || isNumber(word)) {
            return tooMany() + instead();
        }
        int end = arguments.indexOf("--");
        if (end >= 0 && end < arguments.indexOf(word)) {
            return "'" + name + "' stands behind --, where nothing is an option; leave out --";
        }
        String bare = name.replaceAll("^-+", "");
        return ownerless(name, bare)
                .or(() -> action(name, bare))
                .or(this::unnamed)
                .orElseGet(() -> unknownOption(typed, name));
    }

    private String tooMany() {
        return "'" + word + "' is one argument too many";
    }

    /**
     * Returns the message about an option of the parent command or of its other subcommands; empty if there is no such
     * option.
     */
    private Optional<String> optionOfOtherCommand(String name) {
        CommandPath path = options().path();
        CommandPath family = path.command().subcommands().isEmpty() ? path.above() : path;
        List<String> subcommands = family.command().subcommands();
        if (family.isNabla()
                || family.command().takesFigure()
                || subcommands.isEmpty()
                || !options().missing().isEmpty()) {
            return Optional.empty();
        }
        List<CommandPath> owners = new ArrayList<>();
        owners.add(family);
        subcommands.forEach(word -> owners.add(family.below(word)));
        owners.removeIf(owner -> !takes(owner, name));
        return switch (owners.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(name + " goes with " + owners.get(0).name() + " alone; leave it out");
            default -> Optional.of(name + " does not go with " + path.name() + "; leave it out");
        };
    }

    private static boolean takes(CommandPath path, String option) {
        Options options = new Options(path);
        options.declare();
        return options.spec().findOption(option) != null;
    }

    /** Returns the message about an operand that an option given before it excludes. */
    private Optional<String> excluded() {
        return spec().argGroups().stream()
                .filter(group -> group.exclusive()
                        && group.args().stream().anyMatch(ArgSpec::isPositional)
                        && group.args().stream().anyMatch(parsed.matchedOptions()::contains))
                .findFirst()
                .map(options()::broken);
    }

    /** Returns the word with two hyphens in place of a leading dash, since some programs convert hyphens to dashes. */
    private static String hyphenated(String word) {
        return word.replaceAll("^[\u2010-\u2015\u2212]-*", "--");
    }

    /** Returns the message about an input that was typed without the name of its figure. */
    private Optional<String> ownerless(String name, String input) {
        if (!options().command().takesFigure()) {
            return Optional.empty();
        }
        String label = spec().positionalParameters().get(0).paramLabel();
        return Figures.operations().stream()
                .filter(id -> Figures.named(id).inputs().stream()
                        .anyMatch(knob -> knob.name().equals(input)))
                .findFirst()
                .map(id -> label + " is missing: it stands before its inputs, like "
                        + options().path().name() + " " + id + " " + name);
    }

    /** Returns the message about a subcommand that was typed with dashes. */
    private Optional<String> action(String name, String word) {
        return options().command().subcommands().contains(word)
                ? Optional.of("unknown option '" + name + "'; without dashes it is "
                        + options().path().name() + " " + word)
                : Optional.empty();
    }

    /** Returns the message that the subcommand is missing, if it has to stand before its options. */
    private Optional<String> unnamed() {
        return Optional.of(options().missing()).filter(missing -> !missing.isEmpty());
    }

    /**
     * Returns the message about an unknown option. It suggests an option whose help begins with the words typed, like
     * {@code --eta} for {@code --learning-rate}.
     */
    private String unknownOption(String typed, String name) {
        Optional<String> instead =
                namedNumbers(name).or(() -> options().command().insteadOf(name.replaceAll("^-+", "")));
        if (instead.isPresent()) {
            return "unknown option '" + typed + "'; " + instead.get();
        }
        String words = name.replaceAll("[-_]+", " ").strip().toLowerCase(Locale.ROOT);
        return "unknown option '" + typed + "'; "
                + spec().options().stream()
                        .filter(option -> words.length() > 3 && option.description()[0].startsWith(words))
                        .findFirst()
                        .filter(option -> Spelling.closest(name, names()).isEmpty())
                        .map(option -> "did you mean '" + Complaints.name(option) + "', the " + words + "?")
                        .orElseGet(() -> Spelling.suggest(name, names()));
    }

    /** Returns advice about numbers that were typed with their names as options: {@code --w 2 --c 1}. */
    private Optional<String> namedNumbers(String name) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String[] parts = arguments.get(i).split("=", 2);
            String value = parts.length > 1 ? parts[1] : i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            if (parts[0].startsWith("--") && !names().contains(parts[0]) && isNumber(value)) {
                numbers.put(parts[0].substring(2), value);
            }
        }
        return spec().options().stream()
                .filter(option -> option.userObject() instanceof Value.NamedReals
                        && numbers.containsKey(name.replaceAll("^-+", "")))
                .findFirst()
                .map(option -> "type the numbers of names in one option, like " + Complaints.name(option) + " "
                        + numbers.entrySet().stream()
                                .map(number -> number.getKey() + "=" + number.getValue())
                                .collect(Collectors.joining(",")));
    }

    /** Returns advice about a word that belongs to no option; empty if there is none. */
    private String instead() {
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
        if (spec().findOption(BatchCommand.BATCH) != null && Figures.ids().contains(word)) {
            return "; each line of " + BatchCommand.BATCH + " names its own op";
        }
        if (!isNumber(word)) {
            return "";
        }
        String pair = bare(before) + "," + bare(word);
        OptionSpec option = at > 1 && isNumber(before) ? spec().findOption(arguments.get(at - 2)) : null;
        if (option != null && Complaints.name(option).equals(Options.SIZE)) {
            return "; between width and height write x and no blanks, like --size " + pair.replace(',', 'x');
        }
        if (option != null && bare(word).indexOf(',') < 0 && isList(option)) {
            return "; between numbers write commas and no blanks, like " + Complaints.name(option) + " " + pair;
        }
        return optionForNumber().map(input -> "; type " + input + " " + word).orElse("");
    }

    /** Returns the number without a comma at its end. */
    private static String bare(String number) {
        return number.endsWith(",") ? number.substring(0, number.length() - 1) : number;
    }

    private static boolean isList(OptionSpec option) {
        return option.userObject() instanceof Value value && value.dimensions() > 0
                || Complaints.name(option).equals(CheckAnswer.ANSWER);
    }

    /**
     * Returns the option that a bare number was probably meant for: the answer, or the first input that is not given
     * yet.
     */
    private Optional<String> optionForNumber() {
        return spec().options().stream()
                .filter(option ->
                        option.userObject() != null || Complaints.name(option).equals(CheckAnswer.ANSWER))
                .map(Complaints::name)
                .filter(name -> arguments.stream().noneMatch(word -> word.equals(name) || word.startsWith(name + "=")))
                .findFirst();
    }

    private static boolean isNumber(String word) {
        return word.matches("[-+]?\\.?[0-9].*");
    }

    private List<String> names() {
        return spec().options().stream().map(Complaints::name).toList();
    }
}
