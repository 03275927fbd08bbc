package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.cli.school.open.OpenClassAction;
import dev.nabla.lesson.Course;
import dev.nabla.progress.DayRule;
import dev.nabla.room.ClassActivity;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassInfo.Due;
import dev.nabla.room.ClassStore;
import dev.nabla.room.account.Account;
import dev.nabla.room.name.Student;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code nabla class due [SECTION] [WHEN]}: prints the due dates of sections, or sets one. */
record DueAction() implements OpenClassAction {
    private static final String FOR = "--for";
    private static final String NONE = "--none";

    @Override
    public void declare(Options options) {
        options.summary("say when sections are due, or set it")
                .operand("[SECTION]", "number of a section, like 02")
                .operand("[WHEN]", "when it is due, like 2026-12-01T18:00")
                .named(FOR, "NAME", "a date for one student alone")
                .flag(NONE, "remove the date")
                .classes()
                .notes(
                        "Example: nabla class due 02 2026-12-01T18:00 --class maths-10b",
                        "Example: nabla class due 02 2026-12-03T18:00 --for ada --class maths-10b",
                        "Example: nabla class due 02 --none --class maths-10b");
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        Arguments given = open.given();
        Optional<String> section = given.operand(0);
        Optional<Student> student =
                given.value(FOR).map(name -> open.account(name).student());
        if (section.isEmpty()) {
            return CommandResult.ok(dues(open, open.info(), student));
        }
        String id = open.course().section(section.get()).id();
        boolean none = given.has(NONE);
        Arguments.require(
                given.operand(1).isPresent() != none,
                none
                        ? "give a time or --none, not both"
                        : "WHEN is missing: when it is due, like nabla class due " + id + " 2026-12-01T18:00");
        Optional<Instant> at = given.operand(1).map(open.info()::parseTime);
        List<Due> before = open.info().dues();
        ClassInfo info = ClassStore.done(open.store().change(old -> old.due(id, student, at)));
        return CommandResult.ok(gone(open, before, info) + dues(open, info, Optional.empty()));
    }

    /** Returns a line for each date that a change has removed or replaced. */
    private static String gone(OpenClass open, List<Due> before, ClassInfo info) {
        return before.stream()
                .filter(due -> !info.dues().contains(due))
                .sorted(Comparator.comparing(Due::at))
                .map(due -> "removed: section " + due.section() + ", " + info.clock(due.at()) + ", for "
                        + subject(open, due) + "\n")
                .collect(Collectors.joining());
    }

    private static String dues(OpenClass open, ClassInfo info, Optional<Student> student) throws IOException {
        Map<String, Set<String>> done = info.dues().isEmpty() ? Map.of() : done(open);
        Listing rows = new Listing().add("section", "due", "for", "done");
        List<Due> dues = info.dues().stream()
                .filter(due -> student.isEmpty() || due.student().equals(student.map(Student::id)))
                .sorted(Comparator.comparing(Due::section).thenComparing(Due::at))
                .toList();
        dues.forEach(due ->
                rows.add(due.section(), info.clock(due.at()), subject(open, due), ClassActivity.done(due, done)));
        return dues.isEmpty()
                ? "no section has a date\n"
                : open.given().text(rows) + "\n(clocks of " + info.zone() + ")\n";
    }

    private static Map<String, Set<String>> done(OpenClass open) throws IOException {
        Instant now = open.given().console().learner().clock().instant();
        DayRule days = DayRule.inZone(open.info().zone());
        Course course = open.course();
        Map<String, Set<String>> done = new HashMap<>();
        for (Account account : open.store().accounts()) {
            Student student = account.student();
            done.put(student.id(), open.store().done(student, course, now, days));
        }
        return done;
    }

    private static String subject(OpenClass open, Due due) {
        return due.student()
                .map(id ->
                        open.store().student(id).map(one -> one.name().text()).orElse("?"))
                .orElse("everybody");
    }
}
