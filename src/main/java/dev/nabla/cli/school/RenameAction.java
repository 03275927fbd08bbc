package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.cli.school.open.OpenClassAction;
import dev.nabla.room.ClassStore;
import dev.nabla.room.name.NewName;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.io.IOException;
import java.util.List;

/** {@code nabla class rename OLD NEW}: gives a student another name. */
record RenameAction() implements OpenClassAction {
    @Override
    public void declare(Options options) {
        options.summary("give a student another name")
                .operand("OLD", "the name of the student")
                .operand("NEW", "the name to give")
                .classes()
                .notes("Example: nabla class rename ada ada-lovelace --class maths-10b");
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        Arguments given = open.given();
        Student student = open.student(0);
        List<StudentName> others = open.store().names().stream()
                .filter(other -> !other.key().equals(student.name().key()))
                .toList();
        StudentName name = NewName.of(given.operand(1).orElseThrow(), others);
        Arguments.require(
                ClassStore.done(open.store().change(student, known -> known.named(name)))
                        .isPresent(),
                "the name " + name + " is taken; type another");
        ClassStore.done(open.store().changeRoster(roster -> roster.map(rows -> rows.renamed(student.name(), name))));
        return CommandResult.ok(student.name() + " is " + name + " now\n");
    }
}
