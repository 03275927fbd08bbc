package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.lesson.lint.Lint;
import dev.nabla.output.ExitCode;
import java.util.List;
import java.util.Optional;

/** {@code nabla lesson lint}: prints the mistakes in a course, each with file and line. */
record LessonLint() implements Command {
    @Override
    public void declare(Options options) {
        options.summary("look for mistakes; exit " + ExitCode.WRONG.code()
                        + " if there are some, each with file and line")
                .lessons()
                .notes("Example: nabla lesson lint --lessons my-course");
    }

    @Override
    public Optional<String> insteadOf(String word) {
        return Optional.of("name the course with " + Options.LESSONS + " " + word);
    }

    @Override
    public CommandResult run(Arguments given) {
        List<String> mistakes = Lint.of(given.lessons(), given.console().courses());
        return mistakes.isEmpty()
                ? CommandResult.ok("no mistakes\n")
                : new CommandResult(ExitCode.WRONG, given.forDisplay(String.join("\n", mistakes)), "");
    }
}
