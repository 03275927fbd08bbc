package dev.nabla.tutor;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.Question;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that happens between a learner and a course; each method gives the next value, or an {@link Update} where something
 * has happened that the journal is to keep.
 *
 * @param now when the last thing came in that was done, to the millisecond
 * @param progress what has been done, the events of all updates included
 * @param figures those that have been opened
 * @param attempts questions that were begun
 * @param practices worked examples that were begun, by id
 * @param standing where the learner stands
 */
public record Tutor(
        Instant now,
        Progress progress,
        Map<FigureRef, FigureState<?>> figures,
        Map<QuestionRef, Attempt> attempts,
        Map<String, Practice> practices,
        PositionTracker standing) {
    private static final int REST_MILLIS = 2000;

    /**
     * A figure of the course.
     *
     * @param section id of the section
     * @param figure which of its figures, from 0
     */
    public record FigureRef(String section, int figure) {}

    /**
     * What something that was done has led to.
     *
     * @param tutor from now on
     * @param events what has happened, in order; it is to be in the journal before anything of it is shown
     */
    public record Update(Tutor tutor, List<Entry> events) {
        public Update {
            events = List.copyOf(events);
        }

        /** Nothing that the journal keeps. */
        static Update of(Tutor tutor) {
            return new Update(tutor, List.of());
        }
    }

    public Tutor {
        now = now.truncatedTo(ChronoUnit.MILLIS);
        figures = Map.copyOf(figures);
        attempts = Map.copyOf(attempts);
        practices = Map.copyOf(practices);
    }

    /** With somebody who has come this far; nothing is open yet. */
    public static Tutor of(Progress progress, Instant now) {
        return new Tutor(now, progress, Map.of(), Map.of(), Map.of(), PositionTracker.nowhere(REST_MILLIS));
    }

    /** The same, nowhere yet, of whom a place is told only when it has rested so long. */
    public Tutor withSaveDelay(int millis) {
        return withPosition(PositionTracker.nowhere(millis));
    }

    /** The course that is taught. */
    public Course course() {
        return progress.course();
    }

    /** The time now, at which what comes next is done. */
    public Tutor withTime(Instant time) {
        return new Tutor(time, progress, figures, attempts, practices, standing);
    }

    private Update happened(Entry entry) {
        Progress more = progress.after(entry);
        return new Update(new Tutor(now, more, figures, attempts, practices, standing), List.of(entry));
    }

    private static <K, V> Map<K, V> plus(Map<K, V> known, K key, V value) {
        Map<K, V> more = new HashMap<>(known);
        more.put(key, value);
        return more;
    }

    /** In the course as it has been saved anew, with what is the same in it. */
    public Tutor reloaded(Course other) {
        Map<QuestionRef, Attempt> begun = new HashMap<>(attempts);
        begun.entrySet().removeIf(entry -> !entry.getKey()
                .find(other)
                .equals(Optional.of(entry.getValue().question())));
        return new Tutor(now, progress.reloaded(other), figuresIn(other), begun, Map.of(), standing);
    }

    /** Figures as they stand, but for those that their lesson now opens otherwise. */
    private Map<FigureRef, FigureState<?>> figuresIn(Course other) {
        Map<FigureRef, FigureState<?>> stand = new HashMap<>();
        for (Section section : other.sections()) {
            boolean known = figures.containsKey(new FigureRef(section.id(), 0));
            List<FigureState<?>> opened =
                    known ? section.lesson().map(Lesson::figures).orElse(List.of()) : List.of();
            for (int i = 0; i < opened.size(); i++) {
                stand.put(new FigureRef(section.id(), i), asItStands(section.id(), opened.get(i)));
            }
        }
        return stand;
    }

    private FigureState<?> asItStands(String section, FigureState<?> opened) {
        FigureState<?> stood = figures.get(new FigureRef(section, 0));
        for (int i = 0; stood != null && !isSame(stood, opened); i++) {
            stood = figures.get(new FigureRef(section, i + 1));
        }
        return stood == null ? opened : stood;
    }

    static boolean isSame(FigureState<?> before, FigureState<?> opened) {
        return before.figure().id().equals(opened.figure().id())
                && before.home().equals(opened.home());
    }

    /** With all the figures of a section opened that have not been. */
    public Tutor open(Section section) {
        Map<FigureRef, FigureState<?>> more = new HashMap<>(figures);
        List<FigureState<?>> opened = section.lesson().orElseThrow().figures();
        for (int i = 0; i < opened.size(); i++) {
            more.putIfAbsent(new FigureRef(section.id(), i), opened.get(i));
        }
        return new Tutor(now, progress, more, attempts, practices, standing);
    }

    /** The section that was left last, if the course still has it. */
    public Optional<Section> leftOff() {
        return progress.leftOff().flatMap(left -> course().find(left.section())).filter(Section::isWritten);
    }

    /** With a section opened; if it was left last, its figure as it stood, unless it has been touched since. */
    public Tutor resumed(Section section) {
        Tutor opened = open(section);
        Optional<Entry.Stood> left =
                progress.leftOff().filter(stood -> stood.section().equals(section.id()));
        FigureRef ref = new FigureRef(
                section.id(),
                left.map(stood -> section.lesson().orElseThrow().figure(stood.figure()))
                        .orElse(0));
        return left.isEmpty() || figures.containsKey(ref)
                ? opened
                : opened.figure(ref)
                        .map(live -> opened.withFigure(ref, left.get().restore(live)))
                        .orElse(opened);
    }

    public Tutor withFigure(FigureRef figure, FigureState<?> live) {
        return new Tutor(now, progress, plus(figures, figure, live), attempts, practices, standing);
    }

    public Optional<FigureState<?>> figure(FigureRef figure) {
        return Optional.ofNullable(figures.get(figure));
    }

    /** A section was read to its end. */
    public Update read(String section) {
        return progress.isRead(section) ? Update.of(this) : happened(new Entry.Read(now, section));
    }

    /** A goal was tried, and may be reached for the first time. */
    public Update tried(String section, GoalAttempt attempt) {
        boolean known = progress.goals().contains(attempt.goal().id());
        return known || !attempt.progress().isMet()
                ? Update.of(this)
                : happened(new Entry.Reached(now, section, attempt.goal().id()));
    }

    /** The attempt at a question since the tutor was opened. */
    public Optional<Attempt> attempt(QuestionRef question) {
        return Optional.ofNullable(attempts.get(question));
    }

    public Tutor withAttempt(QuestionRef question, Attempt attempt) {
        return new Tutor(now, progress, figures, plus(attempts, question, attempt), practices, standing);
    }

    /**
     * A question begun anew; other numbers every time it comes back in one sitting. Before a figure it has the figure's own
     * numbers at first, even for whoever has answered it on another day.
     *
     * @throws dev.nabla.math.BadInput if they cannot be computed
     */
    public Tutor begun(QuestionRef question, int round) {
        Question asked = question.find(course()).orElseThrow();
        long seed = question.opens() ? 0 : progress.seed(asked.id());
        return withAttempt(question, Attempt.of(asked.draw(seed + round), round));
    }

    /** Grades what is typed, unless it has its verdict already. */
    public Update check(QuestionRef question, boolean asksSure) {
        Attempt attempt = attempts.get(question);
        return attempt.isNew() ? storeAttempt(question, attempt.graded(asksSure)) : Update.of(this);
    }

    /** Grades an answer given as a whole line, whatever was said before: until the answer is told, it counts. */
    public Update answer(QuestionRef question, String line, boolean asksSure) {
        return storeAttempt(question, attempts.get(question).answering(line, asksSure));
    }

    /** Whoever gave an answer says how sure he was of it, and hears the verdict. */
    public Update rate(QuestionRef question, Attempt.Confidence sure) {
        Attempt attempt = attempts.get(question);
        return attempt.rating() ? storeAttempt(question, attempt.rated(sure)) : Update.of(this);
    }

    /** What counts has happened; a right answer read off the solution says nothing. */
    private Update storeAttempt(QuestionRef question, Attempt attempt) {
        Tutor next = withAttempt(question, attempt);
        return attempt.reply()
                .filter(Attempt.GradedAnswer::counts)
                .filter(reply -> !reply.isRight() || !attempt.hasSeenAllHelp())
                .map(reply -> next.happened(Entry.Answered.of(
                        now,
                        question.section(),
                        attempt.variant(),
                        reply.typed(),
                        reply.verdict(),
                        reply.sure().stream()
                                .mapToInt(Attempt.Confidence::level)
                                .findFirst())))
                .orElseGet(() -> Update.of(next));
    }

    /** A worked example as it is now; the journal does not keep it. */
    public Tutor withPractice(Practice practice) {
        Map<String, Practice> more = plus(practices, practice.example().id(), practice);
        return new Tutor(now, progress, figures, attempts, more, standing);
    }

    /**
     * A place in a section.
     *
     * @param beat how many stations of its road are behind
     * @param live the figure that is shown there as it stands, to be compared by identity: the same one has not been touched
     */
    public record LearnerPosition(Section section, int beat, Optional<FigureState<?>> live) {
        boolean is(LearnerPosition other) {
            return section == other.section && beat == other.beat && live.orElse(null) == other.live.orElse(null);
        }

        boolean isRunning() {
            return live.filter(figure -> figure.cursor().running()).isPresent();
        }
    }

    /** The learner is at a place, or nowhere; where he was, or where he has rested, is told to the journal. */
    public Update moveTo(Optional<LearnerPosition> place) {
        Optional<LearnerPosition> before = standing.now();
        PositionTracker next = standing.at(place, now);
        Optional<LearnerPosition> due = next.now().isPresent() ? next.rested(now) : before.filter(next::isNew);
        return withPosition(next).keeping(due);
    }

    /** The learner leaves, however short a time he was here. */
    public Update leaving() {
        return keeping(standing.now().filter(standing::isNew));
    }

    /** A section that is told in parts is left after some of them, its figure as it stands. */
    public Update leave(String section, Optional<FigureState<?>> figure, int parts) {
        return happened(stood(section, figure, parts));
    }

    private Entry.Stood stood(String section, Optional<FigureState<?>> figure, int parts) {
        return Entry.Stood.of(now, section, figure).withParts(parts).drawn(glyphs(), now);
    }

    /** What was chosen for pictures to be drawn with, today or when the learner left. */
    public Optional<String> glyphs() {
        return standing.glyphs().or(() -> progress.leftOff().flatMap(Entry.Stood::glyphs));
    }

    /** From now on pictures are drawn so, on other days too; who has not stood anywhere yet stands in no section. */
    public Update drawn(String glyphs) {
        Entry.Stood stood = progress.leftOff().orElseGet(() -> new Entry.Stood(now, "", "", Map.of()));
        return withPosition(standing.drawn(glyphs)).happened(stood.drawn(Optional.of(glyphs), now));
    }

    /** Milliseconds that a place has to rest which waits to be told; empty if none waits. */
    public OptionalInt millisUntilSave() {
        return standing.unkept().stream()
                .mapToInt(spot -> standing.restMillis())
                .findAny();
    }

    private Update keeping(Optional<LearnerPosition> place) {
        return place.map(there -> withPosition(standing.keeping(there))
                        .happened(stood(there.section().id(), there.live(), there.beat())))
                .orElseGet(() -> Update.of(this));
    }

    private Tutor withPosition(PositionTracker other) {
        return new Tutor(now, progress, figures, attempts, practices, other);
    }
}
