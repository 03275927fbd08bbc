package dev.nabla.tutor;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.progress.Entry;
import dev.nabla.tutor.Road.Exercise;
import dev.nabla.tutor.Tutor.FigureRef;
import dev.nabla.tutor.Tutor.Update;
import java.util.List;
import java.util.Optional;

/**
 * A learner's position on the road of a section, and the exercise that is open there. The screens and the text mode
 * both move it. They turn keys or lines into its methods, save the entries of a {@link WalkStep}, and show the new
 * position.
 *
 * @param section the section
 * @param station index of the station on the road, from 0
 * @param index index of the page, guess, figure, example, question or goal, counted as in {@link Exercise}
 * @param trial the attempt at the open goal; empty except at the station of the goals
 * @param own the figure of a guess in a review; empty in a section, whose figures are the tutor's
 */
public record Walk(Section section, int station, int index, Optional<GoalAttempt> trial, Optional<FigureState<?>> own) {
    /** The seed of the first numbers of a worked example. */
    private static final int FIRST_SEED = 1;

    /**
     * The result of an input.
     *
     * @param walk the position after it
     * @param update the tutor after it, and the entries to save before the position is shown
     */
    public record WalkStep(Walk walk, Update update) {}

    private Walk(Section section, int station, int index, Optional<GoalAttempt> trial) {
        this(section, station, index, trial, Optional.empty());
    }

    /**
     * Returns the position at a guess with a figure of its own, as the lesson opens it, so that a review changes no
     * figure of the section. Empty for a question that is no guess about a figure.
     */
    public static Optional<Walk> reviewing(QuestionRef question, Course course) {
        return question.guessed(course).map(figure -> {
            Section section = course.section(question.section());
            Lesson lesson = section.lesson().orElseThrow();
            int index = lesson.questions().indexOf(question.find(course).orElseThrow());
            int station = lesson.road().indexOf(new Station(StationKind.GUESS, index));
            return new Walk(section, station, index, Optional.empty(), Optional.of(figure));
        });
    }

    /** Returns the position at the first station of a section, without starting anything there. */
    public static Walk start(Section section) {
        Station first = section.outline().orElseThrow().road().get(0);
        return new Walk(section, 0, first.index(), Optional.empty()).at(0, first.index());
    }

    /** Returns the road of the section, with what this tutor knows as done. */
    public Road road(Tutor tutor) {
        return Road.of(section, tutor);
    }

    private Lesson lesson() {
        return section.lesson().orElseThrow();
    }

    public Station beat() {
        return section.outline().orElseThrow().road().get(station);
    }

    public StationKind kind() {
        return beat().kind();
    }

    /**
     * Returns the position at the last page, guess or figure up to this station; at the first station if there is none.
     */
    public Walk reading() {
        List<Station> road = section.outline().orElseThrow().road();
        int to = station;
        while (to > 0 && !road.get(to).kind().isReading()) {
            to--;
        }
        return at(to, road.get(to).index());
    }

    /** Returns the guess or the question that is open here. */
    public Optional<QuestionRef> question() {
        return switch (kind()) {
            case GUESS -> Optional.of(ref(lesson().questions().get(index), true));
            case QUESTIONS -> Optional.of(ref(lesson().plainQuestions().get(index), false));
            case READ, PLAY, BLANKS, GOALS, END -> Optional.empty();
        };
    }

    private QuestionRef ref(Question question, boolean opens) {
        return new QuestionRef(section.id(), question.id(), opens);
    }

    /** Returns whether the guess of this station has no verdict yet. */
    public boolean isOpenGuess(Tutor tutor) {
        return kind() == StationKind.GUESS
                && question()
                        .flatMap(tutor::attempt)
                        .filter(attempt -> !attempt.hasShownVerdict())
                        .isPresent();
    }

