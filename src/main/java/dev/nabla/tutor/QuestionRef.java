package dev.nabla.tutor;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.Question;
import dev.nabla.math.BadInput;
import java.util.Optional;

/**
 * A reference to a question of the course whose answers are recorded.
 *
 * @param section id of the section that asks it
 * @param id id of the question
 * @param opens whether it is a guess, asked before a figure opens
 */
public record QuestionRef(String section, String id, boolean opens) {
    public QuestionRef(String section, String id) {
        this(section, id, false);
    }

    /** Returns the reference by which a review asks this question: as a guess if it is one about a figure. */
    public QuestionRef inReview(Course course) {
        return new QuestionRef(section, id, guessed(course).isPresent());
    }

    /** Returns the figure that the question asks to guess about, as its lesson opens it; empty if it is no guess. */
    Optional<FigureState<?>> guessed(Course course) {
        return find(course)
                .flatMap(question ->
                        course.section(section).lesson().orElseThrow().guessedFigure(question));
    }

    public boolean isIn(Course course) {
        return find(course).isPresent();
    }

    /** Returns the question; empty if the course does not have it or its lesson cannot be read. */
    public Optional<Question> find(Course course) {
        try {
            return course.find(section).flatMap(Section::lesson).stream()
                    .flatMap(lesson -> lesson.questions().stream())
                    .filter(question -> question.id().equals(id))
                    .findFirst();
        } catch (BadInput unreadable) {
            return Optional.empty();
        }
    }
}
