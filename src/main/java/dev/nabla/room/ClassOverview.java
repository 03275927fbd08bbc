package dev.nabla.room;

import dev.nabla.lesson.question.Question.WrongSpec;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.room.LearnerLocation.Doing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * A class as its teacher looks over it.
 *
 * @param rows those who need help first, then everybody by where they are
 * @param needing how many of the first need help
 * @param mistakes those of the last ten minutes, of most students first
 */
public record ClassOverview(List<StudentRow> rows, int needing, List<RecentMistake> mistakes) {
    /** A class of which nothing is known yet. */
    public static final ClassOverview EMPTY = new ClassOverview(List.of(), 0, List.of());

    private static final int MANY = 3;
    private static final Duration LONG = Duration.ofMinutes(5);

    /** What can be chosen: somebody at a question, or a mistake in one. */
    public sealed interface Selectable {
        /** What tells it from others. */
        String key();

        /** As people read it. */
        String name();

        LearnerLocation where();
    }

    /**
     * A student who is here.
     *
     * @param name as it is shown
     * @param answers those of the last ten minutes, in order
     * @param idle since the last key
     */
    public record StudentRow(String name, LearnerLocation where, List<Answered> answers, Duration idle)
            implements Selectable {
        @Override
        public String key() {
            return name;
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

        public boolean needs() {
            return isStuck() || isStill();
        }

        /** What was wrong for a reason that is known, each once; nobody's names are in it. */
        public List<RecentMistake> mistakes() {
            return answers.stream()
                    .flatMap(answer -> answer.misconception().stream()
                            .map(name -> new RecentMistake(
                                    name,
                                    new LearnerLocation(answer.section(), Doing.QUESTION, answer.item()),
                                    List.of())))
                    .distinct()
                    .toList();
        }

        /** The mistake behind every one of the last wrong answers, if it is the same. */
        public Optional<RecentMistake> repeated() {
            List<Optional<String>> names = answers.subList(answers.size() - wrong(), answers.size()).stream()
                    .map(Answered::misconception)
                    .distinct()
                    .toList();
            return mistakes().stream()
                    .filter(each -> names.equals(List.of(Optional.of(each.misconception()))))
                    .filter(each -> each.where().item().equals(item()))
                    .findFirst();
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
    public record RecentMistake(String misconception, LearnerLocation where, List<String> names) implements Selectable {
        @Override
        public String key() {
            return misconception + " " + where.item();
        }

        @Override
        public String name() {
            return WrongSpec.label(misconception);
        }
    }

    private static final Comparator<StudentRow> BY_NEED = Comparator.<StudentRow, Boolean>comparing(
                    row -> !row.isStuck())
            .thenComparing(row -> row.isStill() ? row.idle().negated() : Duration.ZERO)
            .thenComparing(row -> row.needs() ? LearnerLocation.HOME : row.where(), LearnerLocation.BY_PLACE)
            .thenComparing(StudentRow::name);

    private static final Comparator<RecentMistake> BY_COUNT = Comparator.<RecentMistake, Integer>comparing(
                    each -> -each.names().size())
            .thenComparing(each -> each.where().item())
            .thenComparing(RecentMistake::misconception);

    /** @param hidden whether nobody's name is shown, but a word that tells nothing of it */
    public static ClassOverview of(ClassActivity now, boolean hidden) {
        Map<String, Presence> present = new HashMap<>();
        now.present()
                .forEach(here -> present.merge(
                        here.student().id(), here, BinaryOperator.maxBy(Comparator.comparing(Presence::lastKey))));
        List<StudentRow> rows = present.values().stream()
                .map(here -> row(here, now, hidden))
                .sorted(Comparator.comparing((StudentRow row) -> !row.needs()).thenComparing(BY_NEED))
                .toList();
        Map<RecentMistake, List<String>> made = new HashMap<>();
        rows.forEach(row -> row.mistakes().forEach(each -> made.computeIfAbsent(each, first -> new ArrayList<>())
                .add(row.name())));
        made.values().forEach(Collections::sort);
        List<RecentMistake> mistakes = made.entrySet().stream()
                .map(each -> new RecentMistake(
                        each.getKey().misconception(), each.getKey().where(), each.getValue()))
                .sorted(BY_COUNT)
                .toList();
        return new ClassOverview(
                rows, (int) rows.stream().filter(StudentRow::needs).count(), mistakes);
    }

    private static StudentRow row(Presence here, ClassActivity now, boolean hidden) {
        Student student = here.student();
        return new StudentRow(
                hidden ? student.alias() : student.name().text(),
                here.where(),
                now.answers().getOrDefault(student.id(), List.of()),
                Duration.between(here.lastKey(), now.at()));
    }

    /** How many are in each section, in order; nobody's home is one. */
    public SortedMap<String, Integer> sections() {
        return rows.stream()
                .map(row -> row.where().section())
                .filter(section -> !section.isEmpty())
                .collect(Collectors.toMap(section -> section, one -> 1, Integer::sum, TreeMap::new));
    }
}
