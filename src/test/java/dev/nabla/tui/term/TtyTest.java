package dev.nabla.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TtyTest {
    /**
     * What {@code stty -g} says on Linux at 9600, 38400, 115200 and 300 baud and cut off; on BSD, where every terminal says
     * 9600; and nowhere.
     */
    @ParameterizedTest
    @CsvSource({
        "500:5:bd:8a3b:3:1c:7f, 960",
        "500:5:bf:8a3b:3:1c:7f, 0",
        "500:5:1cb2:8a3b:3:1c:7f, 0",
        "500:5:b7:8a3b:3:1c:7f, 30",
        "500:5:b0:8a3b, 0",
        "gfmt1:cflag=4b00:iflag=2b02:ispeed=9600:ospeed=9600, 0",
        "'', 0",
        "nonsense, 0"
    })
    void theSpeedIsReadFromTheStateOfTheLine(String state, int bytesPerSecond) {
        assertThat(Tty.bytesPerSecond(state)).isEqualTo(bytesPerSecond);
    }
}
