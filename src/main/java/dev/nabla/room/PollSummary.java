package dev.nabla.room;

import dev.nabla.room.ClassEvent.OnPoll;
import java.util.Map;
import java.util.Optional;

/**
 * A poll as one person may see it.
 *
 * @param role of that person
 * @param count the newest one of this poll
 */
public record PollSummary(Poll poll, Role role, Optional<OnPoll> count) {
    /** What a board asks; the news of its votes may come before it. */
    public static Optional<PollSummary> of(Board board, Role role, Optional<OnPoll> votes) {
        return board.poll().map(poll -> new PollSummary(poll, role, votes.filter(known -> known.poll() == poll.id())));
    }

    /** How many votes of each kind, by round, as far as they may be seen. */
    public Map<Integer, Map<String, Integer>> counts() {
        return count.map(known -> PollQuestion.visibleCounts(known.counts(), role, poll.phase()))
                .orElse(Map.of());
    }

    /** How many have voted in the round, or in the last there was. */
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
