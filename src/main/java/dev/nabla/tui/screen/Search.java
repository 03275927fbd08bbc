package dev.nabla.tui.screen;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Navigation;
import dev.nabla.tutor.LineEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A search for words in a section's text.
 *
 * @param query the words typed
 * @param typing whether the query is still being typed
 * @param match index of the current match, from 0
 */
record Search(LineEditor query, boolean typing, int match) {
    /** Starts a search on the current page or, on a figure, on the last page before it. */
    static ScreenState begin(Reading reading, ScreenState state) {
        int page = reading.road(state).page(reading.walk().station());
        PageView view = new PageView(reading, Optional.of(new Search(LineEditor.EMPTY, true, 0)));
        return state.show(view.page(page, reading.scroll(), state));
    }

    /** A match: its page, from 0, and the characters it covers. */
    private record Found(int page, List<Finder.Piece> pieces) {}

    /**
     * Returns the state after a key: a changed query, its end, or the next or previous match, wrapping round at the
     * ends.
     */
    ScreenState update(Effect effect, PageView view, ScreenState state) {
        if (effect instanceof Effect.Typing typed) {
            return typing ? new Search(typed.change().apply(query), true, 0).shown(view, state) : state;
        }
        if (query.isBlank()) {
            return state.show(view.looking(Optional.empty()));
        }
        int places = Math.max(1, found(view, state).size());
        int by = typing ? 0 : effect == Navigation.NEXT ? 1 : -1;
        ListPosition list = new ListPosition(places, match);
        return new Search(query, false, list.neighbour(by).at()).shown(view, state);
    }

    private List<Found> found(PageView view, ScreenState state) {
        List<Found> found = new ArrayList<>();
        for (int page = 0; page < view.under().lesson().pages().size(); page++) {
            for (List<Finder.Piece> pieces : view.prose(page, state).find(query.text())) {
                found.add(new Found(page, pieces));
            }
        }
        return found;
    }

    /** Shows the current match. The page scrolls so that the match is in the middle, unless it is visible already. */
    private ScreenState shown(PageView view, ScreenState state) {
        List<Found> found = found(view, state);
        if (found.isEmpty()) {
            return state.show(view.looking(Optional.of(this)));
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
            for (Finder.Piece piece : found.get(i).page() == page ? found.get(i).pieces() : List.<Finder.Piece>of()) {
                raised.set(piece.line(), piece.raised(raised.get(piece.line()), i == match));
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

    /**
     * Finds words in wrapped lines. Case is ignored and a phrase may cross the end of a line. {@code tau} finds τ,
     * which keyboards lack.
     */
    static final class Finder {
        /**
         * A character of a wrapped line, from one char (inclusive) to another (exclusive); empty at the end of a line.
         */
        record Piece(int line, int from, int to) {
            /** Returns the line with this character highlighted, reversed if it belongs to the current match. */
            Line raised(Line shown, boolean current) {
                String text = shown.plain();
                Weight weight = current ? Weight.REVERSE : Weight.BOLD;
                Line raised = Line.EMPTY.span(text.substring(from, to), Tone.SECOND, weight);
                return Line.join(List.of(Clip.part(shown, 0, from), raised, Clip.part(shown, to, text.length())), "");
            }
        }

        /** The origin of each char of {@link #text}. */
        private final List<Piece> places = new ArrayList<>();

        private final StringBuilder text = new StringBuilder();

        Finder(List<Line> lines) {
            for (int i = 0; i < lines.size(); i++) {
                String plain = lines.get(i).plain();
                int start = plain.length() - plain.stripLeading().length();
                for (int at = start; at < plain.length(); at++) {
                    add(normalized(plain.substring(at, at + 1)), new Piece(i, at, at + 1));
                }
                add(" ", new Piece(i, plain.length(), plain.length()));
            }
        }

        private void add(String spelt, Piece place) {
            text.append(spelt);
            spelt.chars().forEach(any -> places.add(place));
        }

        private static String normalized(String words) {
            return Glyphs.ASCII.spell(words).toLowerCase(Locale.ROOT);
        }

        /** Returns all matches from top to bottom, each as the characters it covers; none for blank words. */
        List<List<Piece>> find(String words) {
            String wanted = normalized(words);
            List<List<Piece>> found = new ArrayList<>();
            int at = wanted.isBlank() ? -1 : text.indexOf(wanted);
            while (at >= 0) {
                found.add(places.subList(at, at + wanted.length()));
                at = text.indexOf(wanted, at + wanted.length());
            }
            return found;
        }
    }
}
