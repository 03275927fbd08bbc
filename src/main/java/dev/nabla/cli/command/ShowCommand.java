package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.figure.catalog.Figures;
import java.util.List;
import picocli.CommandLine.Model.UsageMessageSpec;

/** {@code nabla show}: a subcommand for each figure. */
record ShowCommand() implements Command {
    @Override
    public String summary() {
        return "print a figure as text, ANSI or SVG";
    }

    @Override
    public void declare(Options options) {
        ShowFigure.declareOutput(options.subcommand("FIGURE", "one of " + String.join(", ", Figures.ids())));
    }

    @Override
    public void describe(UsageMessageSpec help) {
        help.footer(
                "",
                "Example: nabla show descent --eta 1.08 --steps 9 --size 80x24",
                "Example: nabla show softmax --format svg",
                "Example: nabla show softmax --format python",
                "",
                "A picture is kept with > softmax.svg behind it.");
    }

    @Override
    public List<String> subcommands() {
        return Figures.ids();
    }

    @Override
    public boolean takesFigure() {
        return true;
    }

    @Override
    public Command subcommand(String name) {
        return new ShowFigure<>(Figures.named(name));
    }

    @Override
    public CommandResult run(Arguments given) {
        given.operand(0).ifPresent(Figures::named);
        throw given.noSubcommand();
    }
}
