package dev.nabla.lesson.lint;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.GlossaryEntry;
import dev.nabla.lesson.lint.Lint.Mistakes;
import dev.nabla.math.BadInput;

/** Checks that the glossary can be read and shown, and that its pages exist. Runs after all lessons are read. */
final class GlossaryLint {
    private GlossaryLint() {}

    static void check(Course course, Mistakes mistakes) {
        try {
            course.glossary().entries().forEach(entry -> check(entry, course, mistakes));
        } catch (BadInput bad) {
            mistakes.lines().add(bad.getMessage());
        }
    }

    private static void check(GlossaryEntry entry, Course course, Mistakes mistakes) {
        BadInput.Where place = entry.place();
        Mistakes here = mistakes.at(place.source() + ":" + place.line() + ": word " + entry.name());
        here.drawable(entry.line());
        here.require(ExplainedLint.exists(entry.page(), course), "names a page that does not exist: " + entry.page());
    }
}
