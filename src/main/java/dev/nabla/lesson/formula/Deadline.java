package dev.nabla.lesson.formula;

import dev.nabla.figure.Figure;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A limit on the work for lessons by authors who need not be trusted. Work counts by its estimated time, {@link
 * Figure#effort}, before it is done. So a lesson is accepted or refused alike on every machine, however busy.
 */
public final class Deadline {
    /**
     * Limit for a whole lesson, or for all draws of one question, in s. The longest of our lessons takes 5 s, with each
     * training counted anew.
     */
    public static final int A_LESSON = 40;

    /** Limit for trying all questions of a course, in s. Ours takes about 60 s. */
    public static final int A_COURSE = 180;

    /** Work that counts for anything, in microseconds; as much as the facts of a plain figure take. */
    private static final long LEAST = 200;

    private final int seconds;
    /** Work that may still be done, in microseconds. */
    private final AtomicLong left;
    /** Limit that this one is a part of. */
    private final Optional<Deadline> whole;

    private Deadline(int seconds, Optional<Deadline> whole) {
        this.seconds = seconds;
        this.left = new AtomicLong(TimeUnit.SECONDS.toMicros(seconds));
        this.whole = whole;
    }

    public static Deadline of(int seconds) {
        return new Deadline(seconds, Optional.empty());
    }

    /** Returns a limit of its own, whose work counts for this one too. */
    public Deadline part(int ofSeconds) {
        return new Deadline(ofSeconds, Optional.of(this));
    }

    /**
     * Counts a small piece of work.
     *
     * @throws dev.nabla.math.BadInput if the work exceeds the limit
     */
    public void spend() {
        spend(0);
    }

    /**
     * Counts the work for the results of a model.
     *
     * @throws dev.nabla.math.BadInput if the work exceeds the limit
     */
    <M extends Record> void spend(Figure<M> figure, M model) {
        spend(figure.effort(model));
    }

    private void spend(double micros) {
        whole.ifPresent(limit -> limit.spend(micros));
        long work = Math.max(LEAST, (long) Math.min(micros, 1e15));
        if (left.addAndGet(-work) < 0) {
            throw BadLesson.of("working it out takes longer than " + seconds + " s; ask for fewer steps or facts");
        }
    }
}
