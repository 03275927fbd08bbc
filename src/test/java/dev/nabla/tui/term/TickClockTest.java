package dev.nabla.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TickClockTest {
    private static final long NOW = Long.MAX_VALUE - 5; // nanoTime may be anything, and go round

    private long nanos = NOW;
    private final TickClock clock = new TickClock(() -> nanos);

    @Test
    void aTickIsDueAPeriodAfterTheOneBefore() {
        assertThat(clock.due(60)).isFalse();
        pass(59);
        assertThat(clock.nanosLeft(60)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(1));
        pass(1);
        assertThat(clock.due(60)).isTrue();
        assertThat(clock.due(60)).isFalse();
        pass(60);
        assertThat(clock.due(60)).isTrue();
    }

    @Test
    void lateTicksAreNotMadeUpFor() {
        clock.nanosLeft(60);
        pass(1000);
        assertThat(clock.due(60)).isTrue();
        assertThat(clock.due(60)).isTrue(); // the next one is now
        assertThat(clock.due(60)).isFalse();
    }

    @Test
    void anotherPeriodBeginsAnewAndWithoutOneThereIsNone() {
        clock.nanosLeft(60);
        pass(59);
        assertThat(clock.nanosLeft(0)).isEqualTo(TickClock.NEVER);
        assertThat(clock.due(0)).isFalse();
        assertThat(clock.nanosLeft(60)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(60));
    }

    private void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
