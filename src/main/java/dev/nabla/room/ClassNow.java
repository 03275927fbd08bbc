package dev.nabla.room;

import dev.nabla.progress.Entry.Answered;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The class at a moment: who is here, what was answered in the last ten minutes.
 *
 * @param at the moment
 * @param info what the class is
 * @param present who is here
 * @param answers what each student answered in the last ten minutes, in order, by id
 */
public record ClassNow(Instant at, ClassInfo info, List<Presence> present, Map<String, List<Answered>> answers) {
    public ClassNow {
        present = List.copyOf(present);
        answers = Map.copyOf(answers);
    }
}
