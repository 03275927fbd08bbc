package dev.nabla.progress;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** In which order due questions are asked: first what was sure and wrong; of each, the sections take turns, the longest due before. */
final class ReviewOrder {
    private ReviewOrder() {}

    static List<QuestionHistory> order(Collection<QuestionHistory> items, LocalDate today) {
        List<QuestionHistory> due = new ArrayList<>(items);
        due.removeIf(item -> item.box().due().isAfter(today));
        due.sort(ReviewOrder::before);
        List<QuestionHistory> first = new ArrayList<>(due);
        first.removeIf(item -> !item.box().sureAndWrong());
        due.removeIf(item -> item.box().sureAndWrong());
        List<QuestionHistory> order = new ArrayList<>(mixed(first));
        order.addAll(mixed(due));
        return order;
    }

    private static int before(QuestionHistory one, QuestionHistory other) {
        int days = one.box().due().compareTo(other.box().due());
        return days == 0 ? one.id().compareTo(other.id()) : days;
    }

    private static List<QuestionHistory> mixed(List<QuestionHistory> items) {
        Map<String, Deque<QuestionHistory>> sections = new TreeMap<>();
        items.forEach(item -> sections.computeIfAbsent(item.section(), id -> new ArrayDeque<>())
                .add(item));
        List<QuestionHistory> mixed = new ArrayList<>();
        while (mixed.size() < items.size()) {
            for (Deque<QuestionHistory> section : sections.values()) {
                if (!section.isEmpty()) {
                    mixed.add(section.remove());
                }
            }
        }
        return mixed;
    }
}
