package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.Disk;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import dev.nabla.room.Account;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Name;
import dev.nabla.room.Student;
import java.util.List;

/** A class in hand, and what was given to do with it. */
record OpenClass(Arguments given, ClassStore store) {
    ClassInfo info() {
        return store.info();
    }

    /** The course that was named, else that of the class. */
    Course course() {
        Disk disk = given.console().disk();
        return info().lessons()
                .filter(folder -> !given.has(Options.LESSONS) && disk == Disk.MACHINE)
                .map(folder -> CourseReader.load(disk.at(folder, Arguments.FOLDER, "")))
                .orElseGet(given::course);
    }

    /** The student of a name that was typed. */
    Account account(String typed) {
        return store.named(new Name(typed)).orElseThrow(() -> {
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
}
