package dev.nabla.tui.term;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.output.Palette;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The terminal while a session uses it: entered, painted, left.
 *
 * <p>A lock and a flag order frames and the end: once closed, nothing is written any more. {@link #close} may be called
 * from any thread, all other methods only from the session's thread.
 */
final class FullScreen {
    private static final int LOCK_MILLIS = 500;

    private final Device device;
    private final FrameTerminal terminal;
    private final FrameScreen screen;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;
    /** The time at which a slow line will have sent everything written so far, in ns of {@link System#nanoTime}. */
    private long free = System.nanoTime();

    FullScreen(Device device, OutputStream out, boolean mouse) {
        this.device = device;
        this.terminal = new FrameTerminal(out, Device.VT100, mouse);
        this.screen = new FrameScreen(terminal, Device.VT100);
    }

    /** Returns the decoder of what is typed at this terminal. */
    KeyDecoder keys() {
        return new KeyDecoder(terminal);
    }

    Size size() {
        return screen.size();
    }

    /** Takes the terminal, or retakes it after another program may have changed its state. */
    void enter() throws IOException {
        unlessClosed(() -> {
            screen.resize(device.raw());
            screen.stopScreen();
            screen.startScreen();
        });
    }

    /** An action on the terminal. */
    interface TerminalAction {
        void run() throws IOException;
    }

    private void unlessClosed(TerminalAction action) throws IOException {
        lock.lock();
        try {
            if (!closed) {
                action.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Reads the size again; the next frame is painted completely. */
    void measure() {
        screen.resize(device.size());
    }

    /** Returns whether the size has changed without a signal. */
    boolean isResized() {
        return !device.size().equals(size());
    }

    void show(Frame frame, Palette colors) throws IOException {
        unlessClosed(() -> {
            int bytes = screen.paint(frame, colors);
            int rate = device.bytesPerSecond();
            free = rate == 0 ? free : System.nanoTime() + TimeUnit.SECONDS.toNanos(bytes) / rate;
        });
    }

    /** Returns the ns until a slow line has sent the last frame. A frame painted earlier would only queue up. */
    long busy() {
        long left = device.bytesPerSecond() == 0 ? 0 : Math.max(0, free - System.nanoTime());
        return left == 0 ? device.behind() : left;
    }

    /** Leaves the full screen and shows a text on the normal one. Keys still go to the session. */
    void leave(String text) throws IOException {
        unlessClosed(() -> screen.leave(text.replace("\n", "\r\n")));
    }

    /** Gives the terminal back and stops the process. Returns when it is continued; the terminal is not retaken. */
    void stop() throws IOException {
        unlessClosed(() -> {
            screen.stopScreen();
            device.restore();
        });
        device.stop();
    }

    /**
     * Gives the terminal back for good; may be called repeatedly. If another thread's write hangs for more than 500 ms,
     * only the terminal mode is restored.
     */
    void close() {
        boolean mine = false;
        try {
            mine = lock.tryLock(LOCK_MILLIS, TimeUnit.MILLISECONDS);
            if (mine) {
                closed = true;
                screen.stopScreen();
            }
        } catch (IOException | InterruptedException unavailable) {
            // The terminal has gone, or this thread was interrupted: the screen is not restored.
        } finally {
            device.restore();
            if (mine) {
                lock.unlock();
            }
        }
    }
}