    /**
     * Returns the number of pages of a section, from its first, that may be looked up from here. While a guess is open,
     * a page that comes after it on the way through the course may hold the answer.
     */
    public int pagesToLookUp(Section other, Tutor tutor) {
        if (!isOpenGuess(tutor)) {
            return Integer.MAX_VALUE;
        }
        List<Section> sections = tutor.course().sections();
        int by = sections.indexOf(other) - sections.indexOf(section);
        if (by != 0) {
            return by < 0 ? Integer.MAX_VALUE : 0;
        }
        int pages = 0;
        for (Station before : section.outline().orElseThrow().road().subList(0, station)) {
            pages += before.is(StationKind.READ) ? 1 : 0;
        }
        return pages;
    }

    /** Returns the questions of the road, or those that only practice asks, among which the open one is. */
    public List<Question> askedWith() {
        return lesson().askedWith(index);
    }

    /** Returns the name of the open question by its place among {@link #askedWith}, like {@code question 3}. */
    public String questionName() {
        boolean onRoad = index < lesson().roadQuestions().size();
        int first = onRoad ? 0 : lesson().roadQuestions().size();
        return (onRoad ? "question " : "practice question ") + (index - first + 1);
    }

    /** Returns the name of the open question with the number of all, like {@code question 3 of 9}. */
    public String questionCount() {
        return questionName() + " of " + askedWith().size();
    }

    /** Returns the worked example that is open here. */
    public Optional<WorkedExample> example() {
        return kind() == StationKind.BLANKS ? Optional.of(lesson().examples().get(index)) : Optional.empty();
    }

    /** Returns the state of the worked example that is open here. */
    public Optional<Practice> practice(Tutor tutor) {
        return example().map(example -> tutor.practices().get(example.id()));
    }

    private FigureRef figure(Tutor tutor) {
        return new FigureRef(section.id(), road(tutor).figure(station));
    }

    /** Returns the section's figure at this station; empty in a section without figures. */
    public Optional<FigureState<?>> sectionFigure(Tutor tutor) {
        return tutor.figure(figure(tutor));
    }

    /** Returns the figure that the learner moves: that of the open goal or of a reviewed guess, else the section's. */
    public Optional<FigureState<?>> live(Tutor tutor) {
        return trial.<FigureState<?>>map(GoalAttempt::live).or(() -> own).or(() -> sectionFigure(tutor));
    }

    /** Returns the same figure; at a guess, with its hidden parts and its ghost. */
    public Optional<FigureState<?>> guessed(Tutor tutor) {
        Optional<Attempt> guess = kind() == StationKind.GUESS ? question().flatMap(tutor::attempt) : Optional.empty();
        return live(tutor)
                .map(live ->
                        live.guessing(guess.map(attempt -> attempt.about(live)).orElse(Guess.NONE)));
    }

    /** Journals the position when the learner leaves the section. */
    public Update leave(Tutor tutor) {
        return tutor.leave(section.id(), sectionFigure(tutor), station, item());
    }

    /** Returns the id of the question of the road that is open here. */
    public Optional<String> item() {
        return kind() == StationKind.QUESTIONS ? question().map(QuestionRef::id) : Optional.empty();
    }

    /** Goes back to where the learner left: at the questions to the one that was open, or the next that is not done. */
    public WalkStep resume(Entry.Stood left, Tutor tutor) {
        Road road = road(tutor);
        int there = road.of(left);
        Optional<Exercise> asked = left.item()
                .filter(id -> there < road.beats().size() && road.at(there).is(StationKind.QUESTIONS))
                .map(id -> lesson().plainQuestions().stream()
                        .map(Question::id)
                        .toList()
                        .indexOf(id))
                .filter(at -> at >= 0)
                .flatMap(at -> road.firstOpen(road.of(StationKind.QUESTIONS, at), at));
        return asked.map(exercise -> at(exercise.station(), exercise.index()))
                .orElseGet(() -> position(there, tutor))
                .begun(tutor);
    }

    /**
     * Goes to a station. At the questions it opens the first with a typed answer that is not over. Else it opens the
     * first exercise that is not done, else the first.
     *
     * @param to station from 0; a number beyond the ends of the road means the first or the last station
     */
    public WalkStep enter(int to, Tutor tutor) {
        return position(to, tutor).begun(tutor);
    }

