package dev.nabla.gpt;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What films have trained, so that it need not be trained again: keyframes along each schedule, and the places between them
 * that were last looked at. Together they stay within a number of bytes; what was used longest ago goes first, a keyframe
 * before a place where somebody may stand. Any number of threads may use it.
 */
final class Keyframes {
    /** Somebody trains from each, so that none may push the others out before they have got further. */
    private static final int MOST_PLACES = 64;

    private static final int MOST_EXAMS = 4096;
    private static final long OVERHEAD = 512;

    private final long most;
    private long bytes;
    private final Map<Key, Trainer.Place> frames = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Key, Trainer.Place> places = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Key, Exam> exams = new LinkedHashMap<>(16, 0.75f, true);

    private record Key(Recipe recipe, int step, int through) {
        static Key of(Recipe recipe, Trainer.Place place) {
            return new Key(recipe, place.snapshot().step(), place.through());
        }

        boolean isIn(Recipe other, int atMost) {
            boolean reached = step < atMost || step == atMost && through == 0;
            return reached && recipe.equals(other);
        }

        boolean isBefore(Key other) {
            return step < other.step || step == other.step && through < other.through;
        }
    }

    Keyframes(long most) {
        this.most = most;
    }

    /** What lies nearest before a step, or at it; null if nothing is known. Keyframes lie at multiples of a spacing, and at the end. */
    synchronized Trainer.Place nearest(Recipe recipe, int step, int spacing) {
        Key best = new Key(recipe, -1, 0);
        for (Key key : places.keySet()) {
            best = key.isIn(recipe, step) && best.isBefore(key) ? key : best;
        }
        int last = step == recipe.of() ? step : step - step % spacing;
        for (int at = last; at > best.step; at = at % spacing == 0 ? at - spacing : at - at % spacing) {
            Trainer.Place frame = frames.get(new Key(recipe, at, 0));
            if (frame != null) {
                return frame;
            }
        }
        return places.get(best);
    }

    synchronized void keep(Recipe recipe, Trainer.Place frame) {
        bytes += size(frame) - size(frames.put(Key.of(recipe, frame), frame));
        trim();
    }

    /** Whoever stood at one place stands at another now; within a step also at its beginning, which is looked at meanwhile. */
    synchronized void move(Recipe recipe, Trainer.Place from, Trainer.Place to) {
        if (to.through() == 0 || from.through() > 0) {
            bytes -= size(places.remove(Key.of(recipe, from)));
        }
        Key key = Key.of(recipe, to);
        if (!frames.containsKey(key)) {
            bytes += size(to) - size(places.put(key, to));
        }
        trim();
    }

    private void trim() {
        while (places.size() > MOST_PLACES) {
            forgetEldest(places);
        }
        while (bytes > most) {
            forgetEldest(frames.isEmpty() ? places : frames);
        }
    }

    private void forgetEldest(Map<Key, Trainer.Place> some) {
        bytes -= size(some.remove(some.keySet().iterator().next()));
    }

    private static long size(Trainer.Place place) {
        if (place == null) {
            return 0;
        }
        long weights = 3L * place.snapshot().weights().shape().parameters();
        return OVERHEAD
                + Double.BYTES
                        * (weights
                                + place.slopes().length
                                + place.snapshot().losses().own());
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized Exam exam(Recipe recipe, int step) {
        return exams.getOrDefault(new Key(recipe, step, 0), Exam.NONE);
    }

    synchronized void keep(Recipe recipe, int step, Exam exam) {
        exams.put(new Key(recipe, step, 0), exam);
        if (exams.size() > MOST_EXAMS) {
            exams.remove(exams.keySet().iterator().next());
        }
    }
}
