package dev.nabla.lesson;

import dev.nabla.lesson.question.Question;
import dev.nabla.math.BadInput;
import java.util.Optional;

/**
 * A section of a course.
 *
 * @param id number with two digits, like {@code 06}
 * @param title title of the section
 * @param gist what it is about, in a few words
 * @param rung index of its rung on the course's ladder, from 0
 * @param draft its lesson; empty if it is not written yet
 */
public record Section(String id, String title, String gist, int rung, Optional<LazyLesson> draft) {
    public boolean isWritten() {
        return draft.isPresent();
    }

    /** Returns whether a question or another block of the section has this id, without reading the lesson. */
    public boolean names(String id) {
        return draft.filter(text -> text.names(id)).isPresent();
    }

    /** Returns whether this id was removed from the section, without reading the lesson. */
    public boolean retires(String id) {
        return draft.filter(text -> text.retired().contains(id)).isPresent();
    }

    /**
     * Returns whether an id begins with the number of this section: 6.3 does in section 06. A block that moves to
     * another section keeps its id.
     */
    public boolean numbers(String id) {
        return number(this.id).equals(number(id));
    }

    /** Returns what an id has before its first dot, without leading zeros: both 06 and 6.3 give 6. */
    private static String number(String id) {
        return id.replaceFirst("\\..*", "").replaceFirst("^0+(?=.)", "");
    }

    /** Returns which of its questions count for mastery, without reading the lesson. */
    public MasteryQuestions masteryQuestions() {
        return draft.map(LazyLesson::masteryQuestions).orElse(MasteryQuestions.NONE);
    }

    /** Returns the question with this id; empty if there is none. Reads as little of the lesson as possible. */
    public Optional<Question> question(String id) {
        return draft.flatMap(text -> text.question(id));
    }

    /** Returns the lesson, reading it if necessary; empty if it is not written yet. */
    public Optional<Lesson> lesson() {
        return draft.map(LazyLesson::lesson);
    }

    /** Reads the lesson if there is one. A mistake in it is reported when the section is opened. */
    public void readAhead() {
        try {
            lesson();
        } catch (BadInput unreadable) {
            // reported later
        }
    }

    /** Returns the lesson if it has been read already. */
    public Optional<Lesson> known() {
        return draft.flatMap(LazyLesson::known);
    }

    /** Returns the lesson's outline. Reads the lesson only if the outline is not known otherwise. */
    public Optional<Outline> outline() {
        return draft.map(text -> text.outline().orElseGet(() -> text.lesson().outline()));
    }

    /** Returns the lesson's outline if it is known already. */
    public Optional<Outline> knownOutline() {
        return draft.flatMap(LazyLesson::outline);
    }

    /** Returns its size; empty until its outline is known, and if it is not written yet. Reads no lesson. */
    public Optional<Workload> workload() {
        return workload(1);
    }

    /**
     * Returns its size like {@link #workload()}, for a learner with a pace of their own.
     *
     * @param pace by what the time for everything but reading is multiplied
     */
    public Optional<Workload> workload(double pace) {
        return knownOutline()
                .map(outline -> new Workload(
                        draft.get().minutes(),
                        Workload.inMinutes(outline.practiceSeconds() * pace),
                        outline.roadQuestions().size()));
    }

    /** Returns whether its first figure has this id; false if the lesson cannot be read. */
    public boolean shows(String figure) {
        try {
            return outline().stream()
                    .flatMap(held -> held.figures().stream().limit(1))
                    .anyMatch(drawn -> drawn.id().equals(figure));
        } catch (BadInput unreadable) {
            return false;
        }
    }
}
