package dev.nabla.screen;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.TypedWords;
import dev.nabla.screen.part.Clip;
import dev.nabla.screen.part.LineFinder;
import dev.nabla.tutor.LineEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A search for words in a section's text.
 *
 * @param query the words typed
 * @param typing whether the query is still being typed
 * @param match index of the current match, from 0
 * @param from the page where it began, which is shown while nothing matches
 */
record Search(LineEditor query, boolean typing, int match, Reading from) {
    /** Starts a search on the current page or, on a figure, on the last page before it. */
    static ScreenState begin(Reading reading, ScreenState state) {
        int page = reading.road(state).page(reading.walk().station());
        PageView view = new PageView(reading, Optional.empty()).page(page, reading.scroll(), state);
        return state.show(view.looking(Optional.of(new Search(LineEditor.EMPTY, true, 0, view.under()))));
    }

    /** Returns the same search in a reloaded section. */
    Search reloaded(Reading other) {
        return new Search(query, typing, match, other);
    }

    /** A match: its page, from 0, and the characters it covers. */
    private record Found(int page, List<LineFinder.Piece> pieces) {
        boolean isAtOrAfter(int otherPage, int line) {
            return page > otherPage || page == otherPage && pieces.get(0).line() >= line;
        }
    }

    /**
     * Returns the state after a key: a changed query, its end, or the next or previous match, wrapping round at the
     * ends.
     */
    ScreenState update(Effect effect, PageView view, ScreenState state) {
        if (effect instanceof Effect.Typing typed) {
            return typing ? typed(typed.change().apply(query), view, state) : state;
        }
        if (query.isBlank()) {
            return state.show(view.looking(Optional.empty()));
        }
        int places = Math.max(1, found(view, state).size());
        int by = typing ? 0 : effect == Navigation.NEXT ? 1 : -1;
        ListPosition list = new ListPosition(places, match);
        return new Search(query, false, list.neighbour(by).at(), from).shown(view, state);
    }

    /** Shows the first match after the page where the search began. */
    private ScreenState typed(LineEditor line, PageView view, ScreenState state) {
        Search next = new Search(line, true, 0, from);
        List<Found> found = next.found(view, state);
        int page = from.walk().index();
        int first = ScreenLayout.first(i -> found.get(i).isAtOrAfter(page, from.scroll()), 0, found.size())
                .orElse(0);
        return new Search(line, true, first, from).shown(view, state);
    }

    private List<Found> found(PageView view, ScreenState state) {
        List<Found> found = new ArrayList<>();
        for (int page = 0; page < view.under().lesson().pages().size(); page++) {
            for (List<LineFinder.Piece> pieces : view.prose(page, state).find(new TypedWords(query.text()))) {
                found.add(new Found(page, pieces));
            }
        }
        return found;
    }

    /**
     * Shows the current match, or the page where the search began if there is none. The page scrolls so that the match
     * is in the middle, unless it is visible already.
     */
    private ScreenState shown(PageView view, ScreenState state) {
        List<Found> found = found(view, state);
        if (found.isEmpty()) {
            return state.show(view.withReading(from).looking(Optional.of(this)));
        }
        int page = found.get(match).page();
        boolean here = page == view.walk().index();
        int scroll = here ? view.under().scroll() : 0;
        int line = found.get(match).pieces().get(0).line();
        ProsePane prose = view.prose(page, state);
        boolean visible = line >= scroll && line < scroll + prose.visibleRows();
        int middle = Math.max(0, Math.min(prose.bottom(), line - prose.visibleRows() / 2));
        return state.show(view.page(page, visible ? scroll : middle, state).looking(Optional.of(this)));
    }

    /** Returns the lines of the page with all matches highlighted, the current one reversed. */
    List<Line> raised(List<Line> lines, PageView view, ScreenState state) {
        List<Line> raised = new ArrayList<>(lines);
        List<Found> found = found(view, state);
        int page = view.walk().index();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).page() == page) {
                LineFinder.raise(found.get(i).pieces(), i == match, raised);
            }
        }
        return raised;
    }

    /** Returns the query with the number of the current match and the number of matches. */
    Line asked(PageView view, ScreenState state, int width) {
        Glyphs glyphs = state.font().glyphs();
        int places = found(view, state).size();
        String many = places == 0 ? "  nowhere in this section" : "  " + (match + 1) + " of " + places;
        String counts = query.isBlank() ? "" : many;
        int room = Math.max(1, width - 1 - counts.length());
        Line words = typing ? Clip.typed(query, room, glyphs) : Clip.to(Line.of(query.text()), room, glyphs);
        return Line.join(List.of(Line.EMPTY.dim("/"), words, Line.EMPTY.dim(counts)), "");
    }
}
