package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code nabla skill}: prints the page for programs that tutor a student by calling nabla. */
record SkillCommand() implements Command {
    private static final String PAGE = "skill.md";

    @Override
    public void declare(Options options) {
        options.summary("print a page for programs that tutor by calling nabla")
                .notes(
                        "The page is Markdown. It says how to ask, how to name a mistake, when to give a hint, and how to show",
                        "a worked example with other numbers. It asks the program not to give answers away, and is no lock.",
                        "",
                        "Example: nabla skill");
    }

    @Override
    public CommandResult run(Arguments given) {
        try (InputStream page = SkillCommand.class.getResourceAsStream(PAGE)) {
            return CommandResult.ok(given.forDisplay(new String(page.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
