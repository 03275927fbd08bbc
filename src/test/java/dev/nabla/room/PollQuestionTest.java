package dev.nabla.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.PollQuestion.Advice;
import dev.nabla.room.name.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What votes come to, and how a board changes. */
class PollQuestionTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final Instant NOW = Instant.EPOCH;

    private static PollQuestion ballot(String item) {
        return new PollQuestion(COURSE.question(item).draw(0));
    }

    @Table
    void aVoteIsCountedByWhatItComesTo(String item, String typed, String kind) {
        assertThat(ballot(item).kind(typed)).isEqualTo(Optional.ofNullable(kind));
    }

    @Test
    void everyQuestionTakesItsOwnAnswersAsVotes() {
        for (String item : COURSE.questionIds()) {
            PollQuestion ballot = ballot(item);
            assertThat(ballot.kind(ballot.instance().answer())).as(item).contains(Vote.RIGHT);
            ballot.instance().answers().stream().skip(1).forEach(wrong -> assertThat(ballot.kind(wrong.text()))
                    .as(item + " " + wrong.text())
                    .isPresent()
                    .isNotEqualTo(Optional.of(Vote.RIGHT)));
        }
    }

    @Test
    void kindsStandByFrequencyRightFirstAndTheRestLast() {
        Map<String, Integer> round = Map.of(Vote.OTHER, 9, "one-length", 2, "not-normalised", 2, "sign", 3);
        assertThat(ballot("2.3").kinds(Map.of(1, round)))
                .containsExactly(Vote.RIGHT, "sign", "not-normalised", "one-length", Vote.OTHER);
        Map<String, Integer> later = Map.of("squared-lengths", 5);
        assertThat(ballot("2.3").kinds(new TreeMap<>(Map.of(1, round, 2, later))))
                .containsExactly(Vote.RIGHT, "sign", "not-normalised", "one-length", "squared-lengths", Vote.OTHER);
    }

    @Test
    void aChoiceHasABarForEachOption() {
        PollQuestion choice = ballot("2.6");
        assertThat(choice.kinds(Map.of(1, Map.of(Vote.RIGHT, 1))))
                .map(choice::name)
                .containsExactlyInAnyOrderElementsOf(choice.instance().options());
    }

    @Test
    void aFirstVoteCountsUntilItIsChanged() {
        List<Vote> votes = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            votes.add(new Vote(1, "s" + i, i < 9 ? Vote.RIGHT : i < 20 ? "not-normalised" : Vote.OTHER));
        }
        Map<String, Integer> first = Map.of(Vote.RIGHT, 9, "not-normalised", 11, Vote.OTHER, 4);
        for (Phase phase : Phase.values()) {
            boolean again = phase == Phase.AGAIN || phase == Phase.CLOSED_AGAIN;
            assertThat(PollQuestion.count(votes, phase))
                    .as("nobody has voted again, " + phase)
                    .isEqualTo(again ? Map.of(1, first, 2, first) : Map.of(1, first));
        }
        votes.add(new Vote(2, "s15", Vote.RIGHT));
        votes.add(new Vote(2, "late", Vote.OTHER));
        Map<Integer, Map<String, Integer>> counts = PollQuestion.count(votes, Phase.REVEALED);
        assertThat(counts).isEqualTo(Map.of(1, first, 2, Map.of(Vote.RIGHT, 10, "not-normalised", 10, Vote.OTHER, 5)));
        assertThat(PollQuestion.percent(counts.get(1), Vote.RIGHT)).isEqualTo(38);
        assertThat(PollQuestion.percent(counts.get(1), "not-normalised")).isEqualTo(46);
        assertThat(PollQuestion.visibleCounts(counts, Role.STUDENT, Phase.REVEALED))
                .containsOnlyKeys(1, 2);
    }

    @Table
    void roundsAreSeenByPhase(Phase phase, String teacher, String student) {
        Map<Integer, Map<String, Integer>> both = Map.of(1, Map.of(Vote.RIGHT, 5), 2, Map.of(Vote.RIGHT, 4));
        assertThat(PollQuestion.visibleCounts(both, Role.TEACHER, phase).keySet())
                .hasToString(teacher);
        assertThat(PollQuestion.visibleCounts(both, Role.STUDENT, phase).keySet())
                .hasToString(student);
    }

    @Table
    void theShareAdvises(int right, int votes, Advice advice) {
        assertThat(PollQuestion.advice(Map.of(Vote.RIGHT, right, Vote.OTHER, votes - right)))
                .isEqualTo(Optional.ofNullable(advice));
    }

    @Test
    void aBoardFollowsFromWhatTheTeacherDoes() {
        Board asked = new ClassRequest.StartPoll("02", "2.3", 0).applyTo(Board.EMPTY, 7, NOW);
        assertThat(asked.poll()).contains(new Poll(7, "02", "2.3", 0, Phase.OPEN, NOW));
        Board closed = new ClassRequest.Advance(7, Phase.OPEN).applyTo(asked, 8, NOW);
        assertThat(closed.poll().map(Poll::phase)).contains(Phase.CLOSED);
        assertThat(new ClassRequest.Advance(7, Phase.OPEN).applyTo(closed, 8, NOW))
                .isSameAs(closed);
        assertThat(new ClassRequest.Advance(6, Phase.CLOSED).applyTo(closed, 8, NOW))
                .isSameAs(closed);
        assertThat(new ClassRequest.Reveal(7).applyTo(asked, 8, NOW)).isSameAs(asked);
        Board revealed = new ClassRequest.Reveal(7).applyTo(closed, 8, NOW);
        assertThat(revealed.poll().map(Poll::phase)).contains(Phase.REVEALED);
        assertThat(new ClassRequest.Reveal(7).applyTo(revealed, 8, NOW)).isSameAs(revealed);
        assertThat(new ClassRequest.Advance(7, Phase.REVEALED).applyTo(revealed, 8, NOW))
                .isSameAs(revealed);
        assertThat(new ClassRequest.Hide().applyTo(closed, 8, NOW)).isSameAs(closed);
        assertThat(new ClassRequest.EndPoll(7).applyTo(closed, 8, NOW).poll()).isEmpty();
        assertThat(closed.revision()).isEqualTo(2);
    }

    @Test
    void aRoundThatIsClosedIsOpenedAgainAndTheAnswerStaysOut() {
        for (Phase phase : Phase.values()) {
            Board asked = Board.EMPTY.withPoll(Optional.of(new Poll(7, "02", "2.3", 0, phase, NOW)));
            Board back = new ClassRequest.StepBack(7, phase).applyTo(asked, 8, NOW);
            assertThat(back.poll().map(Poll::phase)).contains(phase.previous());
            boolean stays = phase == Phase.OPEN || phase == Phase.REVEALED;
            assertThat(back == asked).as("unchanged, " + phase).isEqualTo(stays);
            assertThat(new ClassRequest.StepBack(6, phase).applyTo(asked, 8, NOW))
                    .isSameAs(asked);
            assertThat(new ClassRequest.StepBack(7, phase.next()).applyTo(back, 8, NOW) == back)
                    .as("pressed twice, " + phase)
                    .isTrue();
        }
    }

    @Test
    void aClockForTheTalkEndsWithThePhaseAndNotByItself() {
        for (Phase phase : Phase.values()) {
            Board asked = Board.EMPTY.withPoll(Optional.of(new Poll(7, "02", "2.3", 0, phase, NOW)));
            Board talking = new ClassRequest.SetTalk(7, 2).applyTo(asked, 8, NOW);
            boolean talks = phase == Phase.CLOSED || phase == Phase.AGAIN;
            assertThat(talking.poll().flatMap(Poll::talkUntil))
                    .as(phase.name())
                    .isEqualTo(Optional.of(NOW.plusSeconds(120)).filter(end -> talks));
            assertThat(talking.poll().map(Poll::phase)).contains(phase);
            assertThat(new ClassRequest.SetTalk(7, 0)
                            .applyTo(talking, 8, NOW)
                            .poll()
                            .flatMap(Poll::talkUntil))
                    .isEmpty();
            assertThat(new ClassRequest.Advance(7, phase)
                            .applyTo(talking, 8, NOW)
                            .poll()
                            .flatMap(Poll::talkUntil))
                    .isEmpty();
        }
    }
}
