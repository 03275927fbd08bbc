package dev.nabla.cli.school.report;

import dev.nabla.cli.school.report.ReportedClass.SectionSummary;
import dev.nabla.cli.school.report.ReportedClass.ToldMistake;
import dev.nabla.cli.school.report.ReportedClass.UncheckedEntries;
import dev.nabla.cli.school.report.ReportedStudent.AnswerShare;
import dev.nabla.cli.school.report.ReportedStudent.SectionResult;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.Question.WrongSpec;
import dev.nabla.progress.ClassReport;
import dev.nabla.progress.ClassReport.GradedJournal;
import dev.nabla.progress.ClassReport.MistakeCount;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.EntrySource;
import dev.nabla.progress.Finding;
import dev.nabla.progress.Finding.FindingKind;
import dev.nabla.progress.SectionProgress;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassInfo.Due;
import dev.nabla.room.ClassStore;
import dev.nabla.room.FirstAnswers;
import dev.nabla.room.PollQuestion;
import dev.nabla.room.Punctuality;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.StudentPoints;
import dev.nabla.room.account.Account;
import dev.nabla.room.name.Student;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads the journals of a class, or of a folder, one after the other, and computes all that a report says. */
final class ReportCollector {
    private final Course course;
    private final ClassInfo info;
    private final Instant now;
    private final DayRule days;
    private final ReportScope scope;
    private final ClassReport.ReportBuilder tally;
    private final SortedMap<String, ReportedStudent> students = new TreeMap<>();

    /**
     * How much is collected.
     *
     * @param since time from which entries count; all count if empty
     * @param trusting whether answers count as recorded, without being graded again
     * @param withPoints whether points are computed, for which a journal is read again per due date
     */
    record ReportScope(Optional<Instant> since, boolean trusting, boolean withPoints) {
        EntrySource counted(EntrySource journal) {
            return since.isEmpty()
                    ? journal
                    : taker -> journal.each(entry -> {
                        if (!entry.at().isBefore(since.get())) {
                            taker.accept(entry);
                        }
                    });
        }
    }

    /**
     * Whose journal it is.
     *
     * @param account id of the account, if there is one
     * @param dues due dates by section; sections without one are missing
     */
    private record Owner(
            String name, Optional<String> account, Optional<Enrolment> enrolment, Map<String, Instant> dues) {}

    ReportCollector(Course course, ClassInfo info, Instant now, ReportScope scope) {
        this.course = course;
        this.info = info;
        this.now = now;
        this.scope = scope;
        days = DayRule.inZone(info.zone());
        tally = new ClassReport.ReportBuilder(course, now, days, scope.trusting());
    }

    /** Reads the journals of a class. Names of the roster that never came have empty ones. */
    ReportedClass ofClass(ClassStore store) throws IOException {
        Optional<Roster> roster = store.roster();
        ReadAhead.each(
                store.accounts().stream().map(Account::student).toList(),
                student -> taker -> store.each(student, course.id(), taker),
                (student, journal) -> add(
                        new Owner(
                                student.name().text(),
                                Optional.of(student.id()),
                                roster.map(known -> Enrolment.joined(known, student.name())),
                                dues(student)),
                        journal));
        for (RosterRow row : store.neverCame()) {
            add(
                    new Owner(
                            row.name().text(),
                            Optional.empty(),
                            Optional.of(new Enrolment(row.id(), row.group(), false)),
                            dues(new Student("", row.name()))),
                    taker -> {});
        }
        return report(Map.of(), true, roster.isPresent());
    }

    /** Adds an exported journal. It has no due dates. */
    void addExported(String student, EntrySource journal) throws IOException {
        add(new Owner(student, Optional.empty(), Optional.empty(), Map.of()), journal);
    }

    /**
     * Returns the report on the exported journals that were added.
     *
     * @param leftOut the reasons why files were skipped, by file name
     */
    ReportedClass ofExported(Map<String, String> leftOut) {
        return report(leftOut, false, false);
    }

    private Map<String, Instant> dues(Student student) {
        Map<String, Instant> dues = new TreeMap<>();
        course.sectionIds().forEach(section -> info.due(section, student).ifPresent(due -> dues.put(section, due)));
        return dues;
    }