    /**
     * Opens a question at its station. One that is right, or whose help is used up, gets other numbers; a guess can be
     * made only once.
     */
    public WalkStep ask(String question, Tutor tutor) {
        Exercise exercise = road(tutor).exercises().stream()
                .filter(each -> each.kind() == StationKind.GUESS || each.kind() == StationKind.QUESTIONS)
                .filter(each -> question(each).id().equals(question))
                .findFirst()
                .orElseThrow();
        QuestionRef ref = question(exercise);
        WalkStep there = open(exercise, tutor);
        return ref.opens()
                ? there
                : new WalkStep(there.walk(), Update.of(there.update().tutor().asked(ref, false)));
    }

    private QuestionRef question(Exercise exercise) {
        return at(exercise.station(), exercise.index()).question().orElseThrow();
    }

    /** Opens an exercise of the section at its station. */
    public WalkStep open(Exercise exercise, Tutor tutor) {
        return at(exercise.station(), exercise.index()).begun(tutor);
    }

    /**
     * Opens another exercise of this station, {@code by} positions after this one, wrapping at the ends. The road's
     * exercises and those that only practice asks are each among themselves.
     */
    public WalkStep anotherExercise(int by, Tutor tutor) {
        int onRoad = beat().index() + road(tutor).exercises(beat());
        int first = index < onRoad ? beat().index() : onRoad;
        int end = index < onRoad ? onRoad : beat().index() + road(tutor).exercisesInPractice(beat());
        return at(station, first + Math.floorMod(index - first + by, end - first))
                .begun(tutor);
    }

    /** Opens the exercise here again. A goal restarts from its start. */
    public WalkStep restart(Tutor tutor) {
        return at(station, index).begun(tutor);
    }

    /** Returns whether going on asks this question again: it is right, but only after all help was shown. */
    public boolean asksAgain(Tutor tutor) {
        return kind() == StationKind.QUESTIONS
                && attempt(tutor).isRight()
                && attempt(tutor).hasSeenAllHelp();
    }

    /** Goes on to {@link #following}, or asks this question again, with other numbers. */
    public WalkStep onward(Tutor tutor) {
        return asksAgain(tutor)
                ? new WalkStep(this, Update.of(tutor.asked(question().orElseThrow(), false)))
                : following(tutor).begun(tutor);
    }

    /**
     * Returns the position that comes next: the next exercise of this station that is not done, else the next station
     * where something is left. The end of the section is followed by itself.
     */
    public Walk following(Tutor tutor) {
        Road road = road(tutor);
        Optional<Exercise> more = road.firstOpen(station, index + 1);
        return more.isPresent() ? at(station, more.get().index()) : position(road.nextOpen(station), tutor);
    }

    /** Returns whether the onward input runs or pauses the figure here. At a pause it moves on, as elsewhere. */
    public boolean runs(Tutor tutor) {
        return switch (kind()) {
            case PLAY -> leadsOn(live(tutor));
            case GOALS -> !isDone(tutor) && trial.orElseThrow().isRun() && leadsOn(live(tutor));
            case READ, GUESS, BLANKS, QUESTIONS, END -> false;
        };
    }

    private static boolean leadsOn(Optional<FigureState<?>> live) {
        return live.filter(figure -> figure.cursor().running()
                        || figure.isShort() && !figure.cursor().isPaused())
                .isPresent();
    }

    /** Returns whether nothing is left to do here before the learner goes on. */
    public boolean isDone(Tutor tutor) {
        return switch (kind()) {
            case GUESS -> attempt(tutor).hasShownVerdict();
            case QUESTIONS -> attempt(tutor).isOver();
            case BLANKS -> practice(tutor).orElseThrow().isOver();
            case GOALS ->
                tutor.progress().goals().contains(trial.orElseThrow().goal().id());
            case READ, PLAY, END -> true;
        };
    }

    private Attempt attempt(Tutor tutor) {
        return tutor.attempt(question().orElseThrow()).orElseThrow();
    }

