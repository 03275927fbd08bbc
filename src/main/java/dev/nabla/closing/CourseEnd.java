package dev.nabla.closing;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Outline;
import dev.nabla.lesson.Section;
import dev.nabla.progress.Progress;
import dev.nabla.progress.QuestionHistory;
import dev.nabla.progress.SectionProgress;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a learner knows and what is open at the end of a course. It reads no lesson whose outline is known. */
public record CourseEnd(Course course, Progress progress) {
    private static final int DAYS_A_WEEK = 7;
    private static final int MOST_NAMED = 4;

    /** Returns the sections of the course that can be read. They are what is counted everywhere. */
    public List<Section> sections() {
        return course.written();
    }

    /** Returns whether all sections that lead to the closing page are read. */
    public boolean isFinished() {
        return course.untilClosing().stream().allMatch(this::isRead);
    }

    boolean isRead(Section section) {
        return progress.isRead(section.id());
    }

    /** Returns the number of goals of a section that are not reached. */
    int openGoals(Section section) {
        List<String> goals = section.outline().map(Outline::goals).orElse(List.of());
        return (int)
                goals.stream().filter(goal -> !progress.goals().contains(goal)).count();
    }

    /** Returns the first section with a goal that is not reached. */
    public Optional<Section> firstOpenGoal() {
        return sections().stream().filter(section -> openGoals(section) > 0).findFirst();
    }

    /** Returns the open goals and their sections: {@code 3 goals, in 05, 12 and 16}; empty if all are reached. */
    public Optional<String> goals() {
        int goals = openGoals();
        return goals == 0 ? Optional.empty() : Optional.of(WorkedSteps.count(goals, "goal") + ", " + goalPlaces());
    }

    /** Returns the number of goals that are not reached. */
    public int openGoals() {
        return sections().stream().mapToInt(this::openGoals).sum();
    }

    /** Returns the sections of the open goals: {@code in 05, 12 and 16}. */
    public String goalPlaces() {
        return "in "
                + ids(sections().stream()
                        .filter(section -> openGoals(section) > 0)
                        .toList());
    }

    /**
     * Questions that come back together.
     *
     * @param day the day when they come back; today for those that are due
     */
    public record NextReview(int questions, LocalDate day) {}

    /** Returns the questions that come back next; empty if none does. */
    public Optional<NextReview> nextReview() {
        return progress.due().isEmpty()
                ? progress.next().map(day -> new NextReview(back(day), day))
                : Optional.of(new NextReview(progress.due().size(), progress.today()));
    }

    /** Returns the questions that come back next, and when: {@code 4 questions, on Thursday}; empty if none does. */
    public Optional<String> questions() {
        return nextReview()
                .map(next -> WorkedSteps.count(next.questions(), "question") + ", " + on(next.day(), progress.today()));
    }

    private int back(LocalDate day) {
        int back = 0;
        for (QuestionHistory item : progress.items().values()) {
            back += item.box().due().equals(day) ? 1 : 0;
        }
        return back;
    }

    /** Returns a day as seen from today: {@code tomorrow}, {@code on Thursday}, {@code on 2026-12-03}. */
    static String on(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return "today";
        }
        return days == 1 ? "tomorrow" : "on " + (days < DAYS_A_WEEK ? name(day.getDayOfWeek()) : day);
    }

    /** Returns the name of a day: {@code Thursday}. */
    public static String name(DayOfWeek day) {
        String name = day.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Returns the sections that are not read. */
    public List<Section> unreadSections() {
        return sections().stream().filter(section -> !isRead(section)).toList();
    }

    /** Returns the sections that are not read: {@code 2 sections to read, 04 and 05}; empty if all are. */
    public Optional<String> unread() {
        List<Section> unread = unreadSections();
        String count = WorkedSteps.count(unread.size(), "section") + " to read";
        return unread.isEmpty()
                ? Optional.empty()
                : Optional.of(count + (unread.size() > MOST_NAMED ? "" : ", " + ids(unread)));
    }

    /** Returns the sections after the closing page that are not read. */
    public List<Section> unreadAfter() {
        return course.afterClosing().stream()
                .filter(section -> !isRead(section))
                .toList();
    }

    /** Returns everything that is open, a phrase each. */
    public List<String> open() {
        List<String> open = new ArrayList<>();
        unread().ifPresent(open::add);
        goals().ifPresent(open::add);
        questions().ifPresent(open::add);
        return open;
    }

    /** Returns the ids of a few sections, or how many there are. */
    private static String ids(List<Section> sections) {
        List<String> ids = sections.stream().map(Section::id).toList();
        int last = ids.size() - 1;
        if (ids.size() > MOST_NAMED) {
            return ids.size() + " sections";
        }
        return last == 0 ? ids.get(0) : String.join(", ", ids.subList(0, last)) + " and " + ids.get(last);
    }

    /**
     * What was done in some sections.
     *
     * @param sections number of sections that can be read
     */
    public record Standing(int sections, int read, int mastered) {
        @Override
        public String toString() {
            return read + " of " + sections + " read, " + mastered + " mastered";
        }
    }

    /** Returns what was done in some sections. */
    public Standing standing(List<Section> sections) {
        int written = 0;
        int read = 0;
        int mastered = 0;
        for (Section section : sections) {
            SectionProgress standing = progress.sectionProgress(section.id());
            written += section.isWritten() ? 1 : 0;
            read += standing.isRead() ? 1 : 0;
            mastered += standing.isMastered() ? 1 : 0;
        }
        return new Standing(written, read, mastered);
    }

    /** Returns the number of questions that were answered. */
    public int answered() {
        return progress.items().size();
    }

    /** Returns the number of questions whose last answer was right. */
    public int right() {
        int right = 0;
        for (QuestionHistory item : progress.items().values()) {
            right += item.right() ? 1 : 0;
        }
        return right;
    }
}
