package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Wrap;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.PageRef;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.screen.part.LineFinder;
import dev.nabla.screen.part.LookBack;
import dev.nabla.screen.part.RoadLine;
import dev.nabla.tutor.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A look at a page from another screen: the page that explains a question or introduces a word, or one that a search
 * has found. Enter returns to that screen. The learner's position stays where it is, and reading here does not count
 * as reading the section.
 *
 * @param under the screen to return to
 * @param page the page and its scrolling
 * @param reason why the page is looked at
 */
record ExplanationView(View under, Reading page, LookBack reason) implements OverlayView {
    /** Opens the page that explains a question. Nothing changes if there is none. */
    static ScreenState open(Attempt attempt, String name, View from, ScreenState state) {
        LookBack reason = LookBack.question(name, attempt.variant().prompt());
        Optional<PageRef> page = state.course().explaining(attempt.question());
        return page.map(there -> open(there, reason, from, state)).orElse(state);
    }

    static ScreenState open(PageRef page, LookBack reason, View from, ScreenState state) {
        return state.show(of(page, reason, from, state));
    }

    /** Returns a look at a page, scrolled so that the first marked place is visible. */
    static ExplanationView of(PageRef page, LookBack reason, View from, ScreenState state) {
        ExplanationView view = new ExplanationView(from, Reading.of(page, state), reason);
        ProsePane pane = view.pane(state);
        List<List<LineFinder.Piece>> marks = view.marks(pane);
        int line = marks.isEmpty() ? 0 : marks.get(0).get(0).line();
        int scroll = line < pane.visibleRows() ? 0 : Math.min(pane.bottom(), line - pane.visibleRows() / 2);
        return view.at(view.page.scrolled(scroll));
    }

    private ExplanationView at(Reading other) {
        return new ExplanationView(under, other, reason);
    }

    private int pages() {
        return Math.min(reason.pages(), page.lesson().pages().size());
    }

    /** Returns what is highlighted on the page itself, without the reason below it. */
    private List<List<LineFinder.Piece>> marks(ProsePane pane) {
        return reason.marked().map(pane::find).orElse(List.of());
    }

    /** Returns the index of the page, from 0. */
    private int index() {
        return page.walk().beat().index();
    }

    @Override
    public ExplanationView over(View other) {
        return new ExplanationView(other, page, reason);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.EXPLANATION, KeyContext.PROSE, KeyContext.BACK);
    }

    @Override
    public boolean explainsSigns() {
        return true;
    }

    @Override
    public Onward onward(ScreenState state) {
        return new Onward("back to " + reason.name(), this::exit);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Navigation go = Navigation.of(effect);
        return switch (go) {
            case BACK -> exit(state);
            case BEFORE -> turned(-1, state);
            case PAGE_DOWN -> page.scroll() < paneWithReason(state).bottom() ? scrolled(go, state) : turned(1, state);
            case PAGE_UP -> page.scroll() > 0 ? scrolled(go, state) : turned(-1, state);
            case UP, DOWN, TOP, BOTTOM -> scrolled(go, state);
            default -> state;
        };
    }

    private ScreenState scrolled(Navigation go, ScreenState state) {
        return state.withView(at(page.scrolled(go, paneWithReason(state))));
    }

    /** Shows another page of the section; stays at the ends. */
    private ScreenState turned(int by, ScreenState state) {
        int to = index() + by;
        if (to < 0 || to >= pages()) {
            return state;
        }
        int station = page.road(state).of(StationKind.READ, to);
        return state.withView(
                at(page.atStation(page.walk().enter(station, state.tutor()).walk())));
    }

    private ProsePane pane(ScreenState state) {
        return page.prose(state);
    }

    /** Returns the page with the reason below it. */
    private ProsePane paneWithReason(ScreenState state) {
        ProsePane pane = pane(state);
        int width = Math.min(ScreenLayout.WIDEST, state.size().width() - 2);
        List<Line> lines =
                Wrap.lines(reason.reason(), Math.max(1, width), state.font().glyphs());
        pane.add(List.of(Line.EMPTY));
        pane.add(lines);
        return pane;
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        return List.of(
                new ViewBlock.HeadBlock(
                        ScreenLayout.title(page.section()).text(", page " + (index() + 1)),
                        Line.EMPTY,
                        Optional.empty()),
                new ViewBlock.PageBlock(page.section(), index(), reason.reason().plain()));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        String words = canvas.fitting(canvas.width() - 2, reason.sentences());
        Station here = page.walk().beat();
        Line road = RoadLine.of(
                page.road(state), page.road(state).beats().indexOf(here), canvas.width() - 2, canvas.glyphs());
        drawMarked(paneWithReason(state), ScreenLayout.above(words, road, canvas), state);
    }

    /** Draws the page alone. */
    void drawPage(Canvas canvas, ScreenState state) {
        drawMarked(pane(state), canvas, state);
    }

    private void drawMarked(ProsePane pane, Canvas canvas, ScreenState state) {
        List<Line> lines = new ArrayList<>(pane.lines());
        marks(pane(state)).forEach(match -> LineFinder.raise(match, false, lines));
        pane.draw(canvas, lines);
    }
}
