package dev.nabla.gpt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What films have trained, so that it need not be trained again: keyframes along each schedule, and the places that
 * were last looked at. Each call says how many bytes they may take together; nothing is dropped for a call that allows
 * fewer than there are already, but it adds none. What was used longest ago goes first, a keyframe before a place, from
 * which somebody trains on. Any number of threads may use it.
 */
final class TrainingCache {
    /** What one takes at least, so that there are never too many to look through. */
    private static final long OVERHEAD = 32 << 10;

    private final BoundedCache frames = new BoundedCache(0);
    private final BoundedCache places = new BoundedCache(Double.BYTES);

    private record StateKey(Recipe recipe, int step, int through) {
        StateKey(Recipe recipe, Trainer.TrainingState place) {
            this(recipe, place.snapshot().step(), place.through());
        }
    }

    /** In the order of their use, and how many bytes they take. */
    private static final class BoundedCache {
        final Map<StateKey, Trainer.TrainingState> all = new LinkedHashMap<>(16, 0.75f, true);
        private final int bytesOfLoss;
        long bytes;

        /** A keyframe shares its losses with the place that somebody has trained on to. */
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
            Trainer.TrainingState gone = all.remove(key);
            bytes -= gone == null ? 0 : size(gone);
        }

        private long size(Trainer.TrainingState place) {
            long losses = place.snapshot().losses().all.length;
            return TrainingCache.size(place.slopes().shape()) + bytesOfLoss * losses;
        }

        /** The last one before a step, if it is later than another. */
        StateKey nearest(StateKey other, int step) {
            StateKey best = other;
            for (StateKey key : all.keySet()) {
                boolean later = key.step > best.step || key.step == best.step && key.through > best.through;
                best = later && key.step < step && key.recipe.equals(other.recipe) ? key : best;
            }
            return best;
        }
    }

    /** What a place of such a model takes without its losses, in bytes. */
    static long size(Shape shape) {
        return OVERHEAD + 4L * Double.BYTES * shape.parameters();
    }

    /** The place at a step, or the nearest before it; null if none is known. */
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

    /** Whoever stood at one place stands at another now; within a step also at its beginning, which is looked at meanwhile. */
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

    synchronized long bytes() {
        return frames.bytes + places.bytes;
    }

    /** So many values, of which that used longest ago goes first. */
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
