package dev.nabla.cli.school.open;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.CommandResult;
import java.io.IOException;
import java.util.Optional;

/** A subcommand of {@code nabla class} that opens the class. */
public interface OpenClassAction extends ClassAction {
    CommandResult run(OpenClass open) throws IOException;

    @Override
    default CommandResult run(Arguments given, Classes.ClassLocation place) throws IOException {
        return given.console().classes().open(place, Optional.empty(), store -> run(new OpenClass(given, store)));
    }
}
