package dev.nabla.tui.term;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.output.Palette;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Shows frames on a terminal: one write per frame, and only the cells that have changed. */
public final class FrameScreen {
    /** A gap of fewer columns than this may be filled with blanks; the shortest cursor movement has as many bytes. */
    private static final int NEAR = 4;

    private static final Frame BLANK = new Frame(new Size(1, 1), List.of(Cell.BLANK), List.of());

    private final FrameTerminal terminal;
    private Size size;
    /** What the terminal shows, unless {@link #unknown}. The program keeps it too, so it takes no memory here. */
    private Frame shown = BLANK;
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
            shown = BLANK;
        }
        PaletteCells now = PaletteCells.of(colors);
        PaletteCells before = cells == null ? now : cells;
        cells = now;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                Cell old = cell(shown, x, y);
                if (before != cells || !cell(frame, x, y).equals(old)) {
                    show(x, y, before.styled(old), frame);
                }
            }
        }
        shown = frame;
        return terminal.sendFrame();
    }

    /** Returns a cell of a frame; a blank outside of it. */
    private static Cell cell(Frame frame, int x, int y) {
        boolean inside = x < frame.size().width() && y < frame.size().height();
        return inside ? frame.cell(x, y) : Cell.BLANK;
    }

    /** Writes a cell of a frame unless it looks like the one that the terminal shows there. */
    private void show(int x, int y, StyledCell before, Frame frame) throws IOException {
        StyledCell now = cells.styled(cell(frame, x, y));
        if (now.text().isEmpty() || now.looksLike(before)) {
            return;
        }
        if (!now.isBlank() || terminal.isReversed()) { // else only reverse is visible
            terminal.setStyle(now.ink());
        }
        moveTo(x, y, frame);
        if (now.cell().width() > 1 || now.text().length() > 1) {
            terminal.putLetter(now.text(), now.cell().width());
        } else {
            terminal.putString(now.text());
        }
    }

    /** Moves the cursor. A few blanks are written again instead, which is shorter. */
    private void moveTo(int x, int y, Frame frame) throws IOException {
        int gap = terminal.columnsTo(x, y);
        boolean near = gap >= 0 && gap < NEAR;
        for (int i = x - gap; near && i < x; i++) {
            near = !terminal.isReversed() && cells.styled(cell(frame, i, y)).isBlank();
        }
        if (near) {
            terminal.putString(" ".repeat(gap));
        } else {
            terminal.setCursorPosition(x, y);
        }
    }
}
