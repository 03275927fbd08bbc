package dev.nabla.room;

import dev.nabla.room.Poll.Phase;
import java.time.Instant;
import java.util.Optional;

/** What a person at a screen does to the class; the server checks whether that person may. */
public sealed interface ClassRequest {
    /** A change of the board, which only a teacher may make. */
    sealed interface Change extends ClassRequest {
        /**
         * The board after this change; the same object where the change comes too late.
         *
         * @param id of a poll that begins with this change
         */
        Board applyTo(Board board, long id, Instant now);
    }

    /** Shows a figure, or the figure that is shown as it is by now. */
    record Show(Board.ShownFigure shown) implements Change {
        @Override
        public Board applyTo(Board board, long id, Instant now) {
            return board.showing(Optional.of(shown));
        }
    }

    /** Stops showing a figure. */
    record Hide() implements Change {
        @Override
        public Board applyTo(Board board, long id, Instant now) {
            return board.shown().isEmpty() ? board : board.showing(Optional.empty());
        }
    }

    /** Asks the class a question. */
    record StartPoll(String section, String item, long seed) implements Change {
        @Override
        public Board applyTo(Board board, long id, Instant now) {
            return board.asking(Optional.of(new Poll(id, section, item, seed, Phase.OPEN, now)));
        }
    }

    /** Moves a poll to its next phase, unless it has left this one already. */
    record Advance(long poll, Phase from) implements Change {
        @Override
        public Board applyTo(Board board, long id, Instant now) {
            boolean isThere =
                    board.poll(poll).filter(asked -> asked.phase() == from).isPresent();
            return isThere ? board.turning(from.next(), now) : board;
        }
    }

    /** Shows the class how a closed round went, and makes it the last. */
    record Reveal(long poll) implements Change {
        @Override
        public Board applyTo(Board board, long id, Instant now) {
            boolean isClosed =
                    board.poll(poll).filter(asked -> !asked.phase().isOpen()).isPresent();
            return isClosed ? board.turning(Phase.REVEALED, now) : board;
        }
    }

    /** Takes a poll off the board. */
    record EndPoll(long poll) implements Change {
        @Override
        public Board applyTo(Board board, long id, Instant now) {
            return board.asks(poll) ? board.asking(Optional.empty()) : board;
        }
    }

    /** A student asks for the word that lets in another key of theirs. */
    record RequestOneTimeWord() implements ClassRequest {}

    /**
     * A student's vote in the round that is open. The server knows whose it is.
     *
     * @param kind as {@link Poll.Vote} has it
     * @param typed as the student typed it, which the server does not keep
     */
    record CastVote(long poll, int round, String kind, String typed) implements ClassRequest {}
}
