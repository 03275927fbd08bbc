package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Options;

/** {@code nabla check --batch [FILE|-]}: grades answers, one JSON object per line, and prints one per line. */
record CheckBatch(Environment console) implements Command {
    static final String ANSWERS = "grade a file of answers";

    @Override
    public void declare(Options options) {
        CheckFact.declareExactness(options.summary(CheckCommand.SUMMARY).option(BatchCommand.option(ANSWERS)))
                .flag(Options.JSON, "as always here")
                .lessons()
                .notes(CheckLines.HELP);
    }

    @Override
    public CommandResult run(Arguments given) {
        CheckLines lines = new CheckLines(
                given.course(),
                CheckFact.exactness(given),
                GradeForm.of(given),
                given.console().share());
        return BatchCommand.run(given, lines.task());
    }
}
