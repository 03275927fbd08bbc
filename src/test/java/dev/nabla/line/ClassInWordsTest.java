package dev.nabla.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.room.Board;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.ClassEvent.OnBoard;
import dev.nabla.room.ClassEvent.OnPoll;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.name.Role;
import dev.nabla.screen.ClassState.Participant;
import dev.nabla.tutor.Tutor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class as it is told line by line: between the lines that are typed the class goes on. */
class ClassInWordsTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final Deque<Object> script = new ArrayDeque<>();
    private final List<ClassRequest> deeds = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean open = true;
    private Instant now = NOW;

    /** Lines that are typed; before each happens what stands before it. */
    private final InputStream typed = new InputStream() {
        private InputStream line = InputStream.nullInputStream();

        @Override
        public int read() throws java.io.IOException {
            for (int key = line.read(); key >= 0; key = line.read()) {
                return key;
            }
            while (script.peek() instanceof Runnable happens) {
                script.remove();
                happens.run();
            }
            if (script.isEmpty()) {
                return -1;
            }
            line = new ByteArrayInputStream((script.remove() + "\n").getBytes(StandardCharsets.UTF_8));
            return line.read();
        }
    };

    private final LineConsole console = new LineConsole(typed, out, Glyphs.BRAILLE, Optional.empty());
    private LineTutor tutor = tutor();

    private LineTutor tutor() {
        return new LineTutor(
                        Tutor.of(Progress.of(COURSE, List.of(), NOW, DayRule.inZone(ZoneOffset.UTC)), NOW),
                        new ProgressRecorder(entry -> {}),
                        () -> now,
                        console)
                .withClass(new Participant(Role.STUDENT, "k3f9a", "Ms Noether", "", ""), request -> {
                    deeds.add(request);
                    return open;
                });
    }

    private boolean hear(Board board, Optional<OnPoll> votes) {
        return tutor.hear(Stream.of(votes, Optional.of(new OnBoard(board)))
                .<ClassEvent>flatMap(Optional::stream)
                .toList());
    }

    private ClassInWordsTest types(String line) {
        script.add(line);
        return this;
    }

    private ClassInWordsTest then(Runnable happens) {
        script.add(happens);
        return this;
    }

    private ClassInWordsTest hears(Board board, Map<Integer, Map<String, Integer>> counts) {
        Optional<OnPoll> votes = board.poll().map(poll -> new OnPoll(poll.id(), 28, 24, counts));
        return then(() -> assertThat(hear(board, votes)).isFalse());
    }

    private ClassInWordsTest asks(String item, Phase phase, Map<Integer, Map<String, Integer>> counts) {
        return hears(Board.EMPTY.withPoll(Optional.of(new Poll(7, "02", item, 0, phase, NOW))), counts);
    }

    /** All that was said, in one line. */
    private String told() {
        tutor.run(Optional.of("01"));
        tutor = tutor();
        return out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    private static ClassRequest cast(int round, String kind, String typed) {
        return new ClassRequest.CastVote(7, round, kind, typed);
    }

    /** 20,000 steps of 32 names each take a minute; the figure stays as it was, and so may be asked for less. */
    @Test
    void whatTakesLongIsRefusedWhereOthersWait() {
        String printed = types("16")
                .types("figure train")
                .types("of = 20000")
                .types("batch = 32")
                .types("steps = 20000")
                .types("steps = 2")
                .told();
        assertThat(printed)
                .containsSubsequence(
                        "> train takes too many steps, too much where others wait; ask for less",
                        "64 of 7,563 names seen");
    }

    @Test
    void aQuestionIsTakenThroughTwoRounds() {
        Map<Integer, Map<String, Integer>> votes =
                Map.of(1, Map.of(Vote.RIGHT, 9, "not-normalised", 15), 2, Map.of(Vote.RIGHT, 18, "not-normalised", 6));
        asks("2.3", Phase.OPEN, Map.of())
                .types("1 +")
                .types("0.84")
                .types("vote 0.85")
                .types("vote 0.84");
        asks("2.3", Phase.CLOSED, Map.of()).types("vote 0.72");
        asks("2.3", Phase.AGAIN, Map.of()).types("0.720").asks("2.3", Phase.CLOSED_AGAIN, Map.of());
        String printed =
                asks("2.3", Phase.REVEALED, votes).hears(Board.EMPTY, Map.of()).told();
        assertThat(printed)
                .containsSubsequence(
                        "Ms Noether asks everybody a question. a = (0.8, 0.5)",
                        "(type a number",
                        "Type your vote now, or later as 'vote' and the answer, like 'vote 2'.",
                        "> '1 +' is not a number",
                        "> Your vote counts.",
                        "The round is closed: 24 of 28 have voted.",
                        "You: 0.84. Turn to your neighbour",
                        "does not count.",
                        "Ms Noether asks once more. The same question again",
                        "The second round is closed: 24 of 28 have voted.",
                        "You: 0.720, before 0.84. In a moment",
                        "The answer is out. 18 of 24 were right in the second round, 9 in the first.",
                        "right: 38 % of 24 in round 1, 75 % of 24 in round 2.",
                        "63 % of 24 in round 1, 25 % of 24 in round 2.",
                        "the answer: 0.72",
                        "That is a·b, which still counts the lengths.",
                        "The question was taken off the board.");
        assertThat(printed.split("38 %")).hasSize(2);
        assertThat(deeds)
                .containsExactly(
                        cast(1, "not-normalised", "0.84"),
                        cast(1, Vote.OTHER, "0.85"),
                        cast(1, "not-normalised", "0.84"),
                        cast(2, Vote.RIGHT, "0.720"));
    }

    @Test
    void aChoiceIsVotedByItsDigitOnceAndThenByTheWord() {
        asks("2.6", Phase.OPEN, Map.of()).types("2").types("2").types("vote b").types("vote neither changes");
        String printed = asks("2.6", Phase.CLOSED, Map.of()).told();
        assertThat(printed).contains("1 or a ", "2 or b ", "You: neither changes.", "'2' does nothing here");
        assertThat(deeds).hasSize(3).last().isEqualTo(cast(1, "neither changes", "neither changes"));
        assertThat(deeds.get(0)).isEqualTo(deeds.get(1));
    }

    @Test
    void whoDoesNotVoteGoesOnAndComesBackToIt() {
        asks("2.3", Phase.OPEN, Map.of()).types("").types("0.84").types("vote").then(() -> open = false);
        String printed = types("0.84").asks("2.3", Phase.REVEALED, Map.of()).told();
        assertThat(printed)
                .containsSubsequence(
                        "Left for later; 'vote' asks it again",
                        "'0.84' is unknown",
                        "What is their cosine?",
                        "The round was closed before this vote came; it does not count.",
                        "There were too few votes to show them.",
                        "You: no vote.");
        assertThat(printed).as("no share without its number").doesNotContain("right:", "something else:");
        assertThat(deeds).hasSize(1);
    }

    @Test
    void aQuestionOfTheSectionIsStillThereAfterTheVote() {
        types("ask 1.1").asks("2.3", Phase.OPEN, Map.of()).types("0.72").types("c");
        assertThat(told()).containsSubsequence("Question 1 of 7.", "asks everybody", "Your vote counts.", "Right");
        assertThat(deeds).containsExactly(cast(1, Vote.RIGHT, "0.72"));
    }

    private static Board shows(String figure, String z) {
        ShownFigure shown = new ShownFigure("Ms Noether", "06", figure, Map.of("logits", z), "logits", 0, "picture");
        return Board.EMPTY.showing(Optional.of(shown));
    }

    @Test
    void aFigureIsToldWhenItRestsAndNowAndThenWhileItDoesNot() {
        hears(shows("softmax", "2,0.5,-1,-0.5"), Map.of());
        for (int i = 1; i <= 3; i++) {
            Board next = shows("softmax", "2." + i + ",0.5,-1,-0.5");
            then(() -> assertThat(hear(next, Optional.empty())).isTrue());
        }
        hears(shows("softmax", "2.3,0.5,-1,-0.5"), Map.of());
        ShownFigure still = shows("softmax", "2.3,0.5,-1,-0.5").shown().orElseThrow();
        Board moved = Board.EMPTY.showing(Optional.of(new ShownFigure(
                still.by(), still.section(), still.figure(), still.settings(), "tau", 0, still.mode())));
        then(() -> hear(moved, Optional.empty())).hears(moved, Map.of()).hears(Board.EMPTY, Map.of());
        assertThat(told())
                .containsSubsequence(
                        "Ms Noether shows a figure. FIG.06, Softmax turns scores into shares.",
                        "logits: 2, 0.5",
                        "> 'logits' = 2.3",
                        "Ms Noether shows nothing any more. > ")
                .doesNotContain("= 2.1", "= 2.2", "stays as it is");
        out.reset();
        hears(shows("softmax", "0,0,0,0"), Map.of());
        for (int i = 1; i <= 30; i++) {
            Board next = shows("softmax", "0,0,0," + i / 100.);
            then(() -> hear(next, Optional.empty()));
        }
        assertThat(told().split("'logits' = ")).hasSize(1 + 2);
    }

    @Test
    void whatThisCourseDoesNotHaveIsSaid() {
        asks("2.99", Phase.OPEN, Map.of()).hears(shows("loss", ""), Map.of()).types("vote");
        assertThat(told()).contains("This course has no question 2.99.", "shows a figure: ", "no figure 'loss'");
    }

    @Test
    void aRoundThatIsOpenAgainIsSaidAndTheVoteStays() {
        String printed = asks("2.3", Phase.OPEN, Map.of())
                .types("0.84")
                .asks("2.3", Phase.CLOSED, Map.of())
                .asks("2.3", Phase.OPEN, Map.of())
                .asks("2.3", Phase.CLOSED, Map.of())
                .asks("2.3", Phase.AGAIN, Map.of())
                .told();
        assertThat(printed)
                .containsSubsequence(
                        "Ms Noether asks everybody a question.",
                        "The round is closed",
                        "The round is open again, and your vote stays until you change it.",
                        "You: 0.84.",
                        "Ms Noether asks once more.");
    }

    private ClassInWordsTest talks(int seconds, Optional<Instant> until, boolean runs) {
        Poll poll = new Poll(7, "02", "2.3", 0, Phase.CLOSED, NOW).withTalkUntil(until);
        Board board = Board.EMPTY.withPoll(Optional.of(poll));
        return then(() -> {
            now = NOW.plusSeconds(seconds);
            assertThat(hear(board, Optional.empty())).as(seconds + " s").isEqualTo(runs);
        });
    }

    @Test
    void theClockForTheTalkIsSaidAtItsBeginningALastMinuteAndItsEnd() {
        Optional<Instant> until = Optional.of(NOW.plusSeconds(125));
        talks(0, Optional.empty(), false);
        for (int seconds = 5; seconds < 125; seconds++) {
            talks(seconds, until, true);
        }
        String printed = talks(125, until, false).talks(126, until, false).told();
        assertThat(printed)
                .containsOnlyOnce("The round is closed")
                .containsOnlyOnce("You have 2 minutes to talk.")
                .containsOnlyOnce("One minute is left to talk.")
                .containsOnlyOnce("The time to talk is over.")
                .containsSubsequence("You have 2 minutes", "One minute is left", "is over");
        out.reset();
        printed = talks(200, Optional.of(NOW.plusSeconds(260)), true)
                .talks(210, Optional.empty(), false)
                .talks(300, Optional.empty(), false)
                .told();
        assertThat(printed).contains("You have 1 minute to talk.").doesNotContain("is left", "is over");
    }
}
