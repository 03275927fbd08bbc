package dev.nabla.tui.term;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.output.Palette;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The terminal while a session has it: entered, painted, left.
 *
 * <p>One lock and one flag decide between a frame and the end: once closed, nothing is written any more. Any thread may
 * close; the rest belongs to the session's own.
 */
final class FullScreen {
    private static final int LOCK_MILLIS = 500;

    private final Device device;
    private final Renderer renderer;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;
    private Frame shown;
    private Palette palette;
    private long carried;

    /** @param nanos the time, as {@link System#nanoTime} tells it */
    FullScreen(Device device, OutputStream out, boolean mouse, LongSupplier nanos) {
        this.device = device;
        this.renderer = new Renderer(out, Device.VT100, mouse);
        this.nanos = nanos;
        this.carried = nanos.getAsLong();
    }

    Size size() {
        return renderer.size();
    }

    /** Takes the terminal, or takes it again after who knows what has been done to it. */
    void enter() throws IOException {
        unlessClosed(() -> {
            resize(device.raw());
            renderer.stopScreen();
            renderer.startScreen();
        });
    }

    /** Something done to the terminal. */
    private interface Deed {
        void run() throws IOException;
    }

    private void unlessClosed(Deed deed) throws IOException {
        lock.lock();
        try {
            if (!closed) {
                deed.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Asks for the size again; the next frame is painted whole. */
    void measure() {
        resize(device.size());
    }

    /** The size may have changed while nobody listened. */
    void confirm() {
        Size now = device.size();
        if (!now.equals(size())) {
            resize(now);
        }
    }

    private void resize(Size now) {
        shown = null;
        renderer.resize(now);
    }

    /** Nanoseconds until a slow line has carried what it was given; a frame shown before would only wait behind it. */
    long busy() {
        return Math.max(0, carried - nanos.getAsLong());
    }

    /** Shows a frame, if it is another one than the last. */
    void show(Frame frame, Palette colors) throws IOException {
        if (frame.equals(shown) && colors.equals(palette)) {
            return;
        }
        unlessClosed(() -> carry(renderer.paint(frame, colors)));
        shown = frame;
        palette = colors;
    }

    private void carry(int bytes) {
        int speed = device.bytesPerSecond();
        if (speed > 0) {
            carried = Math.max(carried, nanos.getAsLong()) + bytes * TimeUnit.SECONDS.toNanos(1) / speed;
        }
    }

    /** Gives the terminal back and stops the process; returns when it is continued, without the terminal. */
    void stop() throws IOException {
        unlessClosed(() -> {
            renderer.stopScreen();
            device.restore();
        });
        device.stop();
    }

    /** Gives the terminal back for good; again and again does no harm. If a write does not return, only the device is restored. */
    void close() {
        boolean mine = false;
        try {
            mine = lock.tryLock(LOCK_MILLIS, TimeUnit.MILLISECONDS);
            if (mine) {
                closed = true;
                renderer.stopScreen();
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
