package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.figure.catalog.Figures;
import java.util.List;

/** {@code nabla show}: a subcommand for each figure. */
record ShowCommand() implements Command {
    @Override
    public void declare(Options options) {
        options.summary("print a figure as text, ANSI or SVG");
        ShowFigure.declareOutput(options.subcommand("FIGURE", "one of " + String.join(", ", Figures.ids())));
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
