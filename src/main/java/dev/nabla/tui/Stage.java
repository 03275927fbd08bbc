package dev.nabla.tui;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.view.Palette;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The terminal while a session has it: entered, painted, left.
 *
 * <p>One lock and one flag decide between a frame and the end: once closed, nothing is written any more. Any thread may
 * close; the rest belongs to the session's own.
 */
final class Stage {
    private static final int LOCK_MILLIS = 500;

    private final Device device;
    private final Painter painter;
    private final Pace pace = new Pace();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;
    private Frame shown;
    private Palette palette;

    Stage(Device device, OutputStream out, boolean mouse) {
        this.device = device;
        this.painter = new Painter(new FrameTerminal(out, Device.VT100, mouse));
    }

    Size size() {
        return painter.size();
    }

    /** Takes the terminal, or takes it again after who knows what has been done to it. */
    void enter() throws IOException {
        lock.lock();
        try {
            if (!closed) {
                resize(device.raw());
                pace.set(device.bytesPerSecond());
                painter.leave();
                painter.enter();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Asks for the size again; the next frame is painted whole. */
    void measure() {
        resize(device.size());
    }

    /** Whether the size has changed while nobody listened. */
    boolean hasAnotherSize() {
        return !device.size().equals(size());
    }

    private void resize(Size now) {
        shown = null;
        painter.resize(now);
    }

    /** Nanoseconds until a slow line has carried what it was given; a frame shown before would only wait behind it. */
    long busy() {
        return pace.left();
    }

    /** Shows a frame, if it is another one than the last. */
    void show(Frame frame, Palette colors) throws IOException {
        if (frame.equals(shown) && colors.equals(palette)) {
            return;
        }
        lock.lock();
        try {
            if (!closed) {
                pace.wrote(painter.paint(frame, colors));
            }
        } finally {
            lock.unlock();
        }
        shown = frame;
        palette = colors;
    }

    /** Begins in the background with what the second picture needs. */
    void prepare() {
        painter.prepare();
    }

    /** Gives the terminal back and stops the process; returns when it is continued, without the terminal. */
    void stop() throws IOException {
        lock.lock();
        try {
            painter.leave();
            device.restore();
        } finally {
            lock.unlock();
        }
        device.stop();
    }

    /** Gives the terminal back for good; again and again does no harm. If a write does not return, only the device is restored. */
    void close() {
        boolean mine = false;
        try {
            mine = lock.tryLock(LOCK_MILLIS, TimeUnit.MILLISECONDS);
            if (mine) {
                closed = true;
                painter.leave();
            }
        } catch (IOException gone) {
            // Nobody is there to see the screen.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            device.restore();
            if (mine) {
                lock.unlock();
            }
        }
    }
}
