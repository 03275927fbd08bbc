package dev.nabla.room.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WrongPinsTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private static WrongPins wrong(int times) {
        WrongPins pins = WrongPins.NONE;
        for (int i = 0; i < times; i++) {
            pins = pins.another(NOON.plusSeconds(i));
        }
        return pins;
    }

    @Test
    void fourCostNothing() {
        assertThat(wrong(4).pause(false, NOON)).isZero();
    }

    @Test
    void pausesDoubleToAnHour() {
        for (int i = 0; i < 20; i++) {
            Instant last = NOON.plusSeconds(4 + i);
            assertThat(wrong(5 + i).pause(false, last)).isEqualTo(Duration.ofMinutes(Math.min(60, 1L << i)));
            assertThat(wrong(5 + i).pause(true, last)).isEqualTo(Duration.ofMinutes(1));
        }
    }

    /** A host whose clock is a year behind the one that has counted. */
    @Test
    void noPauseIsLongerForAClockThatIsWrong() {
        assertThat(wrong(5).pause(false, NOON.minus(Duration.ofDays(365)))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theOwnerIsToldOfEachOnce() {
        WrongPins three = wrong(3);
        assertThat(three.since()).isEqualTo(NOON);
        assertThat(three.right()).isEqualTo(new WrongPins(0, 3, NOON, NOON.plusSeconds(2)));
        assertThat(three.right().withOwnerInformed()).isEqualTo(WrongPins.NONE);
        WrongPins more = three.withOwnerInformed().another(NOON.plusSeconds(9));
        assertThat(more).isEqualTo(new WrongPins(4, 1, NOON.plusSeconds(9), NOON.plusSeconds(9)));
    }

    @Test
    void aHundredPutAPinToSleep() {
        assertThat(wrong(99).isBlocked()).isFalse();
        assertThat(wrong(100).isBlocked()).isTrue();
    }
}
