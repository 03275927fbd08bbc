package dev.nabla.cli.school.report;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.file.WholeFile;
import dev.nabla.lesson.Course;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Json;
import dev.nabla.progress.ClassReport;
import dev.nabla.progress.ClassReport.GradedJournal;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.EntrySource;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.FirstAnswers;
import dev.nabla.room.Punctuality;
import dev.nabla.room.RosterRow;
import dev.nabla.room.StudentPoints;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.AliasWords;
import dev.nabla.room.name.Student;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code nabla class report}: which sections a class has mastered and which mistakes it makes, from its store or from
 * exported journals.
 */
public final class ReportMaker {
    private final Arguments given;
    private final Course course;
    private final ClassInfo info;
    private final Instant now;
    private final DayRule days;
    private final ReportForm form;
    /** The time from which entries count; all count if empty. */
    private final Optional<Instant> since;

    private final ClassReport.ReportBuilder tally;
    /** How many answers were on time, by student and section. */
    private final Map<String, Map<String, Punctuality>> punctual = new TreeMap<>();

    private final Map<String, StudentPoints> points = new TreeMap<>();
    /** Ids of the students by name; empty for a name that has none. */
    private final Map<String, Optional<String>> ids = new TreeMap<>();

    private ReportMaker(Arguments given, Course course, ClassInfo info) {
        this.given = given;
        this.course = course;
        this.info = info;
        now = given.console().learner().clock().instant();
        days = DayRule.inZone(info.zone());
        form = ReportForm.of(given);
        since = given.value(ReportForm.SINCE).map(info::parseTime);
        tally = new ClassReport.ReportBuilder(course, now, days, given.has(ReportForm.TRUST));
    }

    public static CommandResult ofClass(Arguments given, Course course, ClassStore store) throws IOException {
        return new ReportMaker(given, course, store.info()).of(store);
    }

    /** Reports on a folder of exported journals. They have no due dates. */
    public static CommandResult ofFolder(Arguments given, String dir) throws IOException {
        ClassInfo info = new ClassInfo(
                "Exported journals",
                Optional.empty(),
                given.console().learner().clock().getZone(),
                Optional.empty(),
                List.of());
        return new ReportMaker(given, given.course(), info).of(dir);
    }

    private CommandResult of(String dir) throws IOException {
        Optional<WholeFile> page = form.page(given);
        ClassFolder folder = ClassFolder.read(given.console().disk(), dir, (student, journal) -> {
            add(student, Optional.empty(), Map.of(), journal);
        });
        return reply(folder, Optional.empty(), Optional.empty(), page);
    }

    private CommandResult of(ClassStore store) throws IOException {
        Optional<WholeFile> page = form.page(given);
        List<Student> students = store.accounts().stream().map(Account::student).toList();
        ReadAhead.each(
                students,
                student -> taker -> store.each(student, course.id(), taker),
                (student, journal) -> add(student.name().text(), Optional.of(student.id()), dues(student), journal));
        for (RosterRow row : store.neverCame()) {
            add(row.name().text(), Optional.empty(), dues(new Student("", row.name())), taker -> {});
        }
        return reply(new ClassFolder(Map.of(), ""), Optional.of(punctual), Enrolment.of(store), page);
    }

    private Map<String, Instant> dues(Student student) {
        Map<String, Instant> dues = new TreeMap<>();
        course.sectionIds().forEach(section -> info.due(section, student).ifPresent(due -> dues.put(section, due)));
        return dues;
    }

    private void add(String name, Optional<String> id, Map<String, Instant> dues, EntrySource journal)
            throws IOException {
        FirstAnswers first = new FirstAnswers();
        GradedJournal graded = tally.add(name, counted(journal), first);
        Map<String, Punctuality> sections = new TreeMap<>();
        dues.forEach((section, due) -> sections.put(section, first.punctuality(section, due)));
        punctual.put(name, sections);
        ids.put(name, id);
        if (form.hasPoints()) {
            points.put(name, StudentPoints.of(info.points(), course, graded, dues, now, days));
        }
    }

    /** Returns the entries that the report counts: all, or those from the time of {@code --since} on. */
    private EntrySource counted(EntrySource journal) {
        return since.isEmpty()
                ? journal
                : taker -> journal.each(entry -> {
                    if (!entry.at().isBefore(since.get())) {
                        taker.accept(entry);
                    }
                });
    }

    private CommandResult reply(
            ClassFolder folder,
            Optional<Map<String, Map<String, Punctuality>>> onTime,
            Optional<Map<String, Enrolment>> enrolments,
            Optional<WholeFile> page) {
        ClassReport report = tally.report();
        PointsTable table = new PointsTable(course.sections(), info.points(), points, enrolments);
        ReportText text = new ReportText(course, report, folder.leftOut(), onTime, table);
        boolean consistent = report.faults().isEmpty();
        String warnings = folder.warnings()
                + (form.listsFaults() || consistent
                        ? ""
                        : CommandResult.errorLine(
                                "some entries are inconsistent; without " + form.option() + " they are listed"))
                + form.warnings(table);
        String out = page.isPresent() ? written(page.get(), text) : summary(text);
        boolean complete =
                consistent && folder.leftOut().isEmpty() && form.warnings(table).isEmpty();
        return new CommandResult(complete ? ExitCode.OK : ExitCode.IN_PART, out, warnings);
    }

    private String written(WholeFile page, ReportText text) {
        String name = given.value(ReportForm.HTML).orElseThrow();
        FileAccess.writePrivate(page, name, page(text));
        return given.forDisplay("report written to " + name);
    }

    private String page(ReportText text) {
        Optional<Map<String, String>> aliases = given.has(ReportForm.HIDE_NAMES)
                ? Optional.of(AliasWords.of(ids, new SecureRandom()))
                : Optional.empty();
        return new ReportHtml(text, info, now, aliases).html();
    }

    private String summary(ReportText text) {
        return switch (form) {
            case TEXT -> text.lines(given.displayProfile().isLineByLine()) + "\n";
            case JSON -> Json.object(text.json());
            case CSV -> text.standings().csv();
            case MISTAKES -> text.mistakes(false).csv();
            case WIDE -> given.text(text.points().wide()) + "\n";
            case WIDE_CSV -> text.points().wide().csv();
            case GRADEBOOK -> {
                Gradebook book = Gradebook.named(given.value(ReportForm.FOR).orElseThrow());
                yield book.table(text.points(), book.idColumn(given.value(ReportForm.ID_COLUMN)))
                        .csv();
            }
            case PAGE -> page(text);
        };
    }
}
