package dev.nabla.lesson;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** In which order due questions are asked: first what was sure and wrong; of each, the sections take turns, the longest due before. */
final class Due {
    private Due() {}

    static List<Item> order(Collection<Item> items, LocalDate today) {
        List<Item> due = new ArrayList<>(items);
        due.removeIf(item -> item.box().due().isAfter(today));
        due.sort(Due::before);
        List<Item> first = new ArrayList<>(due);
        first.removeIf(item -> !item.box().sureAndWrong());
        due.removeIf(item -> item.box().sureAndWrong());
        List<Item> order = new ArrayList<>(mixed(first));
        order.addAll(mixed(due));
        return order;
    }

    private static int before(Item one, Item other) {
        int days = one.box().due().compareTo(other.box().due());
        return days == 0 ? one.id().compareTo(other.id()) : days;
    }

    private static List<Item> mixed(List<Item> items) {
        Map<String, Deque<Item>> sections = new TreeMap<>();
        items.forEach(item -> sections.computeIfAbsent(item.section(), id -> new ArrayDeque<>())
                .add(item));
        List<Item> mixed = new ArrayList<>();
        while (mixed.size() < items.size()) {
            for (Deque<Item> section : sections.values()) {
                if (!section.isEmpty()) {
                    mixed.add(section.remove());
                }
            }
        }
        return mixed;
    }
}
