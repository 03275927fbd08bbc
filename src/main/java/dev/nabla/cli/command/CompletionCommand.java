package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandPath;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code nabla completion bash|zsh|fish}: a script that lets the shell complete commands, operations and options. */
record CompletionCommand(Command nabla) implements Command {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Override
    public void declare(Options options) {
        options.summary("print a completion script for bash, zsh or fish")
                .operand("SHELL", SHELLS, "bash, zsh or fish")
                .notes(
                        "In bash, or in ~/.bashrc to stay: source <(nabla completion bash)",
                        "In zsh, or in ~/.zshrc to stay:   source <(nabla completion zsh)",
                        "In fish, for this session:        nabla completion fish | source",
                        "In fish, to stay:                 nabla completion fish >~/.config/fish/completions/nabla.fish",
                        "",
                        "Example: nabla completion bash");
    }

    @Override
    public CommandResult run(Arguments given) {
        String shell = given.operand(0).orElse("");
        Arguments.require(SHELLS.contains(shell), "shell '" + shell + "' is unknown; type bash, zsh or fish");
        return CommandResult.ok(given.console().completion().apply(shell).orElseGet(() -> script(shell)));
    }

    private String script(String shell) {
        CommandSpec all = CommandTree.grown(new CommandPath(nabla, "nabla", null), "nabla");
        return switch (shell) {
            case "zsh" -> ZshCompletion.of(all);
            case "fish" -> FishCompletion.of(all);
            default -> AutoComplete.bash("nabla", new CommandLine(all));
        };
    }
}
