package dev.nabla.tutor;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Outline;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.progress.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * The road of a section, that is its stations in order, and what is left to do at each.
 *
 * @param section the section
 * @param tutor the state of the learner, for what is done
 * @param outline the pages, figures and exercises of the section
 */
public record Road(Section section, Tutor tutor, Outline outline) {
    /**
     * An exercise at a station.
     *
     * @param station the station, from 0
     * @param kind kind of the exercise
     * @param index index from 0: of a guess in {@link Outline#questions}, of a question in
     *     {@link Outline#plainQuestions}, else in the examples or goals
     * @param done whether it is done
     */
    public record Exercise(int station, StationKind kind, int index, boolean done) {}

    public static Road of(Section section, Tutor tutor) {
        return new Road(section, tutor, section.outline().orElseThrow());
    }

    public List<Station> beats() {
        return outline.road();
    }

    public Station at(int beat) {
        return beats().get(beat);
    }

    private Lesson lesson() {
        return section.lesson().orElseThrow();
    }

    /**
     * Returns the figure shown at a station: the next one on the road, else the last. Index from 0; -1 in a section
     * without figures.
     */
    public int figure(int beat) {
        int last = outline.figures().size() - 1;
        for (int i = beat; i < beats().size(); i++) {
            if (at(i).is(StationKind.PLAY)) {
                return at(i).index();
            }
        }
        return last;
    }

    /** Returns the page shown at a station: the last page up to it, else the first. Index from 0. */
    public int page(int beat) {
        int page = 0;
        for (Station passed : beats().subList(0, beat + 1)) {
            page = passed.is(StationKind.READ) ? passed.index() : page;
        }
        return page;
    }

    /**
     * Returns the station of a page, figure, guess, worked example, question or goal, from 0. A question that only
     * practice asks is at the last station of questions. Returns -1 if there is no such station.
     */
    public int of(StationKind kind, int index) {
        return outline.station(kind, index);
    }

    /** Returns the station where the learner left, from 0. An entry of an old journal names only the figure. */
    public int of(Entry.Stood left) {
        boolean old = left.parts() <= 0 && !left.settings().isEmpty();
        return Math.max(0, old ? of(StationKind.PLAY, outline.figure(left.figure())) : left.parts());
    }

    /**
     * Returns the figure that the learner left: that of the station, or the first one with its id if the station shows
     * another. Index from 0.
     */
    public int figure(Entry.Stood left) {
        int shown = figure(of(left));
        boolean same = shown >= 0 && outline.figures().get(shown).id().equals(left.figure());
        return same ? shown : outline.figure(left.figure());
    }

    /** Returns all exercises in the order of the road, with those that only practice asks. */
    public List<Exercise> exercises() {
        List<Exercise> all = new ArrayList<>();
        for (int at = 0; at < beats().size(); at++) {
            Station beat = at(at);
            for (int i = 0; i < exercisesInPractice(beat); i++) {
                all.add(new Exercise(at, beat.kind(), i + beat.index(), isDone(beat, i + beat.index())));
            }
        }
        return all;
    }

    /**
     * Returns the first exercise of a station, at index {@code from} or later, that is not done. The road's exercises
     * are not followed by those that only practice asks.
     */
    Optional<Exercise> firstOpen(int station, int from) {
        Station beat = at(station);
        int onRoad = beat.index() + exercises(beat);
        int end = from <= onRoad ? onRoad : beat.index() + exercisesInPractice(beat);
        for (int i = Math.max(from, beat.index()); i < end; i++) {
            if (!isDone(beat, i)) {
                return Optional.of(new Exercise(station, beat.kind(), i, false));
            }
        }
        return Optional.empty();
    }

    /** Returns the number of exercises that the road has at a station. */
    int exercises(Station beat) {
        return switch (beat.kind()) {
            case GUESS, BLANKS, QUESTIONS, GOALS -> beat.count();
            case READ, PLAY, END -> 0;
        };
    }

    /** Returns the number of exercises at a station, with those that only practice asks; these come last. */
    int exercisesInPractice(Station beat) {
        boolean last = beat.has(StationKind.QUESTIONS, outline.roadQuestions().size() - 1);
        return last ? outline.plainQuestions().size() - beat.index() : exercises(beat);
    }

    /** Returns the worked examples of a station. */
    private List<Outline.Example> examples(Station beat) {
        return outline.examples().subList(beat.index(), beat.index() + beat.count());
    }

    private boolean isDone(Station beat, int index) {
        return switch (beat.kind()) {
            case GUESS ->
                tutor.progress().items().containsKey(outline.questions().get(index));
            case BLANKS -> blanks(outline.examples().get(index)) == 0;
            case QUESTIONS -> tutor.progress().isRight(outline.plainQuestions().get(index));
            case GOALS -> tutor.progress().goals().contains(outline.goals().get(index));
            case READ, PLAY, END -> true;
        };
    }

    /** Returns the text of an exercise. */
    public String ask(Exercise exercise) {
        int index = exercise.index();
        return switch (exercise.kind()) {
            case BLANKS -> lesson().examples().get(index).draw(0).prompt();
            case QUESTIONS -> lesson().plainQuestions().get(index).draw(0).prompt();
            case GOALS -> lesson().goals().get(index).ask();
            default -> lesson().questions().get(index).draw(0).prompt();
        };
    }

