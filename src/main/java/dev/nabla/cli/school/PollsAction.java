package dev.nabla.cli.school;

import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.cli.school.open.OpenClassAction;
import java.io.IOException;

/** {@code nabla class polls}: prints the polls of the class and their votes. */
record PollsAction() implements OpenClassAction {
    @Override
    public void declare(Options options) {
        options.summary("how the class has voted")
                .json()
                .classes()
                .notes("Example: nabla class polls --class maths-10b");
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        return CommandResult.ok(new ClassPolls(open).toText());
    }
}
