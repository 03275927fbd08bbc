package dev.nabla.serve.login;

import dev.nabla.room.ClassStore;
import dev.nabla.room.JoinFlood;
import dev.nabla.room.name.Student;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The students who joined within the last minute on this host, by network address. Nobody is refused because many join
 * from one address: the store notes a flood, without the address, and each teacher of the class is asked about it, on
 * any host. With a roster nothing is noted. Here an address is held for a minute after the last student from it.
 */
public final class RecentJoins {
    /** Longest time between two students of the same flood. */
    private static final Duration GAP = Duration.ofMinutes(1);

    private final ClassStore store;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, JoinGroup> byAddress = new HashMap<>();

    public RecentJoins(ClassStore store) {
        this.store = store;
    }

    /** Students from one address, each with the time of joining, in that order. */
    private static final class JoinGroup {
        private final String flood;
        private final Map<Student, Instant> joins = new LinkedHashMap<>();
        private Instant last;

        JoinGroup(String flood) {
            this.flood = flood;
        }

        void add(Student student, Instant now) {
            joins.put(student, now);
            last = now;
        }

        /** Forgets students who joined too early to belong to a flood, unless it has begun already. */
        void forget(Instant now) {
            joins.values().removeIf(at -> isOver(now) || joins.size() < JoinFlood.MANY && isOld(at, now));
        }

        private boolean isOver(Instant now) {
            return isOld(last, now);
        }

        private static boolean isOld(Instant at, Instant now) {
            return at.plus(GAP).isBefore(now);
        }
    }

    /** Adds a student who has joined from an address. */
    public synchronized void add(String address, Student student, Instant now) {
        forget(now);
        JoinGroup group =
                byAddress.computeIfAbsent(address, from -> new JoinGroup(Long.toUnsignedString(random.nextLong(), 36)));
        group.add(student, now);
        if (group.joins.size() >= JoinFlood.MANY && store.roster().isEmpty()) {
            store.noteFlood(group.flood, group.joins.keySet().stream().toList());
        }
    }

    /** Forgets addresses from which nobody has joined for a minute. */
    public synchronized void forget(Instant now) {
        byAddress.values().forEach(group -> group.forget(now));
        byAddress.values().removeIf(group -> group.joins.isEmpty());
    }

    /** Begins to count anew, since a teacher has decided about all students who have joined so far. */
    public synchronized void restart() {
        byAddress.clear();
    }
}
