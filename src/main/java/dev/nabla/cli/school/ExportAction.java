package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.cli.school.open.OpenClassAction;
import java.io.IOException;

/** {@code nabla class export DIR}: writes a class into a folder. */
record ExportAction() implements OpenClassAction {
    @Override
    public void declare(Options options) {
        options.summary("write a class into a folder: journals and students.csv")
                .operand("DIR", "the folder to make")
                .classes()
                .notes("Example: nabla class export maths-10b-copy --class maths-10b");
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        Arguments given = open.given();
        return ClassMove.of(given).out(open);
    }
}
