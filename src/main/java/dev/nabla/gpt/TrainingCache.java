package dev.nabla.gpt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * LRU cache of the states of runs: keyframes along each run, the resume points where it last stopped, and the {@link
 * ActiveRuns} that can go on from there.
 *
 * <p>One limit holds for all together. The least recently used entry is evicted first, and keyframes before resume
 * points. Thread-safe.
 */
final class TrainingCache {
    /** Bytes charged per state besides its arrays, which bounds the number of entries to search. */
    private static final long OVERHEAD = 32 << 10;

    private final BoundedCache frames = new BoundedCache(false);
    private final BoundedCache places = new BoundedCache(true);
    private final ActiveRuns active = new ActiveRuns();
    private volatile long limit;

    /**
     * Creates an empty cache.
     *
     * @param limit size that it may reach, in bytes
     */
    TrainingCache(long limit) {
        this.limit = limit;
    }

    long limit() {
        return limit;
    }

    /** Changes the limit. One below the current size drops nothing, but the cache does not grow. */
    void limit(long bytes) {
        limit = bytes;
    }

    private record StateKey(RunKey<?> run, int step, int through) {
        StateKey(RunKey<?> run, RunState place) {
            this(run, place.step(), place.through());
        }
    }

    /** States in order of use, with their total size in bytes. */
    private static final class BoundedCache {
        final Map<StateKey, RunState> all = new LinkedHashMap<>(16, 0.75f, true);
        private final boolean ownsShared;
        long bytes;

        /**
         * Creates an empty cache.
         *
         * @param ownsShared whether the arrays that the states of a run share are charged here; not for keyframes,
         *     which share those of the resume point
         */
        BoundedCache(boolean ownsShared) {
            this.ownsShared = ownsShared;
        }

        void put(StateKey key, RunState place) {
            remove(key);
            all.put(key, place);
            bytes += size(place);
        }

        void shrink(long limit) {
            while (bytes > limit) {
                remove(all.keySet().iterator().next());
            }
        }

        void remove(StateKey key) {
            RunState removed = all.remove(key);
            bytes -= removed == null ? 0 : size(removed);
        }

        void forget(Predicate<RunKey<?>> which) {
            List<StateKey> keys =
                    all.keySet().stream().filter(key -> which.test(key.run)).toList();
            keys.forEach(this::remove);
        }

        private long size(RunState place) {
            return OVERHEAD + place.bytes() + (ownsShared ? place.sharedBytes() : 0);
        }

        /**
         * Returns the latest state of the run before {@code step} that is later than {@code other}, or
         * {@code other}.
         */
        StateKey nearest(StateKey other, int step) {
            StateKey best = other;
            for (StateKey key : all.keySet()) {
                boolean later = key.step > best.step || key.step == best.step && key.through > best.through;
                best = later && key.step < step && key.run.equals(other.run) ? key : best;
            }
            return best;
        }
    }

    /** Returns the size of a state in bytes, without the arrays that it shares. */
    private static long size(Shape shape) {
        return OVERHEAD + 4L * Double.BYTES * shape.parameters();
    }

    /** Returns the state at the start of {@code step}, or the nearest one before it; null if there is none. */
    @SuppressWarnings("unchecked") // a key of S is only stored with states of type S
    synchronized <S extends RunState> S nearest(RunKey<S> run, int step) {
        StateKey at = new StateKey(run, step, 0);
        if (!frames.all.containsKey(at) && !places.all.containsKey(at)) {
            at = places.nearest(frames.nearest(new StateKey(run, -1, 0), step), step);
        }
        RunState frame = frames.all.get(at);
        return (S) (frame == null ? places.all.get(at) : frame);
    }

    /**
     * Goes on from a kept state towards {@code step} for about {@code flops} operations. Keeps keyframes on the way,
     * and the state reached, which it returns.
     *
     * @param resume creates the run at {@code from}, if there is anything to do
     */
    <S extends RunState> S advance(
            RunKey<S> run, S from, Supplier<RunState.RunInProgress<S>> resume, int step, long flops) {
        if (from.step() == step || flops == 0) {
            return from;
        }
        RunState.RunInProgress<S> known = active.take(run, from);
        RunState.RunInProgress<S> progress = known == null ? resume.get() : known;
        int last = progress.step();
        for (long left = flops; progress.step() < step && left > 0; ) {
            left -= progress.advance();
            if (progress.step() > last && isKey(run, progress.step())) {
                keep(run, progress.place());
            }
            last = progress.step();
        }
        S to = progress.place();
        active.keep(run, to, progress, limit);
        move(run, from, to);
        return to;
    }

    /**
     * Returns whether {@code step} becomes a keyframe. Keyframes are about 4 ms of training apart, or more if the cache
     * could not hold three runs.
     */
    private boolean isKey(RunKey<?> run, int step) {
        long most = limit / 16 * 5 / size(run.shape());
        long few = 1 + (run.of() - 1) / Math.max(1, most);
        boolean due = step % Math.max(few, 1 + 2 * TrainingRun.PIECE / run.flops()) == 0 || step == run.of();
        return run.keepsFrames() && due;
    }

    synchronized <S extends RunState> void keep(RunKey<S> run, S frame) {
        long room = Math.max(limit, bytes());
        frames.put(new StateKey(run, frame), frame);
        frames.shrink(room - places.bytes - active.bytes());
    }

    /**
     * Replaces a resume point. Of a run that keeps states, keeps the old one if it ended a step and the new one is
     * within a step: the old one is still on the screen.
     */
    private synchronized <S extends RunState> void move(RunKey<S> run, S from, S to) {
        long room = Math.max(limit, bytes());
        long roomOfPlaces = Math.max(limit / 8 * 5, places.bytes);
        if (to.through() == 0 || from.through() > 0 || !run.keepsFrames()) {
            places.remove(new StateKey(run, from));
        }
        places.put(new StateKey(run, to), to);
        places.shrink(roomOfPlaces);
        frames.shrink(room - places.bytes - active.bytes());
    }

    /** Removes all states of some runs. */
    synchronized void forget(Predicate<RunKey<?>> which) {
        frames.forget(which);
        places.forget(which);
        active.forget(which);
    }

    synchronized long bytes() {
        return frames.bytes + places.bytes + active.bytes();
    }

    /** Returns a thread-safe map with at most {@code most} entries; the least recently used one is evicted. */
    static <K, V> Map<K, V> lruMap(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }
}
