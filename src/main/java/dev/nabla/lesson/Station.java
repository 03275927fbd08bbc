package dev.nabla.lesson;

/**
 * A station of the way through a section.
 *
 * @param kind what is done there
 * @param index which page, question or figure of the lesson, from 0; 0 where there is one such station
 */
public record Station(StationKind kind, int index) {
    /** What is done at a station, in the order of a section. */
    public enum StationKind {
        READ,
        /** A question about what the next figure will show. */
        GUESS,
        /** A figure. */
        PLAY,
        BLANKS,
        QUESTIONS,
        GOALS,
        END;

        /** True for text, figures and guesses about them. */
        public boolean isReading() {
            return ordinal() <= PLAY.ordinal();
        }
    }

    public boolean is(StationKind other) {
        return kind == other;
    }
}
