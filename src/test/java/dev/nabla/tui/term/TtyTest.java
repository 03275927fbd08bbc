package dev.nabla.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;

class TtyTest {
    /**
     * What {@code stty -g} says on Linux at 9600, 38400, 115200 and 300 baud and cut off; on BSD, where every terminal says
     * 9600; and nowhere.
     */
    @Table
    void theSpeedIsReadFromTheStateOfTheLine(String state, int bytesPerSecond) {
        assertThat(Tty.bytesPerSecond(state)).isEqualTo(bytesPerSecond);
    }
}
