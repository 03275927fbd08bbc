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

/**
 * Looks through the journals of a class for what is not as it says, and grades their answers again. An answer that was
 * not graded again does not count, unless all are trusted.
 *
 * <p>An answer to a question as it is worded today counts as it is graded today. One that says right and is wrong is a
 * finding; one that says wrong and is right is none, since an older nabla may have been stricter. An answer to a
 * question that was worded otherwise, or from a nabla that did not note the wording, counts if it is right today.
 * Otherwise it is passed over, as if the question had not been answered, and is no finding.
 */
final class JournalAudit {
    /** By how much clocks of two machines may differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int MOST_DRAWN = 20_000;
    private static final int MOST_KNOWN = 200_000;
    /** How many answers of one journal are graded; those that follow do not count. */
    private static final int MOST_GRADED = 20_000;

    private final Course course;
    /** Those that somebody has answered: lessons nobody has come to are not read. */
    private final Map<String, CurrentQuestion> questions = new HashMap<>();
    /** With nothing typed. */
    private final Map<GradingKey, QuestionInstance> drawn = new HashMap<>();

    private final Map<GradingKey, Optional<Grading>> known = new HashMap<>();
    private final Map<Long, String> owners = new HashMap<>();
    /** How many entries, by kind, student and place. */
    private final Map<Finding.FindingKind, Map<String, Map<String, Integer>>> found = new TreeMap<>();

    private final Map<String, Integer> passedOver = new TreeMap<>();
    private final Instant latest;
    private final boolean trusting;

    /** A question of today, and where it stands. */
    private record CurrentQuestion(String section, Question question, String digest) {}

    /** What decides about right and wrong. */
    private record GradingKey(String item, long seed, String typed) {}

    /** What an attempt comes to. */
    private record Grading(boolean right, Optional<String> misconception) {}

    JournalAudit(Course course, Instant now, boolean trusting) {
        this.course = course;
        latest = now.plus(CLOCKS);
        this.trusting = trusting;
    }

    /** Null if the course has no such question, which is looked for again: a journal can name any number of them. */
    private CurrentQuestion asked(String item) {
        return course.sections().stream()
                .filter(section -> section.names(item))
                .flatMap(section -> section.lesson().orElseThrow().questions().stream()
                        .filter(question -> question.id().equals(item))
                        .map(question -> new CurrentQuestion(section.id(), question, question.digest())))
                .findFirst()
                .orElse(null);
    }

    /**
     * Goes through a student's journal for the first time, and notes what is found.
     *
     * @param fresh takes each answer that counts, as it counts, unless the journal has it already
     */
    AuditPass first(String student, Consumer<Answered> fresh) {
        return new AuditPass(student, Optional.of(fresh));
    }

    /** Goes through a journal that has been gone through already, and notes nothing. */
    AuditPass again(String student) {
        return new AuditPass(student, Optional.empty());
    }

    /** Goes through one journal. */
    final class AuditPass {
        private final String student;
        private final Optional<Consumer<Answered>> fresh;
        private int left = MOST_GRADED;

        private AuditPass(String student, Optional<Consumer<Answered>> fresh) {
            this.student = student;
            this.fresh = fresh;
        }

        /**
         * The next entry as it counts, an answer right or wrong as it is and not as it says; empty if it does not
         * count.
         */
        Optional<Entry> counted(Entry entry) {
            if (entry instanceof Answered answer) {
                return counted(answer).map(Entry.class::cast);
            }
            findIfAhead(entry, entry.section());
            return Optional.of(entry);
        }

        private Optional<Answered> counted(Answered answer) {
            CurrentQuestion asked = questions.computeIfAbsent(answer.item(), JournalAudit.this::asked);
            Optional<Answered> counted = trusting ? trusted(answer) : graded(answer, asked);
            if (counted.isPresent() && fresh.isPresent()) {
                findIfAhead(answer, answer.item());
                if (asked != null && isOf(asked, answer) && !asked.section.equals(answer.section())) {
                    find(Finding.FindingKind.MISFILED, answer.item());
                }
                Optional<String> owner = owner(answer, student);
                boolean repeated = owner.equals(Optional.of(student));
                if (owner.isPresent()) {
                    find(repeated ? Finding.FindingKind.REPEATED : Finding.FindingKind.COPIED, answer.item());
                }
                if (!repeated) {
                    fresh.get().accept(counted.get());
                }
            }
            return counted;
        }

        private Optional<Answered> trusted(Answered answer) {
            find(Finding.FindingKind.TRUSTED, answer.item());
            return Optional.of(answer);
        }

        private Optional<Answered> graded(Answered answer, CurrentQuestion asked) {
            if (asked == null) {
                return passedOver();
            }
            GradingKey attempt = new GradingKey(answer.item(), answer.seed(), answer.typed());
            boolean fits = answer.typed().length() < Answered.LONGEST && left > 0;
            left -= fits ? 1 : 0;
            Optional<Grading> grading = fits ? grading(attempt) : Optional.empty();
            if (grading.isEmpty()) {
                find(Finding.FindingKind.TOO_MUCH, answer.item());
                return Optional.empty();
            }
            boolean right = grading.get().right;
            if (!right && !isOf(asked, answer)) {
                return passedOver();
            }
            if (!right && answer.right()) {
                find(Finding.FindingKind.SAYS_RIGHT, answer.item());
            }
            return Optional.of(new Answered(
                    answer.at(),
                    asked.section,
                    answer.item(),
                    answer.seed(),
                    answer.typed(),
                    right,
                    grading.get().misconception,
                    answer.sure(),
                    asked.question.predicts(),
                    answer.of()));
        }

        private Optional<Answered> passedOver() {
            if (fresh.isPresent()) {
                passedOver.merge(student, 1, Integer::sum);
            }
            return Optional.empty();
        }

        private void findIfAhead(Entry entry, String place) {
            if (entry.at().isAfter(latest)) {
                find(Finding.FindingKind.AHEAD, place);
            }
        }

        private void find(Finding.FindingKind kind, String place) {
            if (fresh.isPresent()) {
                found.computeIfAbsent(kind, none -> new TreeMap<>())
                        .computeIfAbsent(student, none -> new TreeMap<>())
                        .merge(place, 1, Integer::sum);
            }
        }
    }

    private static boolean isOf(CurrentQuestion asked, Answered answer) {
        return answer.of().equals(Optional.of(asked.digest));
    }

    /** Who gave the same answer at the same moment, if somebody did; the first nabla did not write down when. */
    private Optional<String> owner(Answered answer, String student) {
        long deed = answer.at().toEpochMilli() * SPREAD + Objects.hash(answer.item(), answer.seed(), answer.typed());
        return answer.at().equals(Instant.EPOCH)
                ? Optional.empty()
                : Optional.ofNullable(owners.putIfAbsent(deed, student));
    }

    /** Empty where the question cannot be asked with this seed. */
    private Optional<Grading> grading(GradingKey attempt) {
        if (known.size() == MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(attempt, this::graded);
    }

    private Optional<Grading> graded(GradingKey attempt) {
        if (drawn.size() == MOST_DRAWN) {
            drawn.clear();
        }
        try {
            GradingKey asked = new GradingKey(attempt.item, attempt.seed, "");
            Question question = questions.get(attempt.item).question;
            Verdict verdict = drawn.computeIfAbsent(asked, numbers -> question.draw(attempt.seed))
                    .grade(attempt.typed);
            return Optional.of(new Grading(verdict.kind() == Verdict.VerdictKind.RIGHT, verdict.misconception()));
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

    /** How many answers were passed over, by student. */
    Map<String, Integer> passedOver() {
        return passedOver;
    }
}
