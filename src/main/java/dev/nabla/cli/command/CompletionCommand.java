package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.math.BadInput;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;

/** {@code nabla completion bash|zsh}: a script that lets the shell complete commands, operations and options. */
record CompletionCommand(Cli cli) implements Command {
    @Override
    public Options options(List<String> arguments) {
        return new Options()
                .operand("SHELL", List.of("bash", "zsh"), "bash or zsh")
                .footer(
                        "",
                        "In bash, or in ~/.bashrc to stay: source <(nabla completion bash)",
                        "In zsh, or in ~/.zshrc to stay:   source <(nabla completion zsh)",
                        "",
                        "Example: nabla completion bash");
    }

    @Override
    public Reply run(Arguments given) {
        String shell = given.operand(0).orElse("");
        return Reply.ok(
                switch (shell) {
                    case "bash" -> AutoComplete.bash("nabla", new CommandLine(cli.tree()));
                    case "zsh" -> ZshCompletion.of(cli.tree());
                    default ->
                        throw BadInput.usage("unknown_word", "shell '" + shell + "' is unknown; type bash or zsh");
                });
    }
}