    /**
     * Returns the name of an exercise in a list: {@code guess}, {@code blanks}, {@code question 3}, {@code goal 1}; the
     * first question that only practice asks is {@code practice 1}.
     */
    public String name(Exercise exercise) {
        int number = exercise.index() + 1;
        int onRoad = outline.roadQuestions().size();
        return switch (exercise.kind()) {
            case BLANKS -> "blanks";
            case QUESTIONS -> number > onRoad ? "practice " + (number - onRoad) : "question " + number;
            case GOALS -> "goal " + number;
            default -> "guess";
        };
    }

    /** Returns whether an exercise is a question on which mastery does not depend. */
    public boolean isDeeper(Exercise exercise) {
        return exercise.kind() == StationKind.QUESTIONS
                && outline.deeper().contains(outline.plainQuestions().get(exercise.index()));
    }

    /** Returns how many questions only practice asks: {@code 3 more questions}; empty if there are none. */
    public String practiceOnly() {
        int more = outline.plainQuestions().size() - outline.roadQuestions().size();
        return more == 0 ? "" : WorkedSteps.count(more, "more question");
    }

    /** Returns how much is left to do at a station: blanks, or exercises that are not done. 0 at pages and figures. */
    public int open(Station beat) {
        return beat.is(StationKind.BLANKS)
                ? examples(beat).stream().mapToInt(this::blanks).sum()
                : (int) IntStream.range(0, exercises(beat))
                        .filter(i -> !isDone(beat, i + beat.index()))
                        .count();
    }

    /** Returns the guesses that were graded since the tutor was opened. */
    public List<Attempt> guesses() {
        return outline.questions().stream()
                .flatMap(question -> tutor.attempt(new QuestionRef(section.id(), question, true)).stream())
                .filter(guess ->
                        guess.reply().filter(Attempt.GradedAnswer::counts).isPresent())
                .toList();
    }

    /** Returns the questions that come back, the next first. */
    public List<ComingBack> comingBack() {
        return ComingBack.of(section, outline.questions(), tutor.progress());
    }

    /** Returns the number of blanks of an example that are not filled in. */
    private int blanks(Outline.Example example) {
        Practice practice = tutor.practices().get(example.id());
        return practice == null ? example.blanks() : practice.blanksLeft();
    }

    /**
     * Returns the station to go to after this one, from 0. Skips stations whose exercises are all done; stops at the
     * last.
     */
    public int nextOpen(int beat) {
        int next = beat + 1;
        int last = beats().size() - 1;
        while (next < last && isDone(at(next))) {
            next++;
        }
        return Math.min(next, last);
    }

    private boolean isDone(Station beat) {
        return exercises(beat) > 0 && open(beat) == 0;
    }

    /**
     * Returns the name of a station: {@code read}, {@code guess}, {@code tree}, {@code 3 blanks}. Exercises are counted
     * whether done or not, so that the name stays while the learner works there.
     */
    public String name(Station beat) {
        return switch (beat.kind()) {
            case READ -> "read";
            case GUESS -> "guess";
            case PLAY -> noun(beat.index());
            case BLANKS, QUESTIONS, GOALS -> all(beat);
            case END -> "the end";
        };
    }

    private static String exercise(StationKind kind) {
        return kind == StationKind.BLANKS ? "blank" : kind == StationKind.QUESTIONS ? "question" : "goal";
    }

    /** Returns the number of exercises of a station, done or not: {@code 3 blanks}. */
    public String all(Station beat) {
        return WorkedSteps.count(count(beat), exercise(beat.kind()));
    }

    /** Returns the number of exercises of a kind on the whole road, done or not: {@code 3 blanks}. */
    public String all(StationKind kind) {
        return WorkedSteps.count(count(kind), exercise(kind));
    }

    /** Returns the number of blanks, questions or goals of a station, done or not. */
    public int count(Station beat) {
        return beat.is(StationKind.BLANKS)
                ? examples(beat).stream().mapToInt(Outline.Example::blanks).sum()
                : exercises(beat);
    }

    /** Returns the number of blanks, questions or goals on the whole road, done or not. */
    public int count(StationKind kind) {
        return sum(kind, this::count);
    }

    /** Returns how many blanks, questions or goals of the whole road are left to do. */
    public int open(StationKind kind) {
        return sum(kind, this::open);
    }

    private int sum(StationKind kind, ToIntFunction<Station> part) {
        return beats().stream().filter(beat -> beat.is(kind)).mapToInt(part).sum();
    }

    /** Returns the kinds of exercises that the road has behind its pages and figures, in its order. */
    public List<StationKind> exerciseKinds() {
        return beats().stream()
                .map(Station::kind)
                .filter(kind -> !kind.isReading() && kind != StationKind.END)
                .distinct()
                .toList();
    }

    /** Returns the name of a figure's station: its noun, or {@code play} if the section has only one figure. */
    private String noun(int figure) {
        return outline.figures().size() == 1
                ? "play"
                : outline.figures().get(figure).noun();
    }

    /** Returns the open exercises: {@code 3 blanks, 2 questions and 3 goals}; empty if there are none. */
    public String openExercises() {
        List<String> left = exerciseKinds().stream()
                .filter(kind -> open(kind) > 0)
                .map(kind -> WorkedSteps.count(open(kind), exercise(kind)))
                .toList();
        int last = left.size() - 1;
        return last < 1 ? String.join("", left) : String.join(", ", left.subList(0, last)) + " and " + left.get(last);
    }
}
