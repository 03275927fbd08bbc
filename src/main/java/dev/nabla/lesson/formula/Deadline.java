package dev.nabla.lesson.formula;

import java.util.concurrent.TimeUnit;

/**
 * A time limit for lessons by authors who need not be trusted. {@link #spend} is called before each operation that may
 * take long.
 *
 * @param seconds length of the limit, in s
 * @param end end of the limit, by {@link System#nanoTime}
 */
public record Deadline(int seconds, long end) {
    /**
     * Limit for a whole lesson, or for all draws of one question, in s. Our longest lesson trains models for 3 s; on a
     * machine that has ten times as much to do it takes 30.
     */
    public static final int A_LESSON = 40;

    /** Limit for reading a course and trying all its questions, in s. */
    public static final int A_COURSE = 180;

    public static Deadline of(int seconds) {
        return new Deadline(seconds, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
    }

    /**
     * Checks the limit.
     *
     * @throws dev.nabla.math.BadInput if it has passed
     */
    public void spend() {
        if (System.nanoTime() - end > 0) {
            throw BadLesson.of("working it out takes longer than " + seconds + " s; ask for fewer steps or facts");
        }
    }
}
