package dev.nabla.lesson.formula;

import java.util.concurrent.TimeUnit;

/**
 * How long a lesson by somebody else may keep its reader waiting, asked before everything that could take long.
 *
 * @param seconds it was given
 * @param end of it, by {@link System#nanoTime}
 */
public record Deadline(int seconds, long end) {
    /** For one question with other numbers. */
    public static final int A_DRAW = 5;
    /** For a whole lesson, of which ours may train for it on a machine that does much else. */
    public static final int A_LESSON = 20;

    /** For trying a question with many numbers. */
    public static final int A_TRIAL = 10;
    /** For trying all questions of a course. */
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
