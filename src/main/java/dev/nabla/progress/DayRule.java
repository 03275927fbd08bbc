package dev.nabla.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TimeZone;

/** Which day it is at a moment, where the learner lives: midnight there ends it. */
@FunctionalInterface
public interface DayRule {
    int A_DAY = 24 * 60 * 60;

    LocalDate of(Instant moment);

    static DayRule inZone(ZoneId zone) {
        return moment -> LocalDate.ofInstant(moment, zone);
    }

    /** In an older kind of zone: for one of the newer kind java opens every jar, which doubles the time of a start. */
    static DayRule inZone(TimeZone zone) {
        return moment -> {
            long seconds = moment.getEpochSecond();
            return LocalDate.ofEpochDay(Math.floorDiv(seconds + zone.getOffset(seconds * 1000) / 1000, A_DAY));
        };
    }
}
