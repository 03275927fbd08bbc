package dev.nabla.cli.member;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import java.util.List;

/**
 * The commands that a teacher may run on the class that is served. They change nothing in it.
 *
 * @param all the command {@code nabla class}, with all its subcommands
 */
record TeacherReports(Command all) implements Command {
    static final List<String> NAMES = List.of("report", "polls");

    @Override
    public void declare(Options options) {
        options.summary(Options.declaredBy(all, "class").summary()).subcommand("ACTION", String.join(", ", NAMES));
    }

    @Override
    public List<String> subcommands() {
        return NAMES;
    }

    @Override
    public Command subcommand(String name) {
        return all.subcommand(name);
    }

    @Override
    public CommandResult run(Arguments given) {
        throw MemberRoot.unavailable("class");
    }
}
