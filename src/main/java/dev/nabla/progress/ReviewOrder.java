package dev.nabla.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders due questions for review. Questions with a confident wrong answer come first. Within both groups the sections
 * alternate, and in each section the question that has been due longest comes first.
 */
final class ReviewOrder {
    private ReviewOrder() {}

    static List<QuestionHistory> order(Collection<QuestionHistory> items, LocalDate today) {
        List<QuestionHistory> due = new ArrayList<>(items);
        due.removeIf(item -> item.box().due().isAfter(today));
        if (due.isEmpty()) {
            return due; // avoids loading comparators, which takes some ms at start-up
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
