package dev.nabla.gpt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * LRU cache of training states: keyframes along each schedule, and the resume points where training last stopped.
 *
 * <p>Each call gives the limit for both together, in bytes. A limit below the current size drops nothing, but the cache
 * does not grow. The least recently used entry is evicted first, and keyframes before resume points. Thread-safe.
 */
final class TrainingCache {
    /** Bytes charged per state besides its arrays, which bounds the number of entries to search. */
    private static final long OVERHEAD = 32 << 10;

    private final BoundedCache frames = new BoundedCache(0);
    private final BoundedCache places = new BoundedCache(Double.BYTES);

    private record StateKey(Recipe recipe, int step, int through) {
        StateKey(Recipe recipe, Trainer.TrainingState place) {
            this(recipe, place.snapshot().step(), place.through());
        }
    }

    /** States in order of use, with their total size in bytes. */
    private static final class BoundedCache {
        final Map<StateKey, Trainer.TrainingState> all = new LinkedHashMap<>(16, 0.75f, true);
        private final int bytesOfLoss;
        long bytes;

        /**
         * Creates an empty cache.
         *
         * @param bytesOfLoss bytes charged per loss; 0 for keyframes, which share the losses of the resume point
         */
        BoundedCache(int bytesOfLoss) {
            this.bytesOfLoss = bytesOfLoss;
        }

        void put(StateKey key, Trainer.TrainingState place) {
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
            Trainer.TrainingState removed = all.remove(key);
            bytes -= removed == null ? 0 : size(removed);
        }

        void forget(Corpus corpus) {
            List<StateKey> keys = all.keySet().stream()
                    .filter(key -> key.recipe.corpus().equals(corpus))
                    .toList();
            keys.forEach(this::remove);
        }

        private long size(Trainer.TrainingState place) {
            long losses = place.snapshot().losses().all.length;
            return TrainingCache.size(place.slopes().shape()) + bytesOfLoss * losses;
        }

        /**
         * Returns the latest state of the recipe before {@code step} that is later than {@code other}, or
         * {@code other}.
         */
        StateKey nearest(StateKey other, int step) {
            StateKey best = other;
            for (StateKey key : all.keySet()) {
                boolean later = key.step > best.step || key.step == best.step && key.through > best.through;
                best = later && key.step < step && key.recipe.equals(other.recipe) ? key : best;
            }
            return best;
        }
    }

    /** Returns the size of a training state in bytes, without its losses. */
    static long size(Shape shape) {
        return OVERHEAD + 4L * Double.BYTES * shape.parameters();
    }

    /** Returns the state at the start of {@code step}, or the nearest one before it; null if there is none. */
    synchronized Trainer.TrainingState nearest(Recipe recipe, int step) {
        StateKey at = new StateKey(recipe, step, 0);
        if (!frames.all.containsKey(at) && !places.all.containsKey(at)) {
            at = places.nearest(frames.nearest(new StateKey(recipe, -1, 0), step), step);
        }
        Trainer.TrainingState frame = frames.all.get(at);
        return frame == null ? places.all.get(at) : frame;
    }

    synchronized void keep(Recipe recipe, Trainer.TrainingState frame, long most) {
        long limit = Math.max(most, bytes());
        frames.put(new StateKey(recipe, frame), frame);
        frames.shrink(limit - places.bytes);
    }

    /**
     * Replaces a resume point. Keeps the old one if it ended a step and the new one is within a step: the old one is
     * still on the screen.
     */
    synchronized void move(Recipe recipe, Trainer.TrainingState from, Trainer.TrainingState to, long most) {
        long limit = Math.max(most, bytes());
        long limitOfPlaces = Math.max(most / 8 * 5, places.bytes);
        if (to.through() == 0 || from.through() > 0) {
            places.remove(new StateKey(recipe, from));
        }
        places.put(new StateKey(recipe, to), to);
        places.shrink(limitOfPlaces);
        frames.shrink(limit - places.bytes);
    }

    /** Removes all states of a corpus. */
    synchronized void forget(Corpus corpus) {
        frames.forget(corpus);
        places.forget(corpus);
    }

    synchronized long bytes() {
        return frames.bytes + places.bytes;
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
