package dev.nabla.tui.term;

import dev.nabla.frame.Size;
import dev.nabla.output.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Runs a {@link Program} on a remote terminal, without a thread, signal, file or clock of its own.
 *
 * <p>{@link #step} is called once at first, then whenever {@link RemoteOutput#wake} was called or the returned time is
 * up. Calls of it do not overlap. The other methods may be called from any thread; they leave a note and wake.
 *
 * <p>At most one write is in progress. Meanwhile at most one frame waits, the newest. While other output waits, no
 * input is handled.
 */
public final class RemoteSession {
    /** Result of {@link #step} if only {@link RemoteOutput#wake} is a reason to call it again. */
    public static final long NEVER = TickClock.NEVER;

    /**
     * Output to the client. No method blocks or throws. If nothing can be sent any more,
     * {@link RemoteSession#disconnected} is called.
     */
    public interface RemoteOutput {
        /** Sends bytes. Nothing more is written before {@code written} has been called, once, from any thread. */
        void write(byte[] bytes, Runnable written);

        /** Reports that a number of typed bytes have been taken, so that as many more may arrive. */
        void consumed(int bytes);

        /** Requests a call of {@link RemoteSession#step}. Called from any thread, also within a step. */
        void wake();

        /**
         * Called when the session is over and all output has been written.
         *
         * @param code the exit code, as {@link Local#run} returns it
         */
        void end(int code);
    }

    private final RemoteOutput line;
    private final Consumer<Throwable> faults;
    private final PendingOutput out = new PendingOutput();
    private final AtomicReference<byte[]> pending = new AtomicReference<>();
    private final AtomicReference<String> farewell = new AtomicReference<>("");
    private volatile String wordsAtQuit = "";
    private final AtomicReference<Size> resize = new AtomicReference<>();
    private final FullScreen stage;
    private final ProgramRunner machine;
    private volatile boolean disconnected;
    /** Whether something waits for the write in progress, so that its end must wake this session. */
    private volatile boolean held;

    private Size size;
    private boolean entered;
    private boolean left;
    private boolean over;
    private long next;

    /**
     * Creates a session; nothing is written before the first {@link #step}.
     *
     * @param columns columns that the client reports; 0 if unknown
     * @param rows rows that the client reports; 0 if unknown
     * @param faults receives exceptions of the program, which end only this session
     */
    public RemoteSession(Program program, int columns, int rows, RemoteOutput line, Consumer<Throwable> faults) {
        this.line = line;
        this.faults = faults;
        this.size = Device.size(columns, rows);
        Remote remote = new Remote();
        this.stage =
                new FullScreen(remote, out, program.displayProfile().mouse().value());
        this.machine = new ProgramRunner(program, stage, remote);
    }

    /**
     * Adds typed bytes.
     *
     * @param nanos when they arrived, in ns of {@link System#nanoTime}; decides what belongs to an escape sequence
     */
    public void typed(byte[] bytes, long nanos) {
        machine.typed(bytes, nanos);
    }

    /**
     * Reports the end of the input. Earlier input is still handled; then the session ends as after a hang-up and the
     * terminal is restored.
     */
    public void ended() {
        machine.ended();
    }

    public void resized(int columns, int rows) {
        resize.set(Device.size(columns, rows));
        line.wake();
    }

    /** Delivers an external event. A waiting event of the same kind is replaced. */
    public void post(Input.ExternalInput input) {
        machine.post(input);
    }

    /**
     * Ends the session, unless it is ending already.
     *
     * @param words the last message, shown on the normal screen after the terminal is restored
     * @param code the exit code
     */
    public void leave(String words, int code) {
        farewell.compareAndSet("", words);
        machine.end(code);
    }

    /** Sets the last message of a session that the user quits, shown as the one of {@link #leave}. */
    public void sayAtQuit(String words) {
        wordsAtQuit = words;
    }

    /** Reports that the client has gone: nothing more is written, and the session ends as after a hang-up. */
    public void disconnected() {
        disconnected = true;
        machine.end(ExitCode.HUNG_UP);
    }

    /**
     * Handles waiting inputs and shows at most one frame. Throws nothing.
     *
     * @param nanos the current time of the clock used for {@link #typed}
     * @return ns after which to call again without a wake-up, or {@link #NEVER}
     */
    public long step(long nanos) {
        next = NEVER;
        held = false;
        if (over) {
            return next;
        }
        attempt(this::send);
        attempt(() -> turn(nanos));
        if (!machine.running() && !left) {
            left = true;
            attempt(() -> stage.leave(words()));
            attempt(() -> {
                if (machine.code() != ExitCode.FAULT.code()) {
                    machine.program().over();
                }
            });
        }
        attempt(this::send);
        if (left && out.size() == 0 && !isHeld()) {
            over = true;
            line.end(machine.code());
        }
        return next;
    }

    private void attempt(FullScreen.TerminalAction action) {
        try {
            action.run();
        } catch (IOException | RuntimeException | Error fault) {
            machine.end(ExitCode.FAULT.code());
            faults.accept(fault);
        }
    }

    private void turn(long nanos) throws IOException {
        Size other = resize.getAndSet(null);
        if (other != null) {
            size = other;
            machine.resized();
        }
        if (machine.running() && out.size() == 0) {
            if (!entered) {
                entered = true;
                machine.enter();
            }
            next = machine.step(nanos);
        }
    }

    private String words() {
        if (machine.code() == ExitCode.OK.code()) {
            farewell.compareAndSet("", wordsAtQuit);
        }
        String words = machine.code() == ExitCode.FAULT.code() ? ExitCode.FAULT_ENDS_SESSION : farewell.get();
        return words.isEmpty() ? "" : words + "\n";
    }

    private void send() {
        if (disconnected) {
            out.reset();
            pending.set(null);
        }
        if (out.size() > 0 && !isHeld()) {
            byte[] bytes = out.take();
            pending.set(bytes);
            line.write(bytes, () -> {
                if (pending.compareAndSet(bytes, null) && held) {
                    line.wake();
                }
            });
        }
    }

    /** Returns whether a write is in progress, for something that must wait for its end. */
    private boolean isHeld() {
        if (pending.get() == null) {
            return false;
        }
        held = true;
        return pending.get() != null; // it may have ended before it could see that something waits
    }

    /** Output that was not sent yet. A still session keeps no memory for it. */
    private static final class PendingOutput extends ByteArrayOutputStream {
        byte[] take() {
            byte[] bytes = toByteArray();
            buf = new byte[0];
            count = 0;
            return bytes;
        }
    }

    /** The remote terminal. */
    private final class Remote implements Device, ProgramRunner.RunnerHost {
        @Override
        public Size size() {
            return size;
        }

        @Override
        public long behind() {
            return isHeld() ? NEVER : 0;
        }

        @Override
        public void suspend() {
            machine.program().unsuspended();
        }

        @Override
        public void wake() {
            line.wake();
        }

        @Override
        public void consumed(int bytes) {
            line.consumed(bytes);
        }
    }
}
