package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.output.ExitCode;
import dev.nabla.room.Account;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Student;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** {@code nabla class erase NAME}: erases the data of a student, or of all students. */
record EraseAction() implements OpenClassAction {
    private static final String ALL = "--all";

    @Override
    public String summary() {
        return "forget a student: journal, keys, PIN and votes";
    }

    @Override
    public void declare(Options options) {
        options.group(
                        ArgGroupSpec.builder()
                                .multiplicity("1")
                                .addArg(Options.positional("[NAME]", "the student's name")
                                        .build())
                                .addArg(Options.flagged(ALL, "erase everybody").build())
                                .build(),
                        "give a name or " + ALL + ", not both",
                        "NAME is missing: nabla class erase [NAME] [--all] [--yes]")
                .flag(Options.YES, "erase without asking")
                .classes();
    }

    @Override
    public void describe(UsageMessageSpec help) {
        help.footer("", "Example: nabla class erase ada --class maths-10b");
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        Arguments given = open.given();
        boolean all = given.has(ALL);
        List<Student> students =
                all ? open.store().accounts().stream().map(Account::student).toList() : List.of(open.student(0));
        String subject = all
                ? "all " + students.size() + " students"
                : students.get(0).name().text();
        if (!given.has(Options.YES)
                && !given.console().isWanted("Erase " + subject + ", with all answers and for good?")) {
            return CommandResult.complaint(
                    ExitCode.USAGE, "nothing has been changed; to erase answer yes, or type " + Options.YES);
        }
        for (Student student : students) {
            ClassStore.done(open.store().erase(student));
        }
        return CommandResult.ok("erased: " + subject + "\n");
    }
}
