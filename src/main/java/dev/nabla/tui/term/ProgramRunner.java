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
 * A {@link Program} and what happens to it: takes all that has come, asks for the picture once, shows it once, and only
 * if something was taken and the line has taken the last one. Where inputs come faster than they are taken, a picture
 * is shown twice a second.
 *
 * <p>It has no thread, signal or clock of its own: somebody calls {@link #step}, one call at a time. The other methods may
 * be called from any thread; they only leave a note, and wake whoever steps.
 */
final class ProgramRunner {
    private static final int RUNNING = -1;

    /** So many inputs are taken in a step, so that who types much keeps nobody else waiting. */
    private static final int AT_ONCE = 16;

    /** A frame is shown after so long, in nanoseconds, even if more inputs wait. */
    private static final long LONGEST_STILL = TimeUnit.MILLISECONDS.toNanos(500);

    /** Until something is safe that is to be safe before it is seen, a program is held so long. */
    private static final long HELD = TimeUnit.SECONDS.toNanos(3);

    /** Who steps it. */
    interface RunnerHost {
        /** There is something to take. From any thread. */
        void wake();

        /** So many of the bytes that were typed do not wait any more. */
        void consumed(int bytes);

        /** The program wishes to be suspended. */
        void suspend() throws IOException;
    }

    private Program program;
    private final FullScreen stage;
    private final RunnerHost driver;
    private final InputBuffer inbox;
    private final TickClock clock;
    private final Queue<Input> inputs = new ArrayDeque<>();
    private final Map<Object, Input.ExternalInput> news = new ConcurrentHashMap<>();
    private final AtomicInteger code = new AtomicInteger(RUNNING);
    private volatile boolean ended;
    private Optional<CompletableFuture<Void>> awaited = Optional.empty();
    private long since;
    private long now;
    /** When the last frame was shown. */
    private long shown;
    /** True while the normal screen is looked at. */
    private boolean aside;
    /** True if more waits, but the turn is the line's, which has to take what is no frame, or that of others. */
    private boolean paused;
    /** True if something was taken since the last frame. */
    private boolean stale = true;

    ProgramRunner(Program program, FullScreen stage, RunnerHost driver) {
        this.program = program;
        this.stage = stage;
        this.driver = driver;
        this.inbox = new InputBuffer(() -> now);
        this.clock = new TickClock(() -> now);
    }

    /** These bytes were typed then. */
    void typed(byte[] bytes, long nanos) {
        inbox.put(bytes, nanos);
        driver.wake();
    }

    /** Nothing more will be typed: it ends when what has been is taken. */
    void ended() {
        ended = true;
        driver.wake();
    }

    void post(Input.ExternalInput heard) {
        news.put(heard.kind(), heard);
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

    /** The program as it is by now. */
    Program program() {
        program = program.now();
        return program;
    }

    /** The terminal has another size. */
    void resized() {
        stage.measure();
        stale = true;
    }

    /** Takes the terminal, or takes it again; the next frame is painted whole. */
    void enter() throws IOException {
        aside = false;
        stale = true;
        stage.enter();
    }

    /**
     * Takes what has come and shows what came of it.
     *
     * @param nanos the time, as {@link System#nanoTime} tells it
     * @return nanoseconds from then in which it is to be called again if nobody wakes before; {@link TickClock#NEVER}
     *     if only then
     */
    long step(long nanos) throws IOException {
        now = nanos;
        paused = false;
        take();
        long busy = stale && !aside && (isOpen() || isOverdue()) ? stage.busy() : TickClock.NEVER;
        if (busy == 0) {
            stale = false;
            shown = now;
            stage.show(program().view(stage.size()), program.displayProfile().palette());
            busy = TickClock.NEVER;
        }
        if (!isOpen()) {
            return running() ? nanosLeft() : TickClock.NEVER;
        }
        return Math.min(busy, Math.min(inbox.nanosLeft(), clock.nanosLeft(program.tickMillis())));
    }

    /** True if more inputs wait, but no frame was shown for long. */
    private boolean isOverdue() {
        return running() && nanosLeft() == 0 && now - shown >= LONGEST_STILL;
    }

    /** Nanoseconds that the program is still held; 0 if it is not. */
    private long nanosLeft() {
        return awaited.isEmpty() || awaited.get().isDone() ? 0 : Math.max(0, since + HELD - now);
    }

    private void take() throws IOException {
        if (!dispatchAll()) {
            return;
        }
        boolean last = ended; // asked before the inbox, into which nothing is put after
        int bytes = inbox.take(inputs, last);
        if (bytes > 0) {
            driver.consumed(bytes);
        }
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

    /** Gives the program what waits for it; false if it is not to have more now. */
    private boolean dispatchAll() throws IOException {
        for (int i = 1; !inputs.isEmpty() && isOpen(); i++) {
            dispatch(inputs.remove());
            paused |= i == AT_ONCE;
        }
        return isOpen();
    }

    private boolean isOpen() {
        return running() && !paused && nanosLeft() == 0;
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
        switch (program().handle(input, !inputs.isEmpty())) {
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
    }
}
