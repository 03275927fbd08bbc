package dev.nabla.room.display;

import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.PollQuestion;
import dev.nabla.room.PollQuestion.Advice;
import dev.nabla.room.PollSummary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentences about a poll, the same on a screen and in text mode. */
public record PollWords(PollSummary seen) {
    /** Message for a vote that was accepted. */
    public static final String COUNTS = "Your vote counts. Change it as often as you like while the round is open.";

    /** Message for a vote that came too late. */
    public static final String LATE = "The round was closed before this vote came; it does not count";

    public static final String TAKEN_OFF = "The question was taken off the board";

    /** Message for a minute before the talk ends. */
    public static final String LAST_MINUTE = "One minute is left to talk";

    public static final String TALK_OVER = "The time to talk is over";

    /** Message for a round that was closed and is open again. */
    public static final String REOPENED = "The round is open again, and your vote stays until you change it";

    private Phase phase() {
        return seen.poll().phase();
    }

    /** Returns how many students have voted: {@code 9 of 24 have voted}. */
    public String have() {
        return seen.voted() + " of " + seen.present() + " have voted";
    }

    /**
     * Returns the announcement of a phase for a student; empty if a round was closed.
     *
     * @param before phase of this poll before; empty if the poll is new
     */
    public Optional<String> news(String teacher, Optional<Phase> before) {
        return switch (phase()) {
            case OPEN, AGAIN ->
                Optional.of(
                        before.isEmpty()
                                ? teacher + " asks everybody a question"
                                : isReopened(before) ? REOPENED : teacher + " asks once more");
            case CLOSED, CLOSED_AGAIN -> Optional.empty();
            case REVEALED -> Optional.of("The answer is out");
        };
    }

    /**
     * Returns whether a round was closed and is open again.
     *
     * @param before phase of this poll before; empty if the poll is new
     */
    public boolean isReopened(Optional<Phase> before) {
        return phase().isOpen()
                && before.filter(last -> last.previous() == phase()).isPresent();
    }

    /** Returns the message that the class has so long to talk, in full minutes, rounded up. */
    public static String talk(Duration left) {
        long minutes = left.plusSeconds(59).toMinutes();
        return "You have " + (minutes == 1 ? "1 minute" : minutes + " minutes") + " to talk";
    }

    /** Returns the state of the poll in a sentence for a student. */
    public String sentence() {
        return switch (phase()) {
            case OPEN -> have();
            case AGAIN -> have() + " again";
            case CLOSED -> "The round is closed: " + have();
            case CLOSED_AGAIN -> "The second round is closed: " + have();
            case REVEALED -> result();
        };
    }

    /** Returns the state of the poll in a sentence for a teacher, with advice. */
    public String teacherSentence() {
        return switch (phase()) {
            case OPEN -> "Wait until nearly all have voted; then close the round";
            case AGAIN -> "They discuss and vote again; round 1 is hidden from them";
            case REVEALED -> "Everybody sees the right answer and how all have voted now";
            case CLOSED, CLOSED_AGAIN -> closed();
        };
    }

    private String closed() {
        Phase phase = phase();
        Map<String, Integer> round = seen.counts().getOrDefault(phase.round(), Map.of());
        if (round.isEmpty()) {
            return "Nobody has voted in this round";
        }
        Optional<Advice> advice = PollQuestion.advice(round);
        if (advice.isEmpty()) {
            int right = round.getOrDefault(Vote.RIGHT, 0);
            return right + " of " + PollQuestion.votes(round) + (right == 1 ? " is" : " are")
                    + " right: too few have voted for advice";
        }
        String share = PollQuestion.percent(round, Vote.RIGHT) + " % are right";
        if (phase == Phase.CLOSED) {
            return share + ": " + advised(advice.get());
        }
        int before = PollQuestion.percent(seen.counts().getOrDefault(1, Map.of()), Vote.RIGHT);
        String then = advice.get() == Advice.GO_ON ? "go on" : "explain it";
        return share + " now, " + before + " % before: reveal it and " + then;
    }

    /** Returns advice in words. */
    public static String advised(Advice advice) {
        return switch (advice) {
            case EXPLAIN -> "explain first";
            case DISCUSS -> "let them discuss, vote again";
            case GO_ON -> "go on";
        };
    }

    private String result() {
        List<Map<String, Integer>> rounds = List.copyOf(seen.counts().values());
        if (rounds.isEmpty()) {
            return "There were too few votes to show them";
        }
        Map<String, Integer> last = rounds.get(rounds.size() - 1);
        String had = right(last) + " of " + PollQuestion.votes(last) + " were right";
        return rounds.size() == 1 ? had : had + " in the second round, " + right(rounds.get(0)) + " in the first";
    }

    private static int right(Map<String, Integer> round) {
        return round.getOrDefault(Vote.RIGHT, 0);
    }

    /**
     * Returns what students do during this phase and what comes next; empty in the first round and once the answer is
     * revealed.
     */
    public List<String> meanwhile() {
        return switch (phase()) {
            case OPEN, REVEALED -> List.of();
            case AGAIN -> List.of("The same question again, after you have talked about it.");
            case CLOSED ->
                List.of(
                        "Turn to your neighbour: how did each of you get there?",
                        "Results are shown later, so that they do not sway anyone.");
            case CLOSED_AGAIN -> List.of("In a moment you will see how everybody voted.");
        };
    }

    /**
     * Returns the last vote of a student, and the vote of the first round if there were two: {@code 0.470, before
     * 0.50}.
     */
    public static String votes(List<String> rounds) {
        String last = rounds.isEmpty() ? "no vote" : rounds.get(rounds.size() - 1);
        return rounds.size() < 2 ? last : last + ", before " + rounds.get(0);
    }

    /**
     * Returns the results as text in place of bars, one line per kind of vote:
     * {@code right: 38 % of 24 in round 1, 75 % of 25 in round 2.} Empty if there are too few votes to show them.
     */
    public List<String> shares(PollQuestion ballot) {
        if (seen.counts().isEmpty()) {
            return List.of();
        }
        return ballot.kinds(seen.counts()).stream()
                .map(kind -> ballot.name(kind) + ": "
                        + seen.counts().entrySet().stream()
                                .map(round -> PollQuestion.percent(round.getValue(), kind) + " % of "
                                        + PollQuestion.votes(round.getValue()) + " in round " + round.getKey())
                                .collect(Collectors.joining(", "))
                        + ".")
                .toList();
    }

    /** Returns the message that a teacher shows a figure. */
    public static String begins(ShownFigure shown) {
        return shown.by() + " shows a figure";
    }

    /** Returns the message that a teacher no longer shows a figure. */
    public static String ends(ShownFigure shown) {
        return shown.by() + " shows nothing any more";
    }
}
