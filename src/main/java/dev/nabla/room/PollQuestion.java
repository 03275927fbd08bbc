package dev.nabla.room;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.question.Answer;
import dev.nabla.lesson.question.AnswerType;
import dev.nabla.lesson.question.Question.WrongSpec;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.math.BadInput;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Poll.Vote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A question that is put to all, and what its votes come to: those of a choice its options, else verdicts and named
 * misconceptions. An answer that is right as far as it goes is a right vote.
 *
 * @param asked with the numbers that all have
 */
public record PollQuestion(QuestionInstance asked) {
    /** A question of the course with its numbers, if it has them. */
    public static Optional<PollQuestion> of(Course course, String item, long seed) {
        try {
            return item.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PollQuestion(course.question(item).draw(seed)));
        } catch (BadInput gone) {
            return Optional.empty();
        }
    }

    /** With fewer votes a student might tell whose they are. */
    private static final int LEAST = 5;

    private static final int FEW = 35;
    private static final int MOST = 70;

    /** What a share of right votes advises. */
    public enum Advice {
        EXPLAIN,
        DISCUSS,
        GO_ON
    }

    /** What a typed vote comes to; empty if it cannot be read. */
    public Optional<String> kind(String typed) {
        Verdict verdict = asked.grade(typed);
        return switch (verdict.kind()) {
            case RIGHT, SO_FAR -> Optional.of(Vote.RIGHT);
            case WRONG ->
                Optional.of(isChoice() ? option(typed) : verdict.misconception().orElse(Vote.OTHER));
            case UNREADABLE -> Optional.empty();
        };
    }

    private boolean isChoice() {
        return asked.question().kind() == AnswerType.CHOICE;
    }

    /** An option, by its letter or in full. */
    private String option(String typed) {
        return asked.options().contains(typed)
                ? typed
                : asked.options().get(Character.toLowerCase(typed.strip().charAt(0)) - 'a');
    }

    /** What a kind of vote is called: the right one of a choice is an option as well. */
    public String name(String kind) {
        return !isChoice() ? WrongSpec.label(kind) : kind.equals(Vote.RIGHT) ? option(asked.answer()) : kind;
    }

    /** What was typed, of a choice the option. */
    public String inFull(String typed, String kind) {
        return isChoice() ? name(kind) : typed;
    }

    /** What the course has to say to the most frequent mistake of the first round. */
    public Optional<String> frequent(Map<Integer, Map<String, Integer>> counts) {
        return kinds(counts).stream().skip(1).findFirst().flatMap(this::reveals);
    }

    /** The kinds that have a bar: right before all, then by votes in the first round, ties as in the course, and the rest last. */
    public List<String> kinds(Map<Integer, Map<String, Integer>> counts) {
        Set<String> voted = new TreeSet<>();
        counts.values().forEach(round -> voted.addAll(round.keySet()));
        Set<String> kinds = new LinkedHashSet<>();
        if (isChoice()) {
            kinds.addAll(asked.options());
            kinds.remove(name(Vote.RIGHT));
        } else {
            asked.question().wrong().stream()
                    .map(wrong -> wrong.misconception())
                    .filter(voted::contains)
                    .forEach(kinds::add);
        }
        kinds.addAll(voted);
        kinds.removeAll(Set.of(Vote.RIGHT, Vote.OTHER));
        Map<String, Integer> first = counts.values().stream().findFirst().orElse(Map.of());
        List<String> ordered = new ArrayList<>(kinds);
        ordered.sort(Comparator.comparing(kind -> -first.getOrDefault(kind, 0)));
        ordered.add(0, Vote.RIGHT);
        if (!isChoice() || voted.contains(Vote.OTHER)) {
            ordered.add(Vote.OTHER);
        }
        return ordered;
    }

    /** What the course has to say to a kind of vote, or to a misconception. */
    public Optional<String> reveals(String kind) {
        return asked.answers().stream()
                .skip(1)
                .map(Answer::text)
                .filter(wrong -> kind(wrong).equals(Optional.of(kind))
                        || asked.grade(wrong).misconception().equals(Optional.of(kind)))
                .findFirst()
                .map(wrong -> asked.grade(wrong).message());
    }

    /** The first sentence of what is revealed. */
    public static String brief(String reveals) {
        return reveals.replaceFirst("\\. .*", ".");
    }

    /** How many votes of each kind, by round. */
    public static Map<Integer, Map<String, Integer>> count(Collection<Vote> votes) {
        return votes.stream()
                .collect(Collectors.groupingBy(
                        Vote::round, TreeMap::new, Collectors.toMap(Vote::kind, one -> 1, Integer::sum)));
    }

    /** What of the counts somebody may see: a teacher the rounds that are closed, students those of five votes and more once all is revealed. */
    public static Map<Integer, Map<String, Integer>> visibleCounts(
            Map<Integer, Map<String, Integer>> counts, Role role, Phase phase) {
        Map<Integer, Map<String, Integer>> seen = new TreeMap<>(counts);
        seen.keySet()
                .removeIf(round -> role == Role.TEACHER
                        ? phase.isOpen() && round >= phase.round()
                        : phase != Phase.REVEALED || votes(counts.get(round)) < LEAST);
        return seen;
    }

    /** How many votes there are in a round. */
    public static int votes(Map<String, Integer> round) {
        return round.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The share of a kind in a round, rounded: 9 of 24 votes are 38 %. */
    public static int percent(Map<String, Integer> round, String kind) {
        return (int) Math.round(100.0 * round.getOrDefault(kind, 0) / Math.max(1, votes(round)));
    }

    /** What a round advises: under 35 % right explain first, over 70 % go on, between them discuss. */
    public static Advice advice(Map<String, Integer> round) {
        int hundredfold = 100 * round.getOrDefault(Vote.RIGHT, 0);
        int votes = votes(round);
        return hundredfold < FEW * votes || votes == 0
                ? Advice.EXPLAIN
                : hundredfold <= MOST * votes ? Advice.DISCUSS : Advice.GO_ON;
    }
}
