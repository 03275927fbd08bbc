package dev.nabla.room;

import dev.nabla.lesson.question.Question.WrongSpec;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.room.name.Student;
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
 * An overview of a class for its teacher.
 *
 * @param rows connected students: those who need help first, then the others by position
 * @param needing number of students at the beginning of the rows who need help
 * @param mistakes mistakes of the last ten minutes; those of most students first
 */
public record ClassOverview(List<StudentRow> rows, int needing, List<RecentMistake> mistakes) {
    /** The overview of a class before anything is known of it. */
    public static final ClassOverview EMPTY = new ClassOverview(List.of(), 0, List.of());

    private static final int MANY = 3;
    private static final Duration LONG = Duration.ofMinutes(5);

    /** An item that a teacher can select: a student, or a mistake. */
    public sealed interface Selectable {
        /** Returns a text that identifies the item. */
        String key();

        /** Returns the display name. */
        String name();

        LearnerLocation where();
    }

    /**
     * A connected student.
     *
     * @param name name as it is displayed
     * @param answers answers of the last ten minutes, oldest first
     * @param idle time since the last key press
     */
    public record StudentRow(String name, LearnerLocation where, List<Answered> answers, Duration idle)
            implements Selectable {
        @Override
        public String key() {
            return name;
        }

        /**
         * Returns the number of wrong answers to the last question since its last right one; 0 after a right answer.
         */
        public int wrong() {
            int from = answers.size();
            while (from > 0
                    && !answers.get(from - 1).right()
                    && answers.get(from - 1).item().equals(item())) {
                from--;
            }
            return answers.size() - from;
        }

        /** Returns the id of the question that was answered last; empty without answers. */
        public String item() {
            return answers.isEmpty() ? "" : answers.get(answers.size() - 1).item();
        }

        /** Returns whether three or more answers in a row to one question were wrong. */
        public boolean isStuck() {
            return wrong() >= MANY;
        }

        /** Returns whether a question is open and no key was pressed for five minutes. */
        public boolean isStill() {
            return where.doing().asks() && idle.compareTo(LONG) >= 0;
        }

        public boolean needs() {
            return isStuck() || isStill();
        }

        /** Returns the mistakes of the student that have a known misconception, each once, without names. */
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

        /** Returns the mistake behind all of the last wrong answers, if it is the same one. */
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
     * A misconception that was found in answers to a question.
     *
     * @param where position of the question
     * @param names display names of the students who made the mistake
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

    /**
     * Returns the overview of a class at a moment.
     *
     * @param naming how names are displayed
     */
    public static ClassOverview of(ClassActivity now, Naming naming) {
        Map<String, Presence> present = new HashMap<>();
        now.present()
                .forEach(here -> present.merge(
                        here.student().id(), here, BinaryOperator.maxBy(Comparator.comparing(Presence::lastKey))));
        List<StudentRow> rows = present.values().stream()
                .map(here -> row(here, now, naming))
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

    private static StudentRow row(Presence here, ClassActivity now, Naming naming) {
        Student student = here.student();
        return new StudentRow(
                naming.of(student),
                here.where(),
                now.answers().getOrDefault(student.id(), List.of()),
                Duration.between(here.lastKey(), now.at()));
    }

    /** Returns the number of students in each section, ordered by section. Students at home are not counted. */
    public SortedMap<String, Integer> sections() {
        return rows.stream()
                .map(row -> row.where().section())
                .filter(section -> !section.isEmpty())
                .collect(Collectors.toMap(section -> section, one -> 1, Integer::sum, TreeMap::new));
    }
}
