package dev.nabla.screen;

import dev.nabla.key.KeyContext;
import dev.nabla.room.Board;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.PollSummary;
import dev.nabla.room.display.PollWords;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a change of the board means for a student.
 *
 * @param room the class before the change
 * @param next the board after it
 * @param state the screen of the student
 */
record BoardNews(ClassState room, Board next, ScreenState state) {
    /** Returns a sentence about the change; the message that is there already for nothing new. */
    String message() {
        boolean polls = state.view().showsPoll();
        if (next.poll().isEmpty() && polls) {
            return PollWords.TAKEN_OFF;
        }
        if (!next.poll().map(Poll::phase).equals(room.board().poll().map(Poll::phase))) {
            return phase(polls);
        }
        Optional<Instant> talk = talkUntil(next);
        if (!polls && talk.isPresent() && !talk.equals(talkUntil(room.board()))) {
            return PollWords.talk(Duration.between(state.tutor().now(), talk.get())) + opens();
        }
        return figure();
    }

    private static Optional<Instant> talkUntil(Board board) {
        return board.poll().flatMap(Poll::talkUntil);
    }

    /**
     * Returns the sentence about another phase of the poll. The poll itself shows its phases, so there a sentence comes
     * only with a round that is open again.
     */
    private String phase(boolean polls) {
        Optional<Phase> before = room.board()
                .poll()
                .filter(poll -> next.isCurrentPoll(poll.id()))
                .map(Poll::phase);
        Optional<PollWords> words =
                PollSummary.of(next, room.self().role(), room.votes()).map(PollWords::new);
        if (polls) {
            return words.filter(now -> now.isReopened(before))
                    .flatMap(now -> now.news(room.self().teacher(), before))
                    .orElseGet(() -> room.message().equals(PollWords.REOPENED) ? "" : figure());
        }
        return words.flatMap(now -> now.news(room.self().teacher(), before))
                .map(news -> news + opens())
                .orElse("");
    }

    private String opens() {
        return ": " + (types() ? "Ctrl-O" : "!") + " opens it";
    }

    private boolean types() {
        return state.keys().contexts().contains(KeyContext.TYPING);
    }

    private String figure() {
        if (next.shown().isEmpty()) {
            return room.board().shown().map(PollWords::ends).orElse(room.message());
        }
        ShownFigure there = next.shown().get();
        boolean known = room.board().shown().filter(there::isSame).isPresent();
        boolean here = state.live()
                .filter(live -> live.figure().id().equals(there.figure()))
                .isPresent();
        String where = here ? there.by() + " is at this figure too" : PollWords.begins(there);
        return known ? room.message() : where + ": " + (types() ? "Ctrl-F" : "F") + " follows";
    }
}
