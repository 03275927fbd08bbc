package dev.nabla.lesson.formula;

import java.util.concurrent.TimeUnit;

/**
 * How long a lesson by somebody else may keep its reader waiting, asked before everything that could take long.
 *
 * @param seconds it was given
 * @param end of it, by {@link System#nanoTime}
 */
public record Deadline(int seconds, long end) {
    /** For a whole lesson, or for one question however often it is drawn: ours train for it, on a machine that does much else. */
    public static final int A_LESSON = 20;

    /** For reading a course and trying all its questions. */
    public static final int A_COURSE = 180;

    public static Deadline of(int seconds) {
        return new Deadline(seconds, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
    }

    /** Throws a BadInput when it is at its end. */
    public void spend() {
        if (System.nanoTime() - end > 0) {
            throw BadLesson.of("working it out takes longer than " + seconds + " s; ask for fewer steps or facts");
        }
    }
}
