package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.PageRef;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.room.LearnerLocation;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.key.Navigation;
import dev.nabla.tutor.Attempt;
import java.util.List;
import java.util.Optional;

/**
 * A look back at the page that explains a question. Enter returns to the question. The learner's position on the road
 * stays at the question, and reading here does not count as reading the section.
 *
 * @param from the screen of the question
 * @param page the page and its scrolling
 * @param name words for the question: {@code question 3}
 * @param prompt text of the question
 */
record ExplanationView(View from, Reading page, String name, String prompt) implements View {
    /** Opens the page that explains a question. Nothing changes if there is none. */
    static ScreenState open(Attempt attempt, String name, View from, ScreenState state) {
        Optional<PageRef> page = state.course().explaining(attempt.question());
        return page.map(there -> state.show(new ExplanationView(
                        from, Reading.of(there, state), name, attempt.variant().prompt())))
                .orElse(state);
    }

    private ExplanationView at(Reading other) {
        return new ExplanationView(from, other, name, prompt);
    }

    private int pages() {
        return page.lesson().pages().size();
    }

    /** Returns the index of the page, from 0. */
    private int index() {
        return page.walk().beat().index();
    }

    @Override
    public Optional<Reading> reading() {
        return from.reading();
    }

    @Override
    public int stationIndex(ScreenState state) {
        return from.stationIndex(state);
    }

    @Override
    public LearnerLocation location(ScreenState state) {
        return from.location(state);
    }

    @Override
    public ScreenState reopen(ScreenState home) {
        return from.reopen(home);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.EXPLANATION, KeyContext.PROSE, KeyContext.BACK);
    }

    @Override
    public String exitName() {
        return "back";
    }

    @Override
    public ScreenState exit(ScreenState state) {
        return state.show(from);
    }

    @Override
    public Onward onward(ScreenState state) {
        return new Onward("back to " + name, this::exit);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Navigation go = Navigation.of(effect);
        return switch (go) {
            case BACK -> exit(state);
            case BEFORE -> turned(-1, state);
            case PAGE_DOWN -> page.scroll() < pane(state).bottom() ? scrolled(go, state) : turned(1, state);
            case PAGE_UP -> page.scroll() > 0 ? scrolled(go, state) : turned(-1, state);
            case UP, DOWN, TOP, BOTTOM -> scrolled(go, state);
            default -> state;
        };
    }

    private ScreenState scrolled(Navigation go, ScreenState state) {
        return state.withView(at(page.scrolled(go, pane(state))));
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
        ProsePane pane = page.prose(state);
        int width = Math.min(ScreenLayout.WIDEST, state.size().width() - 2);
        Line from = Line.EMPTY.dim("you come from " + name + ": ").text(prompt);
        List<Line> lines = Wrap.lines(from, Math.max(1, width), state.font().glyphs());
        pane.add(List.of(Line.EMPTY));
        pane.add(lines);
        return pane;
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        String words = canvas.fitting(
                canvas.width() - 2,
                "A look back. Your place on the road is still " + name,
                "A look back; you are still at " + name,
                "A look back");
        Station here = page.walk().beat();
        Line road = RoadLine.of(
                page.road(state), page.road(state).beats().indexOf(here), canvas.width() - 2, canvas.glyphs());
        pane(state).draw(ScreenLayout.above(words, road, canvas));
    }
}
