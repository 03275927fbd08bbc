package dev.nabla.serve;

import dev.nabla.room.ClassStore;
import dev.nabla.room.JoinFlood;
import dev.nabla.room.Student;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The students who joined lately on this host, by network address. Nobody is refused because many join from one
 * address: the teacher is asked about them. With a roster nothing is asked.
 */
final class RecentJoins {
    /** Number of students from one address about whom the teacher is asked. */
    static final int MANY = 10;

    /** Longest time between two students of the same flood. */
    private static final Duration GAP = Duration.ofMinutes(1);

    private final ClassStore store;
    private final Map<String, List<Join>> byAddress = new HashMap<>();

    RecentJoins(ClassStore store) {
        this.store = store;
    }

    private record Join(String student, Instant at) {}

    /** Adds a student who has joined from an address. */
    synchronized void add(String address, Student student, Instant now) {
        byAddress.values().removeIf(joins -> joins.size() < MANY && isOver(joins, now));
        List<Join> joins = byAddress.computeIfAbsent(address, from -> new ArrayList<>());
        if (joins.size() < MANY && joins.stream().anyMatch(join -> isOld(join, now))) {
            joins.removeIf(join -> isOld(join, now));
        }
        joins.add(new Join(student.id(), now));
    }

    private static boolean isOld(Join join, Instant now) {
        return join.at().plus(GAP).isBefore(now);
    }

    private static boolean isOver(List<Join> joins, Instant now) {
        return isOld(joins.get(joins.size() - 1), now);
    }

    /** Returns the largest group that joined from one address and about which no teacher has decided. */
    synchronized Optional<JoinFlood> flood() {
        if (store.roster().isPresent()) {
            return Optional.empty();
        }
        byAddress.values().forEach(joins -> {
            if (joins.size() >= MANY) {
                joins.removeIf(join -> store.student(join.student()).isEmpty());
            }
        });
        byAddress.values().removeIf(List::isEmpty);
        return byAddress.values().stream()
                .filter(joins -> joins.size() >= MANY)
                .max(Comparator.comparing(List::size))
                .map(joins -> new JoinFlood(joins.get(0).at(), joins.size()));
    }

    /** Records that all students who have joined so far belong to the class. */
    synchronized void keep() {
        byAddress.clear();
    }
}
