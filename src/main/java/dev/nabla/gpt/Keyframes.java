package dev.nabla.gpt;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What films have trained, so that it need not be trained again: keyframes along each schedule, and the places between them
 * that were last looked at. Together they stay within a number of bytes; what was used longest ago goes first. Any number of
 * threads may use it.
 */
final class Keyframes {
    /** Somebody trains from each, so that none may push the others out before they have got further. */
    private static final int MOST_PLACES = 64;

    /** So many eighths of the memory are theirs, if they need them. */
    private static final int OF_PLACES = 5;

    private static final int MOST_EXAMS = 4096;
    private static final int MOST_TALLIES = 256;
    private static final long OVERHEAD = 512;

    private final long most;
    private final Used frames = new Used();
    private final Used places = new Used();
    private final Map<Key, Exam> exams = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Babble, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true);

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

    /** In the order of their use, and how many bytes they take. */
    private static final class Used {
        final Map<Key, Trainer.Place> all = new LinkedHashMap<>(16, 0.75f, true);
        long bytes;

        void put(Key key, Trainer.Place place) {
            bytes += size(place) - size(all.put(key, place));
        }

        void remove(Key key) {
            bytes -= size(all.remove(key));
        }

        void forgetEldest() {
            remove(all.keySet().iterator().next());
        }
    }

    Keyframes(long most) {
        this.most = most;
    }

    /** What lies nearest before a step, or at it; null if nothing is known. Keyframes lie at multiples of a spacing, and at the end. */
    synchronized Trainer.Place nearest(Recipe recipe, int step, int spacing) {
        Key best = new Key(recipe, -1, 0);
        for (Key key : places.all.keySet()) {
            best = key.isIn(recipe, step) && best.isBefore(key) ? key : best;
        }
        int last = step == recipe.of() ? step : step - step % spacing;
        for (int at = last; at > best.step; at = at % spacing == 0 ? at - spacing : at - at % spacing) {
            Trainer.Place frame = frames.all.get(new Key(recipe, at, 0));
            if (frame != null) {
                return frame;
            }
        }
        return places.all.get(best);
    }

    synchronized void keep(Recipe recipe, Trainer.Place frame) {
        frames.put(Key.of(recipe, frame), frame);
        trim();
    }

    /** Whoever stood at one place stands at another now; within a step also at its beginning, which is looked at meanwhile. */
    synchronized void move(Recipe recipe, Trainer.Place from, Trainer.Place to) {
        if (to.through() == 0 || from.through() > 0) {
            places.remove(Key.of(recipe, from));
        }
        Key key = Key.of(recipe, to);
        if (!frames.all.containsKey(key)) {
            places.put(key, to);
        }
        trim();
    }

    private void trim() {
        while (places.all.size() > MOST_PLACES || places.bytes > most / 8 * OF_PLACES) {
            places.forgetEldest();
        }
        while (bytes() > most) {
            frames.forgetEldest();
        }
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
        return frames.bytes + places.bytes;
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

    synchronized Tally tally(Babble babble) {
        return tallies.getOrDefault(babble, Tally.NONE);
    }

    synchronized void keep(Babble babble, Tally tally) {
        tallies.put(babble, tally);
        if (tallies.size() > MOST_TALLIES) {
            tallies.remove(tallies.keySet().iterator().next());
        }
    }
}
