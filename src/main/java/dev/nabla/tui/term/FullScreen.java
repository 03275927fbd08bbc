package dev.nabla.tui.term;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.output.Palette;
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
final class FullScreen {
    private static final int LOCK_MILLIS = 500;

    private final Device device;
    private final Renderer renderer;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;
    /** When the line has taken all that was written, in the time of {@link System#nanoTime}. */
    private long free = System.nanoTime();

    FullScreen(Device device, OutputStream out, boolean mouse) {
        this.device = device;
        this.renderer = new Renderer(out, Device.VT100, mouse);
    }

    Size size() {
        return renderer.size();
    }

    /** Takes the terminal, or takes it again after who knows what has been done to it. */
    void enter() throws IOException {
        unlessClosed(() -> {
            renderer.resize(device.raw());
            renderer.stopScreen();
            renderer.startScreen();
        });
    }

    /** Something done to the terminal. */
    interface TerminalAction {
        void run() throws IOException;
    }

    private void unlessClosed(TerminalAction deed) throws IOException {
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
        renderer.resize(device.size());
    }

    /** True if the size has changed while nobody listened. */
    boolean isResized() {
        return !device.size().equals(size());
    }

    /** Shows a frame. */
    void show(Frame frame, Palette colors) throws IOException {
        unlessClosed(() -> {
            int bytes = renderer.paint(frame, colors);
            int rate = device.bytesPerSecond();
            free = rate == 0 ? free : System.nanoTime() + TimeUnit.SECONDS.toNanos(bytes) / rate;
        });
    }

    /** Nanoseconds until the last frame has gone out over a slow line: before that another one would only queue up. */
    long busy() {
        long left = device.bytesPerSecond() == 0 ? 0 : Math.max(0, free - System.nanoTime());
        return left == 0 ? device.behind() : left;
    }

    /** Leaves the screen for this text on the normal one; the keys are still ours. */
    void leave(String text) throws IOException {
        unlessClosed(() -> renderer.leave(text.replace("\n", "\r\n")));
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
        } catch (IOException | InterruptedException gone) {
            // Nobody is there to see the screen.
        } finally {
            device.restore();
            if (mine) {
                lock.unlock();
            }
        }
    }
}
