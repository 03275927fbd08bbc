package dev.nabla.cli.school;

import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.cli.school.open.OpenClassAction;
import dev.nabla.math.BadInput;
import dev.nabla.room.ClassStore;
import dev.nabla.room.account.WrongPins;
import dev.nabla.room.name.Student;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

/** {@code nabla class let NAME WORD}: lets a login try PINs during a pause. */
record LetAction() implements OpenClassAction {
    @Override
    public void declare(Options options) {
        options.summary("let a student in who waits after wrong PINs; WORD is what the student's ssh shows")
                .operand("NAME", "the student's name")
                .operand("WORD", "the word that the student's ssh shows, like otter")
                .classes()
                .notes(
                        "The PIN is still asked: the login that shows the word may try ten within two minutes.",
                        "Other logins with this name wait as before.",
                        "",
                        "Example: nabla class let ada otter --class maths-10b");
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        Student student = open.student(0);
        String word = open.given().operand(1).orElseThrow().toLowerCase(Locale.ROOT);
        WrongPins wrong = open.account(student.name().text()).wrongPins();
        if (!wrong.isPaused()) {
            return CommandResult.ok(student.name() + " does not wait: a PIN is checked at once\n");
        }
        if (wrong.isBlocked()) {
            throw BadInput.usage(
                    "blocked",
                    "after " + WrongPins.SLEEP_AFTER + " wrong PINs none is checked for " + student.name()
                            + "; nabla class pin " + student.name() + " --forget shows a word for another");
        }
        Instant now = open.given().console().learner().clock().instant();
        ClassStore.done(open.store()
                .change(student, known -> known.guarded(known.wrongPins().lettingIn(word, now))));
        return CommandResult.ok("the login that shows " + word + " may try ten PINs for " + student.name() + " until "
                + open.info().clock(now.plus(WrongPins.Exemption.GOOD_FOR)) + "\n");
    }
}
