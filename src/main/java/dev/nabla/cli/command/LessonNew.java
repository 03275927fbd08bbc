package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.figure.ShellCommand;
import dev.nabla.lesson.read.Starter;
import dev.nabla.output.PlainText;
import java.nio.file.Path;
import java.util.List;

/** {@code nabla lesson new DIR}: writes a course to begin with. */
record LessonNew() implements Command {
    @Override
    public void declare(Options options) {
        options.summary("write a small course to begin with")
                .operand("DIR", "the folder to make, like nabla lesson new my-course")
                .lessons()
                .notes("Example: nabla lesson new my-course");
    }

    @Override
    public CommandResult run(Arguments given) {
        String name = given.operand(0).orElseThrow();
        List<Path> files = Starter.write(given.console().disk().at(name, Arguments.FOLDER, "make it on yours"));
        String folder = ShellCommand.quoted(name);
        return CommandResult.ok(PlainText.harmless("write your lesson:   " + files.get(files.size() - 1)) + "\n"
                + PlainText.harmless("see it as you save:  nabla learn 01 --lessons " + folder + " --watch") + "\n"
                + PlainText.harmless("look for mistakes:   nabla lesson lint --lessons " + folder) + "\n");
    }
}
