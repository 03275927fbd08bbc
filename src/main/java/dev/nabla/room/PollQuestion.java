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
import dev.nabla.room.name.Role;
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
import java.util.stream.Stream;

/**
 * A question that the whole class is asked, and the kinds of its votes. The kinds of a choice are its options; of other
 * questions they are verdicts and named misconceptions. An answer that is right as far as it goes is a right vote.
 *
 * @param instance question with the numbers that all students get
 */
public record PollQuestion(QuestionInstance instance) {
    /** Returns a question of the course with the numbers of a seed; empty if the course has no such question. */
    public static Optional<PollQuestion> of(Course course, String item, long seed) {
        try {
            return item.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PollQuestion(course.question(item).draw(seed)));
        } catch (BadInput missing) {
            return Optional.empty();
        }
    }

    /**
     * Least number of votes in a round that students may see, and that advise the teacher. From fewer votes a student
     * might find out who cast them, and a single vote would turn the advice.
     */
    private static final int LEAST = 5;

    private static final int FEW = 35;
    private static final int MOST = 70;

    /** Advice to the teacher, from the share of right votes. */
    public enum Advice {
        EXPLAIN,
        DISCUSS,
        GO_ON
    }

    /** Returns the kind of a typed vote; empty if it cannot be read. */
    public Optional<String> kind(String typed) {
        Verdict verdict = instance.grade(typed);
        return switch (verdict.kind()) {
            case RIGHT, SO_FAR -> Optional.of(Vote.RIGHT);
            case WRONG ->
                Optional.of(isChoice() ? option(typed) : verdict.misconception().orElse(Vote.OTHER));
            case UNREADABLE -> Optional.empty();
        };
    }

    private boolean isChoice() {
        return instance.question().kind() == AnswerType.CHOICE;
    }

    /** Returns the option of a choice that was typed by its letter or in full. */
    private String option(String typed) {
        return instance.options().contains(typed)
                ? typed
                : instance.options().get(Character.toLowerCase(typed.strip().charAt(0)) - 'a');
    }

    /** Returns the display name of a kind; for the right vote of a choice, its option. */
    public String name(String kind) {
        return !isChoice() ? WrongSpec.label(kind) : kind.equals(Vote.RIGHT) ? option(instance.answer()) : kind;
    }

    /** Returns what was typed; for a choice, the option in full. */
    public String inFull(String typed, String kind) {
        return isChoice() ? name(kind) : typed;
    }

    /** Returns the explanation by the course of the most frequent mistake of the first round; empty if it has none. */
    public Optional<String> frequent(Map<Integer, Map<String, Integer>> counts) {
        return kinds(counts).stream().skip(1).findFirst().flatMap(this::reveals);
    }

    /**
     * Returns the kinds that have a bar: the right vote first and {@link Vote#OTHER} last. The others are ordered by
     * their votes in the first round, with ties in the order of the course.
     */
    public List<String> kinds(Map<Integer, Map<String, Integer>> counts) {
        Set<String> voted = new TreeSet<>();
        counts.values().forEach(round -> voted.addAll(round.keySet()));
        Set<String> kinds = new LinkedHashSet<>();
        if (isChoice()) {
            kinds.addAll(instance.options());
            kinds.remove(name(Vote.RIGHT));
        } else {
            instance.question().wrong().stream()
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

    /** Returns the explanation by the course of a kind of vote or of a misconception; empty if it has none. */
    public Optional<String> reveals(String kind) {
        return instance.answers().stream()
                .skip(1)
                .map(Answer::text)
                .filter(wrong -> kind(wrong).equals(Optional.of(kind))
                        || instance.grade(wrong).misconception().equals(Optional.of(kind)))
                .findFirst()
                .map(wrong -> instance.grade(wrong).message());
    }

    /** Returns the first sentence of an explanation. */
    public static String brief(String reveals) {
        return reveals.replaceFirst("\\. .*", ".");
    }

    /**
     * Returns the number of votes by round and kind. In the second round the first vote of a student counts until it is
     * changed, so that both rounds compare the same students. There is no second round before it is open, nor if the
     * answer is revealed and nobody voted in it.
     */
    public static Map<Integer, Map<String, Integer>> count(Collection<Vote> votes, Phase phase) {
        Set<String> again = votes.stream()
                .filter(vote -> vote.round() == Phase.AGAIN.round())
                .map(Vote::student)
                .collect(Collectors.toSet());
        boolean held = phase == Phase.AGAIN || phase == Phase.CLOSED_AGAIN || !again.isEmpty();
        Stream<Vote> kept = votes.stream()
                .filter(vote -> held && vote.round() < Phase.AGAIN.round() && !again.contains(vote.student()))
                .map(vote -> new Vote(Phase.AGAIN.round(), vote.student(), vote.kind()));
        return Stream.concat(votes.stream(), kept)
                .collect(Collectors.groupingBy(
                        Vote::round, TreeMap::new, Collectors.toMap(Vote::kind, one -> 1, Integer::sum)));
    }

    /**
     * Returns the counts that a user may see. A teacher sees the rounds that are closed. Students see the rounds with
     * five votes or more, once the answer is revealed.
     */
    public static Map<Integer, Map<String, Integer>> visibleCounts(
            Map<Integer, Map<String, Integer>> counts, Role role, Phase phase) {
        Map<Integer, Map<String, Integer>> seen = new TreeMap<>(counts);
        seen.keySet()
                .removeIf(round -> role == Role.TEACHER
                        ? round > phase.round() || phase.isOpen() && round == phase.round()
                        : phase != Phase.REVEALED || votes(counts.get(round)) < LEAST);
        return seen;
    }

    /** Returns the number of votes in a round. */
    public static int votes(Map<String, Integer> round) {
        return round.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the share of a kind in a round, in percent, rounded: 9 of 24 votes are 38. */
    public static int percent(Map<String, Integer> round, String kind) {
        return (int) Math.round(100.0 * round.getOrDefault(kind, 0) / Math.max(1, votes(round)));
    }

    /**
     * Returns what a round advises. Under 35 % right: explain; over 70 %: go on; between them: discuss. Empty with less
     * than five votes.
     */
    public static Optional<Advice> advice(Map<String, Integer> round) {
        int hundredfold = 100 * round.getOrDefault(Vote.RIGHT, 0);
        int votes = votes(round);
        if (votes < LEAST) {
            return Optional.empty();
        }
        return Optional.of(
                hundredfold < FEW * votes
                        ? Advice.EXPLAIN
                        : hundredfold <= MOST * votes ? Advice.DISCUSS : Advice.GO_ON);
    }
}
