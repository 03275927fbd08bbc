package dev.nabla.room;

import dev.nabla.progress.Entry.Answered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A class as its teacher looks over it.
 *
 * @param rows those who need help first, then everybody by where they are
 * @param needing how many of the first need help
 * @param mistakes those of the last ten minutes, of most students first
 */
public record Roll(List<Row> rows, int needing, List<Mistake> mistakes) {
    /** A class of which nothing is known yet. */
    public static final Roll EMPTY = new Roll(List.of(), 0, List.of());

    private static final int MANY = 3;
    private static final Duration LONG = Duration.ofMinutes(5);

    /** What can be chosen: somebody at a question, or a mistake in one. */
    public sealed interface Choice {
        /** What tells it from others. */
        String key();

        String section();

        /** Id of the question; empty if there is none. */
        String question();
    }

    /**
     * A student who is here.
     *
     * @param name as it is shown
     * @param answers those of the last ten minutes, in order
     * @param idle since the last key
     */
    public record Row(String name, Whereabouts where, List<Answered> answers, Duration idle) implements Choice {
        @Override
        public String key() {
            return name;
        }

        @Override
        public String section() {
            return where.section();
        }

        @Override
        public String question() {
            return where.item();
        }

        /** How many answers to the last question were wrong, without a right one since; 0 after a right one. */
        public int wrong() {
            int from = answers.size();
            while (from > 0
                    && !answers.get(from - 1).right()
                    && answers.get(from - 1).item().equals(item())) {
                from--;
            }
            return answers.size() - from;
        }

        /** What was answered last. */
        public String item() {
            return answers.isEmpty() ? "" : answers.get(answers.size() - 1).item();
        }

        /** Three wrong in a row on one question. */
        public boolean isStuck() {
            return wrong() >= MANY;
        }

        /** No key for five minutes with a question open. */
        public boolean isStill() {
            return where.doing().asks() && idle.compareTo(LONG) >= 0;
        }

        /** What was wrong for a reason that is known, each once; nobody's names are in it. */
        public List<Mistake> mistakes() {
            return answers.stream()
                    .flatMap(answer -> answer.misconception().stream()
                            .map(name -> new Mistake(name, answer.section(), answer.item(), List.of())))
                    .distinct()
                    .toList();
        }

        /** The misconception behind every one of the last wrong answers, if it is the same. */
        public Optional<String> repeated() {
            List<Optional<String>> names = answers.subList(answers.size() - wrong(), answers.size()).stream()
                    .map(Answered::misconception)
                    .distinct()
                    .toList();
            return names.size() == 1 ? names.get(0) : Optional.empty();
        }

        public int right() {
            return (int) answers.stream().filter(Answered::right).count();
        }
    }

    /**
     * A misconception that was met in a question.
     *
     * @param names whose, as they are shown
     */
    public record Mistake(String misconception, String section, String question, List<String> names) implements Choice {
        @Override
        public String key() {
            return misconception + " " + question;
        }
    }

    private static final Comparator<Row> BY_NEED = Comparator.<Row, Boolean>comparing(row -> !row.isStuck())
            .thenComparing(row -> row.isStuck() ? Duration.ZERO : row.idle().negated())
            .thenComparing(Row::name);

    /** @param hidden whether nobody's name is shown, but a word that tells nothing of it */
    public static Roll of(ClassNow now, boolean hidden) {
        List<Row> need = new ArrayList<>();
        List<Row> rest = new ArrayList<>();
        Map<Mistake, List<String>> made = new HashMap<>();
        Map<String, Presence> present = new LinkedHashMap<>();
        now.present().forEach(here -> present.merge(here.student().id(), here, Roll::later));
        for (Presence here : present.values()) {
            Student student = here.student();
            Row row = new Row(
                    hidden ? student.alias() : student.name().text(),
                    here.where(),
                    now.answers().getOrDefault(student.id(), List.of()),
                    Duration.between(here.lastKey(), now.at()));
            (row.isStuck() || row.isStill() ? need : rest).add(row);
            row.mistakes().forEach(each -> made.computeIfAbsent(each, first -> new ArrayList<>())
                    .add(row.name()));
        }
        need.sort(BY_NEED);
        rest.sort(Comparator.comparing(Row::where, Whereabouts.BY_PLACE).thenComparing(Row::name));
        List<Row> rows = new ArrayList<>(need);
        rows.addAll(rest);
        List<Mistake> mistakes = new ArrayList<>();
        made.forEach((each, names) -> mistakes.add(new Mistake(
                each.misconception(),
                each.section(),
                each.question(),
                names.stream().sorted().toList())));
        mistakes.sort(
                Comparator.<Mistake, Integer>comparing(each -> -each.names().size())
                        .thenComparing(Mistake::question)
                        .thenComparing(Mistake::misconception));
        return new Roll(List.copyOf(rows), need.size(), List.copyOf(mistakes));
    }

    /** Of somebody who is here twice where a key was pressed last. */
    private static Presence later(Presence one, Presence other) {
        return one.lastKey().isAfter(other.lastKey()) ? one : other;
    }

    /** How many are in each section, in order; nobody's home is one. */
    public SortedMap<String, Integer> sections() {
        SortedMap<String, Integer> sections = new TreeMap<>();
        rows.stream()
                .map(row -> row.where().section())
                .filter(section -> !section.isEmpty())
                .forEach(section -> sections.merge(section, 1, Integer::sum));
        return sections;
    }
}
