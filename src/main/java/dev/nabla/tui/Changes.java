package dev.nabla.tui;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import dev.nabla.frame.Size;
import dev.nabla.view.Palette.Ink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What of a picture is new: Lanterna's screen, which keeps the last one and is listened to while it draws the next.
 *
 * <p>Lanterna loads the rules of a language before its first cell, which takes as long as a bare JVM.
 */
final class Changes {
    private final Map<Dab, TextCharacter> characters = new HashMap<>();
    private final Ear ear;
    private final TerminalScreen screen;

    Changes() {
        try {
            ear = new Ear();
            screen = new TerminalScreen(ear);
            screen.setCursorPosition(null);
            screen.startScreen();
            screen.refresh(RefreshType.COMPLETE);
        } catch (IOException never) {
            throw new IllegalStateException(never); // nothing is written
        }
    }

    /** The next picture is compared with this one. */
    void know(Picture picture) {
        ear.resize(picture.size());
        screen.doResizeIfNecessary();
        draw(picture, RefreshType.COMPLETE, dab -> {});
    }

    /** Gives every cell that is another one than in the last picture, row by row, and remembers the picture. */
    void since(Picture picture, Consumer<Dab> taker) {
        draw(picture, RefreshType.DELTA, taker);
    }

    private void draw(Picture picture, RefreshType type, Consumer<Dab> taker) {
        for (int y = 0; y < picture.size().height(); y++) {
            for (int x = 0; x < picture.size().width(); x++) {
                screen.setCharacter(x, y, character(picture.at(x, y)));
            }
        }
        ear.listen((x, y) -> taker.accept(picture.at(x, y)));
        try {
            screen.refresh(type);
        } catch (IOException never) {
            throw new IllegalStateException(never); // nothing is written
        }
    }

    private TextCharacter character(Dab dab) {
        Dab anywhere = new Dab(0, 0, dab.glyph(), dab.blank() ? Ink.PLAIN : dab.ink());
        return characters.computeIfAbsent(anywhere, Changes::made);
    }

    private static TextCharacter made(Dab dab) {
        Ink ink = dab.ink();
        TextColor color = ink.color() < 0 ? TextColor.ANSI.DEFAULT : new TextColor.Indexed(ink.color());
        TextCharacter plain = TextCharacter.fromCharacter(dab.glyph(), color, TextColor.ANSI.DEFAULT)[0];
        TextCharacter loud = ink.bold() ? plain.withModifier(SGR.BOLD) : plain;
        return ink.reverse() ? loud.withModifier(SGR.REVERSE) : loud;
    }

    /** Whether a glyph takes two cells, or none. */
    static boolean isWide(char glyph) {
        return TextCharacter.fromCharacter(glyph)[0].isDoubleWidth();
    }

    /** Where a glyph is put. */
    private interface Places {
        void at(int x, int y);
    }

    /** A terminal that only hears where something is put. */
    private static final class Ear extends ANSITerminal {
        private TerminalSize size = new TerminalSize(80, 24);
        private Places places = (x, y) -> {};
        private int x;
        private int y;

        Ear() {
            super(InputStream.nullInputStream(), OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
        }

        void listen(Places to) {
            places = to;
        }

        void resize(Size now) {
            size = new TerminalSize(now.width(), now.height());
            onResized(size);
        }

        @Override
        protected TerminalSize findTerminalSize() {
            return size == null ? new TerminalSize(80, 24) : size;
        }

        @Override
        public void putCharacter(char glyph) {
            places.at(x, y);
            x++;
        }

        @Override
        public void setCursorPosition(int column, int row) {
            x = column;
            y = row;
        }

        @Override
        public void setCursorPosition(TerminalPosition position) {
            setCursorPosition(position.getColumn(), position.getRow());
        }

        @Override
        protected void writeToTerminal(byte... bytes) {
            throw new IllegalStateException("not a part of a picture: " + Arrays.toString(bytes));
        }

        @Override
        public void enterPrivateMode() {}

        @Override
        public void clearScreen() {}

        @Override
        public void setCursorVisible(boolean visible) {}

        @Override
        public void setForegroundColor(TextColor foreground) {}

        @Override
        public void setBackgroundColor(TextColor background) {}

        @Override
        public void enableSGR(SGR sgr) {}

        @Override
        public void disableSGR(SGR sgr) {}

        @Override
        public void resetColorAndSGR() {}

        @Override
        public void flush() {}
    }
}
