package dev.nabla.cli.school;

import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import java.io.IOException;

/** {@code nabla class polls}: prints the polls of the class and their votes. */
record PollsAction() implements OpenClassAction {
    @Override
    public void declare(Options options) {
        options.summary("how the class has voted")
                .atMostOneOf(
                        form -> form.json().flag(ClassPolls.CSV, "comma-separated values: a line a vote's kind"),
                        "--json and --csv are two forms; name one")
                .classes()
                .notes(
                        "Example: nabla class polls --class maths-10b",
                        "Example: nabla class polls --csv --class maths-10b");
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        return CommandResult.ok(new ClassPolls(open).toText());
    }
}
