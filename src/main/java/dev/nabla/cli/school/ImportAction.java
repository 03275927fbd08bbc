package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.open.ClassAction;
import java.io.IOException;

/** {@code nabla class import DIR}: adds an exported class to a class. */
record ImportAction() implements ClassAction {
    @Override
    public void declare(Options options) {
        options.summary("add what an export has written")
                .operand("DIR", "the folder that nabla class export has written")
                .classes()
                .notes("Example: nabla class import maths-10b-copy --class maths-11b");
    }

    @Override
    public CommandResult run(Arguments given, Classes.ClassLocation place) throws IOException {
        return ClassMove.of(given).in(place);
    }
}
