package dev.nabla.lesson;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as they are written down. */
final class Moments {
    private Moments() {}

    /** Without what is smaller than a millisecond, which the journal does not keep. */
    static Instant whole(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
