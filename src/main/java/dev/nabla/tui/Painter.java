package dev.nabla.tui;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import com.googlecode.lanterna.screen.TerminalScreen;
import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.view.Palette;
import dev.nabla.view.Palette.Ink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Paints frames on a terminal: only what differs from the last one, or everything when the terminal's content is not known.
 *
 * <p>No glyph can harm the terminal: controls, halves of surrogates, invisible and wide characters become question marks.
 */
final class Painter {
    private final FrameTerminal terminal;
    private final TerminalScreen screen;
    private final Map<Cell, TextCharacter> painted = new HashMap<>();
    private Palette palette;
    private boolean whole = true;

    Painter(FrameTerminal terminal) {
        this.terminal = terminal;
        try {
            this.screen = new TerminalScreen(terminal);
        } catch (IOException never) {
            throw new IllegalStateException(never); // it only asks for the size, and that is known
        }
        screen.setCursorPosition(null);
    }

    /** Takes the terminal; the next frame is painted whole. */
    void enter() throws IOException {
        whole = true;
        screen.startScreen();
    }

    /** Gives the terminal back. */
    void leave() throws IOException {
        screen.stopScreen(false);
    }

    /** The next frame is painted whole, at this size: after a change of size no terminal's content is known. */
    void resize(Size size) {
        terminal.resize(size);
        screen.doResizeIfNecessary();
        whole = true;
    }

    /** @return how many bytes it took */
    int paint(Frame frame, Palette colors) throws IOException {
        if (!colors.equals(palette)) {
            palette = colors;
            painted.clear();
        }
        int width = screen.getTerminalSize().getColumns();
        int height = screen.getTerminalSize().getRows();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean inside = x < frame.size().width() && y < frame.size().height();
                Cell cell = inside ? frame.cell(x, y) : Cell.BLANK;
                screen.setCharacter(x, y, painted.computeIfAbsent(cell, this::character));
            }
        }
        screen.refresh(whole ? RefreshType.COMPLETE : RefreshType.DELTA);
        whole = false;
        return terminal.length();
    }

    private TextCharacter character(Cell cell) {
        Ink ink = cell.glyph() == ' ' && !palette.ink(cell).reverse() ? Ink.PLAIN : palette.ink(cell);
        List<SGR> attributes = new ArrayList<>();
        if (ink.bold()) {
            attributes.add(SGR.BOLD);
        }
        if (ink.reverse()) {
            attributes.add(SGR.REVERSE);
        }
        char drawn = palette.glyph(cell);
        char glyph = harmless(drawn) ? drawn : '?';
        TextCharacter character = character(glyph, ink, attributes);
        return character.isDoubleWidth() ? character('?', ink, attributes) : character;
    }

    private static TextCharacter character(char glyph, Ink ink, List<SGR> attributes) {
        return TextCharacter.fromCharacter(
                glyph, color(ink.color()), TextColor.ANSI.DEFAULT, attributes.toArray(SGR[]::new))[0];
    }

    private static boolean harmless(char glyph) {
        return switch (Character.getType(glyph)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }

    /** 0 to 15 are the terminal's own colours, which its user has chosen; the rest are the same everywhere. */
    private static TextColor color(int index) {
        if (index < 0) {
            return TextColor.ANSI.DEFAULT;
        }
        if (index >= 16) {
            return new TextColor.Indexed(index);
        }
        TextColor.ANSI[] colors = TextColor.ANSI.values();
        return colors[index < 8 ? index : index + 1]; // DEFAULT stands between the dark and the bright ones
    }
}
