package dev.nabla.tutor;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Outline;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.progress.Entry;
import dev.nabla.progress.QuestionHistory;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The way through a section, and what is left to do on it.
 *
 * @param section whose stations they are
 * @param tutor who knows what is done
 * @param outline what the section holds
 */
public record Road(Section section, Tutor tutor, Outline outline) {
    private static final int SECONDS_AN_EXERCISE = 40;

    /**
     * Something to do.
     *
     * @param station where it is done
     * @param kind what it is
     * @param index which of the lesson's questions, of its examples, of those asked after reading, of its goals, from 0
     * @param done whether it was
     */
    public record Exercise(int station, StationKind kind, int index, boolean done) {}

    public static Road of(Section section, Tutor tutor) {
        return new Road(section, tutor, section.outline().orElseThrow());
    }

    /** The stations. */
    public List<Station> beats() {
        return outline.road();
    }

    public Station at(int beat) {
        return beats().get(beat);
    }

    private Lesson lesson() {
        return section.lesson().orElseThrow();
    }

    /** The figure that is shown at a station, from 0: the next one on the way, else the last; -1 in a section without one. */
    public int figure(int beat) {
        int last = outline.figures().size() - 1;
        for (int i = beat; i < beats().size(); i++) {
            if (at(i).is(StationKind.PLAY)) {
                return at(i).index();
            }
        }
        return last;
    }

    /** The page that is read at a station, from 0: the last one on the way, else the first. */
    public int page(int beat) {
        int page = 0;
        for (Station passed : beats().subList(0, beat + 1)) {
            page = passed.is(StationKind.READ) ? passed.index() : page;
        }
        return page;
    }

    /** The station of a page or a figure; of other exercises but guesses, that of the first is where all of them are. */
    public int of(StationKind kind, int index) {
        return beats().indexOf(new Station(kind, index));
    }

    /** The station where the learner left; an old journal knows only the figure. */
    public int of(Entry.Stood left) {
        boolean old = left.parts() <= 0 && !left.settings().isEmpty();
        return Math.max(0, old ? of(StationKind.PLAY, outline.figure(left.figure())) : left.parts());
    }

    /** All exercises, in the order of the road. */
    public List<Exercise> exercises() {
        List<Exercise> all = new ArrayList<>();
        for (int at = 0; at < beats().size(); at++) {
            Station beat = at(at);
            for (int i = 0; i < exercises(beat); i++) {
                all.add(new Exercise(at, beat.kind(), i + beat.index(), isDone(beat, i + beat.index())));
            }
        }
        return all;
    }

    /** Returns the first exercise of a station that is not done, from an index on. */
    Optional<Exercise> firstOpen(int station, int from) {
        Station beat = at(station);
        for (int i = Math.max(from, beat.index()); i < beat.index() + exercises(beat); i++) {
            if (!isDone(beat, i)) {
                return Optional.of(new Exercise(station, beat.kind(), i, false));
            }
        }
        return Optional.empty();
    }

    /** Returns how many exercises a station has. */
    int exercises(Station beat) {
        return switch (beat.kind()) {
            case GUESS -> 1;
            case BLANKS -> outline.examples().size();
            case QUESTIONS -> outline.asked().size();
            case GOALS -> outline.goals().size();
            case READ, PLAY, END -> 0;
        };
    }

    private boolean isDone(Station beat, int index) {
        return switch (beat.kind()) {
            case GUESS ->
                tutor.progress().items().containsKey(outline.questions().get(index));
            case BLANKS -> blanks(outline.examples().get(index)) == 0;
            case QUESTIONS -> tutor.progress().isRight(outline.asked().get(index));
            case GOALS -> tutor.progress().goals().contains(outline.goals().get(index));
            case READ, PLAY, END -> true;
        };
    }

    /** What an exercise asks. */
    public String ask(Exercise exercise) {
        int index = exercise.index();
        return switch (exercise.kind()) {
            case BLANKS -> lesson().examples().get(index).draw(0).prompt();
            case QUESTIONS -> lesson().asked().get(index).draw(0).prompt();
            case GOALS -> lesson().goals().get(index).ask();
            default -> lesson().questions().get(index).draw(0).prompt();
        };
    }

