package dev.nabla.serve.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Reached;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** How much a student may write. */
class QuotasTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final Student ADA = new Student("1", new StudentName("ada"));
    private static final Student BOB = new Student("2", new StudentName("bob"));

    private Instant now = NOON;
    private int number;
    private Quotas quotas = fresh();

    private Quotas fresh() {
        return new Quotas(() -> now, DayRule.inZone(ZoneId.of("Europe/Berlin")));
    }

    private Entry answer() {
        return new Answered(
                now, "02", "2.3", number++, "1", true, Optional.empty(), OptionalInt.empty(), false, Optional.empty());
    }

    private Stood position() {
        return new Stood(now, "02", "dot", Map.of("a", String.valueOf(number++)));
    }

    /** Gives so many; returns those that may be written. */
    private List<Entry> given(int count, Student student, Duration pause) {
        List<Entry> admitted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            admitted.addAll(quotas.admit(student, List.of(answer())).entries());
            now = now.plus(pause);
        }
        return admitted;
    }

    @Test
    void ofAnyAmountOfAnswersFiveASecondAreWritten() {
        assertThat(given(1000, ADA, Duration.ofMillis(10))).hasSize(50);
        assertThat(quotas.admit(BOB, List.of(answer())).entries()).hasSize(1);
        assertThat(given(10, ADA, Duration.ofMillis(200))).hasSize(10);
    }

    @Test
    void whatIsTooFastIsToldOf() {
        given(5, ADA, Duration.ZERO);
        Quotas.Admitted sixth = quotas.admit(ADA, List.of(answer()));
        assertThat(sixth.entries()).isEmpty();
        assertThat(sixth.refused())
                .contains("Not kept: that was faster than 5 answers a second. Go on a little slower.")
                .get()
                .satisfies(words -> assertThat(words.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void aDayHasTwoThousandAnswersInTheZoneOfTheClass() {
        assertThat(given(2000, ADA, Duration.ofSeconds(1))).hasSize(2000);
        Quotas.Admitted more = quotas.admit(ADA, List.of(answer()));
        assertThat(more.entries()).isEmpty();
        assertThat(more.refused())
                .contains("You have given 2000 answers today. Further ones are not kept until tomorrow.")
                .get()
                .satisfies(words -> assertThat(words.length()).isLessThanOrEqualTo(80));
        now = Instant.parse("2026-03-05T22:59:59Z");
        assertThat(quotas.admit(ADA, List.of(answer())).entries()).isEmpty();
        now = Instant.parse("2026-03-05T23:00:00Z");
        assertThat(quotas.admit(ADA, List.of(answer())).entries()).hasSize(1);
    }

    @Test
    void aRestartForgetsNoAnswerOfToday() {
        List<Entry> journal = new ArrayList<>(given(1998, ADA, Duration.ofSeconds(1)));
        Entry yesterday = new Reached(NOON.minus(Duration.ofDays(1)), "02", "goal");
        journal.add(yesterday);
        quotas = fresh();
        Quotas.TodayCounter today = quotas.counterForToday();
        journal.forEach(today);
        quotas.startFrom(ADA, today);
        quotas.startFrom(ADA, quotas.counterForToday());
        quotas.countElsewhere(ADA);
        assertThat(given(3, ADA, Duration.ofSeconds(1))).hasSize(1);
    }

    @Test
    void aPositionThatIsTooMuchWaitsAndALaterOneTakesItsPlace() {
        for (int i = 0; i < 60; i++) {
            assertThat(quotas.admit(ADA, List.of(position())).entries()).hasSize(1);
        }
        assertThat(quotas.admit(ADA, List.of(position()))).isEqualTo(new Quotas.Admitted(List.of(), Optional.empty()));
        Stood last = position();
        assertThat(quotas.admit(ADA, List.of(last)).entries()).isEmpty();
        assertThat(quotas.releasePositions(false)).isEmpty();
        now = now.plusSeconds(60);
        assertThat(quotas.releasePositions(false)).isEqualTo(Map.of(ADA, last));
        assertThat(quotas.releasePositions(false)).isEmpty();
    }

    @Test
    void aPositionThatMayBeWrittenSupersedesTheOneThatWaits() {
        for (int i = 0; i < 61; i++) {
            quotas.admit(ADA, List.of(position()));
        }
        now = now.plusSeconds(60);
        assertThat(quotas.admit(ADA, List.of(position())).entries()).hasSize(1);
        assertThat(quotas.releasePositions(true)).isEmpty();
    }

    @Test
    void theLastPositionIsWrittenWhenTheClassCloses() {
        Stood last = position();
        for (int i = 0; i < 100; i++) {
            last = position();
            quotas.admit(ADA, List.of(last));
        }
        assertThat(quotas.releasePositions(true)).isEqualTo(Map.of(ADA, last));
    }

    @Test
    void goalsSectionsAndVotesAreBoundedToo() {
        int written = 0;
        for (int i = 0; i < 24 * 60 * 60; i++) {
            written += quotas.admit(ADA, List.of(new Reached(now, "02", "goal " + i)))
                    .entries()
                    .size();
            now = now.plusMillis(200);
        }
        assertThat(written).isEqualTo(2000);
        assertThat(quotas.vote(ADA)).contains("Not kept: that was too much at once. Go on a little slower.");
        assertThat(quotas.vote(BOB)).isEmpty();
        assertThat(quotas.admit(ADA, List.of(answer())).entries()).hasSize(1);
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyWaiting() {
        given(5, ADA, Duration.ZERO);
        now = NOON.minusSeconds(3600);
        assertThat(quotas.admit(ADA, List.of(answer())).entries()).hasSize(1);
    }
}
