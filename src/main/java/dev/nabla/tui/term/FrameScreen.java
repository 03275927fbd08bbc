package dev.nabla.tui.term;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.output.Palette;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Shows frames on a terminal: one write per frame, and only the cells that have changed. */
public final class FrameScreen {
    /** A gap of fewer columns than this may be filled with blanks; the shortest cursor movement has as many bytes. */
    private static final int NEAR = 4;

    private final FrameTerminal terminal;
    private Size size;
    /** The cells on the terminal row by row, unless {@link #unknown}. */
    private StyledCell[] shown;
    /** The cells in the colours of the last frame. */
    private PaletteCells cells;

    private boolean started;
    private boolean unknown;

    /**
     * Creates a screen.
     *
     * @param mouse whether to request mouse reports when the terminal is taken
     */
    public FrameScreen(OutputStream out, Size size, boolean mouse) {
        this(new FrameTerminal(out, size, mouse), size);
    }

    FrameScreen(FrameTerminal terminal, Size size) {
        this.terminal = terminal;
        resize(size);
    }

    Size size() {
        return size;
    }

    /** Sets the size. The next frame is painted completely, because a terminal may change its content when resized. */
    public void resize(Size now) {
        size = now;
        terminal.resize(now);
        shown = new StyledCell[now.width() * now.height()];
        unknown = true;
    }

    /** Takes the terminal; the next frame is painted completely. */
    public void startScreen() throws IOException {
        unknown = true;
        if (!started) {
            started = true;
            terminal.enterPrivateMode();
        }
    }

    /** Gives the terminal back: restores the normal screen and its modes. */
    public void stopScreen() throws IOException {
        if (started) {
            started = false;
            terminal.exitPrivateMode();
        }
    }

    /** Restores the normal screen and writes a text there. */
    void leave(String text) throws IOException {
        stopScreen();
        terminal.say(text);
    }

    /**
     * Shows a frame in the given colours, cut or filled to the size of the terminal. A frame equal to the last writes
     * nothing.
     *
     * @return the number of bytes written
     */
    public int paint(Frame frame, Palette colors) throws IOException {
        if (unknown) {
            unknown = false;
            terminal.clearScreen();
            Arrays.fill(shown, StyledCell.BLANK);
        }
        boolean recolored = cells == null || !cells.palette().equals(colors);
        if (recolored) {
            cells = PaletteCells.of(colors);
        }
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                boolean inside = x < frame.size().width() && y < frame.size().height();
                Cell now = inside ? frame.cell(x, y) : Cell.BLANK;
                if (recolored || !now.equals(shown[y * size.width() + x].cell())) {
                    show(x, y, cells.styled(now));
                }
            }
        }
        return terminal.sendFrame();
    }

    /** Writes a cell unless the terminal already shows the same there. */
    private void show(int x, int y, StyledCell now) throws IOException {
        StyledCell before = shown[y * size.width() + x];
        shown[y * size.width() + x] = now;
        if (now.text().isEmpty() || now.looksLike(before)) {
            return;
        }
        if (!now.isBlank() || terminal.isReversed()) { // else only reverse is visible
            terminal.setStyle(now.ink());
        }
        moveTo(x, y);
        if (now.cell().width() > 1 || now.text().length() > 1) {
            terminal.putLetter(now.text(), now.cell().width());
        } else {
            terminal.putString(now.text());
        }
    }

    /** Moves the cursor. A few blanks are written again instead, which is shorter. */
    private void moveTo(int x, int y) throws IOException {
        int gap = terminal.columnsTo(x, y);
        boolean near = gap >= 0 && gap < NEAR;
        for (int i = x - gap; near && i < x; i++) {
            near = !terminal.isReversed() && shown[y * size.width() + i].isBlank();
        }
        if (near) {
            terminal.putString(" ".repeat(gap));
        } else {
            terminal.setCursorPosition(x, y);
        }
    }
}
