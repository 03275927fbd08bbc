package dev.nabla.cli.command;

import dev.nabla.cli.Command;
import dev.nabla.cli.CommandPath;
import dev.nabla.cli.Options;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * picocli's model of the commands. While a command line is parsed, each command creates only the subcommand that is
 * named. That matters because a script mostly waits for the start. {@link #grown} creates all of them.
 */
final class CommandTree {
    private static final String HELP = "help";

    private CommandTree() {}

    /**
     * Returns the command that the first words name; picocli parses the words after them. picocli could parse the names
     * too, but each parent command in its model would slow a start by a millisecond.
     *
     * @param from the position of the first word to look at, from 0
     */
    static CommandPath named(CommandPath nabla, List<String> words, int from) {
        Optional<String> name = from == words.size() ? Optional.empty() : known(words.get(from), nabla.command());
        if (name.isEmpty()) {
            return nabla;
        }
        List<String> behind = words.subList(from, words.size());
        boolean form = nabla.command().form(behind, name).isPresent();
        return form ? nabla : named(nabla.below(name.get()), words, from + 1);
    }

    /** Returns the subcommand that a word names; a hyphen may stand for the underscore in it. */
    private static Optional<String> known(String word, Command command) {
        List<String> known = command.subcommands();
        return known.contains(word)
                ? Optional.of(word)
                : Optional.of(word.replace('-', '_')).filter(known::contains);
    }

    /**
     * Returns the model of a command without subcommands; a subcommand is created when a word names it.
     *
     * @param name the words that name it below its parent command
     */
    static CommandSpec of(CommandPath path, String name) {
        Options options = new Options(path);
        CommandSpec spec = options.spec().name(name).preprocessor(CommandTree::prepare);
        // Collect all errors, since --help takes precedence over errors before it.
        spec.parser().collectErrors(true);
        if (path.command().subcommands().isEmpty()) {
            options.declare();
        }
        return spec;
    }

    /** Returns the model of a command with all its subcommands and their help. */
    static CommandSpec grown(CommandPath path, String name) {
        CommandSpec spec = of(path, name);
        if (!path.command().subcommands().isEmpty()) {
            Options.of(spec).declare();
        }
        describe(spec);
        for (String below : path.command().subcommands()) {
            spec.addSubcommand(below, grown(path.below(below), below));
        }
        return spec;
    }

    /** Adds the parts of a command's help that are not options. */
    static void describe(CommandSpec spec) {
        Options options = Options.of(spec);
        String summary = options.summary();
        UsageMessageSpec help = spec.usageMessage();
        String end = summary.matches(".*[.?!]") ? "" : ".";
        help.description(Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + end, "")
                .abbreviateSynopsis(true)
                .sortOptions(false);
        List<String> notes = options.notes();
        if (!notes.isEmpty()) {
            help.footer(Stream.concat(Stream.of(""), notes.stream()).toArray(String[]::new));
        }
    }

    /**
     * Creates the subcommand that the words name, and prepares the words for picocli. It handles what picocli would not
     * find: a subcommand whose options stand before its name, a form that an option selects, and options with a dash
     * for an underscore.
     *
     * @param words everything after the command's name, the first word on top
     * @return false, so that picocli parses the words
     */
    private static boolean prepare(Stack<String> words, CommandSpec spec, ArgSpec none, Map<String, Object> state) {
        Command command = Options.of(spec).command();
        words.replaceAll(word -> known(word, command).orElse(word));
        if (Options.of(spec).path().isNabla()) {
            askForHelp(words, command);
        }
        Optional<CommandSpec> named = named(words, spec);
        Optional<String> form = command.form(typed(words), named.map(CommandSpec::name));
        if (form.isPresent()) {
            CommandSpec selected = below(spec, form.get());
            selected.usageMessage().hidden(true);
            spec.addSubcommand(form.get(), selected);
            words.push(form.get());
        } else if (named.isPresent()) {
            String name = named.get().name();
            spec.addSubcommand(name, named.get());
            words.removeElementAt(words.lastIndexOf(name));
            words.push(name);
        } else if (!command.subcommands().isEmpty()) {
            Options.of(spec).declare();
        }
        correctSpelling(words, spec);
        return false;
    }

    private static List<String> typed(Stack<String> words) {
        List<String> typed = new ArrayList<>(words);
        Collections.reverse(typed);
        return typed;
    }

    /** Rewrites {@code help solve} to {@code solve --help}. */
    private static void askForHelp(Stack<String> words, Command nabla) {
        while (!words.isEmpty() && words.peek().equals(HELP)) {
            words.pop();
            if (words.isEmpty()) {
                words.push("--help");
            } else if (nabla.subcommands().contains(words.peek())) {
                String name = words.pop();
                words.push("--help");
                words.push(name);
            }
        }
    }

    private static CommandSpec below(CommandSpec spec, String name) {
        return of(Options.of(spec).path().below(name), name);
    }

    /**
     * Returns the subcommand that the words name: the first word, or a later word after options. A value of an option
     * is not taken for a name. For nabla itself only the first word counts.
     */
    private static Optional<CommandSpec> named(Stack<String> words, CommandSpec spec) {
        List<String> known = Options.of(spec).command().subcommands();
        if (known.isEmpty() || words.isEmpty()) {
            return Optional.empty();
        }
        String first = words.peek();
        if (known.contains(first)) {
            return Optional.of(below(spec, first));
        }
        if (Options.of(spec).path().isNabla() || !first.startsWith("-")) {
            return Optional.empty();
        }
        Map<String, CommandSpec> candidates = new LinkedHashMap<>();
        for (String word : words) {
            if (known.contains(word)) {
                candidates.put(word, below(spec, word));
            }
        }
        for (int i = words.size() - 2; i >= 0; i--) {
            String before = words.get(i + 1);
            CommandSpec candidate = candidates.get(words.get(i));
            if (candidate != null && candidates.values().stream().noneMatch(other -> takesValue(before, other))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean takesValue(String word, CommandSpec spec) {
        OptionSpec option = spec.optionsMap().get(word);
        return option != null && option.arity().min() > 0;
    }

    /** Corrects the spelling of options in which a dash was typed for an underscore, or the other way round. */
    private static void correctSpelling(Stack<String> words, CommandSpec spec) {
        for (int i = words.size() - 1; i >= 0; i--) {
            String word = words.get(i);
            int end = word.indexOf('=') < 0 ? word.length() : word.indexOf('=');
            String name = word.substring(0, end);
            boolean value = i + 1 < words.size() && takesValue(words.get(i + 1), spec);
            if (name.startsWith("--") && !value && !spec.optionsMap().containsKey(name)) {
                for (OptionSpec option : spec.options()) {
                    if (option.longestName().replace('_', '-').equals(name.replace('_', '-'))) {
                        words.set(i, option.longestName() + word.substring(end));
                    }
                }
            }
        }
    }
}
