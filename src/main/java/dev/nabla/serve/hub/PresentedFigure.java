package dev.nabla.serve.hub;

import dev.nabla.room.ClassRequest;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The figure that teachers of this host present. While it changes, the newest state is passed on four times a second.
 * Thread-safe.
 */
final class PresentedFigure {
    /**
     * Nominal time between two broadcasts of the figure, in ns. After a late broadcast the next may follow by up to
     * {@link #MOST_DELAY} sooner.
     */
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(250);

    /** Delay of a broadcast up to which the next one still keeps to its schedule, in ns. */
    private static final long MOST_DELAY = INTERVAL / 2;

    private final ScheduledExecutorService timer;
    private final Consumer<ClassRequest.Change> board;
    private Optional<ClassRequest.Show> pending = Optional.empty();
    private boolean shown;
    private long last = System.nanoTime() - INTERVAL;

    /** @param board applies a change to the board */
    PresentedFigure(ScheduledExecutorService timer, Consumer<ClassRequest.Change> board) {
        this.timer = timer;
        this.board = board;
    }

    /** Shows a figure on the board at the next broadcast, unless a newer one comes before. */
    synchronized void show(ClassRequest.Show show) {
        if (pending.isEmpty()) {
            timer.schedule(this::showNewest, last + INTERVAL - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        pending = Optional.of(show);
        shown = true;
    }

    private synchronized void showNewest() {
        last = Math.max(last + INTERVAL, System.nanoTime() - MOST_DELAY);
        pending.ifPresent(board);
        pending = Optional.empty();
    }

    /** Drops a figure that waits for its broadcast, since another change of the board comes first. */
    synchronized void yieldTo(ClassRequest.Change other) {
        pending = Optional.empty();
        shown &= !(other instanceof ClassRequest.Hide);
    }

    /** Takes the figure from the board, if one of this host is shown. */
    synchronized void withdraw() {
        if (shown) {
            board.accept(new ClassRequest.Hide());
        }
    }
}
