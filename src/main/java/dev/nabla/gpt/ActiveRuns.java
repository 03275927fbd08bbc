package dev.nabla.gpt;

import dev.nabla.gpt.RunState.RunInProgress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * The runs that went on last, each at the state that it has reached. To go on from there copies no weights, which for
 * small pieces of work would take as long as the work. Thread-safe: a run is taken out while it is used.
 */
final class ActiveRuns {
    /** Part of the cache that all runs but the latest may take. */
    private static final int PART = 8;

    private record ActiveRun(RunKey<?> run, RunState at, RunInProgress<?> progress) {
        /** Returns the size in bytes: weights, gradients, both of Adam's means and about as much for a pass. */
        long bytes() {
            return 5L * Double.BYTES * run.shape().parameters();
        }
    }

    /** The latest one is the last. */
    private final Deque<ActiveRun> all = new ArrayDeque<>();

    private long bytes;

    /** Removes and returns the run that has reached this very state; null if there is none. */
    @SuppressWarnings("unchecked") // a key of S is only kept with a run of S
    synchronized <S extends RunState> RunInProgress<S> take(RunKey<S> run, S from) {
        for (ActiveRun each : all) {
            if (each.at == from && each.run.equals(run)) { // the same object, so that nothing large is compared
                remove(each);
                return (RunInProgress<S>) each.progress;
            }
        }
        return null;
    }

    /** Keeps a run at the state that it has reached, unless it is over. */
    synchronized <S extends RunState> void keep(RunKey<S> run, S at, RunInProgress<S> progress, long most) {
        if (at.step() < run.of()) {
            ActiveRun latest = new ActiveRun(run, at, progress);
            all.addLast(latest);
            bytes += latest.bytes();
        }
        while (all.size() > 1 && bytes > most / PART) {
            remove(all.getFirst());
        }
    }

    synchronized void forget(Predicate<RunKey<?>> which) {
        all.stream().filter(each -> which.test(each.run)).toList().forEach(this::remove);
    }

    private void remove(ActiveRun each) {
        all.removeIf(other -> other == each);
        bytes -= each.bytes();
    }

    synchronized long bytes() {
        return bytes;
    }
}
