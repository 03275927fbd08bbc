package dev.nabla.lesson;

import dev.nabla.lesson.question.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A lesson whose front matter is known. The body is read on first use, on any thread. */
public interface LazyLesson {
    /** Returns the path of its file in the course, for error messages. */
    String place();

    /** Returns the reading time in minutes. */
    int minutes();

    /** Returns whether the build found no mistake in exactly this text, so that it need not be checked again. */
    boolean isChecked();

    /** Returns whether a block has this id, without reading the lesson. */
    boolean names(String id);

    /**
     * Returns the ids that were removed from the lesson, as its front matter names them. They are never used again, and
     * answers to them no longer count.
     */
    Set<String> retired();

    /** Returns which questions count for mastery, without reading the lesson. */
    MasteryQuestions masteryQuestions();

    /**
     * Returns the question with this id; empty if there is none. Reads as little of the lesson as possible.
     *
     * @throws dev.nabla.math.BadInput if what it reads has a mistake, with file and line
     */
    Optional<Question> question(String id);

    /**
     * Returns the text of the whole file.
     *
     * @throws dev.nabla.math.BadInput if it is not UTF-8, has an overlong line, or has a character that could control a
     *     terminal
     */
    String text();

    /** Returns its outline if it is known already: the build computed it, or the lesson has been read. */
    Optional<Outline> outline();

    /**
     * Returns the prompts of all questions with the numbers of the lesson, guesses included, from top to bottom.
     * Computes nothing if the build has.
     *
     * @throws dev.nabla.math.BadInput if the lesson has a mistake, with file and line
     */
    List<String> prompts();

    /** Returns the lesson if it has been read already. */
    Optional<Lesson> known();

    /**
     * Returns the lesson. The first call reads it.
     *
     * @throws dev.nabla.math.BadInput if it has a mistake, with file and line
     */
    Lesson lesson();

    /**
     * Returns what a search looks through. The first call computes it, for all learners.
     *
     * @throws dev.nabla.math.BadInput if the lesson has a mistake, with file and line
     */
    SearchText searchText();
}
