package dev.nabla.room;

import java.util.Map;

/** What the others do, as it comes to a screen; of each kind only the newest counts. */
public sealed interface ClassEvent {
    /**
     * Takes each kind of news.
     *
     * @param <T> what it makes of them
     */
    interface Hearer<T> {
        T board(Board board);

        T poll(OnPoll votes);

        T people(OnClass now);

        T onMessage(String text);
    }

    <T> T to(Hearer<T> hearer);

    /** The board is another one. */
    record OnBoard(Board board) implements ClassEvent {
        @Override
        public <T> T to(Hearer<T> hearer) {
            return hearer.board(board);
        }
    }

    /** A sentence for the person at this screen. */
    record ServerMessage(String text) implements ClassEvent {
        @Override
        public <T> T to(Hearer<T> hearer) {
            return hearer.onMessage(text);
        }
    }

    /**
     * Votes on what the board asks.
     *
     * @param present how many students are here
     * @param voted how many of those who are here have voted in this round
     * @param counts by round, 1 and 2, how many votes of each kind; empty as long as this screen may not see them
     */
    record OnPoll(long poll, int present, int voted, Map<Integer, Map<String, Integer>> counts) implements ClassEvent {
        @Override
        public <T> T to(Hearer<T> hearer) {
            return hearer.poll(this);
        }
    }

    /**
     * The class, once a second at most; teachers alone hear it.
     *
     * @param named as it is looked over
     * @param hidden the same without anybody's name
     */
    record OnClass(ClassActivity now, ClassOverview named, ClassOverview hidden) implements ClassEvent {
        public OnClass(ClassActivity now) {
            this(now, ClassOverview.of(now, false), ClassOverview.of(now, true));
        }

        @Override
        public <T> T to(Hearer<T> hearer) {
            return hearer.people(this);
        }
    }
}
