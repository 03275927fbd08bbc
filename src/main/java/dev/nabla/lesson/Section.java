package dev.nabla.lesson;

import dev.nabla.lesson.question.Question;
import dev.nabla.math.BadInput;
import java.util.Optional;

/**
 * One of the course's sections.
 *
 * @param id its number as two digits, like {@code 06}
 * @param title its name
 * @param gist what it is about, in a few words
 * @param rung of the course's ladder, from 0
 * @param draft its text, none while it is not written
 */
public record Section(String id, String title, String gist, int rung, Optional<LazyLesson> draft) {
    public boolean isWritten() {
        return draft.isPresent();
    }

    /** True if a question or another block of it has this id; the text is not read for it. */
    public boolean names(String id) {
        return draft.filter(text -> text.names(id)).isPresent();
    }

    /** Returns the number of its questions, guesses not counted; the text is not read for it. */
    public int questionCount() {
        return draft.map(LazyLesson::questionCount).orElse(0);
    }

    /** Its question of this id, if it has one; reads no more of the text than that takes. */
    public Optional<Question> question(String id) {
        return draft.flatMap(text -> text.question(id));
    }

    /** The whole text, read now if it has not been. */
    public Optional<Lesson> lesson() {
        return draft.map(LazyLesson::lesson);
    }

    /** The whole text, if it has been read already. */
    public Optional<Lesson> known() {
        return draft.flatMap(LazyLesson::known);
    }

    /** What it holds; reads the text only if that is the one way to know. */
    public Optional<Outline> outline() {
        return draft.map(text -> text.outline().orElseGet(() -> text.lesson().outline()));
    }

    /** What it holds, if that is known by now. */
    public Optional<Outline> knownOutline() {
        return draft.flatMap(LazyLesson::outline);
    }

    /** True if its first figure is the one of this id; not if its text cannot be read. */
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
