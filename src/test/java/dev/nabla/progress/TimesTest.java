package dev.nabla.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.progress.Times.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static List<TimeSpan> spans(int most, long... millis) {
        Times times = new Times();
        LongStream.of(millis).mapToObj(Instant::ofEpochMilli).forEach(times::add);
        return times.spans(most);
    }

    @Test
    void spansHaveAllTimesAndAtMostSoManyOrOneMoment() {
        assertThat(spans(2)).isEmpty();
        assertThat(spans(2, 5, 3, 4)).containsExactly(new TimeSpan(3, 4), new TimeSpan(5, 5));
        assertThat(spans(2, 3, 4, 4, 5)).containsExactly(new TimeSpan(3, 3), new TimeSpan(4, 4), new TimeSpan(5, 5));
        assertThat(spans(2, 4, 4, 4, 4)).containsExactly(new TimeSpan(4, 4));
        assertThat(spans(2, 4, 4, 4, 5, 6)).containsExactly(new TimeSpan(4, 4), new TimeSpan(5, 6));
        assertThat(spans(9, 6, 1)).containsExactly(new TimeSpan(1, 6));
    }
}
