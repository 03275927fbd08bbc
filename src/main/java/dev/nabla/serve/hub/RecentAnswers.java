package dev.nabla.serve.hub;

import dev.nabla.progress.Entry.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The answers of the last ten minutes, by student id. Thread-safe. */
final class RecentAnswers {
    private static final Duration SPAN = Duration.ofMinutes(10);

    private final Map<String, Deque<Answered>> answers = new HashMap<>();

    /** Adds an answer of a student. Drops the student's oldest answers that are more than ten minutes older. */
    synchronized void add(String student, Answered answer) {
        Deque<Answered> own = answers.computeIfAbsent(student, id -> new ArrayDeque<>());
        while (!own.isEmpty() && !isRecent(own.peek(), answer.at())) {
            own.remove();
        }
        own.add(answer);
    }

    /** Returns the answers of each student, oldest first. Drops answers that are more than ten minutes old. */
    synchronized Map<String, List<Answered>> at(Instant now) {
        answers.values().removeIf(own -> {
            own.removeIf(answer -> !isRecent(answer, now));
            return own.isEmpty();
        });
        Map<String, List<Answered>> copies = new HashMap<>();
        answers.forEach((student, own) -> copies.put(student, List.copyOf(own)));
        return copies;
    }

    private static boolean isRecent(Answered answer, Instant now) {
        return answer.at().plus(SPAN).isAfter(now);
    }
}
