package dev.nabla.tui.term;

import dev.nabla.output.ExitCode;
import dev.nabla.output.FaultLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs a {@link Program} at this process's terminal: steps a {@link ProgramRunner}, waiting between the steps, reads
 * the keys, and gives the terminal back however it ends.
 *
 * <p>The program is called and painted by the thread in {@link #run} alone; the other methods may be called from any
 * thread and only leave a note for it. All state is the session's own, so that a process can hold many.
 */
public final class LocalSession {
    /** So many bytes may have been typed and not yet been taken. */
    private static final int WAITING_MOST = 1 << 19;

    private static final int READ_MOST = 1 << 13;

    /** An event of the process or its terminal, dealt with by the thread that draws. */
    enum Notice {
        /** The size is another one. */
        RESIZED,
        /** Somebody else may have used the terminal. */
        CONTINUED,
        /** The process is asked to stop. */
        STOPPED
    }

    private final InputStream in;
    private final PrintStream err;
    private final FaultLog faults;
    private final FullScreen stage;
    private final ProgramRunner machine;
    private final ProgramRunner.RunnerHost driver = new TerminalHost();
    private final Semaphore bell = new Semaphore(0);
    private final Semaphore room = new Semaphore(WAITING_MOST);
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final Set<Notice> notices = ConcurrentHashMap.newKeySet();
    private final CountDownLatch over = new CountDownLatch(1);
    /** True if it was this session that has closed the input. */
    private volatile boolean closed;
    /** Why the terminal could not be taken again after a stop; empty if it could. */
    private String lost = "";

    public LocalSession(
            Program program, Device device, InputStream in, OutputStream out, PrintStream err, FaultLog faults) {
        this.in = in;
        this.err = err;
        this.faults = faults;
        this.stage =
                new FullScreen(device, out, program.displayProfile().mouse().value());
        this.machine = new ProgramRunner(program, stage, driver);
    }

    /**
     * Runs until the program wishes to quit, the line ends, or {@link #end} is called.
     *
     * <p>Closes the input before all else: while a thread reads, what is typed for the shell is lost, and the JVM waits 300 ms
     * for that thread before it ends. Where there is no terminal it stays open: it can be read as lines.
     *
     * @return 0 after a wish to quit, otherwise {@link ExitCode#HUNG_UP}, {@link ExitCode#FAULT} or what {@link #end}
     *     was told
     * @throws Device.Unavailable if there is no terminal to run on; nothing has been changed then
     */
    int run() throws Device.Unavailable {
        try {
            stage.enter();
            untilEnd();
        } catch (Device.Unavailable none) {
            throw none;
        } catch (IOException | InterruptedException gone) {
            end(ExitCode.HUNG_UP);
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            stage.close();
            over.countDown();
        }
        if (fault.get() == null) {
            machine.program().over();
        } else {
            err.println(faults.record(fault.get()));
        }
        if (!lost.isEmpty()) {
            err.println("nabla: the terminal cannot be taken again: " + lost);
        }
        return machine.code();
    }

    private void untilEnd() throws IOException, InterruptedException {
        try (in) {
            machine.step(System.nanoTime());
            Thread reader = new Thread(this::read, "nabla-input");
            reader.setDaemon(true);
            reader.start();
            if (stage.isResized()) { // only now there is time for that
                machine.resized();
            }
            while (machine.running()) {
                turn();
            }
        } catch (Device.Unavailable gone) {
            lost = gone.getMessage();
            end(ExitCode.HUNG_UP);
        }
    }

    /** When too much waits it stops reading, and the sender has to wait. */
    private void read() {
        byte[] buffer = new byte[READ_MOST];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                long at = System.nanoTime();
                room.acquire(n);
                machine.typed(Arrays.copyOf(buffer, n), at);
            }
        } catch (IOException | InterruptedException hungUp) {
            // As good as an end.
        } finally {
            if (!closed) {
                machine.ended();
            }
        }
    }

    private void turn() throws IOException, InterruptedException {
        long now = System.nanoTime();
        long left = machine.step(now);
        bell.tryAcquire(left - (System.nanoTime() - now), TimeUnit.NANOSECONDS);
        bell.drainPermits();
        if (notices.remove(Notice.STOPPED)) {
            driver.suspend();
        }
        if (notices.remove(Notice.CONTINUED)) {
            machine.enter();
        }
        if (notices.remove(Notice.RESIZED)) {
            machine.resized();
        }
    }

    /** What the machine asks of its session. */
    private final class TerminalHost implements ProgramRunner.RunnerHost {
        @Override
        public void wake() {
            bell.release();
        }

        @Override
        public void consumed(int bytes) {
            room.release(bytes);
        }

        @Override
        public void suspend() throws IOException {
            stage.stop();
            notices.remove(Notice.STOPPED);
            notices.remove(Notice.CONTINUED);
            if (machine.running()) {
                machine.enter();
            }
        }
    }

    /** Leaves a note of what has happened. */
    void leaveNotice(Notice notice) {
        notices.add(notice);
        driver.wake();
    }

    /** Ends with this exit code, unless it is ending already. */
    void end(int exitCode) {
        machine.end(exitCode);
    }

    /** Ends because of a fault, here or in another thread. */
    void fail(Throwable cause) {
        fault.compareAndSet(null, cause);
        end(ExitCode.FAULT.code());
    }

    /** Reads no more and gives the terminal back, at once. */
    void close() {
        closed = true;
        try {
            in.close();
        } catch (IOException closed) {
            // It was read to its end.
        } finally {
            stage.close();
        }
    }

    /** Waits for {@link #run} to have given the terminal back; whether it has. */
    boolean awaitEnd(int millis) throws InterruptedException {
        return over.await(millis, TimeUnit.MILLISECONDS);
    }
}
