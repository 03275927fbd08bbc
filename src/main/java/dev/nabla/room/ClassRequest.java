package dev.nabla.room;

import dev.nabla.room.Poll.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A request from a session to its class. The server checks whether the user may make it. */
public sealed interface ClassRequest {
    /** A change of the board, which only a teacher may make. */
    sealed interface Change extends ClassRequest {
        /**
         * Returns the board after this change; the same object if the change comes too late.
         *
         * @param id id for a poll that begins with this change
         */
        Board applyTo(Board board, long id, Instant now);
    }

    /** A request to show a figure, or to update the settings of the shown figure. */
    record Show(Board.ShownFigure shown) implements Change {
        @Override
        public Board applyTo(Board board, long id, Instant now) {
            return board.showing(Optional.of(shown));
        }
    }

    /** A request to stop showing a figure. */
    record Hide() implements Change {
        @Override
        public Board applyTo(Board board, long id, Instant now) {
            return board.shown().isEmpty() ? board : board.showing(Optional.empty());
        }
    }

    /** A request to ask the class a question. */
    record StartPoll(String section, String item, long seed) implements Change {
        @Override
        public Board applyTo(Board board, long id, Instant now) {
            return board.withPoll(Optional.of(new Poll(id, section, item, seed, Phase.OPEN, now)));
        }
    }

    /** A request to move a poll to its next phase, unless it has already left the phase {@code from}. */
    record Advance(long poll, Phase from) implements Change {
        @Override
        public Board applyTo(Board board, long id, Instant now) {
            return board.turning(poll, from, from.next(), now);
        }
    }

    /**
     * A request to go back a phase, so that a round closed by mistake is open again. Its votes stay. It has no effect
     * if the poll has already left the phase {@code from}.
     */
    record StepBack(long poll, Phase from) implements Change {
        @Override
        public Board applyTo(Board board, long id, Instant now) {
            return board.turning(poll, from, from.previous(), now);
        }
    }

    /**
     * A request to set the clock for the talk about a poll.
     *
     * @param minutes minutes from now; 0 stops the clock
     */
    record SetTalk(long poll, int minutes) implements Change {
        @Override
        public Board applyTo(Board board, long id, Instant now) {
            Optional<Instant> end =
                    Optional.of(now.plus(Duration.ofMinutes(minutes))).filter(later -> minutes > 0);
            return board.poll(poll)
                    .filter(current -> current.phase().isTalk())
                    .map(current -> board.withPoll(Optional.of(current.withTalkUntil(end))))
                    .orElse(board);
        }
    }

    /** A request to reveal the results of a closed round, after which there is no other round. */
    record Reveal(long poll) implements Change {
        @Override
        public Board applyTo(Board board, long id, Instant now) {
            boolean isClosed = board.poll(poll)
                    .filter(current -> !current.phase().isOpen())
                    .isPresent();
            return isClosed ? board.turning(Phase.REVEALED, now) : board;
        }
    }

    /** A request to take a poll off the board. */
    record EndPoll(long poll) implements Change {
        @Override
        public Board applyTo(Board board, long id, Instant now) {
            return board.isCurrentPoll(poll) ? board.withPoll(Optional.empty()) : board;
        }
    }

    /** A teacher's decision that all students who have joined so far belong to the class. */
    record KeepJoined() implements ClassRequest {}

    /**
     * A teacher's decision that a login may try PINs during a pause.
     *
     * @param student id of the student
     * @param word word that the client of the login shows
     */
    record LetIn(String student, String word) implements ClassRequest {}

    /** A student's request for a one-time word that adds another key. */
    record RequestOneTimeWord() implements ClassRequest {}

    /**
     * A student's vote in the open round. The server knows the student.
     *
     * @param kind kind of the vote, as in {@link Poll.Vote}
     * @param typed text as the student typed it; the server does not store it
     */
    record CastVote(long poll, int round, String kind, String typed) implements ClassRequest {}
}