    /** What an exercise is called in a list: {@code guess}, {@code blanks}, {@code 2.3}, {@code goal}. */
    public String name(Exercise exercise) {
        return switch (exercise.kind()) {
            case BLANKS -> "blanks";
            case QUESTIONS -> outline.asked().get(exercise.index());
            case GOALS -> "goal";
            default -> "guess";
        };
    }

    /** How many exercises are open at a station; 0 at text and figures, and 1 at a guess that was put off. */
    public int open(Station beat) {
        return beat.is(StationKind.BLANKS)
                ? outline.examples().stream().mapToInt(this::blanks).sum()
                : (int) IntStream.range(0, exercises(beat))
                        .filter(i -> !isDone(beat, i + beat.index()))
                        .count();
    }

    /** The guesses made in this sitting. */
    public List<Attempt> guesses() {
        return outline.questions().stream()
                .flatMap(question -> tutor.attempt(new QuestionRef(section.id(), question, true)).stream())
                .filter(guess ->
                        guess.reply().filter(Attempt.GradedAnswer::counts).isPresent())
                .toList();
    }

    /** Ids of the questions that come back, by when: {@code today}, {@code tomorrow}, {@code in 3 days}. */
    public Map<String, List<String>> back() {
        Map<Long, List<String>> days = new TreeMap<>();
        for (String question : outline.questions()) {
            QuestionHistory known = tutor.progress().items().get(question);
            if (known != null) {
                long left = ChronoUnit.DAYS.between(
                        tutor.progress().today(), known.box().due());
                days.computeIfAbsent(Math.max(0, left), day -> new ArrayList<>())
                        .add(question);
            }
        }
        Map<String, List<String>> back = new LinkedHashMap<>();
        days.forEach((left, ids) -> back.put(inDays(left), ids));
        return back;
    }

    private static String inDays(long days) {
        return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
    }

    /** What is left out of an example and not filled in yet. */
    private int blanks(Outline.Example example) {
        Practice practice = tutor.practices().get(example.id());
        return practice == null ? example.blanks() : practice.blanksLeft();
    }

    /** The station after this one where there is something to do; guesses that were made once are not asked for again. */
    public int after(int beat) {
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

    /** What a station is called: {@code read}, {@code guess}, {@code tree}, {@code 3 blanks}. */
    public String name(Station beat) {
        return switch (beat.kind()) {
            case READ -> "read";
            case GUESS -> "guess";
            case PLAY -> noun(beat.index());
            case BLANKS, QUESTIONS, GOALS ->
                open(beat) == 0 ? all(beat) : WorkedSteps.count(open(beat), exercise(beat));
            case END -> "the end";
        };
    }

    private static String exercise(Station beat) {
        return beat.is(StationKind.BLANKS) ? "blank" : beat.is(StationKind.QUESTIONS) ? "question" : "goal";
    }

    /** All exercises of a station, done or not: {@code 3 blanks}. */
    public String all(Station beat) {
        int blanks =
                outline.examples().stream().mapToInt(Outline.Example::blanks).sum();
        int all = beat.is(StationKind.BLANKS) ? blanks : exercises(beat);
        return WorkedSteps.count(all, exercise(beat));
    }

    /** A figure on the road: what it is, or play where there is only one. */
    private String noun(int figure) {
        return outline.figures().size() == 1
                ? "play"
                : outline.figures().get(figure).noun();
    }

    /** The exercises that are open: {@code 3 blanks, 2 questions and 3 goals}; empty where none is. */
    public String openExercises() {
        List<String> left = new ArrayList<>();
        for (Station beat : beats()) {
            if (!beat.kind().isReading() && open(beat) > 0) {
                left.add(name(beat));
            }
        }
        int last = left.size() - 1;
        return last < 1 ? String.join("", left) : String.join(", ", left.subList(0, last)) + " and " + left.get(last);
    }

    /** How long they take, roughly; 0 where nothing is open. */
    public int minutes() {
        int open = beats().stream().mapToInt(this::open).sum();
        return open == 0 ? 0 : Math.max(1, Math.round(open * SECONDS_AN_EXERCISE / 60f));
    }

    /** {@code a minute}, {@code 6 minutes}. */
    public static String inWords(int minutes) {
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }
}
