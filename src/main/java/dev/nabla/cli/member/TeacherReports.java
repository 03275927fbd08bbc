package dev.nabla.cli.member;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import java.util.List;

/**
 * What a teacher may ask of the class that is served: nothing that changes it.
 *
 * @param all what a teacher may ask of a class at home
 */
record TeacherReports(Command all) implements Command {
    static final List<String> NAMES = List.of("report", "polls");

    @Override
    public String summary() {
        return all.summary();
    }

    @Override
    public void declare(Options options) {
        options.subcommand("ACTION", String.join(", ", NAMES));
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
        throw MemberRoot.notHere("class");
    }
}
