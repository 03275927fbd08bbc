package dev.nabla.room;

import dev.nabla.progress.Entry.Answered;
import dev.nabla.room.ClassInfo.Due;
import dev.nabla.room.name.ListedName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state of a class at a moment, for its teachers.
 *
 * @param at the moment
 * @param info title, due dates and other settings of the class
 * @param present students who are connected
 * @param answers answers of the last ten minutes by student id, oldest first
 * @param done ids of finished sections by student id; empty until known for all students
 * @param doorway logins and wrong tries of the last minute
 * @param absent names on the roster whose students are not connected, ordered; empty without a roster
 */
public record ClassActivity(
        Instant at,
        ClassInfo info,
        List<Presence> present,
        Map<String, List<Answered>> answers,
        Map<String, Set<String>> done,
        Doorway doorway,
        Optional<List<ListedName>> absent) {
    public ClassActivity {
        present = List.copyOf(present);
        answers = Map.copyOf(answers);
        done = Map.copyOf(done);
        absent = absent.map(List::copyOf);
    }

    /** Creates the state of a class without a roster. */
    public ClassActivity(
            Instant at,
            ClassInfo info,
            List<Presence> present,
            Map<String, List<Answered>> answers,
            Map<String, Set<String>> done,
            Doorway doorway) {
        this(at, info, present, answers, done, doorway, Optional.empty());
    }

    /**
     * Returns how many students have finished a section, of those for whom it is due: {@code 9 of 28}. Returns an empty
     * text if nothing is known of them.
     */
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
