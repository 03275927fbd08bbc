package dev.nabla.lesson.lint;

import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.lint.Lint.Mistakes;
import java.util.HashMap;
import java.util.Map;

/** The ids of a course with their places. Each id must belong to one question, worked example or goal. */
final class UniqueIds {
    private final Map<String, String> places = new HashMap<>();

    /** Adds the ids of a lesson, and reports those that exist already. */
    void add(Lesson lesson, Mistakes mistakes) {
        lesson.questions().forEach(question -> add(question.id(), QuestionLint.place(question), mistakes));
        lesson.examples().forEach(example -> add(example.id(), QuestionLint.place(example), mistakes));
        lesson.goals().forEach(goal -> add(goal.id(), QuestionLint.place(goal), mistakes));
    }

    private void add(String id, String place, Mistakes mistakes) {
        String first = places.putIfAbsent(id, place);
        mistakes.at(place).require(first == null, "has the id of " + first);
    }
}
