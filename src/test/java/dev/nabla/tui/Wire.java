package dev.nabla.tui;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.output.Palette;
import dev.nabla.tui.term.FrameScreen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The real {@link FrameScreen} over a byte array: what a frame costs, and what a terminal is told. */
final class Wire extends ByteArrayOutputStream {
    private final FrameScreen screen;
    private int writes;

    Wire(Size size) {
        screen = new FrameScreen(this, size, false);
        try {
            screen.startScreen();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    @Override
    public void write(byte[] bytes) {
        writes++;
        write(bytes, 0, bytes.length);
    }

    void resize(Size size) {
        screen.resize(size);
    }

    /** Everything written since the last time, with this frame painted. */
    byte[] paint(Frame frame, Palette palette) {
        try {
            screen.paint(frame, palette);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        byte[] written = toByteArray();
        reset();
        return written;
    }

    /** How many writes there have been since the last time. */
    int writes() {
        int all = writes;
        writes = 0;
        return all;
    }
}
