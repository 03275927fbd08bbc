package dev.nabla.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which order due questions are asked: first what was sure and wrong; of each, the sections take turns, the longest due before. */
final class ReviewOrder {
    private ReviewOrder() {}

    static List<QuestionHistory> order(Collection<QuestionHistory> items, LocalDate today) {
        List<QuestionHistory> due = new ArrayList<>(items);
        due.removeIf(item -> item.box().due().isAfter(today));
        if (due.isEmpty()) {
            return due; // comparators take a start some milliseconds
        }
        Comparator<QuestionHistory> urgent =
                Comparator.comparing(item -> !item.box().sureAndWrong());
        due.sort(urgent.thenComparing(item -> item.box().due()).thenComparing(QuestionHistory::id));
        Map<String, Integer> turns = new HashMap<>();
        Map<QuestionHistory, Integer> turn = new HashMap<>();
        for (QuestionHistory item : due) {
            turn.put(item, turns.merge(item.box().sureAndWrong() + item.section(), 1, Integer::sum));
        }
        due.sort(urgent.thenComparing(turn::get).thenComparing(QuestionHistory::section));
        return due;
    }
}
