package dev.nabla.lesson;

/**
 * A station on the road through a section.
 *
 * @param kind what the learner does there
 * @param index index of the page, question or figure in the lesson, from 0; 0 for kinds with a single station
 */
public record Station(StationKind kind, int index) {
    /** The kinds of stations, in the order of a section. */
    public enum StationKind {
        READ,
        /** A question about what the next figure will show. */
        GUESS,
        /** A figure to play with. */
        PLAY,
        BLANKS,
        QUESTIONS,
        GOALS,
        END;

        /** Returns whether this is a page, a guess or a figure. */
        public boolean isReading() {
            return ordinal() <= PLAY.ordinal();
        }
    }

    public boolean is(StationKind other) {
        return kind == other;
    }
}
