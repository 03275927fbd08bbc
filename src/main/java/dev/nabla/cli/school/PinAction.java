package dev.nabla.cli.school;

import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.UsageMessageSpec;

/** {@code nabla class pin NAME --forget}: removes the PIN of a student. */
record PinAction() implements OpenClassAction {
    private static final String FORGET = "--forget";

    @Override
    public String summary() {
        return "take a PIN away; shows a word for another";
    }

    @Override
    public void declare(Options options) {
        options.operand("NAME", "the student's name")
                .add(Options.flagged(FORGET, "PINs can be taken away, not shown")
                        .required(true))
                .classes();
    }

    @Override
    public void describe(UsageMessageSpec help) {
        help.footer("", "Example: nabla class pin ada --forget --class maths-10b");
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        return open.reset(open.student(0), known -> known.pinned(Optional.empty()), "no PIN any more");
    }
}
