package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    /** The first lines are what {@code stty -g} says on Linux at 9600, 38400, 115200 and 300 baud, the next two what BSD says. */
    @ParameterizedTest
    @CsvSource({
        "500:5:bd:8a3b:3:1c:7f, 960",
        "500:5:bf:8a3b:3:1c:7f, 0",
        "500:5:1cb2:8a3b:3:1c:7f, 0",
        "500:5:b7:8a3b:3:1c:7f, 30",
        "gfmt1:cflag=4b00:iflag=2b02:ispeed=9600:ospeed=9600, 960",
        "gfmt1:cflag=4b00:iflag=2b02:ispeed=9600:ospeed=38400, 0",
        "500:5:b0:8a3b, 0",
        "'', 0",
        "nonsense, 0"
    })
    void theSpeedIsReadFromTheStateOfTheLine(String state, int bytesPerSecond) {
        assertThat(Pace.bytesPerSecond(state)).isEqualTo(bytesPerSecond);
    }

    @Test
    void aSlowLineIsBusyForAsLongAsItsBytesTake() {
        Pace pace = new Pace();
        pace.wrote(1_000_000);
        assertThat(pace.left()).isZero();
        pace.set(960);
        pace.wrote(960);
        assertThat(pace.left()).isBetween(800_000_000L, 1_000_000_000L);
        pace.wrote(960);
        assertThat(pace.left()).isBetween(1_800_000_000L, 2_000_000_000L);
    }
}
