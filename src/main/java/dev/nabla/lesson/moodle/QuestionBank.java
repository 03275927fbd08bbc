package dev.nabla.lesson.moodle;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.Grade;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The questions of a course that Moodle can ask: numbers and choices. A question that draws numbers is asked with
 * several seeds, and has a category of its own, from which a quiz can draw one.
 *
 * @param courseId id of the course, which names the category above all others
 * @param entries the questions with their numbers, in reading order
 * @param remainder how often each part of the course was left out or changed
 */
public record QuestionBank(String courseId, List<BankEntry> entries, Map<Remainder, Integer> remainder) {
    /**
     * A question with the numbers of one seed.
     *
     * @param category path of its category below that of the course
     * @param variant the question
     * @param answers its answers, the right one first
     */
    record BankEntry(List<String> category, QuestionInstance variant, List<BankAnswer> answers) {
        /** Returns its name in Moodle: {@code 2.3}, or {@code 2.3 seed 7} if it draws numbers. */
        String name() {
            return variant.question().varies() ? variant.id() + " seed " + variant.seed() : variant.id();
        }
    }

    /**
     * An answer that Moodle recognises.
     *
     * @param text words of an option; empty for a number
     * @param range range of a number; empty for an option
     * @param right whether it is the right answer
     * @param feedback explanation for the learner who gives it; empty if there is none
     */
    record BankAnswer(String text, Optional<AcceptedRange> range, boolean right, String feedback) {}

    /**
     * Chooses the questions of some sections.
     *
     * @param seeds number of variants of a question that draws numbers, with seeds from 1
     * @throws dev.nabla.math.BadInput if a lesson has a mistake
     */
    public static QuestionBank of(Course course, List<Section> sections, int seeds) {
        Map<Remainder, Integer> remainder = new EnumMap<>(Remainder.class);
        List<BankEntry> entries = new ArrayList<>();
        for (Section section : sections) {
            section.lesson().ifPresent(lesson -> {
                count(remainder, Remainder.EXAMPLE, lesson.examples().size());
                count(remainder, Remainder.GOAL, lesson.goals().size());
                String title = section.id() + " " + section.title();
                for (Question question : lesson.questions()) {
                    Optional<Remainder> unfit = unfit(question);
                    unfit.ifPresent(reason -> count(remainder, reason, 1));
                    if (unfit.isEmpty()) {
                        entries.addAll(variants(question, title, seeds, remainder));
                    }
                }
            });
        }
        return new QuestionBank(course.id(), List.copyOf(entries), remainder);
    }

    /** Returns why Moodle cannot ask a question; empty if it can. */
    private static Optional<Remainder> unfit(Question question) {
        if (question.predicts()) {
            return Optional.of(Remainder.GUESS);
        }
        return switch (question.kind()) {
            case NUMBER, CHOICE -> Optional.empty();
            case VECTOR -> Optional.of(Remainder.VECTOR);
            case ORDER -> Optional.of(Remainder.ORDER);
            case EXPRESSION -> Optional.of(Remainder.EXPRESSION);
        };
    }

    private static void count(Map<Remainder, Integer> remainder, Remainder what, int more) {
        if (more > 0) {
            remainder.merge(what, more, Integer::sum);
        }
    }

    private static List<BankEntry> variants(
            Question question, String section, int seeds, Map<Remainder, Integer> remainder) {
        if (!question.varies()) {
            return List.of(entry(List.of(section), question.draw(0), remainder));
        }
        List<BankEntry> entries = new ArrayList<>();
        Set<List<String>> asked = new HashSet<>();
        for (int seed = 1; seed <= seeds; seed++) {
            QuestionInstance variant = question.draw(seed);
            if (asked.add(List.of(variant.prompt(), variant.answer()))) {
                entries.add(entry(List.of(section, question.id()), variant, remainder));
            } else {
                count(remainder, Remainder.REPEATED, 1);
            }
        }
        return entries;
    }

    private static BankEntry entry(List<String> category, QuestionInstance variant, Map<Remainder, Integer> remainder) {
        Grade grade = variant.grade();
        Optional<AcceptedRange> right = grade.right().number().map(AcceptedRange::of);
        List<BankAnswer> answers = new ArrayList<>();
        answers.add(new BankAnswer(grade.right().text(), right, true, ""));
        for (Grade.KnownWrong wrong : grade.wrong()) {
            Optional<AcceptedRange> range = wrong.answer().number().map(AcceptedRange::of);
            if (right.isPresent() && range.isEmpty()) {
                count(remainder, Remainder.CONDITION, 1);
                continue;
            }
            Optional<AcceptedRange> apart =
                    right.flatMap(accepted -> range.get().outside(accepted));
            if (right.isPresent() && apart.isEmpty()) {
                count(remainder, Remainder.OVERLAPPED, 1);
                continue;
            }
            count(remainder, Remainder.NARROWED, apart.equals(range) ? 0 : 1);
            answers.add(new BankAnswer(wrong.answer().text(), apart, false, wrong.reveals()));
        }
        return new BankEntry(category, variant, answers);
    }

    /** Returns how many questions of the course it has, each with all its variants. */
    public int questions() {
        return (int)
                entries.stream().map(entry -> entry.variant().id()).distinct().count();
    }

    /** Returns the bank as Moodle XML, in UTF-8. The same bank always gives the same bytes. */
    public byte[] toXml() {
        return MoodleWriter.xml(this);
    }
}
