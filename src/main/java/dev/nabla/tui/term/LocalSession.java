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
 * Runs a {@link Program} on this process's terminal. It steps a {@link ProgramRunner}, waits between the steps, reads
 * the keys, and restores the terminal however the session ends.
 *
 * <p>Only the thread in {@link #run} calls the program and paints. The other methods may be called from any thread and
 * leave a note for it. No state is static, so that a process can hold several sessions.
 */
public final class LocalSession {
    /** The maximum number of typed bytes that wait to be taken. */
    private static final int WAITING_MOST = 1 << 19;

    private static final int READ_MOST = 1 << 13;

    /** An event of the process or its terminal, handled by the thread in {@link #run}. */
    enum Notice {
        /** The terminal's size has changed. */
        RESIZED,
        /** The process was continued; another program may have used the terminal. */
        CONTINUED,
        /** The process was asked to stop (SIGTSTP). */
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
    /** True once {@link #close} has closed the input. */
    private volatile boolean closed;
    /** The reason why the terminal could not be retaken after a stop; empty if it could. */
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
     * Runs until the program quits, the input ends, or {@link #end} is called.
     *
     * <p>The input is closed first when the session ends. A thread that still reads would take what is typed for the
     * shell, and the JVM waits 300 ms for it at exit. If there is no terminal, the input stays open, because it can be
     * read as lines.
     *
     * @return 0 after a wish to quit, otherwise {@link ExitCode#HUNG_UP}, {@link ExitCode#FAULT} or the code passed to
     *     {@link #end}
     * @throws Device.Unavailable if there is no terminal to run on; nothing has been changed then
     */
    int run() throws Device.Unavailable {
        try {
            stage.enter();
            untilEnd();
        } catch (Device.Unavailable none) {
            throw none;
        } catch (IOException | InterruptedException unavailable) {
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
        Thread reader = new Thread(this::read, "nabla-input");
        try (in) {
            machine.step(System.nanoTime());
            reader.setDaemon(true);
            reader.start();
            if (stage.isResized()) { // asked after the first frame, because asking takes time
                machine.resized();
            }
            while (machine.running()) {
                turn();
            }
        } catch (Device.Unavailable unavailable) {
            lost = unavailable.getMessage();
            end(ExitCode.HUNG_UP);
        } finally {
            reader.interrupt();
        }
    }

    /**
     * Reads the keys until the input ends. While too many bytes wait, it stops reading and the sender blocks. A single
     * byte, when no other waits, may be a key that quits or suspends, and what is typed after that is for the shell. So
     * nothing more is read until that byte has been handled. In a burst the bytes are read at once, because the time
     * between them decides what belongs to an escape sequence.
     */
    private void read() {
        byte[] buffer = new byte[READ_MOST];
        try {
            while (machine.running()) {
                int n = in.read(buffer);
                if (n < 0) {
                    break;
                }
                long at = System.nanoTime();
                boolean alone = n == 1 && room.availablePermits() == WAITING_MOST;
                room.acquire(n);
                machine.typed(Arrays.copyOf(buffer, n), at);
                if (alone) {
                    room.acquire(WAITING_MOST);
                    room.release(WAITING_MOST);
                }
            }
        } catch (IOException | InterruptedException hungUp) {
            // Treated like the end of the input.
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

    /** Carries out what the runner requests of this session. */
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

    /** Reports an event to the thread in {@link #run}. */
    void leaveNotice(Notice notice) {
        notices.add(notice);
        driver.wake();
    }

    /** Ends with this exit code, unless it is ending already. */
    void end(int exitCode) {
        machine.end(exitCode);
    }

    /** Ends because of a fault in any thread. */
    void fail(Throwable cause) {
        fault.compareAndSet(null, cause);
        end(ExitCode.FAULT.code());
    }

    /** Closes the input and restores the terminal at once. */
    void close() {
        closed = true;
        try {
            in.close();
        } catch (IOException closed) {
            // The input has gone; the terminal is restored all the same.
        } finally {
            stage.close();
        }
    }

    /** Waits until {@link #run} has restored the terminal. Returns false after {@code millis} ms. */
    boolean awaitEnd(int millis) throws InterruptedException {
        return over.await(millis, TimeUnit.MILLISECONDS);
    }
}
