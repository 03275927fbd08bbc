package dev.nabla.cli.command;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The completion script for zsh: one function per command, built from arguments of {@code _arguments}, so that each
 * word is offered with its meaning. The script works as a file in {@code fpath} and when it is sourced.
 */
final class ZshCompletion {
    private ZshCompletion() {}

    static String of(CommandSpec root) {
        return """
                #compdef nabla
                # What zsh offers for nabla; nabla completion zsh prints it.
                """
                + function("_nabla", root)
                + """

                if [[ $funcstack[1] == _nabla ]]; then
                  _nabla "$@"
                else
                  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
                  compdef _nabla nabla
                fi
                """;
    }

    /** Returns the function of a command, and those of all commands below it. */
    private static String function(String name, CommandSpec spec) {
        String body = spec.subcommands().isEmpty()
                ? arguments("-S", spec, spec.positionalParameters().stream().map(ZshCompletion::operand))
                : "  local curcontext=$curcontext state line\n  local -a known=(\n"
                        + each(
                                spec,
                                (word, below) -> "    " + quoted(word + ":" + CompletionWords.summary(below)) + "\n")
                        + "  )\n"
                        + arguments("-C -S", spec, Stream.of("'1:word:->word'", "'*::input:->rest'"))
                        + "  case $state in\n    word) _describe word known ;;\n    rest) case $words[1] in\n"
                        + each(spec, (word, below) -> "      " + word + ") " + name + "_" + word + " ;;\n")
                        + "    esac ;;\n  esac\n";
        return "\n" + name + "() {\n" + body + "}\n" + each(spec, (word, below) -> function(name + "_" + word, below));
    }

    private static String each(CommandSpec spec, BiFunction<String, CommandSpec, String> text) {
        return spec.subcommands().entrySet().stream()
                .map(word -> text.apply(word.getKey(), word.getValue().getCommandSpec()))
                .collect(Collectors.joining());
    }

    private static String arguments(String flags, CommandSpec spec, Stream<String> operands) {
        Stream<String> options = spec.options().stream()
                .flatMap(option -> Stream.of(option.names()).map(name -> option(option, name)));
        return Stream.of(Stream.of("  _arguments " + flags), options, operands)
                .flatMap(Function.identity())
                .collect(Collectors.joining(" \\\n    ", "", "\n"));
    }

    /**
     * Returns the specification of an option, like {@code '--tau=[temperature]:TAU: '}: its name, its meaning, the
     * label of its value, and the values to offer.
     */
    private static String option(OptionSpec option, String name) {
        boolean valued = option.arity().max() > 0;
        String meaning = "[" + CompletionWords.meaning(option).replaceAll("[\\[\\]\\\\]", "\\\\$0") + "]";
        return quoted(name + (valued && name.startsWith("--") ? "=" : "") + meaning + (valued ? value(option) : ""));
    }

    private static String operand(PositionalParamSpec operand) {
        return quoted((operand.index().isVariable() ? "*" : operand.index().min() + 1) + value(operand));
    }

    private static String value(ArgSpec argument) {
        String words = CompletionWords.of(argument);
        String files = CompletionWords.isFile(argument) ? "_files" : " ";
        return ":" + argument.paramLabel() + ":" + (words.isEmpty() ? files : "(" + words + ")");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
