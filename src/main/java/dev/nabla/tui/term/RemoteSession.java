package dev.nabla.tui.term;

import dev.nabla.frame.Size;
import dev.nabla.output.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A {@link Program} at the end of a line that others read and write: no thread, signal, file or clock of its own.
 *
 * <p>{@link #step} is called one at a time, at first once and then whenever the line is woken or the time is up. The other
 * methods may be called from any thread; they leave a note and wake. At most one write is under way: what comes meanwhile
 * is one frame, the newest, and while something else waits to be written nothing is taken.
 */
public final class RemoteSession {
    /** What {@link #step} returns where nothing but {@link RemoteOutput#wake} is a reason to call it again. */
    public static final long NEVER = TickClock.NEVER;

    private static final Size MOST = new Size(500, 200);

    /**
     * Output to the client. No method waits or throws; where it cannot send any more, {@link RemoteSession#gone} is
     * called.
     */
    public interface RemoteOutput {
        /** Sends this; nothing more is written before {@code written} has been called, once, from any thread. */
        void write(byte[] bytes, Runnable written);

        /** So many typed bytes do not wait any more: as many may come. */
        void consumed(int bytes);

        /** {@link RemoteSession#step} has something to do. From any thread, also from within a step. */
        void wake();

        /** It is over and all has been written; the exit code as {@link Local#run} gives it. */
        void end(int code);
    }

    private final RemoteOutput line;
    private final Consumer<Throwable> faults;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicReference<byte[]> pending = new AtomicReference<>();
    private final AtomicReference<String> farewell = new AtomicReference<>("");
    private final AtomicReference<Size> resize = new AtomicReference<>();
    private final FullScreen stage;
    private final ProgramRunner machine;
    private volatile boolean gone;
    private Size size;
    private boolean entered;
    private boolean left;
    private boolean over;
    private long next;

    /**
     * @param columns as the other end says, like the rows; 0 where it does not know
     * @param faults gets what the program throws, which ends this seat and nothing else
     */
    public RemoteSession(Program program, int columns, int rows, RemoteOutput line, Consumer<Throwable> faults) {
        this.line = line;
        this.faults = faults;
        this.size = size(columns, rows);
        Remote remote = new Remote();
        this.stage =
                new FullScreen(remote, out, program.displayProfile().mouse().value());
        this.machine = new ProgramRunner(program, stage, remote);
    }

    /** Returns the size of a terminal that reports these; 0 stands for unknown, which is taken for a VT100's. */
    public static Size size(int columns, int rows) {
        return new Size(
                Math.min(columns == 0 ? Device.VT100.width() : columns, MOST.width()),
                Math.min(rows == 0 ? Device.VT100.height() : rows, MOST.height()));
    }

    /** These bytes were typed, and came at that time of {@link System#nanoTime}, which decides what belongs to an escape sequence. */
    public void typed(byte[] bytes, long nanos) {
        machine.typed(bytes, nanos);
    }

    /** Nothing more will be typed: what has been is taken, and then it ends as after a hang-up, the terminal given back. */
    public void ended() {
        machine.ended();
    }

    public void resized(int columns, int rows) {
        resize.set(size(columns, rows));
        line.wake();
    }

    /** News for the program; of one kind only the newest waits. */
    public void post(Input.ExternalInput news) {
        machine.post(news);
    }

    /** Gives the terminal back, says these words on the normal screen, and ends with this code, unless it is ending already. */
    public void leave(String words, int code) {
        farewell.compareAndSet("", words);
        machine.end(code);
    }

    /** Nobody is at the other end: nothing more is written, and it ends as after a hang-up. */
    public void gone() {
        gone = true;
        machine.end(ExitCode.HUNG_UP);
    }

    /**
     * Takes all that has come, and shows at most one frame. Throws nothing.
     *
     * @param nanos the time now, of the clock that {@link #typed} is told of
     * @return nanoseconds from then in which it wants to be called again though nobody wakes; or {@link #NEVER}
     */
    public long step(long nanos) {
        next = NEVER;
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
        if (left && out.size() == 0 && pending.get() == null) {
            over = true;
            line.end(machine.code());
        }
        return next;
    }

    private void attempt(FullScreen.TerminalAction deed) {
        try {
            deed.run();
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
        String words = machine.code() == ExitCode.FAULT.code() ? ExitCode.FAULT_ENDS_SESSION : farewell.get();
        return words.isEmpty() ? "" : words + "\n";
    }

    private void send() {
        if (gone) {
            out.reset();
            pending.set(null);
        }
        if (out.size() > 0 && pending.get() == null) {
            byte[] bytes = out.toByteArray();
            out.reset();
            pending.set(bytes);
            line.write(bytes, () -> {
                if (pending.compareAndSet(bytes, null)) {
                    line.wake();
                }
            });
        }
    }

    /** The terminal at the other end, as far as there is something to say of it. */
    private final class Remote implements Device, ProgramRunner.RunnerHost {
        @Override
        public Size size() {
            return size;
        }

        @Override
        public long behind() {
            return pending.get() == null ? 0 : NEVER;
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
