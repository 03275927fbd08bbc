package dev.nabla.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import dev.nabla.frame.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Lanterna's terminal does in our hands. In what is expected {@code ^} is ESC. */
class FrameTerminalTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final FrameTerminal terminal = new FrameTerminal(out, new Size(80, 24), false);

    @Test
    void theSizeIsSetFromOutsideAndTheListenersAreTold() throws IOException {
        List<TerminalSize> told = new ArrayList<>();
        terminal.addResizeListener((resized, size) -> told.add(size));
        terminal.resize(new Size(60, 20));
        terminal.resize(new Size(60, 20));
        assertThat(told).containsExactly(new TerminalSize(60, 20));
        assertThat(terminal.getTerminalSize()).isEqualTo(new TerminalSize(60, 20));
        assertThat(terminal.sendFrame()).isZero();
    }

    @Test
    void stylesBehindOneAnotherAreOneSequence() throws IOException {
        terminal.clearScreen();
        terminal.enableSGR(SGR.BOLD);
        terminal.setForegroundColor(new TextColor.Indexed(75));
        terminal.putString("a");
        terminal.enableSGR(SGR.REVERSE);
        terminal.sendFrame();
        terminal.enableSGR(SGR.BOLD);
        terminal.sendFrame();
        assertThat(out.toString(StandardCharsets.UTF_8).replace('\u001b', '^'))
                .isEqualTo("^[?2026h^[0m^[2J^[1;38;5;75ma^[7m^[?2026l^[?2026h^[1m^[?2026l");
    }

    @Test
    void nothingIsWrittenBeforeAFrameIsComplete() throws IOException {
        terminal.setCursorPosition(3, 4);
        terminal.putString("x");
        terminal.flush();
        assertThat(out.size()).isZero();
        assertThat(terminal.sendFrame()).isEqualTo(out.size()).isEqualTo("^[?2026h^[5;4Hx^[?2026l".length());
    }
}