    private void add(Owner owner, EntrySource journal) throws IOException {
        FirstAnswers first = new FirstAnswers();
        GradedJournal graded = tally.add(owner.name(), scope.counted(journal), first);
        List<SectionResult> sections = course.sections().stream()
                .map(section -> result(section, graded, first, owner.dues()))
                .toList();
        StudentPoints points = scope.withPoints()
                ? StudentPoints.of(info.points(), course, graded, owner.dues(), now, days)
                : new StudentPoints(Map.of());
        students.put(
                owner.name(),
                new ReportedStudent(
                        owner.name(),
                        owner.account(),
                        owner.enrolment(),
                        sections,
                        right(sections),
                        onTime(sections),
                        0,
                        points));
    }

    private static SectionResult result(
            Section section, GradedJournal graded, FirstAnswers first, Map<String, Instant> dues) {
        SectionProgress progress = graded.progress().sectionProgress(section.id());
        Optional<Punctuality> punctuality =
                Optional.ofNullable(dues.get(section.id())).map(due -> first.punctuality(section.id(), due));
        return new SectionResult(section, progress, SectionStanding.of(progress), punctuality);
    }

    private static AnswerShare right(List<SectionResult> sections) {
        return new AnswerShare(
                sections.stream().mapToInt(result -> result.progress().right()).sum(),
                sections.stream()
                        .mapToInt(result -> result.progress().answers())
                        .sum());
    }

    private static Optional<AnswerShare> onTime(List<SectionResult> sections) {
        return sections.stream()
                .flatMap(result -> result.punctuality().stream())
                .reduce(Punctuality::and)
                .map(sum -> new AnswerShare(sum.onTime(), sum.answered()));
    }

    private ReportedClass report(Map<String, String> leftOut, boolean hasDues, boolean hasRoster) {
        ClassReport report = tally.report();
        SortedMap<String, String> ids = new TreeMap<>();
        students.forEach((name, student) -> student.enrolment().ifPresent(listed -> ids.put(name, listed.id())));
        return new ReportedClass(
                info,
                now,
                course.sections().stream().map(this::summary).toList(),
                students.values().stream()
                        .map(student -> student.unchecked(unchecked(report, student.name())))
                        .toList(),
                report.mistakes().stream().map(this::told).toList(),
                report.findings(),
                unchecked(report),
                IdGaps.of(ids),
                leftOut,
                hasDues,
                hasRoster);
    }

    private SectionSummary summary(Section section) {
        long masters = students.values().stream()
                .flatMap(student -> student.sections().stream())
                .filter(result ->
                        result.section().equals(section) && result.progress().isMastered())
                .count();
        Optional<Instant> due = info.dues().stream()
                .filter(date -> date.student().isEmpty() && date.section().equals(section.id()))
                .map(Due::at)
                .findFirst();
        return new SectionSummary(section, masters, due);
    }

    private ToldMistake told(MistakeCount made) {
        String told = PollQuestion.of(course, made.items().get(0), 0)
                .flatMap(question -> question.reveals(made.misconception()))
                .map(PollQuestion::brief)
                .orElse("");
        return new ToldMistake(made, WrongSpec.label(made.misconception()), told);
    }

    /** Returns why entries were not graded again, each reason with the number of entries. */
    private static List<UncheckedEntries> unchecked(ClassReport report) {
        List<UncheckedEntries> unchecked = new ArrayList<>();
        int changed = report.passedOver().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        unchecked.add(new UncheckedEntries(changed, "question changed; they do not count"));
        for (FindingKind kind : FindingKind.values()) {
            unchecked.add(new UncheckedEntries(unchecked(report, found -> found.kind() == kind), kind.text()));
        }
        unchecked.removeIf(entries -> entries.times() == 0);
        return unchecked;
    }

    /** Returns how many entries of a student were not graded again. */
    private static int unchecked(ClassReport report, String student) {
        return unchecked(report, found -> found.student().equals(student))
                + report.passedOver().getOrDefault(student, 0);
    }

    private static int unchecked(ClassReport report, Predicate<Finding> wanted) {
        return report.findings().stream()
                .filter(found -> !found.kind().isFault())
                .filter(wanted)
                .mapToInt(Finding::times)
                .sum();
    }
}
