package dev.nabla.room;

import java.time.Instant;

/**
 * Many students who joined from one address within a short time. Either a class has begun, or a script joins.
 *
 * @param since time at which the first of them joined
 * @param students number of them who are still in the class
 */
public record JoinFlood(Instant since, int students) {
    /** Number of students from one address about whom the teacher is asked. */
    public static final int MANY = 10;
}
