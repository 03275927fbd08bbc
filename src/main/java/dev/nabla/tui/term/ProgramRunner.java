package dev.nabla.tui.term;

import dev.nabla.output.ExitCode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Delivers waiting inputs to a {@link Program} and then renders at most one frame. It renders only after an input, and
 * only when the previous frame has been written. If inputs arrive faster than they are handled, it renders twice per
 * second.
 *
 * <p>While a program {@linkplain Program#work works} on its next frame, inputs wait. After {@link #LATE} the program
 * says what it prepares, and keys are dropped until the new frame is shown, except those that interrupt the work.
 *
 * <p>It has no thread, signal or clock of its own: its host calls {@link #step}, one call at a time. The other methods
 * may be called from any thread; they leave a note and wake the host.
 */
final class ProgramRunner {
    private static final int RUNNING = -1;

    /** The maximum number of inputs handled per step, so that fast input in one session does not delay the others. */
    private static final int AT_ONCE = 16;

    /** The maximum time between frames while inputs wait, in ns. */
    private static final long LONGEST_STILL = TimeUnit.MILLISECONDS.toNanos(500);

    /** The maximum time, in ns, that a program is held for a save that must finish before the result is shown. */
    private static final long HELD = TimeUnit.SECONDS.toNanos(3);

    /** The time, in ns, after which work on the next frame is late: a sign is shown, and what was typed is dropped. */
    private static final long LATE = TimeUnit.MILLISECONDS.toNanos(200);

    /** The host, which calls {@link #step}. */
    interface RunnerHost {
        /** Requests a call of {@link #step}. Called from any thread. */
        void wake();

        /** Reports that a number of typed bytes have been taken and their inputs handled. */
        void consumed(int bytes);

        /** Suspends the program, at its own wish. */
        void suspend() throws IOException;
    }

    private Program program;
    private final FullScreen stage;
    private final RunnerHost driver;
    private final InputBuffer inbox;
    private final TickClock clock;
    private final Queue<Input> inputs = new ArrayDeque<>();
    /** The number of bytes that have been taken, but are not yet reported as consumed. */
    private int taken;

    private final Map<Object, Input.ExternalInput> news = new ConcurrentHashMap<>();
    private final AtomicInteger code = new AtomicInteger(RUNNING);
    private volatile boolean ended;
    private Optional<CompletableFuture<Void>> awaited = Optional.empty();
    private long since;
    /** The work that must end before the next input is handled. */
    private Optional<? extends CompletableFuture<?>> work = Optional.empty();

    private long workSince;
    /** True from when work is late until what it has led to is shown: keys typed meanwhile meant the screen before. */
    private boolean late;

    private long now;
    /** The time of the last frame, in ns. */
    private long shown;
    /** True while the normal screen is shown. */
    private boolean aside;
    /**
     * True if this step is over although inputs may remain: 16 were handled, or output that is not a frame must be
     * written first.
     */
    private boolean paused;
    /** True if an input was handled since the last frame. */
    private boolean stale = true;

    ProgramRunner(Program program, FullScreen stage, RunnerHost driver) {
        this.program = program;
        this.stage = stage;
        this.driver = driver;
        this.inbox = new InputBuffer(() -> now, stage.keys());
        this.clock = new TickClock(() -> now);
    }

    /** Adds typed bytes with their time of arrival in ns. */
    void typed(byte[] bytes, long nanos) {
        inbox.put(bytes, nanos);
        driver.wake();
    }

    /** Reports the end of the input: the program ends once all earlier input has been handled. */
    void ended() {
        ended = true;
        driver.wake();
    }

    /** Delivers an external event. A waiting event of the same kind is replaced. */
    void post(Input.ExternalInput input) {
        news.put(input.kind(), input);
        driver.wake();
    }

    /** Ends with this exit code, unless it is ending already. */
    void end(int exitCode) {
        code.compareAndSet(RUNNING, exitCode);
        driver.wake();
    }

    boolean running() {
        return code.get() == RUNNING;
    }

    int code() {
        return code.get();
    }

    /** Returns the program that runs now; see {@link Program#now}. */
    Program program() {
        program = program.now();
        return program;
    }

    /** Reports that the terminal's size has changed. */
    void resized() {
        stage.measure();
        stale = true;
    }

    /** Takes the terminal, or retakes it; the next frame is painted completely. */
    void enter() throws IOException {
        aside = false;
        stale = true;
        stage.enter();
    }

    /**
     * Delivers waiting inputs, then renders a frame if there is something new to show.
     *
     * @param nanos the time of {@link System#nanoTime}
     * @return ns after which to call again unless woken earlier; {@link TickClock#NEVER} to wait for a wake-up
     */
    long step(long nanos) throws IOException {
        now = nanos;
        paused = false;
        take();
        boolean shows = isOpen() || isOverdue() || isLate();
        long busy = stale && !aside && shows ? stage.busy() : TickClock.NEVER;
        if (busy == 0) {
            stale = false;
            late &= isLate();
            shown = now;
            stage.show(program().view(stage.size()), program.displayProfile().palette());
            busy = TickClock.NEVER;
        }
        if (running() && work.isPresent()) {
            return late ? Math.min(busy, inbox.nanosLeft()) : workSince + LATE - now;
        }
        if (!isOpen()) {
            return running() ? nanosLeft() : TickClock.NEVER;
        }
        return Math.min(busy, Math.min(inbox.nanosLeft(), clock.nanosLeft(program.tickMillis())));
    }

    /** Returns whether inputs wait but no frame was shown for {@link #LONGEST_STILL}. */
    private boolean isOverdue() {
        return running() && nanosLeft() == 0 && work.isEmpty() && now - shown >= LONGEST_STILL;
    }

    /** Returns whether work is going on and is late. */
    private boolean isLate() {
        return running() && late && work.isPresent();
    }

    /** Returns the ns for which the program is still held for a save; 0 if it is not. */
    private long nanosLeft() {
        return awaited.isEmpty() || awaited.get().isDone() ? 0 : Math.max(0, since + HELD - now);
    }

    private void take() throws IOException {
        lookAtWork();
        if (!dispatchAll()) {
            return;
        }
        boolean last = ended; // read before the inbox: nothing is put into the inbox after the end
        taken += inbox.take(inputs, last);
        for (Object kind : news.keySet()) {
            inputs.add(news.remove(kind));
        }
        if (dispatchAll()) {
            if (clock.due(program.tickMillis())) {
                dispatch(new Input.Tick());
            }
            if (last) {
                end(ExitCode.HUNG_UP);
            }
        }
    }

    /** Takes the result of work that has ended. If it is late, drops what was typed, except what interrupts it. */
    private void lookAtWork() throws IOException {
        if (work.isPresent()) {
            boolean done = work.get().isDone();
            boolean wasLate = late;
            late |= now - workSince >= LATE;
            stale |= done || late && !wasLate;
            if (done) {
                work = Optional.empty();
                obey(program().finish());
            }
        }
        if (late && running()) {
            taken += inbox.take(inputs, false);
            inputs.removeIf(input -> !(input instanceof Input.ExternalInput)
                    && !(input instanceof Input.Key key && program().interrupts(key)));
            if (inputs.stream().anyMatch(Input.Key.class::isInstance)) {
                work = Optional.empty();
            }
        }
    }

    /** Delivers the waiting inputs. Returns false if the program must not get more in this step. */
    private boolean dispatchAll() throws IOException {
        for (int i = 1; !inputs.isEmpty() && isOpen(); i++) {
            dispatch(inputs.remove());
            paused |= i == AT_ONCE;
        }
        if (inputs.isEmpty() && taken > 0 && (work.isEmpty() || late)) {
            driver.consumed(taken);
            taken = 0;
        }
        return isOpen();
    }

    private boolean isOpen() {
        return running() && !paused && work.isEmpty() && nanosLeft() == 0;
    }

    private void dispatch(Input input) throws IOException {
        boolean key = input instanceof Input.Key;
        if (aside && !key && !(input instanceof Input.ExternalInput)) {
            return;
        }
        if (aside && key) {
            enter();
            return;
        }
        stale = true;
        obey(program().handle(input, !inputs.isEmpty()));
    }

    private void obey(Program.Wish wish) throws IOException {
        switch (wish) {
            case QUIT -> end(0);
            case SUSPEND -> driver.suspend();
            case ASIDE -> {
                aside = true;
                paused = true;
                stage.leave(program().aside());
            }
            case STAY -> {}
        }
        awaited = program().awaited();
        if (awaited.isPresent()) {
            since = now;
            awaited.get().whenComplete((done, failure) -> driver.wake());
        }
        work = program().work();
        if (work.isPresent()) {
            workSince = now;
            late = false;
            work.get().whenComplete((done, failure) -> driver.wake());
        }
    }
}
