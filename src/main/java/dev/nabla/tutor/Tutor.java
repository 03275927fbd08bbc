package dev.nabla.tutor;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Outline;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.question.Question;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Immutable state of a learner's session. Each method returns the next state, or an {@link Update} when it also
 * produces journal entries.
 *
 * @param now time of the last input, truncated to ms
 * @param progress what the learner has done, including the entries of all updates
 * @param figures the figures that were opened
 * @param attempts the questions that were begun
 * @param practices the worked examples that were begun, by id
 * @param seen indices of the pages that were shown to their end, from 0, by section
 * @param standing the learner's position, and the one last journaled
 */
public record Tutor(
        Instant now,
        Progress progress,
        Map<FigureRef, FigureState<?>> figures,
        Map<QuestionRef, Attempt> attempts,
        Map<String, Practice> practices,
        Map<String, Set<Integer>> seen,
        PositionTracker standing) {
    private static final int REST_MILLIS = 2000;

    /**
     * A reference to a figure of the course.
     *
     * @param section id of the section
     * @param figure index of the figure in its section, from 0
     */
    public record FigureRef(String section, int figure) {}

    /**
     * The result of an input.
     *
     * @param tutor the next state
     * @param events journal entries, in order; save them before showing anything of the result
     */
    public record Update(Tutor tutor, List<Entry> events) {
        public Update {
            events = List.copyOf(events);
        }

        /** Returns a result without journal entries. */
        static Update of(Tutor tutor) {
            return new Update(tutor, List.of());
        }
    }

    public Tutor {
        now = now.truncatedTo(ChronoUnit.MILLIS);
        figures = Map.copyOf(figures);
        attempts = Map.copyOf(attempts);
        practices = Map.copyOf(practices);
        seen = Map.copyOf(seen);
    }

    /** Starts a session with this progress; no figure or question is open. */
    public static Tutor of(Progress progress, Instant now) {
        return new Tutor(now, progress, Map.of(), Map.of(), Map.of(), Map.of(), PositionTracker.nowhere(REST_MILLIS));
    }

    /**
     * Returns a copy without a current position. A position is journaled after it has been unchanged for {@code millis}
     * ms.
     */
    public Tutor withSaveDelay(int millis) {
        return withPosition(PositionTracker.nowhere(millis));
    }

    public Course course() {
        return progress.course();
    }

    /** Returns a copy whose clock shows this time; later entries carry it. */
    public Tutor withTime(Instant time) {
        return new Tutor(time, progress, figures, attempts, practices, seen, standing);
    }

    private Update happened(Entry entry) {
        Progress more = progress.after(entry);
        return new Update(new Tutor(now, more, figures, attempts, practices, seen, standing), List.of(entry));
    }

    private static <K, V> Map<K, V> plus(Map<K, V> known, K key, V value) {
        Map<K, V> more = new HashMap<>(known);
        more.put(key, value);
        return more;
    }

    /**
     * Switches to a reloaded course. Keeps attempts whose question is unchanged and figures that still open the same
     * way; drops worked examples.
     */
    public Tutor reloaded(Course other) {
        Map<QuestionRef, Attempt> begun = new HashMap<>(attempts);
        begun.entrySet().removeIf(entry -> !entry.getKey()
                .find(other)
                .equals(Optional.of(entry.getValue().question())));
        return new Tutor(now, progress.reloaded(other), figuresIn(other), begun, Map.of(), seen, standing);
    }

    /**
     * Returns the figures of sections that were opened: the current state if the lesson still opens them the same way,
     * else the new start.
     */
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

    /** Opens all figures of a section that are not open yet. */
    public Tutor open(Section section) {
        Map<FigureRef, FigureState<?>> more = new HashMap<>(figures);
        List<FigureState<?>> opened = section.lesson().orElseThrow().figures();
        for (int i = 0; i < opened.size(); i++) {
            more.putIfAbsent(new FigureRef(section.id(), i), opened.get(i));
        }
        return new Tutor(now, progress, more, attempts, practices, seen, standing);
    }

    /** Returns the section that the learner left last, if the course still has it and it is written. */
    public Optional<Section> leftOff() {
        return progress.leftOff().flatMap(left -> course().find(left.section())).filter(Section::isWritten);
    }

    /** Returns whether the journal has neither progress nor a position. */
    public boolean isNewcomer() {
        return progress.sections().isEmpty() && leftOff().isEmpty();
    }

    /** Opens a section. If the learner left it last, restores its figure, unless that figure is already open. */
    public Tutor resumed(Section section) {
        Optional<Entry.Stood> left =
                progress.leftOff().filter(stood -> stood.section().equals(section.id()));
        Tutor opened = open(section)
                .withSeen(
                        section, left.map(stood -> pagesBefore(stood, section)).orElse(List.of()));
        FigureRef ref = new FigureRef(
                section.id(),
                left.map(stood -> Road.of(section, this).figure(stood)).orElse(0));
        return left.isEmpty() || figures.containsKey(ref)
                ? opened
                : opened.figure(ref)
                        .map(live -> opened.withFigure(ref, left.get().restore(live)))
                        .orElse(opened);
    }

    /** Returns the pages before the station that was left, from 0. They were shown in an earlier session. */
    private List<Integer> pagesBefore(Entry.Stood left, Section section) {
        Road road = Road.of(section, this);
        return road.beats().subList(0, Math.min(road.of(left), road.beats().size())).stream()
                .filter(station -> station.is(Station.StationKind.READ))
                .map(Station::index)
                .toList();
    }

    public Tutor withFigure(FigureRef figure, FigureState<?> live) {
        return new Tutor(now, progress, plus(figures, figure, live), attempts, practices, seen, standing);
    }

    public Optional<FigureState<?>> figure(FigureRef figure) {
        return Optional.ofNullable(figures.get(figure));
    }

    /** Records that a page, from 0, was shown to its end. */
    public Update seen(Section section, int page) {
        return withSeen(section, List.of(page)).readIfDone(section.id());
    }

    private Tutor withSeen(Section section, List<Integer> pages) {
        Set<Integer> more = new HashSet<>(seen.getOrDefault(section.id(), Set.of()));
        more.addAll(pages);
        return new Tutor(
                now, progress, figures, attempts, practices, plus(seen, section.id(), Set.copyOf(more)), standing);
    }

    /**
     * Records that a section is read, once every page was shown to its end and an exercise was answered, if it has any.
     * Does nothing if that is known.
     */
    private Update readIfDone(String id) {
        Optional<Section> section = course().find(id).filter(Section::isWritten);
        boolean read = section.isPresent()
                && !progress.isRead(id)
                && seen.getOrDefault(id, Set.of()).size()
                        >= section.get().lesson().orElseThrow().pages().size()
                && isTried(section.get().outline().orElseThrow());
        return read ? happened(new Entry.Read(now, id)) : Update.of(this);
    }

    private boolean isTried(Outline outline) {
        boolean none = outline.questions().isEmpty()
                && outline.examples().isEmpty()
                && outline.goals().isEmpty();
        return none
                || outline.questions().stream()
                        .anyMatch(question -> progress.daysUntil(question).isPresent())
                || outline.goals().stream().anyMatch(progress.goals()::contains)
                || outline.examples().stream()
                        .map(example -> practices.get(example.id()))
                        .anyMatch(practice -> practice != null && practice.isTried());
    }

    /** Adds an answer or a reached goal to the journal, and that the section is read if nothing else was missing. */
    private Update tried(Entry entry) {
        Update update = happened(entry);
        Update read = update.tutor().readIfDone(entry.section());
        List<Entry> both = new ArrayList<>(update.events());
        both.addAll(read.events());
        return new Update(read.tutor(), both);
    }

    /** Records that a goal is reached, if this attempt meets it for the first time. */
    public Update tried(String section, GoalAttempt attempt) {
        boolean known = progress.goals().contains(attempt.goal().id());
        return known || !attempt.progress().isMet()
                ? Update.of(this)
                : tried(new Entry.Reached(now, section, attempt.goal().id()));
    }

    /** Returns the attempt at a question in this session. */
    public Optional<Attempt> attempt(QuestionRef question) {
        return Optional.ofNullable(attempts.get(question));
    }

    public Tutor withAttempt(QuestionRef question, Attempt attempt) {
        return new Tutor(now, progress, figures, plus(attempts, question, attempt), practices, seen, standing);
    }

    /**
     * Starts a question. Every round draws other numbers. A guess about a figure always has the figure's own numbers.
     *
     * @param round number of the round in this session, from 0
     * @throws dev.nabla.math.BadInput if the numbers cannot be computed
     */
    public Tutor begun(QuestionRef question, int round) {
        Question spec = question.find(course()).orElseThrow();
        long seed = question.opens() ? 0 : progress.seed(spec.id()) + round;
        return withAttempt(question, Attempt.of(spec.draw(seed), round));
    }

    /**
     * Starts a question, or goes on with one that is open as long as help is left. Otherwise it gets other numbers. A
     * review starts every question that was answered before.
     *
     * @throws dev.nabla.math.BadInput if the numbers cannot be computed
     */
    public Tutor asked(QuestionRef question, boolean review) {
        Optional<Attempt> before = attempt(question);
        boolean goesOn = before.filter(open -> open.hasHint() && !(review ? open.hasShownVerdict() : open.isRight()))
                .isPresent();
        return goesOn
                ? this
                : begun(question, before.map(open -> open.round() + 1).orElse(0));
    }

    /**
     * Grades the typed answer, unless it is graded already. The question must have been begun. A review, and a question
     * that asks for a prediction, wait for the learner's confidence in the first answer.
     */
    public Update check(QuestionRef question, boolean review) {
        Attempt attempt = attempts.get(question);
        return attempt.isNew()
                ? storeAttempt(
                        question, attempt.graded(review || attempt.question().predicts()))
                : Update.of(this);
    }

    /** Records the learner's confidence and releases the verdict. Does nothing if no confidence is awaited. */
    public Update rate(QuestionRef question, Attempt.Confidence sure) {
        Attempt attempt = attempts.get(question);
        return attempt.rating() ? storeAttempt(question, attempt.rated(sure)) : Update.of(this);
    }

    /**
     * Shows the right answer of a question, which ends the attempt. If no answer of it was recorded, records an empty
     * one as wrong, so that the question comes back. Does nothing if the attempt is over or a confidence is awaited.
     */
    public Update show(QuestionRef question) {
        Attempt attempt = attempts.get(question);
        if (attempt.isOver() || attempt.rating()) {
            return Update.of(this);
        }
        Tutor next = withAttempt(question, attempt.showing(true));
        return attempt.misses() > 0
                ? Update.of(next)
                : next.tried(Entry.Answered.of(
                        now,
                        question.section(),
                        attempt.variant(),
                        "",
                        attempt.variant().grade(""),
                        OptionalInt.empty()));
    }

    /**
     * Stores the attempt. Adds a journal entry if the reply counts; a right answer given after all help was shown is
     * not recorded.
     */
    private Update storeAttempt(QuestionRef question, Attempt attempt) {
        Tutor next = withAttempt(question, attempt);
        return attempt.reply()
                .filter(Attempt.GradedAnswer::counts)
                .filter(reply -> !reply.isRight() || !attempt.hasSeenAllHelp())
                .map(reply -> next.tried(Entry.Answered.of(
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

    /** Returns whether a question asks for the first number of this session: no other number was answered before. */
    public boolean isFirstNumber(Attempt attempt) {
        return isNumber(attempt)
                && attempts.values().stream().noneMatch(other -> isNumber(other) && other.isAnswered())
                && practices.values().stream()
                        .noneMatch(other -> other.past() > 0 || other.attempt().isAnswered());
    }

    private static boolean isNumber(Attempt attempt) {
        return attempt.question().kind().isNumeric();
    }

    /** Stores the state of a worked example, as an exercise of its section that may be tried now. */
    public Update practised(String section, Practice practice) {
        return withPractice(practice).readIfDone(section);
    }

    /** Stores the state of a worked example. It is never journaled. */
    public Tutor withPractice(Practice practice) {
        Map<String, Practice> more = plus(practices, practice.example().id(), practice);
        return new Tutor(now, progress, figures, attempts, more, seen, standing);
    }

    /**
     * A position in a section.
     *
     * @param beat number of stations of the road before it
     * @param live the figure shown there; compared by identity, so an untouched figure is the same object
     */
    public record LearnerPosition(Section section, int beat, Optional<String> item, Optional<FigureState<?>> live) {
        boolean is(LearnerPosition other) {
            return section == other.section
                    && beat == other.beat
                    && item.equals(other.item)
                    && live.orElse(null) == other.live.orElse(null);
        }

        boolean isRunning() {
            return live.filter(figure -> figure.cursor().running()).isPresent();
        }
    }

    /**
     * Moves the learner to a position, or to none. Journals the new position once it has been unchanged long enough, or
     * the old one on the way to none.
     */
    public Update moveTo(Optional<LearnerPosition> place) {
        Optional<LearnerPosition> before = standing.now();
        PositionTracker next = standing.at(place, now);
        Optional<LearnerPosition> due = next.now().isPresent() ? next.rested(now) : before.filter(next::isNew);
        return withPosition(next).keeping(due);
    }

    /** Journals the current position at the end of the session, however short the learner was there. */
    public Update leaving() {
        return keeping(standing.now().filter(standing::isNew));
    }

    /**
     * Journals the position in a section that is left.
     *
     * @param parts number of stations of the road before it
     * @param item id of the question there, if one is asked
     */
    public Update leave(String section, Optional<FigureState<?>> figure, int parts, Optional<String> item) {
        return happened(stood(section, figure, parts, item));
    }

    private Entry.Stood stood(String section, Optional<FigureState<?>> figure, int parts, Optional<String> item) {
        return Entry.Stood.of(now, section, figure)
                .withParts(parts)
                .withItem(item)
                .drawn(glyphs(), now);
    }

    /** Returns the glyph level chosen in this session, else the one last journaled. */
    public Optional<String> glyphs() {
        return standing.glyphs().or(() -> progress.leftOff().flatMap(Entry.Stood::glyphs));
    }

    /**
     * Sets the glyph level and journals it for later sessions. Without an earlier position the entry names no section.
     */
    public Update drawn(String glyphs) {
        Entry.Stood stood = progress.leftOff().orElseGet(() -> new Entry.Stood(now, "", "", Map.of()));
        return withPosition(standing.drawn(glyphs)).happened(stood.drawn(Optional.of(glyphs), now));
    }

    /**
     * Returns how long the unsaved position must be unchanged before it is journaled, in ms; empty if none is unsaved.
     */
    public OptionalInt millisUntilSave() {
        return standing.unsaved().stream()
                .mapToInt(spot -> standing.restMillis())
                .findAny();
    }

    private Update keeping(Optional<LearnerPosition> place) {
        return place.map(there -> withPosition(standing.saved(there))
                        .happened(stood(there.section().id(), there.live(), there.beat(), there.item())))
                .orElseGet(() -> Update.of(this));
    }

    private Tutor withPosition(PositionTracker other) {
        return new Tutor(now, progress, figures, attempts, practices, seen, other);
    }
}
