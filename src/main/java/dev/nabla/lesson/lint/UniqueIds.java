package dev.nabla.lesson.lint;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.LazyLesson;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.lint.Lint.Mistakes;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The ids of a course with their places. Each id must belong to one question, worked example or goal. A retired id
 * belongs to none, and is named by the section whose number it begins with.
 */
final class UniqueIds {
    private final Map<String, String> places = new HashMap<>();

    /** Adds the ids of a lesson, and reports those that exist already. */
    void add(Lesson lesson, Mistakes mistakes) {
        lesson.questions().forEach(question -> add(question.id(), QuestionLint.place(question), mistakes));
        lesson.examples().forEach(example -> add(example.id(), QuestionLint.place(example), mistakes));
        lesson.goals().forEach(goal -> add(goal.id(), QuestionLint.place(goal), mistakes));
    }

    /** Adds the retired ids of a section, after all lessons of the course were added. Reports those still in use. */
    void addRetired(Section section, LazyLesson draft, Course course, Mistakes mistakes) {
        for (String id : new TreeSet<>(draft.retired())) {
            String place = draft.place() + ": retired " + id;
            add(id, place, mistakes);
            course.sections().stream()
                    .filter(other -> !section.numbers(id) && other.numbers(id))
                    .forEach(other -> mistakes.at(place)
                            .require(
                                    false,
                                    "belongs to section " + other.id() + "; write it in the front matter there"));
        }
    }

    private void add(String id, String place, Mistakes mistakes) {
        String first = places.putIfAbsent(id, place);
        mistakes.at(place).require(first == null, "has the id of " + first);
    }
}
