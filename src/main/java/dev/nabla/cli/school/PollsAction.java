package dev.nabla.cli.school;

import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import java.io.IOException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** {@code nabla class polls}: prints the polls of the class and their votes. */
record PollsAction() implements OpenClassAction {
    @Override
    public String summary() {
        return "how the class has voted";
    }

    @Override
    public void declare(Options options) {
        options.group(
                        ArgGroupSpec.builder()
                                .addArg(Options.flagged(Options.JSON, "one JSON object, schema 1")
                                        .build())
                                .addArg(Options.flagged(ClassPolls.CSV, "comma-separated values: a line a vote's kind")
                                        .build())
                                .build(),
                        "--json and --csv are two forms; name one")
                .classes();
    }

    @Override
    public void describe(UsageMessageSpec help) {
        help.footer(
                "",
                "Example: nabla class polls --class maths-10b",
                "Example: nabla class polls --csv --class maths-10b");
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        return CommandResult.ok(new ClassPolls(open).toText());
    }
}
