package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Optional;

/** {@code nabla solve}: a subcommand for each operation, and a form for batches. */
record SolveCommand() implements Command {
    static final String SUMMARY = "compute the answer of an operation; --json for scripts";

    @Override
    public void declare(Options options) {
        options.summary(SUMMARY)
                .subcommand("OP", "an operation", "one of " + String.join(", ", Figures.operations()))
                .option(BatchCommand.option(SolveBatch.QUESTIONS));
        SolveFigure.declareOutput(options, Optional.empty()).notes(SolveHelp::ofAll);
    }

    @Override
    public List<String> subcommands() {
        return Figures.operations();
    }

    @Override
    public boolean takesFigure() {
        return true;
    }

    @Override
    public Command subcommand(String name) {
        return name.equals(BatchCommand.BATCH) ? new SolveBatch() : new SolveFigure<>(Figures.operation(name));
    }

    /** Returns the form for {@code --batch}, unless the named operation has an input called {@code batch}. */
    @Override
    public Optional<String> form(List<String> words, Optional<String> named) {
        return BatchCommand.isAskedFor(words)
                        && named.filter(BatchCommand::isInputOf).isEmpty()
                ? Optional.of(BatchCommand.BATCH)
                : Optional.empty();
    }

    @Override
    public CommandResult run(Arguments given) {
        given.operand(0).ifPresent(Figures::operation);
        throw given.noSubcommand();
    }

    /** Returns the error for bad input. In JSON it names any figure that was typed, even one that is no operation. */
    @Override
    public CommandResult complaint(BadInput bad, Arguments given) {
        return CommandResult.complaint(bad, given, given.operand(0).filter(Figures.ids()::contains));
    }
}
