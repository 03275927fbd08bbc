package dev.nabla.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TimeZone;

/** Maps a moment to a date in the learner's time zone, where the day ends at midnight. */
@FunctionalInterface
public interface DayRule {
    int A_DAY = 24 * 60 * 60;

    LocalDate of(Instant moment);

    static DayRule inZone(ZoneId zone) {
        return moment -> LocalDate.ofInstant(moment, zone);
    }

    /**
     * Returns the rule of a time zone. Uses TimeZone, because creating a ZoneId makes the JVM open every jar and
     * doubles the start-up time.
     */
    static DayRule inZone(TimeZone zone) {
        return moment -> {
            long seconds = moment.getEpochSecond();
            return LocalDate.ofEpochDay(Math.floorDiv(seconds + zone.getOffset(seconds * 1000) / 1000, A_DAY));
        };
    }
}
