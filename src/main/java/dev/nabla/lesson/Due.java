package dev.nabla.lesson;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** In which order due questions are asked: first what was sure and wrong; of each, the sections take turns, the longest due before. */
final class Due {
    private Due() {}

    static List<Item> order(Collection<Item> items, LocalDate today) {
        List<Item> due = items.stream()
                .filter(item -> !item.box().due().isAfter(today))
                .sorted(Comparator.comparing((Item item) -> item.box().due()).thenComparing(Item::id))
                .toList();
        List<Item> order = new ArrayList<>();
        order.addAll(
                mixed(due.stream().filter(item -> item.box().sureAndWrong()).toList()));
        order.addAll(
                mixed(due.stream().filter(item -> !item.box().sureAndWrong()).toList()));
        return order;
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
