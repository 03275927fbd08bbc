package dev.nabla.cli;

import dev.nabla.figure.Spelling;
import dev.nabla.math.BadInput;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla completion bash|zsh}: a script that lets the shell complete commands, operations and options. */
final class CompletionCommand implements Command {
    private static final List<String> SHELLS = List.of("bash", "zsh");

    private final Cli cli;

    CompletionCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public String summary() {
        return "print a completion script for bash or zsh";
    }

    @Override
    public CommandSpec spec(List<String> arguments) {
        CommandSpec spec = CommandSpec.create().name("nabla completion");
        Options.addOperand(spec, "SHELL", Options.ONE, SHELLS, "bash or zsh");
        spec.usageMessage()
                .footer(
                        "",
                        "In bash or zsh: source <(nabla completion bash), or zsh; in ~/.bashrc or ~/.zshrc it stays.",
                        "",
                        "Example: nabla completion bash");
        return spec;
    }

    /** The script for bash knows zsh too; there it is the body of a file that zsh loads by itself. */
    @Override
    public Reply run(ParseResult parsed) {
        String shell = parsed.matchedPositionalValue(0, "");
        if (!SHELLS.contains(shell)) {
            throw BadInput.usage(
                    "unknown_word", "shell '" + shell + "' is unknown; " + Spelling.suggest(shell, SHELLS));
        }
        String script = AutoComplete.bash("nabla", new CommandLine(cli.tree()));
        return Reply.ok(shell.equals("zsh") ? "#compdef nabla\n" + script : script);
    }
}
