package dev.nabla.screen;

import dev.nabla.frame.Line;
import dev.nabla.lesson.GlossaryEntry;
import dev.nabla.lesson.PageRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of a list of signs and words.
 *
 * @param entry the sign or word
 * @param page the page that introduces it; empty if that page cannot be read
 * @param pages number of pages of its section, from the first, that the learner may see from here
 */
record SignRow(GlossaryEntry entry, Optional<PageRef> page, int pages) {
    /** Returns the rows for entries that stand on a screen: first the signs, then the words. */
    static List<SignRow> of(List<GlossaryEntry> entries, View view, ScreenState state) {
        List<SignRow> rows = new ArrayList<>();
        for (boolean signs : new boolean[] {true, false}) {
            entries.stream()
                    .filter(entry -> entry.isSign() == signs)
                    .forEach(entry -> rows.add(of(entry, view, state)));
        }
        return List.copyOf(rows);
    }

    private static SignRow of(GlossaryEntry entry, View view, ScreenState state) {
        Optional<PageRef> page = state.course().introducing(entry);
        int pages = page.flatMap(there ->
                        view.reading().map(reading -> reading.walk().pagesToLookUp(there.section(), state.tutor())))
                .orElse(Integer.MAX_VALUE);
        return new SignRow(entry, page, pages);
    }

    /** Returns the row as it is told: with all spellings. */
    ViewBlock.BlockRow block() {
        String place = place(false);
        return ViewBlock.BlockRow.of(entry.name(), Line.of(entry.meaning()))
                .spoken(entry.line() + (place.isEmpty() ? "" : "; " + place));
    }

    /** Returns whether the page may be opened. */
    boolean opens() {
        return page.isPresent() && page.get().page() < pages;
    }

    /** Returns the words for its page: {@code 05, page 1}; in a short version the section. */
    String place(boolean isShort) {
        if (page.isEmpty()) {
            return "";
        }
        return isShort
                ? page.get().section().id()
                : opens() ? page.get().label() : page.get().section().id() + ", later";
    }
}
