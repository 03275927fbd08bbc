package dev.nabla.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of a search through a course.
 *
 * @param word the glossary's entry, if the words are one
 * @param places pages in reading order, then figures; at most {@link #MOST} of them
 * @param count number of pages and figures with the words
 */
public record CourseSearch(Optional<GlossaryEntry> word, List<FoundPlace> places, int count) {
    /** Most places that are listed. */
    public static final int MOST = 100;

    /**
     * A page or a figure with the words.
     *
     * @param section its section
     * @param isFigure whether it is a figure
     * @param index index of the page or the figure in its lesson, from 0
     * @param text its text
     */
    public record FoundPlace(Section section, boolean isFigure, int index, String text) {
        /** Returns the page, whose heading is the title of the section. */
        public PageRef page() {
            return new PageRef(section, index, section.title());
        }
    }

    /**
     * Searches all lessons that have been read. A lesson that has not, or that has a mistake, has no places.
     *
     * @param typed the words; blank words stand nowhere
     * @throws dev.nabla.math.BadInput if the glossary has a mistake
     */
    public static CourseSearch of(String typed, Course course) {
        String folded = TypedWords.fold(typed.strip());
        if (folded.isEmpty()) {
            return new CourseSearch(Optional.empty(), List.of(), 0);
        }
        List<FoundPlace> pages = new ArrayList<>();
        List<FoundPlace> figures = new ArrayList<>();
        int count = 0;
        for (Section section : course.sections()) {
            if (section.known().isPresent()) {
                SearchText text = section.draft().orElseThrow().searchText();
                count += add(section, false, text.pages(), folded, pages);
                count += add(section, true, text.figures(), folded, figures);
            }
        }
        pages.addAll(figures);
        return new CourseSearch(
                course.glossary().find(typed), List.copyOf(pages.subList(0, Math.min(MOST, pages.size()))), count);
    }

    /** Adds the parts with the words, a figure that the section shows again only once. Returns their number. */
    private static int add(
            Section section,
            boolean isFigure,
            List<SearchText.SearchPart> parts,
            String folded,
            List<FoundPlace> found) {
        int count = 0;
        for (int i = 0; i < parts.size(); i++) {
            SearchText.SearchPart part = parts.get(i);
            boolean again = isFigure && parts.indexOf(part) < i;
            if (part.folded().contains(folded) && !again) {
                count++;
                if (found.size() < MOST) {
                    found.add(new FoundPlace(section, isFigure, i, part.text()));
                }
            }
        }
        return count;
    }
}
