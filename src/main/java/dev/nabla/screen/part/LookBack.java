package dev.nabla.screen.part;

import dev.nabla.frame.Line;
import dev.nabla.lesson.TextFinder;
import java.util.Optional;

/**
 * Why a page is looked at from another screen.
 *
 * @param name words for the way back: {@code question 3}
 * @param sentences a sentence below the page, the longest version first
 * @param reason the lines below the text
 * @param marked what is highlighted on the page
 * @param pages number of pages, from the first of the section, that may be turned to
 */
public record LookBack(String name, String[] sentences, Line reason, Optional<TextFinder> marked, int pages) {
    /** Returns the reason to look at the page that explains a question. */
    public static LookBack question(String name, String prompt) {
        return new LookBack(
                name,
                new String[] {
                    "A look back. Your place on the road is still " + name,
                    "A look back; you are still at " + name,
                    "A look back"
                },
                Line.EMPTY.dim("you come from " + name + ": ").text(prompt),
                Optional.empty(),
                Integer.MAX_VALUE);
    }

    /**
     * Returns the reason to look at a page with a word on it.
     *
     * @param name words for the screen with the word
     */
    public static LookBack word(String name, TextFinder marked, Line reason, int pages) {
        return new LookBack(
                name,
                new String[] {
                    "A look at this page. Your place in the course has not moved",
                    "A look at this page; your place has not moved",
                    "A look at this page"
                },
                reason,
                Optional.of(marked),
                pages);
    }
}
