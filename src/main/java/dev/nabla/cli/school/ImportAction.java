package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import java.io.IOException;
import picocli.CommandLine.Model.UsageMessageSpec;

/** {@code nabla class import DIR}: adds an exported class to a class. */
record ImportAction() implements ClassAction {
    @Override
    public String summary() {
        return "add what an export has written";
    }

    @Override
    public void declare(Options options) {
        options.operand("DIR", "the folder that nabla class export has written").classes();
    }

    @Override
    public void describe(UsageMessageSpec help) {
        help.footer("", "Example: nabla class import maths-10b-copy --class maths-11b");
    }

    @Override
    public CommandResult run(Arguments given, Classes.ClassLocation place) throws IOException {
        return ClassMove.of(given).in(place);
    }
}
