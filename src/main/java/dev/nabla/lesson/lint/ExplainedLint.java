package dev.nabla.lesson.lint;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.PageRef;
import dev.nabla.lesson.lint.Lint.Mistakes;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.math.BadInput;

/** Checks that the pages that explain questions and blanks exist. Runs after all lessons of the course are read. */
final class ExplainedLint {
    private ExplainedLint() {}

    static void check(Lesson lesson, Course course, Mistakes mistakes) {
        lesson.questions().forEach(question -> check(question, course, mistakes.at(QuestionLint.place(question))));
        for (WorkedExample example : lesson.examples()) {
            example.lines().forEach(line -> check(line, course, mistakes.at(QuestionLint.place(example))));
        }
    }

    private static void check(Question question, Course course, Mistakes here) {
        question.explained()
                .ifPresent(page -> here.require(exists(page, course), "names a page that does not exist: " + page));
    }

    /** Returns whether a page exists, or its lesson has a mistake, which is reported in another place. */
    static boolean exists(String page, Course course) {
        try {
            return PageRef.find(page, course).isPresent();
        } catch (BadInput reported) {
            return true;
        }
    }
}
