package dev.nabla.room;

import dev.nabla.progress.Entry.Answered;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A collector of the times at which a student answered each question first, by section. Answers may come in any order.
 */
public final class FirstAnswers implements Consumer<Answered> {
    private final Map<String, Map<String, Instant>> sections = new HashMap<>();

    @Override
    public void accept(Answered answer) {
        sections.computeIfAbsent(answer.section(), first -> new HashMap<>())
                .merge(answer.item(), answer.at(), (one, other) -> one.isBefore(other) ? one : other);
    }

    /** Returns how many questions of a section were first answered by the due time, and how many after it. */
    public Punctuality punctuality(String section, Instant due) {
        Map<String, Instant> first = sections.getOrDefault(section, Map.of());
        int late = (int) first.values().stream().filter(due::isBefore).count();
        return new Punctuality(first.size() - late, late);
    }
}
