package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.open.ClassAction;
import dev.nabla.figure.ShellCommand;
import dev.nabla.output.PlainText;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.account.ClassCode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** {@code nabla class new DIR --title TITLE}: creates a class. */
record NewAction() implements ClassAction {
    private static final String TITLE = "--title";
    private static final int LONGEST_TITLE = 60;

    @Override
    public void declare(Options options) {
        options.summary("make a class")
                .operand("DIR", "the folder of the class")
                .option(Options.valued(TITLE, null, "what the class is called, like --title 'Maths 10b'")
                        .required(true))
                .lessons()
                .classes()
                .notes(
                        "Example: nabla class new maths-10b --title 'Maths 10b'",
                        "Example: nabla class new maths-11b --title 'Maths 11b' --lessons my-course");
    }

    @Override
    public CommandResult run(Arguments given, Classes.ClassLocation place) throws IOException {
        String title = PlainText.harmless(given.value(TITLE).orElseThrow());
        Path folder = given.console().disk().at(given.operand(0).orElseThrow(), Arguments.FOLDER, "make it there");
        Arguments.require(
                !title.isBlank() && title.length() <= LONGEST_TITLE,
                "--title has 1 to " + LONGEST_TITLE + " characters");
        given.course();
        String code = ClassCode.draw(new SecureRandom());
        ClassInfo info = new ClassInfo(
                title,
                given.value(Options.LESSONS)
                        .map(own -> given.lessons().toAbsolutePath().toString()),
                given.console().learner().clock().getZone(),
                Optional.of(code),
                List.of());
        given.console()
                .classes()
                .open(new Classes.ClassLocation(Optional.of(folder), place.url()), Optional.of(info), ClassStore::info);
        String where = Classes.FOLDER + " " + ShellCommand.quoted(folder.toString())
                + place.url()
                        .map(url -> " " + Classes.URL + " " + ShellCommand.quoted(url))
                        .orElse("");
        return CommandResult.ok(PlainText.harmless("class code  " + code) + "\n"
                + PlainText.harmless("open it:    nabla serve " + where) + "\n");
    }
}
