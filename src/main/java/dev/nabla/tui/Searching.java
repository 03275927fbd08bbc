package dev.nabla.tui;

import dev.nabla.tui.ReadingView.Pane;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What keys do while words are looked for in a section's text. */
final class Searching {
    private Searching() {}

    static TutorState go(Go go, ReadingView view, TutorState state) {
        if (go == Go.SEARCH) {
            Pane pane = view.shown(state) == Pane.FIGURE ? Pane.TEXT : view.pane();
            return state.in(view.at(pane).looking(Optional.of(Search.BEGUN)));
        }
        if (view.search().isEmpty()) {
            return state;
        }
        Search search = view.search().get();
        if (search.query().isBlank()) {
            return state.in(view.looking(Optional.empty()));
        }
        int places = view.prose(state).find(search.query().text()).size();
        Search next = search.typing() ? search.done() : search.beside(go == Go.NEXT_MATCH ? 1 : -1, places);
        return shown(next, view, state);
    }

    static TutorState typed(ReadingView view, TutorState state, UnaryOperator<Editor> change) {
        return view.search()
                .filter(Search::typing)
                .map(search -> shown(search.typed(change.apply(search.query())), view, state))
                .orElse(state);
    }

    /** The text scrolled so that the place looked at is in the middle, unless it can be seen already. */
    private static TutorState shown(Search search, ReadingView view, TutorState state) {
        ProsePane prose = view.prose(state);
        List<List<Finder.Piece>> found = prose.find(search.query().text());
        ReadingView looking = view.looking(Optional.of(search));
        if (found.isEmpty()) {
            return state.in(looking);
        }
        int line = found.get(search.match()).get(0).line();
        boolean visible = line >= view.scroll() && line < view.scroll() + prose.page();
        int middle = Math.max(0, Math.min(prose.bottom(), line - prose.page() / 2));
        return state.in(visible ? looking : looking.at(middle, state));
    }
}
