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
 * Looking for words in a section's text.
 *
 * @param query what is typed
 * @param typing whether it is still being typed
 * @param match which of the places found is looked at, from 0
 */
record Search(LineEditor query, boolean typing, int match) {
    /** Begins on the page that is shown, or shown last. */
    static ScreenState begin(Reading reading, ScreenState state) {
        int page = reading.road(state).page(reading.walk().station());
        PageView view = new PageView(reading, Optional.of(new Search(LineEditor.EMPTY, true, 0)));
        return state.show(view.page(page, reading.scroll(), state));
    }

    /** A place where the words are: the page, and the characters they cover. */
    private record Found(int page, List<Finder.Piece> pieces) {}

    /** The state after an effect while it goes on: typed to its end, or at the next or previous of the places, round the ends. */
    ScreenState update(Effect effect, PageView view, ScreenState state) {
        if (effect instanceof Effect.Typing typed) {
            return typing ? new Search(typed.change().apply(query), true, 0).shown(view, state) : state;
        }
        if (query.isBlank()) {
            return state.show(view.looking(Optional.empty()));
        }
        int places = Math.max(1, found(view, state).size());
        int by = typing ? 0 : effect == Navigation.NEXT ? 1 : -1;
        ListPane list = new ListPane(places, match);
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

    /** The page scrolled so that the place looked at is in the middle, unless it can be seen already. */
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
        boolean visible = line >= scroll && line < scroll + prose.page();
        int middle = Math.max(0, Math.min(prose.bottom(), line - prose.page() / 2));
        return state.show(view.page(page, visible ? scroll : middle, state).looking(Optional.of(this)));
    }

    /** The lines of the page with every place found raised, the one looked at above the others. */
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

    /** The words looked for, and which place of how many this is. */
    Line asked(PageView view, ScreenState state, int width) {
        Glyphs glyphs = state.font().glyphs();
        int places = found(view, state).size();
        String many = places == 0 ? "  nowhere in this section" : "  " + (match + 1) + " of " + places;
        String said = query.isBlank() ? "" : many;
        int room = Math.max(1, width - 1 - said.length());
        Line words = typing ? Clip.typed(query, room, glyphs) : Clip.to(Line.of(query.text()), room, glyphs);
        return Line.join(List.of(Line.EMPTY.dim("/"), words, Line.EMPTY.dim(said)), "");
    }

    /**
     * Finds words in set lines: capitals do not matter, a phrase may go over the end of a line, and {@code tau} finds τ, since
     * no keyboard has it.
     */
    static final class Finder {
        /** A character of a line, from one char to before another; none behind the last. */
        record Piece(int line, int from, int to) {
            /** The line with this character raised: reversed if it is the one looked at. */
            Line raised(Line whole, boolean current) {
                String text = whole.plain();
                Weight weight = current ? Weight.REVERSE : Weight.BOLD;
                Line raised = Line.EMPTY.span(text.substring(from, to), Tone.SECOND, weight);
                return Line.join(List.of(Clip.part(whole, 0, from), raised, Clip.part(whole, to, text.length())), "");
            }
        }

        /** Of each char of {@link #text} where it comes from. */
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

        /** Where the words are, each place as the characters it covers; from top to bottom. */
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
