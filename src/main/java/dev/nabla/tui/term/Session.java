package dev.nabla.tui.term;

import dev.nabla.output.FaultLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs a {@link Program} at the end of a line: takes all that waits, asks for the picture once, paints it once, on a slow
 * line not before the last one has gone out, and gives the terminal back however it ends.
 *
 * <p>The program is called and painted by the thread in {@link #run} alone; the other methods may be called from any
 * thread and only leave a note for it. All state is the session's own, so that a process can hold many.
 */
public final class Session {
    /** Exit code when the input ends or nobody takes the output: as after SIGHUP, since it is chance which of them is seen first. */
    static final int HUNG_UP = 128 + 1;

    /** Exit code after a fault of the program: EX_SOFTWARE of sysexits. */
    static final int FAULT = 70;

    private static final int RUNNING = -1;

    /** An event of the process or its terminal, dealt with by the thread that draws. */
    enum Notice {
        /** The size is another one. */
        RESIZED,
        /** Somebody else may have used the terminal. */
        CONTINUED,
        /** The process is asked to stop. */
        STOPPED
    }

    private final Program program;
    private final InputStream in;
    private final PrintStream err;
    private final FaultLog faults;
    private final FullScreen stage;
    private final Inbox inbox;
    private final Clock clock;
    private final AtomicInteger code = new AtomicInteger(RUNNING);
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final Set<Notice> notices = ConcurrentHashMap.newKeySet();
    private final CountDownLatch over = new CountDownLatch(1);
    /** True while the normal screen is looked at. */
    private boolean aside;
    /** Why the terminal could not be taken again after a stop; empty if it could. */
    private String lost = "";

    public Session(Program program, Device device, InputStream in, OutputStream out, PrintStream err, FaultLog faults) {
        this.program = program;
        this.in = in;
        this.err = err;
        this.faults = faults;
        this.stage = new FullScreen(device, out, program.mouse());
        this.inbox = new Inbox(System::nanoTime);
        this.clock = new Clock(System::nanoTime);
    }

    /**
     * Runs until the program wishes to quit, the line ends, or {@link #end} is called.
     *
     * <p>Closes the input before all else: while a thread reads, what is typed for the shell is lost, and the JVM waits 300 ms
     * for that thread before it ends. Where there is no terminal it stays open: it can be read as lines.
     *
     * @return 0 after a wish to quit, otherwise {@link #HUNG_UP}, {@link #FAULT} or what {@link #end} was told
     * @throws Device.Unavailable if there is no terminal to run on; nothing has been changed then
     */
    int run() throws Device.Unavailable {
        try {
            stage.enter();
            untilEnd();
        } catch (Device.Unavailable none) {
            throw none;
        } catch (IOException | InterruptedException gone) {
            end(HUNG_UP);
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            stage.close();
            over.countDown();
        }
        if (fault.get() == null) {
            program.over();
        } else {
            err.println(faults.tell(fault.get()));
        }
        if (!lost.isEmpty()) {
            err.println("nabla: the terminal cannot be taken again: " + lost);
        }
        return code.get();
    }

    private void untilEnd() throws IOException, InterruptedException {
        try (in) {
            inbox.read(in);
            show();
            stage.confirm(); // only now there is time for that
            while (running()) {
                turn();
            }
        }
    }

    private void turn() throws IOException, InterruptedException {
        long busy = stage.busy();
        if (busy == 0 && !aside) {
            show();
        }
        long tick = clock.left(program.tickMillis());
        for (Input input : inbox.take(busy == 0 ? tick : Math.min(busy, tick))) {
            dispatch(input);
        }
        if (clock.due(program.tickMillis())) {
            dispatch(new Input.Tick());
        }
        handleNotices();
        if (inbox.closed()) {
            end(HUNG_UP);
        }
    }

    private void show() throws IOException {
        stage.show(program.view(stage.size()), program.palette());
    }

    private void dispatch(Input input) throws IOException {
        if (!running() || aside && !(input instanceof Input.Key)) {
            return;
        }
        if (aside) {
            enterAgain();
            return;
        }
        switch (program.on(input)) {
            case QUIT -> end(0);
            case SUSPEND -> suspend();
            case ASIDE -> {
                aside = true;
                stage.leave(program.aside());
            }
            case STAY -> {}
        }
    }

    private void handleNotices() throws IOException {
        if (notices.remove(Notice.STOPPED)) {
            suspend();
        }
        if (notices.remove(Notice.CONTINUED)) {
            enterAgain();
        }
        if (notices.remove(Notice.RESIZED)) {
            stage.measure();
        }
    }

    private void suspend() throws IOException {
        stage.stop();
        notices.remove(Notice.STOPPED);
        notices.remove(Notice.CONTINUED);
        if (running()) {
            enterAgain();
        }
    }

    private void enterAgain() throws IOException {
        aside = false;
        try {
            stage.enter();
        } catch (Device.Unavailable gone) {
            lost = gone.getMessage();
            end(HUNG_UP);
        }
    }

    private boolean running() {
        return code.get() == RUNNING;
    }

    /** Leaves a note of what has happened. */
    void tell(Notice notice) {
        notices.add(notice);
        inbox.nudge();
    }

    /** Ends with this exit code, unless it is ending already. */
    void end(int exitCode) {
        code.compareAndSet(RUNNING, exitCode);
        inbox.nudge();
    }

    /** Ends because of a fault, here or in another thread. */
    void fail(Throwable cause) {
        fault.compareAndSet(null, cause);
        end(FAULT);
    }

    /** Reads no more and gives the terminal back, at once. */
    void close() {
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
