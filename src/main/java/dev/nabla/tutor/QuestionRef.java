package dev.nabla.tutor;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.Question;
import dev.nabla.math.BadInput;
import java.util.Optional;

/**
 * A question that the learner is asked, and whose answer counts.
 *
 * @param section id of the section it stands in
 * @param id of the question
 * @param opens whether it is asked before a figure opens, apart from the section's other questions
 */
public record QuestionRef(String section, String id, boolean opens) {
    public QuestionRef(String section, String id) {
        this(section, id, false);
    }

    public boolean isIn(Course course) {
        return find(course).isPresent();
    }

    /** The question, if a course has it in a lesson that can be read. */
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
