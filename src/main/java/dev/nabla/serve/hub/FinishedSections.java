package dev.nabla.serve.hub;

import dev.nabla.room.name.Student;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The sections that each student has finished. They are read from the journals, a few at a time. Thread-safe. */
final class FinishedSections {
    /** Maximum number of journals read by one call. */
    private static final int MOST_READ = 10;

    private final Function<Student, Set<String>> read;
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    /** Ids of students whose entry in {@link #known} is out of date. */
    private final Set<String> outdated = ConcurrentHashMap.newKeySet();

    /** @param read returns the ids of the sections that a student has finished */
    FinishedSections(Function<Student, Set<String>> read) {
        this.read = read;
    }

    /** Marks the sections of a student as out of date. */
    void outdate(Student student) {
        outdated.add(student.id());
    }

    /**
     * Returns the ids of finished sections by student id; an empty map until they are known for all these students.
     *
     * @param readable whether journals can be read now; if not, the sections that were last read are returned
     */
    Map<String, Set<String>> of(List<Student> students, boolean readable) {
        students.stream()
                .filter(student -> outdated.contains(student.id()) || !known.containsKey(student.id()))
                .limit(readable ? MOST_READ : 0)
                .forEach(student -> {
                    outdated.remove(student.id());
                    known.put(student.id(), read.apply(student));
                });
        known.keySet().retainAll(students.stream().map(Student::id).toList());
        return known.size() < students.size() ? Map.of() : known;
    }
}