    /** Replaces the figure that the learner moves. If a goal is open and this reaches it, that is recorded. */
    public WalkStep withFigure(FigureState<?> live, Tutor tutor) {
        if (own.isPresent()) {
            return new WalkStep(new Walk(section, station, index, trial, Optional.of(live)), Update.of(tutor));
        }
        if (trial.isEmpty()) {
            return new WalkStep(this, Update.of(tutor.withFigure(figure(tutor), live)));
        }
        GoalAttempt moved = trial.get().withFigure(live);
        return new WalkStep(new Walk(section, station, index, Optional.of(moved)), tutor.tried(section.id(), moved));
    }

    /** Records that the page here was shown to its end. Does nothing elsewhere. */
    public Update markRead(Tutor tutor) {
        return kind() == StationKind.READ ? tutor.seen(section, index) : Update.of(tutor);
    }

    /**
     * Returns this position in a reloaded lesson. It keeps the station of a page, guess or figure, the question, or the
     * goal with its figure as it is. Empty if the lesson no longer has it, and for worked examples and the end.
     */
    public Optional<Walk> reloaded(Section other) {
        List<Station> road = other.outline().orElseThrow().road();
        Lesson lesson = other.lesson().orElseThrow();
        return switch (kind()) {
            case READ, GUESS, PLAY ->
                station < road.size() && road.get(station).kind().isReading()
                        ? Optional.of(new Walk(other, station, road.get(station).index(), trial))
                        : Optional.empty();
            case QUESTIONS -> {
                List<String> ids =
                        lesson.plainQuestions().stream().map(Question::id).toList();
                yield same(ids.indexOf(question().orElseThrow().id()), other);
            }
            case GOALS -> {
                List<Boolean> same =
                        lesson.goals().stream().map(trial.orElseThrow()::isAt).toList();
                yield same(same.indexOf(true), other);
            }
            case BLANKS, END -> Optional.empty();
        };
    }

    private Optional<Walk> same(int place, Section other) {
        int there = other.outline().orElseThrow().station(kind(), place);
        return there < 0 ? Optional.empty() : Optional.of(new Walk(other, there, place, trial));
    }

    private Walk position(int to, Tutor tutor) {
        Road road = road(tutor);
        int there = Math.max(0, Math.min(to, road.beats().size() - 1));
        Station beat = road.at(there);
        return switch (beat.kind()) {
            case READ, GUESS, PLAY, END -> at(there, beat.index());
            case QUESTIONS -> at(there, typed(beat, tutor).orElse(first(there, road)));
            case BLANKS, GOALS -> at(there, first(there, road));
        };
    }

    private static int first(int station, Road road) {
        return road.firstOpen(station, 0)
                .map(Exercise::index)
                .orElse(road.at(station).index());
    }

    /** Returns the index, from 0, of the first question of a station with a typed answer that is not right yet. */
    private Optional<Integer> typed(Station beat, Tutor tutor) {
        List<Question> questions = lesson().roadQuestions();
        for (int i = beat.index(); i < beat.index() + beat.count(); i++) {
            Optional<Attempt> begun = tutor.attempt(ref(questions.get(i), false));
            if (begun.isPresent()
                    && !begun.get().editor().isBlank()
                    && !begun.get().isOver()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Walk at(int to, int which) {
        boolean goals = section.outline().orElseThrow().road().get(to).is(StationKind.GOALS);
        return new Walk(section, to, which, goals ? Optional.of(goal(which)) : Optional.empty());
    }

    private GoalAttempt goal(int which) {
        Goal goal = lesson().goals().get(which);
        return GoalAttempt.of(goal);
    }

    /** Starts the question or worked example here, unless it was started before. */
    public WalkStep begun(Tutor tutor) {
        Optional<QuestionRef> question = question();
        Optional<WorkedExample> example = example();
        Tutor next = tutor;
        if (question.isPresent() && tutor.attempt(question.get()).isEmpty()) {
            next = tutor.begun(question.get(), 0);
        } else if (example.isPresent()
                && !tutor.practices().containsKey(example.get().id())) {
            next = tutor.withPractice(Practice.of(example.get(), FIRST_SEED));
        }
        return new WalkStep(this, Update.of(next));
    }
}
