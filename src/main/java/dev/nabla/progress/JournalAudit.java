package dev.nabla.progress;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Looks through the journals of a class for what is not as it says; answers to questions as they are today are graded again. */
final class JournalAudit {
    /** By how much clocks of two machines may differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int MOST_DRAWN = 20_000;
    private static final int MOST_KNOWN = 200_000;
    private static final int MOST_GRADED = 20_000;

    private final Course course;
    /** Those that somebody has answered: lessons nobody has come to are not read. */
    private final Map<String, Asked> questions = new HashMap<>();
    /** With nothing typed. */
    private final Map<Attempt, QuestionInstance> drawn = new HashMap<>();

    private final Map<Attempt, Optional<Grading>> known = new HashMap<>();
    private final Map<Long, String> owners = new HashMap<>();
    /** How many entries, by kind, student and place. */
    private final Map<Finding.Kind, Map<String, Map<String, Integer>>> found = new TreeMap<>();

    private final Instant latest;
    private final boolean trusting;

    /** A question of today, and where it stands. */
    private record Asked(String section, Question question, String digest) {}

    /** What decides about right and wrong. */
    private record Attempt(String item, long seed, String typed) {}

    /** What an attempt comes to. */
    private record Grading(boolean right, Optional<String> misconception) {}

    JournalAudit(Course course, Instant now, boolean trusting) {
        this.course = course;
        latest = now.plus(CLOCKS);
        this.trusting = trusting;
    }

    /** Null if the course has no such question, which is looked for again: a journal can name any number of them. */
    private Asked asked(String item) {
        return course.sections().stream()
                .filter(section -> section.names(item))
                .flatMap(section -> section.lesson().orElseThrow().questions().stream()
                        .filter(question -> question.id().equals(item))
                        .map(question -> new Asked(section.id(), question, question.digest())))
                .findFirst()
                .orElse(null);
    }

    /** The entries of a journal, its answers right or wrong as they are and not as they say. */
    List<Entry> graded(String student, List<Entry> entries) {
        List<Entry> graded = new ArrayList<>();
        int[] left = {MOST_GRADED};
        for (Entry entry : entries) {
            Optional<Answered> answer =
                    Optional.of(entry).filter(Answered.class::isInstance).map(Answered.class::cast);
            String place = answer.map(Answered::item).orElse(entry.section());
            Consumer<Finding.Kind> finder = kind -> found.computeIfAbsent(kind, none -> new TreeMap<>())
                    .computeIfAbsent(student, none -> new TreeMap<>())
                    .merge(place, 1, Integer::sum);
            if (entry.at().isAfter(latest)) {
                finder.accept(Finding.Kind.AHEAD);
            }
            answer.flatMap(each -> owner(each, student))
                    .map(owner -> owner.equals(student) ? Finding.Kind.REPEATED : Finding.Kind.COPIED)
                    .ifPresent(finder);
            graded.add(answer.isPresent() ? graded(answer.get(), left, finder) : entry);
        }
        return graded;
    }

    /** Who gave the same answer at the same moment, if somebody did; the first nabla did not write down when. */
    private Optional<String> owner(Answered answer, String student) {
        long deed = answer.at().toEpochMilli() * SPREAD + Objects.hash(answer.item(), answer.seed(), answer.typed());
        return answer.at().equals(Instant.EPOCH)
                ? Optional.empty()
                : Optional.ofNullable(owners.putIfAbsent(deed, student));
    }

    private Answered graded(Answered answer, int[] left, Consumer<Finding.Kind> finder) {
        Asked asked = questions.computeIfAbsent(answer.item(), this::asked);
        if (asked != null && !asked.section.equals(answer.section())) {
            finder.accept(Finding.Kind.MISFILED);
        }
        if (trusting || asked == null || !answer.of().equals(Optional.of(asked.digest))) {
            finder.accept(trusting ? Finding.Kind.TRUSTED : Finding.Kind.CHANGED);
            return answer;
        }
        if (known.size() == MOST_KNOWN) {
            known.clear();
        }
        Attempt attempt = new Attempt(answer.item(), answer.seed(), answer.typed());
        boolean fits = answer.typed().length() < Answered.LONGEST && (known.containsKey(attempt) || left[0]-- > 0);
        Optional<Grading> grading = fits ? known.computeIfAbsent(attempt, this::grading) : Optional.empty();
        if (grading.isEmpty()) {
            finder.accept(Finding.Kind.TOO_MUCH);
            return answer;
        }
        if (answer.right() != grading.get().right) {
            finder.accept(answer.right() ? Finding.Kind.SAYS_RIGHT : Finding.Kind.SAYS_WRONG);
        }
        return new Answered(
                answer.at(),
                asked.section,
                answer.item(),
                answer.seed(),
                answer.typed(),
                grading.get().right,
                grading.get().misconception,
                answer.sure(),
                asked.question.predicts(),
                answer.of());
    }

    /** Empty where the question cannot be asked with this seed. */
    private Optional<Grading> grading(Attempt attempt) {
        if (drawn.size() == MOST_DRAWN) {
            drawn.clear();
        }
        try {
            Attempt asked = new Attempt(attempt.item, attempt.seed, "");
            Question question = questions.get(attempt.item).question;
            Verdict verdict = drawn.computeIfAbsent(asked, numbers -> question.draw(attempt.seed))
                    .grade(attempt.typed);
            return Optional.of(new Grading(verdict.kind() == Verdict.Kind.RIGHT, verdict.misconception()));
        } catch (BadInput never) {
            return Optional.empty();
        }
    }

    /** What was found so far, by kind and student. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        found.forEach((kind, students) ->
                students.forEach((student, places) -> findings.add(new Finding(kind, student, places))));
        return findings;
    }
}
