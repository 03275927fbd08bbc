package dev.nabla.cli.command;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands as a completion for bash, as picocli writes it, and the names of files where a file or a folder is asked
 * for: picocli offers them only for values that it reads as files itself.
 */
final class BashCompletion {
    private static final String NO_FILES = "compopt +o default";
    private static final String FILES = "compopt -o default";

    private BashCompletion() {}

    static String of(CommandSpec root) {
        String script = AutoComplete.bash("nabla", new CommandLine(root));
        for (CommandLine command : root.subcommands().values()) {
            CommandSpec spec = command.getCommandSpec();
            String function = "function _picocli_nabla_" + spec.name() + "() {";
            int from = script.indexOf(function);
            int to = script.indexOf("\n}\n", from);
            script = script.substring(0, from) + withFiles(script.substring(from, to), spec) + script.substring(to);
        }
        return script;
    }

    private static String withFiles(String function, CommandSpec spec) {
        boolean operand = spec.positionalParameters().stream()
                .anyMatch(positional -> ZshCompletion.PATHS.contains(positional.paramLabel()));
        String offering = operand ? function.replace(NO_FILES, FILES) : function;
        List<String> options = spec.options().stream()
                .filter(option -> ZshCompletion.PATHS.contains(option.paramLabel()))
                .map(option -> option.names()[0])
                .toList();
        for (String option : options) {
            String asked = "'" + option + "')\n      ";
            offering = offering.replace(
                    asked + "return", asked + "type compopt &>/dev/null && " + FILES + "\n      return");
        }
        return offering;
    }
}
