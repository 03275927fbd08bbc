package dev.nabla.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TtyTest {
    @ParameterizedTest
    @CsvSource({
        "24 80, 80x24",
        "200 500, 500x200",
        "0 0, 80x24",
        "0 132, 132x24",
        "65535 65535, 500x200",
        "65535 1, 1x200",
    })
    void theSizeThatATerminalReportsIsDrawnUpTo500By200(String reported, String drawn) throws Device.Unavailable {
        assertThat(new Tty("500:5:bf:8a3b\n" + reported + "\n38400").raw()).hasToString(drawn);
    }
}
