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
 * Finds inconsistent entries in the journals of a class, and grades all answers again. An answer that cannot be graded
 * again does not count, unless all answers are trusted.
 *
 * <p>If the question is still worded the same, the answer counts with today's grade. An answer recorded as right and
 * graded wrong is a finding. An answer recorded as wrong and graded right is not, because an older nabla may have been
 * stricter.
 *
 * <p>If the question was worded otherwise, or the wording was not recorded, the answer counts only if it is right
 * today. Otherwise it is ignored, as if it had not been given, and is no finding.
 */
final class JournalAudit {
    /** The largest difference assumed between the clocks of two machines. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int MOST_DRAWN = 20_000;
    private static final int MOST_KNOWN = 200_000;
    /** Number of answers of one journal that are graded; later ones do not count. */
    private static final int MOST_GRADED = 20_000;

    private final Course course;
    /** The questions that were answered, by id. Lessons without answers are not read. */
    private final Map<String, CurrentQuestion> questions = new HashMap<>();
    /** The questions with their numbers; {@link GradingKey#typed} is empty in these keys. */
    private final Map<GradingKey, QuestionInstance> drawn = new HashMap<>();

    private final Map<GradingKey, Optional<Grading>> known = new HashMap<>();
    private final Map<Long, String> owners = new HashMap<>();
    /** Number of entries by kind, student and place. */
    private final Map<Finding.FindingKind, Map<String, Map<String, Integer>>> found = new TreeMap<>();

    private final Map<String, Integer> passedOver = new TreeMap<>();
    private final Instant latest;
    private final boolean trusting;

    /**
     * A question of today's course.
     *
     * @param section id of the section that asks it
     * @param digest its current digest
     */
    private record CurrentQuestion(String section, Question question, String digest) {}

    /** The data that determines a grade. */
    private record GradingKey(String item, long seed, String typed) {}

    /** The grade of an answer. */
    private record Grading(boolean right, Optional<String> misconception) {}

    JournalAudit(Course course, Instant now, boolean trusting) {
        this.course = course;
        latest = now.plus(CLOCKS);
        this.trusting = trusting;
    }

    /**
     * Returns the question; null if the course does not have it. Null is not cached, because a journal can name any
     * number of unknown questions.
     */
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
     * Starts the first pass over a student's journal, which records findings.
     *
     * @param fresh takes each answer that counts, with today's grade, except repeated ones
     */
    AuditPass first(String student, Consumer<Answered> fresh) {
        return new AuditPass(student, Optional.of(fresh));
    }

    /** Starts another pass over a journal. It records no findings. */
    AuditPass again(String student) {
        return new AuditPass(student, Optional.empty());
    }

    /** A pass over one journal. */
    final class AuditPass {
        private final String student;
        private final Optional<Consumer<Answered>> fresh;
        private int left = MOST_GRADED;

        private AuditPass(String student, Optional<Consumer<Answered>> fresh) {
            this.student = student;
            this.fresh = fresh;
        }

        /**
         * Returns the next entry as it counts: an answer with today's grade, other entries unchanged. Empty if it does
         * not count. What is retired is no finding and is not reported as ignored.
         */
        Optional<Entry> counted(Entry entry) {
            if (entry.isRetired(course)) {
                return Optional.empty();
            }
            if (entry instanceof Answered answer) {
                return counted(answer).map(Entry.class::cast);
            }
            findIfAhead(entry, entry.section());
            return Optional.of(entry);
        }

        private Optional<Answered> counted(Answered answer) {
            CurrentQuestion question = questions.computeIfAbsent(answer.item(), JournalAudit.this::asked);
            Optional<Answered> counted = trusting ? trusted(answer) : graded(answer, question);
            if (counted.isPresent() && fresh.isPresent()) {
                findIfAhead(answer, answer.item());
                if (question != null && isOf(question, answer) && isMisfiled(question, answer)) {
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

        /** Returns whether the question never stood in that section. One that moved stood where its number says. */
        private boolean isMisfiled(CurrentQuestion question, Answered answer) {
            return !question.section.equals(answer.section())
                    && course.find(answer.section())
                            .filter(section -> section.numbers(answer.item()))
                            .isEmpty();
        }

        private Optional<Answered> trusted(Answered answer) {
            find(Finding.FindingKind.TRUSTED, answer.item());
            return Optional.of(answer);
        }

        private Optional<Answered> graded(Answered answer, CurrentQuestion question) {
            if (question == null) {
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
            if (!right && !isOf(question, answer)) {
                return passedOver();
            }
            if (!right && answer.right()) {
                find(Finding.FindingKind.SAYS_RIGHT, answer.item());
            }
            return Optional.of(new Answered(
                    answer.at(),
                    question.section,
                    answer.item(),
                    answer.seed(),
                    answer.typed(),
                    right,
                    grading.get().misconception,
                    answer.sure(),
                    question.question.predicts(),
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

    private static boolean isOf(CurrentQuestion question, Answered answer) {
        return answer.of().equals(Optional.of(question.digest));
    }

    /**
     * Returns who gave the same answer at the same moment, if anyone did before. Entries of the first nabla have no
     * time and match none.
     */
    private Optional<String> owner(Answered answer, String student) {
        long hash = answer.at().toEpochMilli() * SPREAD + Objects.hash(answer.item(), answer.seed(), answer.typed());
        return answer.at().equals(Instant.EPOCH)
                ? Optional.empty()
                : Optional.ofNullable(owners.putIfAbsent(hash, student));
    }

    /** Grades an answer. Empty if the question cannot be asked with this seed. */
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
            GradingKey withoutAnswer = new GradingKey(attempt.item, attempt.seed, "");
            Question question = questions.get(attempt.item).question;
            Verdict verdict = drawn.computeIfAbsent(withoutAnswer, numbers -> question.draw(attempt.seed))
                    .grade(attempt.typed);
            return Optional.of(new Grading(verdict.kind() == Verdict.VerdictKind.RIGHT, verdict.misconception()));
        } catch (BadInput never) {
            return Optional.empty();
        }
    }

    /** Returns the findings so far, by kind and student. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        found.forEach((kind, students) ->
                students.forEach((student, places) -> findings.add(new Finding(kind, student, places))));
        return findings;
    }

    /** Returns the number of ignored answers, by student. */
    Map<String, Integer> ignoredAnswers() {
        return passedOver;
    }
}
