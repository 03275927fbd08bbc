package dev.nabla.lesson;

/**
 * A station on the road through a section.
 *
 * @param kind what the learner does there
 * @param index index of the page, guess or figure, or of the first worked example, question or goal, from 0
 * @param count number of worked examples, questions or goals that the road has here; 1 at other stations
 */
public record Station(StationKind kind, int index, int count) {
    public Station(StationKind kind, int index) {
        this(kind, index, 1);
    }

    /** The kinds of stations, in the order of a section. */
    public enum StationKind {
        READ(0),
        /** A question about what the next figure will show. */
        GUESS(45),
        /** A figure to play with. */
        PLAY(120),
        BLANKS(30),
        QUESTIONS(45),
        GOALS(90),
        END(0);

        private final int seconds;

        StationKind(int seconds) {
            this.seconds = seconds;
        }

        /** Returns the estimated time for a guess, figure, blank, question or goal, in seconds; 0 for other kinds. */
        public int seconds() {
            return seconds;
        }

        /** Returns whether this is a page, a guess or a figure. */
        public boolean isReading() {
            return ordinal() <= PLAY.ordinal();
        }
    }

    public boolean is(StationKind other) {
        return kind == other;
    }

    /** Returns whether something of this kind with this index is here. */
    public boolean has(StationKind other, int which) {
        return kind == other && which >= index && which < index + count;
    }
}
