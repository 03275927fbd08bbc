package dev.nabla.room;

import dev.nabla.room.News.OnPoll;
import dev.nabla.room.Poll.Vote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A poll as somebody sees it, and the words for that on a screen and line by line.
 *
 * @param role whose eyes
 * @param count the newest one of this poll
 */
public record PollSeen(Poll poll, Role role, Optional<OnPoll> count) {
    /** Of a vote that is taken. */
    public static final String COUNTS = "Your vote counts. Change it as often as you like while the round is open.";

    /** Of a vote that is not. */
    public static final String LATE = "The round was closed before this vote came; it does not count";

    public static final String TAKEN_OFF = "The question was taken off the board";

    /** What a board asks; the news of its votes may come before it. */
    public static Optional<PollSeen> of(Board board, Role role, Optional<OnPoll> votes) {
        return board.poll().map(poll -> new PollSeen(poll, role, votes.filter(known -> known.poll() == poll.id())));
    }

    /** How many votes of each kind, by round, as far as they may be seen. */
    public Map<Integer, Map<String, Integer>> counts() {
        return count.map(known -> Ballot.seen(known.counts(), role, poll.phase()))
                .orElse(Map.of());
    }

    /** How many have voted in the round, or in the last there was. */
    public int voted() {
        return counts().values().stream()
                .map(Ballot::votes)
                .reduce((first, second) -> second)
                .filter(last -> poll.phase() == Poll.Phase.REVEALED)
                .orElse(count.map(OnPoll::voted).orElse(0));
    }

    public int present() {
        return Math.max(voted(), count.map(OnPoll::present).orElse(0));
    }

    public String have() {
        return voted() + " of " + present() + " have voted";
    }

    /** That something has come up, for a student; nothing of a round that is closed. */
    public Optional<String> news(String teacher, boolean first) {
        return Optional.ofNullable(
                switch (poll.phase()) {
                    case OPEN, AGAIN -> teacher + (first ? " asks everybody a question" : " asks once more");
                    case CLOSED, CLOSED_AGAIN -> null;
                    case REVEALED -> "The answer is out";
                });
    }

    /** How it stands, for a student. */
    public String told() {
        List<Map<String, Integer>> rounds = List.copyOf(counts().values());
        List<Integer> right =
                rounds.stream().map(round -> round.getOrDefault(Vote.RIGHT, 0)).toList();
        int last = rounds.size() - 1;
        return switch (poll.phase()) {
            case OPEN -> have();
            case AGAIN -> have() + " again";
            case CLOSED -> "The round is closed: " + have();
            case CLOSED_AGAIN -> "The second round is closed: " + have();
            case REVEALED ->
                last < 0
                        ? "There were too few votes to show them"
                        : right.get(last) + " of " + Ballot.votes(rounds.get(last)) + " had it"
                                + (last == 0 ? "" : " in the second round, " + right.get(0) + " in the first");
        };
    }

    /** What is to be done meanwhile, and what is still to come; nothing once all is out. */
    public List<String> meanwhile() {
        return switch (poll.phase()) {
            case OPEN, REVEALED -> List.of();
            case AGAIN -> List.of("The same question again, after you have talked about it.");
            case CLOSED ->
                List.of(
                        "Turn to your neighbour: how did each of you get there?",
                        "The bars come later, so that nobody follows the crowd.");
            case CLOSED_AGAIN -> List.of("In a moment you will see how everybody voted.");
        };
    }

    /** What somebody has voted, in words: {@code 0.470, before 0.50}. */
    public static String votes(List<String> rounds) {
        String last = rounds.isEmpty() ? "no vote" : rounds.get(rounds.size() - 1);
        return rounds.size() < 2 ? last : last + ", before " + rounds.get(0);
    }

    /** What stands in for the bars: {@code right: 38 % in round 1, 75 % in round 2.} */
    public List<String> shares(Ballot ballot) {
        return ballot.kinds(counts()).stream()
                .map(kind -> ballot.name(kind) + ": "
                        + counts().entrySet().stream()
                                .map(round -> Ballot.percent(round.getValue(), kind) + " % in round " + round.getKey())
                                .collect(Collectors.joining(", "))
                        + ".")
                .toList();
    }
}
