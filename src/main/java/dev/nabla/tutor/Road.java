package dev.nabla.tutor;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Beat;
import dev.nabla.lesson.Beat.Kind;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.WorkedExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way through a section, and what is left to do on it.
 *
 * @param section whose stations they are
 * @param tutor who knows what is done
 * @param beats the stations
 */
public record Road(Section section, Tutor tutor, List<Beat> beats) {
    private static final int SECONDS_AN_EXERCISE = 40;

    public static Road of(Section section, Tutor tutor) {
        return new Road(section, tutor, section.lesson().orElseThrow().road());
    }

    public Beat at(int beat) {
        return beats.get(beat);
    }

    private Lesson lesson() {
        return section.lesson().orElseThrow();
    }

    /** Where exercises of a kind stand; empty where the section has none. */
    public Optional<Integer> find(Kind kind) {
        int at = beats.indexOf(new Beat(kind, 0));
        return Optional.of(at).filter(found -> found >= 0);
    }

    /** The figure that is shown at a station, from 0: the next one on the way, else the last; -1 in a section without one. */
    public int figure(int beat) {
        int last = lesson().figures().size() - 1;
        for (int i = beat; i < beats.size(); i++) {
            if (beats.get(i).is(Kind.PLAY)) {
                return beats.get(i).index();
            }
        }
        return last;
    }

    /** The page that is read at a station, from 0: the last one on the way, else the first. */
    public int page(int beat) {
        int page = 0;
        for (Beat passed : beats.subList(0, beat + 1)) {
            page = passed.is(Kind.READ) ? passed.index() : page;
        }
        return page;
    }

    /** The station of a page or a figure. */
    public int of(Kind kind, int index) {
        return beats.indexOf(new Beat(kind, index));
    }

    /** How many exercises are open at a station; 0 at text and figures, and 1 at a guess that was put off. */
    public int open(Beat beat) {
        return switch (beat.kind()) {
            case GUESS ->
                tutor.progress()
                                .items()
                                .containsKey(
                                        lesson().questions().get(beat.index()).id())
                        ? 0
                        : 1;
            case BLANKS -> lesson().examples().stream().mapToInt(this::blanks).sum();
            case QUESTIONS ->
                (int) lesson().asked().stream()
                        .filter(question -> !isRight(question))
                        .count();
            case GOALS ->
                (int) lesson().goals().stream()
                        .filter(goal -> !tutor.progress().goals().contains(goal.id()))
                        .count();
            case READ, PLAY, END -> 0;
        };
    }

    private boolean isRight(Question question) {
        return tutor.progress().isRight(question.id());
    }

    /** What is left out of an example and not filled in yet. */
    private int blanks(WorkedExample example) {
        Practice practice = tutor.practices().get(example.id());
        return practice == null ? example.blanks() : practice.left();
    }

    /** The station after this one where there is something to do; guesses that were made once are not asked for again. */
    public int after(int beat) {
        int next = beat + 1;
        while (next < beats.size() - 1 && isDone(beats.get(next))) {
            next++;
        }
        return Math.min(next, beats.size() - 1);
    }

    private boolean isDone(Beat beat) {
        return !beat.is(Kind.READ) && !beat.is(Kind.PLAY) && !beat.is(Kind.END) && open(beat) == 0;
    }

    /** What a station is called: {@code read}, {@code guess}, {@code tree}, {@code 3 blanks}. */
    public String name(Beat beat) {
        return switch (beat.kind()) {
            case READ -> "read";
            case GUESS -> "guess";
            case PLAY -> noun(beat.index());
            case BLANKS -> shown(beat, "blank");
            case QUESTIONS -> shown(beat, "question");
            case GOALS -> shown(beat, "goal");
            case END -> "the end";
        };
    }

    /** What is open, or all there is once nothing is. */
    private String shown(Beat beat, String noun) {
        return open(beat) == 0 ? all(beat) : count(open(beat), noun);
    }

    /** All exercises of a station, done or not: {@code 3 blanks}. */
    public String all(Beat beat) {
        return switch (beat.kind()) {
            case QUESTIONS -> count(lesson().asked().size(), "question");
            case GOALS -> count(lesson().goals().size(), "goal");
            default ->
                count(
                        lesson().examples().stream()
                                .mapToInt(WorkedExample::blanks)
                                .sum(),
                        "blank");
        };
    }

    /** A figure on the road: what it is, or play where there is only one. */
    private String noun(int figure) {
        List<FigureState<?>> figures = lesson().figures();
        return figures.size() == 1
                ? "play"
                : figures.get(figure).figure().info().noun();
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** The exercises that are open: {@code 3 blanks, 2 questions and 3 goals}; empty where none is. */
    public String left() {
        List<String> left = new ArrayList<>();
        for (Beat beat : beats) {
            if (!beat.kind().isReading() && open(beat) > 0) {
                left.add(name(beat));
            }
        }
        int last = left.size() - 1;
        return last < 1 ? String.join("", left) : String.join(", ", left.subList(0, last)) + " and " + left.get(last);
    }

    /** How long they take, roughly; 0 where nothing is open. */
    public int minutes() {
        int open = beats.stream().mapToInt(this::open).sum();
        return open == 0 ? 0 : Math.max(1, Math.round(open * SECONDS_AN_EXERCISE / 60f));
    }

    /** {@code a minute}, {@code 6 minutes}. */
    public static String inWords(int minutes) {
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }
}
