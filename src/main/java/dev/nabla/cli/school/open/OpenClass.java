package dev.nabla.cli.school.open;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.OneTimeWord;
import dev.nabla.room.account.ResetWord;
import dev.nabla.room.account.WrongPins;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An open class, and the arguments of the command that opened it. */
public record OpenClass(Arguments given, ClassStore store) {
    public ClassInfo info() {
        return store.info();
    }

    /** Returns the course named with {@code --lessons}, else that of the class. */
    public Course course() {
        FileAccess disk = given.console().disk();
        return info().lessons()
                .filter(folder -> !given.has(Options.LESSONS) && disk == FileAccess.MACHINE)
                .map(folder -> given.console().courses().apply(disk.at(folder, Arguments.FOLDER, "")))
                .orElseGet(given::course);
    }

    /**
     * Returns the account of the student with this name, which may also be typed as an ASCII terminal shows it.
     *
     * @throws BadInput if the class has no such student
     */
    public Account account(String typed) {
        return store.named(new StudentName(typed)).or(() -> shownAs(typed)).orElseThrow(() -> {
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

    /** Returns the only account whose name an ASCII terminal shows like this. */
    private Optional<Account> shownAs(String typed) {
        List<Account> shown = store.accounts().stream()
                .filter(account ->
                        account.student().name().written(Glyphs.ASCII).equals(typed))
                .toList();
        return Optional.of(shown).filter(found -> found.size() == 1).map(found -> found.get(0));
    }

    /** Returns the row of a name on the roster; empty if the text is no name or has no row. */
    public Optional<RosterRow> row(String typed) {
        return store.roster().map(Roster::rows).orElse(List.of()).stream()
                .filter(row -> row.name().isSpelled(typed))
                .findFirst();
    }

    public Student student(int position) {
        return account(given.operand(position).orElseThrow()).student();
    }

    /**
     * Removes the keys or the PIN of a student, and prints a one-time word. Without this word no other key or PIN can
     * claim the name. A pause after wrong PINs ends.
     *
     * @param change removes the keys or the PIN
     * @param what what the student has afterwards, for the message, like "no PIN any more"
     */
    public CommandResult reset(Student student, UnaryOperator<Account> change, String what) throws IOException {
        String word = OneTimeWord.draw(new SecureRandom());
        ResetWord kept = ResetWord.of(word, given.console().learner().clock().instant());
        ClassStore.done(store.change(
                student, known -> change.apply(known).resetBy(Optional.of(kept)).guarded(WrongPins.NONE)));
        return CommandResult.ok(student.name() + " has " + what + ". The word for another key or PIN: " + word
                + "\nIt is typed after the class code, works once, and ends at "
                + info().clock(kept.until()) + ".\n");
    }
}
