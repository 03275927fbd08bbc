package dev.nabla.lesson;

import java.util.List;
import java.util.Optional;

/**
 * A page of a section that explains a question or introduces a word.
 *
 * @param section the section
 * @param page index of the page in its lesson, from 0
 * @param heading a heading on that page, or the title of the section
 */
public record PageRef(Section section, int page, String heading) {
    private static final char SEPARATOR = '/';

    /** Returns whether a text has the form of a reference, a section and a heading: {@code 03/A layer}. */
    public static boolean isReference(String text) {
        int at = text.indexOf(SEPARATOR);
        return at > 0 && at < text.length() - 1;
    }

    /**
     * Returns the page that a reference names; empty if the course has no such section or heading. A section without a
     * heading means its first page. Reads the lesson of that section.
     *
     * @throws dev.nabla.math.BadInput if that lesson has a mistake
     */
    public static Optional<PageRef> find(String reference, Course course) {
        int at = reference.indexOf(SEPARATOR);
        if (at < 0) {
            return course.find(reference)
                    .filter(Section::isWritten)
                    .filter(section -> !section.lesson().orElseThrow().pages().isEmpty())
                    .map(section -> new PageRef(section, 0, section.title()));
        }
        String heading = reference.substring(at + 1);
        return course.find(reference.substring(0, at))
                .filter(Section::isWritten)
                .flatMap(section ->
                        page(heading, section.lesson().orElseThrow()).map(page -> new PageRef(section, page, heading)));
    }

    private static Optional<Integer> page(String heading, Lesson lesson) {
        List<List<Block>> pages = lesson.pages();
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).contains(new Block.Heading(heading))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Returns the section and the number of the page for people: {@code 03, page 4}. */
    public String label() {
        return section.id() + ", page " + (page + 1);
    }

    /** Returns a sentence that names the page. */
    public String sentence() {
        return label() + " explains it: " + heading;
    }
}
