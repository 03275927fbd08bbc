package dev.nabla.room;

import java.util.Map;

/** An event of the class for a screen. Only the newest event of each kind matters. */
public sealed interface ClassEvent {
    /**
     * Handles each kind of event.
     *
     * @param <T> result of handling an event
     */
    interface Hearer<T> {
        T board(Board board);

        T poll(OnPoll votes);

        T people(OnClass now);

        T onMessage(String text);
    }

    <T> T to(Hearer<T> hearer);

    /** The board has changed. */
    record OnBoard(Board board) implements ClassEvent {
        @Override
        public <T> T to(Hearer<T> hearer) {
            return hearer.board(board);
        }
    }

    /** A message for the user of this screen. */
    record ServerMessage(String text) implements ClassEvent {
        @Override
        public <T> T to(Hearer<T> hearer) {
            return hearer.onMessage(text);
        }
    }

    /**
     * The number of votes in the poll on the board.
     *
     * @param poll id of the poll
     * @param present number of connected students
     * @param voted number of connected students who have voted in this round
     * @param counts votes by round, 1 and 2, and kind; empty while this screen may not see them
     */
    record OnPoll(long poll, int present, int voted, Map<Integer, Map<String, Integer>> counts) implements ClassEvent {
        @Override
        public <T> T to(Hearer<T> hearer) {
            return hearer.poll(this);
        }
    }

    /**
     * The state of the class. Only teachers receive it, at most once a second.
     *
     * @param overviews the overview in each naming
     */
    record OnClass(ClassActivity now, Map<Naming, ClassOverview> overviews) implements ClassEvent {
        public OnClass(ClassActivity now) {
            this(
                    now,
                    Map.of(
                            Naming.WHOLE, ClassOverview.of(now, Naming.WHOLE),
                            Naming.ASCII, ClassOverview.of(now, Naming.ASCII),
                            Naming.HIDDEN, ClassOverview.of(now, Naming.HIDDEN)));
        }

        @Override
        public <T> T to(Hearer<T> hearer) {
            return hearer.people(this);
        }
    }
}
