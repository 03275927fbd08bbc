package dev.nabla.cli.school.report;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.school.report.ReportedClass.SectionSummary;
import dev.nabla.cli.school.report.ReportedClass.ToldMistake;
import dev.nabla.cli.school.report.ReportedStudent.AnswerShare;
import dev.nabla.cli.school.report.ReportedStudent.SectionResult;
import dev.nabla.cli.school.roster.IdGaps;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.Question.WrongSpec;
import dev.nabla.progress.ClassReport;
import dev.nabla.progress.ClassReport.GradedJournal;
import dev.nabla.progress.ClassReport.MistakeCount;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.EntrySource;
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
import dev.nabla.room.account.AliasWords;
import dev.nabla.room.name.Student;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the journals of a class, or of a folder, one after the other, and computes all that a report says. */
final class ReportCollector {
    private final Course course;
    private final ClassInfo info;
    private final Instant now;
    private final DayRule days;
    /** Time from which entries count; all count if empty. */
    private final Optional<Instant> since;
    /** Whether points are computed, for which a journal is read again per due date. */
    private final boolean withPoints;
    /** Whether words stand in place of the names of students. */
    private final boolean hidesNames;

    private final ClassReport.ReportBuilder tally;
    private final SortedMap<String, Collected> students = new TreeMap<>();
    /** How many entries were not graded again, by student. */
    private final Map<String, Integer> unchecked = new HashMap<>();
    /** How many entries were not graded again, by reason. */
    private final Map<String, Integer> uncheckedWhy = new LinkedHashMap<>();

    /**
     * Whose journal it is.
     *
     * @param account id of the account, if there is one
     * @param dues due dates by section; sections without one are missing
     */
    private record Owner(
            String name, Optional<String> account, Optional<Enrolment> enrolment, Map<String, Instant> dues) {}

    /** What the journal of a student says by itself. */
    private record Collected(Owner owner, List<SectionResult> sections, StudentPoints points) {}

    /**
     * Starts a report without students.
     *
     * @throws BadInput if the time of {@code --since} cannot be read
     */
    ReportCollector(Arguments given, Course course, ClassInfo info) {
        this.course = course;
        this.info = info;
        now = given.console().learner().clock().instant();
        days = DayRule.inZone(info.zone());
        since = given.value(ReportForm.SINCE).map(info::parseTime);
        withPoints = ReportForm.of(given).hasPoints();
        hidesNames = given.has(ReportForm.HIDE_NAMES);
        tally = new ClassReport.ReportBuilder(course, now, days, given.has(ReportForm.TRUST));
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
        GradedJournal graded = tally.add(owner.name(), counted(journal), first);
        List<SectionResult> sections = course.sections().stream()
                .map(section -> result(section, graded, first, owner.dues()))
                .toList();
        StudentPoints points = withPoints
                ? StudentPoints.of(info.points(), course, graded, owner.dues(), now, days)
                : new StudentPoints(Map.of());
        students.put(owner.name(), new Collected(owner, sections, points));
    }

    private EntrySource counted(EntrySource journal) {
        return since.isEmpty()
                ? journal
                : taker -> journal.each(entry -> {
                    if (!entry.at().isBefore(since.get())) {
                        taker.accept(entry);
                    }
                });
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
        report.passedOver()
                .forEach((student, times) -> unchecked(student, times, "question changed; they do not count"));
        report.findings().stream()
                .filter(found -> !found.kind().isFault())
                .forEach(found ->
                        unchecked(found.student(), found.times(), found.kind().text()));
        SortedMap<String, String> ids = new TreeMap<>();
        students.forEach((name, known) -> known.owner().enrolment().ifPresent(listed -> ids.put(name, listed.id())));
        return new ReportedClass(
                info,
                now,
                course.sections().stream().map(this::summary).toList(),
                reported(),
                report.mistakes().stream().map(this::told).toList(),
                report.findings(),
                uncheckedWhy,
                IdGaps.of(ids),
                leftOut,
                hasDues,
                hasRoster);
    }

    private void unchecked(String student, int times, String why) {
        unchecked.merge(student, times, Integer::sum);
        uncheckedWhy.merge(why, times, Integer::sum);
    }

    private List<ReportedStudent> reported() {
        Map<String, Optional<String>> accounts = new TreeMap<>();
        students.forEach((name, known) -> accounts.put(name, known.owner().account()));
        Map<String, String> aliases = hidesNames ? AliasWords.of(accounts, new SecureRandom()) : Map.of();
        SortedMap<String, ReportedStudent> shown = new TreeMap<>();
        students.forEach((name, known) -> {
            String alias = aliases.getOrDefault(name, name);
            shown.put(
                    alias,
                    new ReportedStudent(
                            alias,
                            known.owner().enrolment(),
                            known.sections(),
                            right(known.sections()),
                            onTime(known.sections()),
                            unchecked.getOrDefault(name, 0),
                            known.points()));
        });
        return List.copyOf(shown.values());
    }

    private SectionSummary summary(Section section) {
        long masters = students.values().stream()
                .flatMap(student -> student.sections().stream())
                .filter(result -> result.section().id().equals(section.id()))
                .filter(result -> result.progress().isMastered())
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
}
