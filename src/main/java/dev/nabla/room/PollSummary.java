package dev.nabla.room;

import dev.nabla.room.ClassEvent.OnPoll;
import dev.nabla.room.name.Role;
import java.util.Map;
import java.util.Optional;

/**
 * A poll as one user may see it.
 *
 * @param role role of that user
 * @param count newest counts of this poll; empty before the first ones arrive
 */
public record PollSummary(Poll poll, Role role, Optional<OnPoll> count) {
    /**
     * Returns the poll on a board; empty if there is none. Counts of another poll are ignored, because counts may
     * arrive before their board.
     */
    public static Optional<PollSummary> of(Board board, Role role, Optional<OnPoll> votes) {
        return board.poll().map(poll -> new PollSummary(poll, role, votes.filter(known -> known.poll() == poll.id())));
    }

    /** Returns the number of votes by round and kind, as far as the user may see them. */
    public Map<Integer, Map<String, Integer>> counts() {
        return count.map(known -> PollQuestion.visibleCounts(known.counts(), role, poll.phase()))
                .orElse(Map.of());
    }

    /**
     * Returns how many students have voted in the current round; once the answer is revealed, in the last visible
     * round.
     */
    public int voted() {
        return counts().values().stream()
                .map(PollQuestion::votes)
                .reduce((first, second) -> second)
                .filter(last -> poll.phase() == Poll.Phase.REVEALED)
                .orElse(count.map(OnPoll::voted).orElse(0));
    }

    public int present() {
        return Math.max(voted(), count.map(OnPoll::present).orElse(0));
    }
}
