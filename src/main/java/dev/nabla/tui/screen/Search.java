package dev.nabla.tui.screen;

import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.screen.ReadingView.Pane;
import dev.nabla.tutor.Editor;
import java.util.List;
import java.util.Optional;

/**
 * Looking for words in a section's text.
 *
 * @param query what is typed
 * @param typing whether it is still being typed
 * @param match which of the places found is looked at, from 0
 */
record Search(Editor query, boolean typing, int match) {
    static ScreenState begin(ReadingView view, ScreenState state) {
        Pane pane = view.shown(state) == Pane.FIGURE ? Pane.TEXT : view.pane();
        return state.in(view.at(pane).looking(Optional.of(new Search(Editor.EMPTY, true, 0))));
    }

    /** The state after an effect while it goes on: typed to its end, or at the next or previous of the places, round the ends. */
    ScreenState update(Effect effect, ReadingView view, ScreenState state) {
        if (effect instanceof Effect.Typing typed) {
            return typing ? new Search(typed.change().apply(query), true, 0).shown(view, state) : state;
        }
        if (query.isBlank()) {
            return state.in(view.looking(Optional.empty()));
        }
        int places = Math.max(1, view.prose(state).find(query.text()).size());
        int by = typing ? 0 : effect == Go.NEXT ? 1 : -1;
        return new Search(query, false, Math.floorMod(match + by, places)).shown(view, state);
    }

    /** The text scrolled so that the place looked at is in the middle, unless it can be seen already. */
    private ScreenState shown(ReadingView view, ScreenState state) {
        ProsePane prose = view.prose(state);
        List<List<Finder.Piece>> found = prose.find(query.text());
        ReadingView looking = view.looking(Optional.of(this));
        int line = found.isEmpty() ? view.scroll() : found.get(match).get(0).line();
        boolean visible = line >= view.scroll() && line < view.scroll() + prose.page();
        int middle = Math.max(0, Math.min(prose.bottom(), line - prose.page() / 2));
        return state.in(visible ? looking : looking.scrolled(middle, state));
    }
}
