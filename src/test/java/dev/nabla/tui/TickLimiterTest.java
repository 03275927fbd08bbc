package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seats on one core that nobody else uses: time passes only while one ticks, or nobody has to. */
class TickLimiterTest {
    private static final int PACE = 33;
    private static final Duration PLAYED = Duration.ofSeconds(20);

    private Instant now = Instant.EPOCH;
    private final TickLimiter share = new TickLimiter(() -> now);

    private final class Seat {
        private final int cost;
        private Instant due;
        private int ticks;
        private Duration busy = Duration.ZERO;

        Seat(int number, int cost) {
            this.cost = cost;
            this.due = now.plusMillis(number * 7L % PACE);
        }

        Instant due() {
            return due;
        }

        void tick() {
            now = now.isBefore(due) ? due : now;
            Duration took = Duration.ofMillis(cost);
            now = now.plus(took);
            busy = busy.plus(took);
            ticks++;
            due = now.plusMillis(Math.max(PACE, share.rest(took)));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,2,1", "4,2,1", "40,2,1", "40,9,3", "1000,1,1"})
    void takeHalfACoreAtMostAndEachAsManyTurnsAsTheOthers(int seats, int cost, int first) {
        PriorityQueue<Seat> row = new PriorityQueue<>(Comparator.comparing(Seat::due));
        for (int i = 0; i < seats; i++) {
            row.add(new Seat(i, i == 0 ? first * cost : cost));
        }
        while (now.isBefore(Instant.EPOCH.plus(PLAYED))) {
            Seat next = row.remove();
            next.tick();
            row.add(next);
        }
        long busy = row.stream().mapToLong(seat -> seat.busy.toMillis()).sum();
        long once = (long) cost * (seats + first);
        assertThat(busy).isLessThanOrEqualTo(PLAYED.toMillis() / 2 + once);
        int least = row.stream().mapToInt(seat -> seat.ticks).min().orElseThrow();
        int most = row.stream().mapToInt(seat -> seat.ticks).max().orElseThrow();
        assertThat(most - least).isLessThanOrEqualTo(1 + most / 20);
        int unhindered = (int) PLAYED.toMillis() / (PACE + cost);
        long wanted = Math.min(PLAYED.toMillis() / 2, (long) unhindered * seats * cost);
        assertThat(busy).as("what is free is used").isGreaterThanOrEqualTo(wanted * 8 / 10);
    }

    @Test
    void aClockThatIsSetKeepsNobodyWaitingForLong() {
        assertThat(share.rest(Duration.ofHours(3))).isEqualTo(5000);
        now = now.minus(Duration.ofHours(3));
        assertThat(share.rest(Duration.ofMillis(2))).isEqualTo(5000);
        now = now.plusSeconds(5);
        assertThat(share.rest(Duration.ofMillis(2))).isEqualTo(4);
        assertThat(share.rest(Duration.ofMillis(-2))).isNotNegative();
    }
}
