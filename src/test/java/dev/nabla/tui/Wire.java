package dev.nabla.tui;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.output.Palette;
import dev.nabla.tui.term.Renderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The real {@link Renderer} over a byte array: what a frame costs, and what a terminal is told. */
final class Wire extends ByteArrayOutputStream {
    private final Renderer renderer;
    private int writes;

    Wire(Size size) {
        renderer = new Renderer(this, size, false);
        try {
            renderer.startScreen();
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
        renderer.resize(size);
    }

    /** Everything written since the last time, with this frame painted. */
    byte[] paint(Frame frame, Palette palette) {
        try {
            renderer.paint(frame, palette);
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
