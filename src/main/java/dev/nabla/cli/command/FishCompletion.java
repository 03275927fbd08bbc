package dev.nabla.cli.command;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The completion script for fish: one line of {@code complete} for each command, option and operand, with its meaning
 * and with the commands before it as its condition.
 */
final class FishCompletion {
    private FishCompletion() {}

    static String of(CommandSpec root) {
        StringBuilder script = new StringBuilder(
                """
                # What fish offers for nabla; nabla completion fish prints it.

                # Whether the words that are typed begin with these.
                function __nabla_in
                    set -l typed (commandline -opc)
                    set -e typed[1]
                    set -l wanted (count $argv)
                    test $wanted -eq 0; and return 0
                    test (count $typed) -ge $wanted; and test "$typed[1..$wanted]" = "$argv"
                end

                # Whether they do and no command follows.
                function __nabla_before
                    __nabla_in $argv; or return 1
                    set -l typed (commandline -opc)
                    set -l next (math (count $argv) + 2)
                    test (count $typed) -lt $next; or string match -q -- '-*' $typed[$next]
                end

                complete -c nabla -f
                """);
        append(script, "", root);
        return script.toString();
    }

    /** Appends the lines of a command, then those of all commands below it. */
    private static void append(StringBuilder script, String path, CommandSpec spec) {
        boolean isGroup = !spec.subcommands().isEmpty();
        String where = "complete -c nabla -n " + quoted((isGroup ? "__nabla_before" : "__nabla_in") + path);
        for (OptionSpec option : spec.options()) {
            for (String name : option.names()) {
                script.append(where).append(option(option, name)).append('\n');
            }
        }
        for (PositionalParamSpec operand : spec.positionalParameters()) {
            if (!isGroup && !value(operand).isEmpty()) {
                script.append(where).append(value(operand)).append('\n');
            }
        }
        for (Map.Entry<String, CommandLine> below : spec.subcommands().entrySet()) {
            String meaning = CompletionWords.summary(spec(below.getValue()));
            script.append(where)
                    .append(" -a " + below.getKey() + " -d " + quoted(meaning))
                    .append('\n');
        }
        for (Map.Entry<String, CommandLine> below : spec.subcommands().entrySet()) {
            append(script, path + " " + below.getKey(), spec(below.getValue()));
        }
    }

    private static CommandSpec spec(CommandLine command) {
        return command.getCommandSpec();
    }

    /** Returns an option's name, whether a value follows, the values to offer, and its meaning. */
    private static String option(OptionSpec option, String name) {
        boolean valued = option.arity().max() > 0;
        String named = name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1);
        return named + (valued ? (CompletionWords.isFile(option) ? " -r" : " -x") + value(option) : "") + " -d "
                + quoted(CompletionWords.meaning(option));
    }

    private static String value(ArgSpec argument) {
        String words = CompletionWords.of(argument);
        return words.isEmpty() ? CompletionWords.isFile(argument) ? " -F" : "" : " -a " + quoted(words);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
