package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.lesson.Course;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Json;
import dev.nabla.progress.ClassReport;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.EntrySource;
import dev.nabla.room.Account;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.FirstAnswers;
import dev.nabla.room.Punctuality;
import dev.nabla.room.RosterRow;
import dev.nabla.room.Student;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code nabla class report}: which sections a class has mastered and which mistakes it makes, from its store or from
 * exported journals.
 */
record ClassReporting(Arguments given, Course course, ClassInfo info) {
    static final String CSV = "--csv";
    static final String MISTAKES = "--mistakes";
    static final String TRUST = "--trust";
    static final String SINCE = "--since";

    static CommandResult of(Arguments given, OpenClass open) throws IOException {
        return new ClassReporting(given, open.course(), open.info()).ofClass(open);
    }

    /** Reports on a folder of exported journals. They have no due dates. */
    static CommandResult of(Arguments given, String dir) throws IOException {
        ClassInfo info = new ClassInfo(
                dir, Optional.empty(), given.console().learner().clock().getZone(), Optional.empty(), List.of());
        return new ClassReporting(given, given.course(), info).ofFolder(dir);
    }

    private CommandResult ofFolder(String dir) throws IOException {
        ClassReport.ReportBuilder tally = tally();
        ClassFolder folder = ClassFolder.read(
                given.console().disk(), dir, (student, journal) -> tally.add(student, counted(journal), answer -> {}));
        return reply(tally.report(), folder, Optional.empty(), Optional.empty());
    }

    private CommandResult ofClass(OpenClass open) throws IOException {
        ClassReport.ReportBuilder tally = tally();
        Map<String, Map<String, Punctuality>> punctual = new TreeMap<>();
        List<Student> students =
                open.store().accounts().stream().map(Account::student).toList();
        ReadAhead.each(
                students, student -> taker -> open.store().each(student, course.id(), taker), (student, journal) -> {
                    FirstAnswers first = new FirstAnswers();
                    tally.add(student.name().text(), counted(journal), first);
                    punctual.put(student.name().text(), punctual(student, first));
                });
        for (RosterRow row : Enrolment.neverCame(open.store())) {
            String name = row.name().text();
            tally.add(name, taker -> {}, answer -> {});
            punctual.put(name, punctual(new Student("", row.name()), new FirstAnswers()));
        }
        return reply(tally.report(), new ClassFolder(Map.of(), ""), Optional.of(punctual), Enrolment.of(open.store()));
    }

    private Map<String, Punctuality> punctual(Student student, FirstAnswers first) {
        Map<String, Punctuality> sections = new TreeMap<>();
        course.sectionIds().forEach(section -> info.due(section, student)
                .ifPresent(due -> sections.put(section, first.punctuality(section, due))));
        return sections;
    }

    private ClassReport.ReportBuilder tally() {
        Clock clock = given.console().learner().clock();
        return new ClassReport.ReportBuilder(course, clock.instant(), DayRule.inZone(info.zone()), given.has(TRUST));
    }

    /** Returns the entries that the report counts: all, or those from the time of {@code --since} on. */
    private EntrySource counted(EntrySource journal) {
        Optional<Instant> since = given.value(SINCE).map(info::parseTime);
        return since.isEmpty()
                ? journal
                : taker -> journal.each(entry -> {
                    if (!entry.at().isBefore(since.get())) {
                        taker.accept(entry);
                    }
                });
    }

    private CommandResult reply(
            ClassReport report,
            ClassFolder folder,
            Optional<Map<String, Map<String, Punctuality>>> punctual,
            Optional<Map<String, Enrolment>> enrolments) {
        boolean asSaid = report.faults().isEmpty();
        String found = given.has(CSV) && !asSaid
                ? CommandResult.errorLine("some entries are inconsistent; without --csv they are listed")
                : "";
        return new CommandResult(
                asSaid && folder.leftOut().isEmpty() ? ExitCode.OK : ExitCode.IN_PART,
                summary(new ClassText(course, report, folder.leftOut(), punctual, enrolments)),
                folder.warnings() + found);
    }

    private String summary(ClassText text) {
        if (given.json()) {
            return Json.object(text.json());
        }
        if (given.has(CSV)) {
            return (given.has(MISTAKES) ? text.mistakes(false) : text.standings()).csv();
        }
        return text.lines() + "\n";
    }
}
