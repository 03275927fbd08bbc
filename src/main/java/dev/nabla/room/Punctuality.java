package dev.nabla.room;

import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The questions of a section that a student has answered, by when that was done first: who reviews later is not late.
 *
 * @param onTime answered when the section was due, or before
 * @param late answered after that
 */
public record Punctuality(int onTime, int late) {
    /** By what a student has done, in any order. */
    public static Punctuality of(Instant due, String section, List<Entry> entries) {
        Map<String, Instant> first = new HashMap<>();
        for (Entry entry : entries) {
            if (entry instanceof Answered answer && answer.section().equals(section)) {
                first.merge(answer.item(), answer.at(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        int late = (int) first.values().stream().filter(due::isBefore).count();
        return new Punctuality(first.size() - late, late);
    }

    public int answered() {
        return onTime + late;
    }

    public Punctuality and(Punctuality other) {
        return new Punctuality(onTime + other.onTime, late + other.late);
    }
}
