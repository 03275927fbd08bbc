package dev.nabla.serve;

import dev.nabla.room.Student;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sessions that students have open: at most four per student, of a limited number of students. */
final class OpenSessions {
    private static final int MOST_PER_STUDENT = 4;

    private final int mostStudents;
    /** By the id of the student; the oldest first. */
    private final Map<String, List<OpenSession>> open = new HashMap<>();

    /** What a session looks like to its student. */
    enum SessionKind {
        SCREEN("full screen"),
        TEXT("text");

        private final String words;

        SessionKind(String words) {
            this.words = words;
        }
    }

    /**
     * A session.
     *
     * @param since as the clocks of the class show it
     * @param from the address as the log has it; empty if that keeps none
     */
    record OpenSession(SessionKind kind, String since, String from) {
        @Override
        public String toString() {
            return kind.words + " since " + since + (from.isEmpty() ? "" : " from " + from);
        }
    }

    OpenSessions(int mostStudents) {
        this.mostStudents = mostStudents;
    }

    /** How many students have a session open. */
    synchronized int students() {
        return open.size();
    }

    /** @throws RetryLater if nobody fits in but the students who have a session open */
    synchronized void requireRoom() {
        if (open.size() >= mostStudents) {
            throw new RetryLater("the class is full: at most " + mostStudents
                    + (mostStudents == 1 ? " student" : " students") + " at once; try again later");
        }
    }

    /**
     * Begins a session.
     *
     * @return ends it; to be run once
     * @throws RetryLater if the class is full, or the student has too many sessions open
     */
    synchronized Runnable begin(Student student, OpenSession session) {
        List<OpenSession> own = open.getOrDefault(student.id(), List.of());
        if (own.isEmpty()) {
            requireRoom();
        }
        if (own.size() >= MOST_PER_STUDENT) {
            String list = own.stream().map(OpenSession::toString).collect(Collectors.joining("; "));
            throw new RetryLater(
                    "a student has at most " + MOST_PER_STUDENT + " sessions, and these of yours are open: " + list
                            + ". Close one with q and come again; one whose connection is lost ends by itself within "
                            + KeepAlive.LOST_SECONDS + " s");
        }
        open.computeIfAbsent(student.id(), first -> new ArrayList<>()).add(session);
        return () -> end(student, session);
    }

    private synchronized void end(Student student, OpenSession session) {
        open.computeIfPresent(student.id(), (id, own) -> {
            own.remove(session);
            return own.isEmpty() ? null : own;
        });
    }
}
