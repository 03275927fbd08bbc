package dev.nabla.cli.command;

import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.math.BadInput;
import java.util.List;
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
                        "In bash, or in ~/.bashrc to stay: source <(nabla completion bash)",
                        "In zsh, or in ~/.zshrc to stay:   source <(nabla completion zsh)",
                        "",
                        "Example: nabla completion bash");
        return spec;
    }

    @Override
    public Reply run(ParseResult parsed) {
        String shell = parsed.matchedPositionalValue(0, "");
        return Reply.ok(
                switch (shell) {
                    case "bash" -> BashCompletion.of(cli.tree());
                    case "zsh" -> ZshCompletion.of(cli.tree());
                    default ->
                        throw BadInput.usage("unknown_word", "shell '" + shell + "' is unknown; type bash or zsh");
                });
    }
}
