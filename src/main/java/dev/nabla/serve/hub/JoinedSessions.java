package dev.nabla.serve.hub;

import dev.nabla.room.name.Role;
import dev.nabla.room.name.Student;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The sessions of users who have joined on this host. Thread-safe. */
final class JoinedSessions {
    private final Set<ActiveSession> joined = ConcurrentHashMap.newKeySet();

    void add(ActiveSession session) {
        joined.add(session);
    }

    void remove(ActiveSession session) {
        joined.remove(session);
    }

    int size() {
        return joined.size();
    }

    Stream<ActiveSession> stream() {
        return joined.stream();
    }

    void forEach(Consumer<ActiveSession> each) {
        joined.forEach(each);
    }

    List<ActiveSession> teachers() {
        return stream().filter(session -> session.user().role() == Role.TEACHER).toList();
    }

    /** Returns the ids of the students. */
    Set<String> students() {
        Set<String> ids = new HashSet<>();
        forEach(session -> session.user().student().map(Student::id).ifPresent(ids::add));
        return ids;
    }

    /** Returns the sessions of the student with this id. */
    List<ActiveSession> of(String id) {
        return stream()
                .filter(session -> session.user()
                        .student()
                        .map(Student::id)
                        .filter(id::equals)
                        .isPresent())
                .toList();
    }

    /** Shows a message in all sessions of a student. */
    void notifyStudent(Student student, String words) {
        of(student.id()).forEach(session -> session.notifyUser(words));
    }
}
