package dev.nabla.cli.school;

import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.cli.school.open.OpenClassAction;
import java.io.IOException;
import java.util.Optional;

/** {@code nabla class pin NAME --forget}: removes the PIN of a student. */
record PinAction() implements OpenClassAction {
    private static final String FORGET = "--forget";

    @Override
    public void declare(Options options) {
        options.summary("take a PIN away; shows a word for another")
                .operand("NAME", "the student's name")
                .add(Options.flagged(FORGET, "PINs can be taken away, not shown")
                        .required(true))
                .classes()
                .notes("Example: nabla class pin ada --forget --class maths-10b");
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        return open.reset(open.student(0), known -> known.pinned(Optional.empty()), "no PIN any more");
    }
}
