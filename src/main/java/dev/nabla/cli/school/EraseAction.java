package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.cli.school.open.OpenClassAction;
import dev.nabla.frame.Glyphs;
import dev.nabla.output.ExitCode;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.account.Account;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code nabla class erase}: erases the data of a student, of all students, or of those of a flood. */
record EraseAction() implements OpenClassAction {
    private static final String ALL = "--all";
    private static final String SINCE = "--joined-since";
    private static final String NEVER = "--never-answered";
    private static final String DRY = "--dry-run";

    @Override
    public void declare(Options options) {
        options.summary("forget a student: journal, keys, PIN, votes and row of the roster")
                .exactlyOneOf(
                        who -> who.operand("[NAME]", "the student's name")
                                .flag(ALL, "erase everybody")
                                .named(SINCE, "WHEN", "erase who joined then or later, like 10:05; with " + NEVER),
                        "give a name, " + ALL + " or " + SINCE + ", one of them",
                        "NAME is missing: nabla class erase [NAME] [--all] [--yes]")
                .flag(NEVER, "with " + SINCE + ": only who has answered nothing")
                .flag(DRY, "print who would be erased, and erase nothing")
                .flag(Options.YES, "erase without asking")
                .classes()
                .notes(
                        "Example: nabla class erase ada --class maths-10b",
                        "Example: nabla class erase --joined-since 10:05 --never-answered --dry-run --class maths-10b");
    }

    @Override
    public CommandResult run(Arguments given, Classes.ClassLocation place) throws IOException {
        Arguments.require(given.has(SINCE) == given.has(NEVER), SINCE + " and " + NEVER + " go together");
        return OpenClassAction.super.run(given, place);
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        Arguments given = open.given();
        if (given.has(ALL)) {
            return everybody(open);
        }
        return given.has(SINCE) ? flood(open) : one(open);
    }

    /** Returns the answer if nothing is erased: after a dry run, or without consent. Empty if all may be erased. */
    private static Optional<CommandResult> declined(OpenClass open, String subject, String question) {
        Arguments given = open.given();
        if (given.has(DRY)) {
            return Optional.of(CommandResult.ok("would be erased: " + subject + "\n"));
        }
        return given.has(Options.YES) || given.console().isWanted(question, glyphs(given))
                ? Optional.empty()
                : Optional.of(CommandResult.complaint(
                        ExitCode.USAGE, "nothing has been changed; to erase answer yes, or type " + Options.YES));
    }

    private static Glyphs glyphs(Arguments given) {
        return given.displayProfile().glyphs().value();
    }

    /** Erases a student and the row of the roster, of which either may be missing. */
    private static CommandResult one(OpenClass open) throws IOException {
        String typed = open.given().operand(0).orElseThrow();
        Optional<StudentName> listed = open.row(typed).map(RosterRow::name);
        Optional<Student> joined = listed.isPresent()
                ? open.store().named(listed.get()).map(Account::student)
                : Optional.of(open.student(0));
        StudentName name = joined.map(Student::name).or(() -> listed).orElseThrow();
        String answers = joined.isPresent() ? "all answers" : "";
        String what = Stream.of(answers, listed.isPresent() ? "the row of the roster" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
        String subject = listed.isPresent() ? name + ", with " + what : name.text();
        Optional<CommandResult> declined = declined(
                open, subject, "Erase " + name.written(glyphs(open.given())) + ", with " + what + " and for good?");
        if (declined.isPresent()) {
            return declined.get();
        }
        if (listed.isPresent()) {
            ClassStore.done(open.store().changeRoster(roster -> roster.map(rows -> rows.without(name))));
        }
        if (joined.isPresent()) {
            ClassStore.done(open.store().erase(joined.get()));
        }
        return CommandResult.ok("erased: " + subject + "\n");
    }

    /** Erases all students. The roster stays without names, so that nobody may join by accident. */
    private static CommandResult everybody(OpenClass open) throws IOException {
        List<Student> students =
                open.store().accounts().stream().map(Account::student).toList();
        int rows = open.store().roster().map(Roster::rows).orElse(List.of()).size();
        String subject = "all " + students.size() + " students"
                + (rows == 0 ? "" : " and " + rows + (rows == 1 ? " row" : " rows") + " of the roster");
        Optional<CommandResult> declined =
                declined(open, subject, "Erase " + subject + ", with all answers and for good?");
        if (declined.isPresent()) {
            return declined.get();
        }
        ClassStore.done(open.store().changeRoster(roster -> roster.map(known -> Roster.of(List.of()))));
        for (Student student : students) {
            ClassStore.done(open.store().erase(student));
        }
        return CommandResult.ok("erased: " + subject + "\n"
                + (rows == 0
                        ? ""
                        : "the roster is empty now, so nobody may join: nabla class roster FILE.csv fills it, --none"
                                + " removes it\n"));
    }

    /** Erases the students who joined since a time and never answered. Rows of the roster stay. */
    private static CommandResult flood(OpenClass open) throws IOException {
        Instant since = open.info()
                .parsePast(
                        open.given().value(SINCE).orElseThrow(),
                        open.given().console().learner().clock().instant());
        List<Student> students = new ArrayList<>();
        for (Account account : open.store().accounts()) {
            if (!account.joined().isBefore(since) && !hasAnswered(open, account.student())) {
                students.add(account.student());
            }
        }
        String when = "since " + open.info().clock(since);
        if (students.isEmpty()) {
            return CommandResult.ok("nothing to erase: everybody who joined " + when + " has answered\n");
        }
        Optional<CommandResult> declined = declined(
                open,
                subject(students),
                "Erase " + subject(students, glyphs(open.given())) + ", who joined " + when
                        + " and never answered, for good?");
        if (declined.isPresent()) {
            return declined.get();
        }
        List<Student> erased = new ArrayList<>();
        List<Student> kept = new ArrayList<>();
        for (Student student : students) {
            if (hasAnswered(open, student)) {
                kept.add(student);
            } else {
                ClassStore.done(open.store().erase(student));
                erased.add(student);
            }
        }
        return CommandResult.ok("erased: " + subject(erased) + "\n"
                + (kept.isEmpty() ? "" : "answered meanwhile, and kept: " + names(kept, Glyphs.BRAILLE) + "\n"));
    }

    private static boolean hasAnswered(OpenClass open, Student student) throws IOException {
        AtomicBoolean answered = new AtomicBoolean();
        open.store().each(student, open.course().id(), entry -> {
            if (entry instanceof Answered) {
                answered.set(true);
            }
        });
        return answered.get();
    }

    private static String subject(List<Student> students) {
        return subject(students, Glyphs.BRAILLE);
    }

    private static String subject(List<Student> students, Glyphs glyphs) {
        return students.size() + (students.size() == 1 ? " student: " : " students: ") + names(students, glyphs);
    }

    private static String names(List<Student> students, Glyphs glyphs) {
        return students.stream().map(student -> student.name().written(glyphs)).collect(Collectors.joining(", "));
    }
}
