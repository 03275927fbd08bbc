package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Listing;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassInfo.Due;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ClassStore.StoreException;
import dev.nabla.room.Poll;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.name.Student;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of a class from or to a folder. Students are matched by name, since another store gives them other ids.
 *
 * @param name the folder that is written or read
 */
record ClassMove(Arguments given, String name) {
    private static final String STUDENTS = "students.csv";
    private static final String ELSEWHERE = "do it there";
    /** Depth of {@code journals/of-COURSE/ID.jsonl} in the folder of a class. */
    private static final int DEPTH = 3;

    static ClassMove of(Arguments given) {
        return new ClassMove(given, given.operand(0).orElseThrow());
    }

    private FileAccess disk() {
        return given.console().disk();
    }

    private Path path() {
        return disk().at(name, Arguments.FOLDER, ELSEWHERE);
    }

    private Classes.ClassLocation folder() {
        return new Classes.ClassLocation(Optional.of(path()), Optional.empty());
    }

    /** Writes the class into a new folder, with a list of which journal belongs to which student. */
    CommandResult out(OpenClass open) throws IOException {
        disk().makePrivate(name, ELSEWHERE);
        ClassStore store = open.store();
        return given.console().classes().open(folder(), Optional.of(bare(store.info())), to -> {
            copy(open, to);
            boolean listed = to.roster().isPresent();
            Listing students = new Listing()
                    .add(cells(List.of("student", "journal", "joined", "keys"), List.of("id", "group"), listed));
            for (Account account : to.accounts()) {
                Student student = account.student();
                String keys = account.keys().stream().map(Fingerprint::text).collect(Collectors.joining(" "));
                Optional<RosterRow> row = to.roster().flatMap(roster -> roster.row(student.name()));
                students.add(cells(
                        List.of(student.name(), student.id(), account.joined(), keys),
                        List.of(
                                row.map(RosterRow::id).orElse(""),
                                row.map(RosterRow::group).orElse("")),
                        listed));
            }
            for (RosterRow row : to.neverCame()) {
                students.add(row.name(), "", "", "", row.id(), row.group());
            }
            String file = name + "/" + STUDENTS;
            FileAccess.write(disk().replaceable(file, "list of students", "", ELSEWHERE), file, students.csv());
            return CommandResult.ok(given.forDisplay(to.accounts().size() + " students written to " + name
                    + "\nhost_key and teachers are not in it: if the class moves, copy both, or ssh warns every student"
                    + " and no teacher gets in"));
        });
    }

    private static Object[] cells(List<?> known, List<?> enrolment, boolean listed) {
        return Stream.of(known, listed ? enrolment : List.of())
                .flatMap(List::stream)
                .toArray();
    }

    /** Adds what the class does not have yet. If there is no such class, it is created. */
    CommandResult in(Classes.ClassLocation place) throws IOException {
        Classes classes = given.console().classes();
        Classes.ClassTask<CommandResult> work = from -> {
            OpenClass open = new OpenClass(given, from);
            try {
                return classes.open(place, Optional.empty(), to -> copy(open, to));
            } catch (StoreException refused) {
                if (refused.reason() != StoreException.RefusalReason.ABSENT) {
                    throw refused;
                }
                return classes.open(place, Optional.of(bare(from.info())), to -> copy(open, to));
            }
        };
        requireNoLinks();
        try {
            return classes.open(folder(), Optional.empty(), work);
        } catch (StoreException refused) {
            throw BadInput.usage(
                    "not_an_export", refused.getMessage() + "; type a folder that nabla class export has written");
        }
    }

    /** Rejects an export with symbolic links, since one from a stranger could lead to other files of this machine. */
    private void requireNoLinks() {
        disk().link(path(), DEPTH).ifPresent(link -> {
            throw BadInput.usage(
                    "symbolic_link",
                    link + " is a symbolic link, and links are not followed; type a folder that nabla class export has"
                            + " written");
        });
    }

    /**
     * Returns the class data without due dates. They are added once the students exist, since some are for a student.
     */
    private static ClassInfo bare(ClassInfo info) {
        return info.due(List.of());
    }

    private CommandResult copy(OpenClass from, ClassStore to) throws IOException {
        List<String> clashes = NameClashes.of(from.store(), to);
        StringBuilder warnings = new StringBuilder();
        warnings.append(roster(from.store(), to));
        Map<String, Student> students = new HashMap<>();
        for (Account account : from.store().accounts()) {
            Student student = account.student();
            joined(account, to)
                    .ifPresentOrElse(
                            there -> students.put(student.id(), there),
                            () -> warnings.append(CommandResult.errorLine("a key of " + student.name()
                                    + " is another student's; " + student.name() + " is left out")));
        }
        long entries = journals(from, to, students);
        for (Due due : from.info().dues()) {
            Optional<Student> whose = due.student().map(students::get);
            if (whose.isPresent() || due.student().isEmpty()) {
                ClassStore.done(to.change(info -> info.due(due.section(), whose, Optional.of(due.at()))));
            }
        }
        if (to.polls().isEmpty()) {
            polls(from.store(), to, students);
        }
        String message = students.size() + " students, " + LearnerJournal.count(entries) + "\n";
        return new CommandResult(warnings.isEmpty() ? ExitCode.OK : ExitCode.IN_PART, message, warnings.toString())
                .withWarnings(clashes);
    }

    /**
     * Adds the rows of the roster that the other class does not have. A class with students and without a roster stays
     * without one, since a roster would keep new names out; then a warning is returned, else an empty text.
     */
    private static String roster(ClassStore from, ClassStore to) throws IOException {
        Optional<Roster> rows = from.roster();
        if (rows.isEmpty()) {
            return "";
        }
        if (to.roster().isEmpty() && !to.accounts().isEmpty()) {
            return CommandResult.errorLine(
                    "this class has students and no roster, so the roster is left out; nabla class roster FILE.csv sets one");
        }
        ClassStore.done(to.changeRoster(known ->
                Optional.of(known.map(there -> rows.get().addedTo(there)).orElse(rows.get()))));
        return "";
    }

    /**
     * Returns the student of the same name in the other store, with the keys, PIN and word of the account added. The
     * student joins if necessary. Empty if a key belongs to another student.
     */
    private static Optional<Student> joined(Account account, ClassStore to) throws IOException {
        UnaryOperator<Account> proofs = known -> known.provedAs(account);
        Optional<Student> known = to.named(account.student().name()).map(Account::student);
        return known.isPresent()
                ? ClassStore.done(to.change(known.get(), proofs)).or(() -> known)
                : ClassStore.done(to.adopt(account.student().name(), proofs, account.joined()));
    }

    private static long journals(OpenClass from, ClassStore to, Map<String, Student> students) throws IOException {
        String course = from.course().id();
        JournalCopy copy = new JournalCopy(to, course);
        for (Account account : from.store().accounts()) {
            Student there = students.get(account.student().id());
            if (there != null) {
                copy.add(there, taker -> from.store().each(account.student(), course, taker));
            }
        }
        return copy.finish();
    }

    private static void polls(ClassStore from, ClassStore to, Map<String, Student> students) throws IOException {
        for (Poll poll : from.polls()) {
            ClassStore.done(to.keep(poll));
            for (Poll.Vote vote : from.votes(poll.id())) {
                Student there = students.get(vote.student());
                if (there != null) {
                    ClassStore.done(to.vote(poll.id(), new Poll.Vote(vote.round(), there.id(), vote.kind())));
                }
            }
        }
    }
}
