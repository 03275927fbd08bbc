package dev.nabla.tui;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.view.Palette;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The real {@link Painter} and {@link FrameTerminal} over a byte array: what a frame costs, and what a terminal is told. */
final class Wire extends ByteArrayOutputStream {
    private final Painter painter;
    private int writes;

    Wire(Size size) {
        painter = new Painter(new FrameTerminal(this, size, false));
        try {
            painter.enter();
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
        painter.resize(size);
    }

    /** Everything written since the last time, with this frame painted. */
    byte[] paint(Frame frame, Palette palette) {
        try {
            painter.paint(frame, palette);
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
