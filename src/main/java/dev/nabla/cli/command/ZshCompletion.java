package dev.nabla.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The commands as a completion for zsh: a function a command, each made of what {@code _arguments} reads, so that a word is
 * offered with what it means. The script works as a file in {@code fpath} and when it is sourced.
 */
final class ZshCompletion {
    /** The labels of what is a path. */
    static final Set<String> PATHS = Set.of("FILE", "DIR", "OUT", "LESSONS");

    private final List<String> lines = new ArrayList<>();

    private ZshCompletion() {}

    static String of(CommandSpec root) {
        ZshCompletion script = new ZshCompletion();
        script.lines.addAll(List.of("#compdef nabla", "# What zsh offers for nabla; nabla completion zsh prints it."));
        script.add(root, "_nabla");
        script.lines.addAll(List.of(
                "",
                "if [[ $funcstack[1] == _nabla ]]; then",
                "  _nabla \"$@\"",
                "else",
                "  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }",
                "  compdef _nabla nabla",
                "fi"));
        return String.join("\n", script.lines) + "\n";
    }

    private void add(CommandSpec spec, String function) {
        Map<String, CommandLine> words = spec.subcommands();
        lines.addAll(List.of("", function + "() {"));
        if (words.isEmpty()) {
            arguments("_arguments -S", spec, operands(spec));
        } else {
            lines.add("  local curcontext=$curcontext state line");
            lines.add("  local -a known=(");
            words.forEach((word, line) -> lines.add("    " + quoted(word + ":" + summary(line.getCommandSpec()))));
            lines.add("  )");
            arguments("_arguments -C -S", spec, List.of("'1:word:->word'", "'*::input:->rest'"));
            lines.addAll(
                    List.of("  case $state in", "    word) _describe word known ;;", "    rest) case $words[1] in"));
            words.keySet().forEach(word -> lines.add("      " + word + ") " + function + "_" + word + " ;;"));
            lines.addAll(List.of("    esac ;;", "  esac"));
        }
        lines.add("}");
        words.forEach((word, line) -> add(line.getCommandSpec(), function + "_" + word));
    }

    private void arguments(String call, CommandSpec spec, List<String> operands) {
        lines.add("  " + call + " \\");
        for (OptionSpec option : spec.options()) {
            for (String name : option.names()) {
                lines.add("    " + option(option, name) + " \\");
            }
        }
        operands.forEach(operand -> lines.add("    " + operand + " \\"));
        lines.set(lines.size() - 1, lines.get(lines.size() - 1).replaceFirst(" \\\\$", ""));
    }

    /** {@code '--tau=[temperature]:TAU: '}: its name, what it means, what its value is called and what that may be. */
    private static String option(OptionSpec option, String name) {
        boolean valued = option.arity().max() > 0;
        String meaning = "[" + option.description()[0].replace("%%", "%").replaceAll("[\\[\\]\\\\]", "\\\\$0") + "]";
        return quoted(name + (valued && name.startsWith("--") ? "=" : "") + meaning + (valued ? value(option) : ""));
    }

    private static List<String> operands(CommandSpec spec) {
        List<String> operands = new ArrayList<>();
        spec.positionalParameters()
                .forEach(operand -> operands.add(quoted(
                        (operand.index().isVariable() ? "*" : operand.index().min() + 1) + value(operand))));
        return operands;
    }

    private static String value(ArgSpec argument) {
        Iterable<String> known = argument.completionCandidates();
        String words = known == null ? "" : String.join(" ", known);
        String label = ":" + argument.paramLabel() + ":";
        if (!words.isEmpty()) {
            return label + "(" + words + ")";
        }
        return label + (PATHS.contains(argument.paramLabel()) ? "_files" : " ");
    }

    private static String summary(CommandSpec spec) {
        return spec.usageMessage().description()[0];
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
