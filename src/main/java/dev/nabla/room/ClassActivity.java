package dev.nabla.room;

import dev.nabla.progress.Entry.Answered;
import dev.nabla.room.ClassInfo.Due;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The class at a moment: who is here, what was answered in the last ten minutes.
 *
 * @param at the moment
 * @param info what the class is
 * @param present who is here
 * @param answers what each student answered in the last ten minutes, in order, by id
 * @param done what each student of the class is done with, by id; empty until that is known of all
 * @param doorway what happens to those who come
 */
public record ClassActivity(
        Instant at,
        ClassInfo info,
        List<Presence> present,
        Map<String, List<Answered>> answers,
        Map<String, Set<String>> done,
        Doorway doorway) {
    public ClassActivity {
        present = List.copyOf(present);
        answers = Map.copyOf(answers);
        done = Map.copyOf(done);
    }

    /** How many are done with what is due, of those for whom it is: {@code 9 of 28}; nothing while that is not known. */
    public static String done(Due due, Map<String, Set<String>> done) {
        List<Set<String>> whose = done.keySet().stream()
                .filter(id -> due.student().stream().allMatch(id::equals))
                .map(done::get)
                .toList();
        long many = whose.stream()
                .filter(sections -> sections.contains(due.section()))
                .count();
        return whose.isEmpty() ? "" : many + " of " + whose.size();
    }
}
