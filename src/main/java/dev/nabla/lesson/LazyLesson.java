package dev.nabla.lesson;

import dev.nabla.lesson.question.Question;
import java.util.Optional;

/** A lesson of which only title and minutes have been read; the rest is read when somebody wants it, on whichever thread. */
public interface LazyLesson {
    /** Its file in the course, for complaints. */
    String place();

    /** How long reading takes. */
    int minutes();

    /** True if a block has this id; the lesson is not read for it. */
    boolean names(String id);

    /** Returns the number of its questions, guesses not counted, without reading the lesson. */
    int questionCount();

    /**
     * Returns the question of this id, empty if it has none; reads no more of the lesson than that takes.
     *
     * @throws dev.nabla.math.BadInput if what is read has a mistake, with its place
     */
    Optional<Question> question(String id);

    /**
     * All of it as it was typed.
     *
     * @throws dev.nabla.math.BadInput if that is not text, or has a character that could steer a terminal
     */
    String text();

    /** What it holds, if that is known by now: the build worked it out, or the lesson has been read. */
    Optional<Outline> outline();

    /** The whole lesson, if somebody has read it already. */
    Optional<Lesson> known();

    /**
     * The whole lesson, read once.
     *
     * @throws dev.nabla.math.BadInput if it has a mistake, with its place
     */
    Lesson lesson();
}
