package dev.nabla.line;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.CourseSearch;
import dev.nabla.lesson.GlossaryEntry;
import dev.nabla.lesson.LazyLesson;
import dev.nabla.lesson.PageRef;
import dev.nabla.math.BadInput;
import dev.nabla.tutor.Tutor;
import dev.nabla.tutor.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The signs and words of a course, and the search for them, for the text mode.
 *
 * @param walk the learner's position; empty outside a section
 */
record WordsInWords(Course course, Optional<Walk> walk, Tutor tutor) {
    /** Most places that a search tells. */
    private static final int MOST_PLACES = 20;

    /**
     * Returns the meaning of a sign or word, and its page.
     *
     * @throws BadInput if the course does not explain it
     */
    String named(String word) {
        GlossaryEntry entry = course.glossary().named(word);
        return told(entry) + (page(word).isPresent() ? ". 'page' reads it." : ".");
    }

    /** Returns the page of a sign or word, unless it comes after an open guess. */
    Optional<PageRef> page(String word) {
        return course.glossary().find(word).flatMap(course::introducing).filter(page -> walk.filter(
                        here -> page.page() >= here.pagesToLookUp(page.section(), tutor))
                .isEmpty());
    }

    /** Returns a line per sign or word that stands in a text. */
    List<String> inText(String text) {
        List<String> lines = new ArrayList<>();
        course.glossary().in(text).forEach(entry -> lines.add(told(entry) + "."));
        return lines.isEmpty() ? List.of("No sign or word here is in the glossary.") : lines;
    }

    private String told(GlossaryEntry entry) {
        return entry.line()
                + course.introducing(entry).map(page -> "; " + page.label()).orElse("");
    }

    /**
     * Returns a line per page and figure of the course with these words. Reads all lessons.
     *
     * @throws BadInput if no words are given
     */
    List<String> find(String words) {
        if (words.isBlank()) {
            throw BadInput.usage("no_words", "find what? 'find residual' tells which pages have that word");
        }
        course.drafts().forEach(WordsInWords::read);
        CourseSearch found = CourseSearch.of(words, course);
        if (found.places().isEmpty()) {
            return List.of("No page has \"" + words + "\".");
        }
        List<String> lines = new ArrayList<>();
        found.word().ifPresent(entry -> lines.add(entry.line() + "."));
        for (CourseSearch.FoundPlace place :
                found.places().subList(0, Math.min(MOST_PLACES, found.places().size()))) {
            String kind = place.isFigure() ? "a figure" : "page " + (place.index() + 1);
            lines.add(place.section().id() + " " + place.section().title() + ", " + kind);
        }
        int left = found.count() - MOST_PLACES;
        if (left > 0) {
            lines.add("and " + WorkedSteps.count(left, "more place") + ".");
        }
        return lines;
    }

    private static void read(LazyLesson lesson) {
        try {
            lesson.lesson();
        } catch (BadInput unreadable) {
            // reported when the section is opened
        }
    }
}
