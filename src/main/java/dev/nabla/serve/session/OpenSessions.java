package dev.nabla.serve.session;

import dev.nabla.room.name.Student;
import dev.nabla.serve.log.RetryLater;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The open sessions of students: at most four per student, for a limited number of students. */
public final class OpenSessions {
    private static final int MOST_PER_STUDENT = 4;

    private final int mostStudents;
    /** Open sessions by student id, the oldest first. */
    private final Map<String, List<OpenSession>> open = new HashMap<>();

    /** The way in which a session is displayed. */
    enum SessionKind {
        SCREEN("full screen"),
        TEXT("text");

        private final String words;

        SessionKind(String words) {
            this.words = words;
        }
    }

    /**
     * An open session.
     *
     * @param since time at which it began, in the time zone of the class
     * @param from address of the client as the log shows it; empty if the log keeps no addresses
     */
    record OpenSession(SessionKind kind, String since, String from) {
        @Override
        public String toString() {
            return kind.words + " since " + since + (from.isEmpty() ? "" : " from " + from);
        }
    }

    public OpenSessions(int mostStudents) {
        this.mostStudents = mostStudents;
    }

    /** Returns the number of students who have a session open. */
    public synchronized int students() {
        return open.size();
    }

    /**
     * Checks that another student may begin a session.
     *
     * @throws RetryLater if the class is full
     */
    synchronized void requireRoom() {
        if (open.size() >= mostStudents) {
            throw new RetryLater("the class is full: at most " + mostStudents
                    + (mostStudents == 1 ? " student" : " students") + " at once; try again later");
        }
    }

    /**
     * Begins a session of a student.
     *
     * @return a task that ends the session; to be run once
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
