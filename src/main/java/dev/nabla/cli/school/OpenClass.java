package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import dev.nabla.room.Account;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.OneTimeWord;
import dev.nabla.room.ResetWord;
import dev.nabla.room.Student;
import dev.nabla.room.StudentName;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A class in hand, and what was given to do with it. */
record OpenClass(Arguments given, ClassStore store) {
    ClassInfo info() {
        return store.info();
    }

    /** The course that was named, else that of the class. */
    Course course() {
        FileAccess disk = given.console().disk();
        return info().lessons()
                .filter(folder -> !given.has(Options.LESSONS) && disk == FileAccess.MACHINE)
                .map(folder -> CourseReader.load(disk.at(folder, Arguments.FOLDER, "")))
                .orElseGet(given::course);
    }

    /** The student of a name that was typed. */
    Account account(String typed) {
        return store.named(new StudentName(typed)).orElseThrow(() -> {
            List<String> names = store.accounts().stream()
                    .map(account -> account.student().name().text())
                    .toList();
            return BadInput.usage(
                    "unknown_student",
                    "nobody is called '" + typed + "'; "
                            + Spelling.closest(typed, names)
                                    .map(near -> "did you mean '" + near + "'?")
                                    .orElse("nabla class list says who is in the class"));
        });
    }

    Student student(int position) {
        return account(given.operand(position).orElseThrow()).student();
    }

    /** Takes a proof away, and draws the word without which the name stays taken. */
    CommandResult reset(Student student, UnaryOperator<Account> change, String what) throws IOException {
        String word = OneTimeWord.draw(new SecureRandom());
        ResetWord kept = ResetWord.of(word, given.console().learner().clock().instant());
        ClassStore.done(store.change(student, known -> change.apply(known).resetBy(Optional.of(kept))));
        return CommandResult.ok(student.name() + " has " + what + ". The word for another key or PIN: " + word
                + "\nIt is typed after the class code, works once, and ends at "
                + info().clock(kept.until()) + ".\n");
    }
}
