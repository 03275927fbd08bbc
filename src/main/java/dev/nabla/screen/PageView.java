package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.screen.Reading.LeftScreen;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A page of a section's text, with the next figure beside it if there is room.
 *
 * @param under the page and its scrolling
 * @param search the search in the text, if one is open
 */
record PageView(Reading under, Optional<Search> search) implements StationView {
    @Override
    public PageView withReading(Reading other) {
        return new PageView(other, search);
    }

    PageView looking(Optional<Search> other) {
        return new PageView(under, other);
    }

    /**
     * Returns a copy with another page of the section.
     *
     * @param page from 0
     * @param line the line at the top, from 0
     */
    PageView page(int page, int line, ScreenState state) {
        int station = under.road(state).of(StationKind.READ, page);
        return withReading(
                under.atStation(under.walk().enter(station, state.tutor()).walk())
                        .scrolled(line));
    }

    /** Lays out another page of the section, from 0. */
    ProsePane prose(int page, ScreenState state) {
        return new ProsePane(under, page, pane(state) == Pane.BOTH, state);
    }

    @Override
    public ViewBlock.FigureUse use() {
        return ViewBlock.FigureUse.BESIDE;
    }

    @Override
    public List<ViewBlock> besideFigure(ScreenState state) {
        int page = under.road(state).page(walk().station());
        return List.of(new ViewBlock.PageBlock(under.section(), page, ""));
    }

    @Override
    public Pane pane(ScreenState state) {
        Pane pane = StationView.super.pane(state);
        return pane == Pane.FIGURE ? Pane.TEXT : pane;
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return search.isPresent() && search.get().typing()
                ? List.of(KeyContext.ONWARD, KeyContext.TYPING, KeyContext.AWAY)
                : StationView.super.keys(state);
    }

    @Override
    public List<KeyContext> exerciseKeys(ScreenState state) {
        return search.isPresent() ? List.of(KeyContext.FOUND) : List.of();
    }

    @Override
    public Onward onward(ScreenState state) {
        if (search.isPresent()) {
            return new Onward("next", now -> search.get().update(Navigation.NEXT, this, now));
        }
        if (under.left().isPresent()) {
            LeftScreen left = under.left().get();
            return new Onward("back to " + left.name(), now -> now.show(left.screen()));
        }
        return under.scroll() < prose(state).bottom()
                ? new Onward("read on", now -> now.show(withReading(under.scrolled(Navigation.PAGE_DOWN, prose(now)))))
                : goOnAction(state);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        boolean searches =
                effect instanceof Effect.Typing || effect == Navigation.NEXT || effect == Navigation.PREVIOUS;
        return searches && search.isPresent()
                ? search.get().update(effect, this, state)
                : StationView.super.update(effect, state);
    }

    @Override
    public ScreenState back(ScreenState state) {
        return search.isPresent() ? state.show(looking(Optional.empty())) : StationView.super.back(state);
    }

    /** Returns the whole page, with the part that is scrolled away, and what stands around it. */
    @Override
    public String text(ScreenState state) {
        StringJoiner page = new StringJoiner(" ");
        prose(state).lines().forEach(line -> page.add(line.plain().strip()));
        return page + " " + StationView.super.text(state);
    }

    @Override
    public void drawText(Canvas canvas, ScreenState state) {
        ProsePane prose = prose(state);
        List<Line> lines = search.isPresent() ? search.get().raised(prose.lines(), this, state) : prose.lines();
        prose.draw(canvas, lines);
    }

    /** Returns the next figure, shown without the text. */
    @Override
    public Reading turned(ScreenState state) {
        int figure = under.road(state).figure(under.walk().station());
        int station = under.road(state).of(StationKind.PLAY, figure);
        return under.atStation(under.walk().enter(station, state.tutor()).walk())
                .withAlone(true)
                .after(new LeftScreen(under.name(), this));
    }

    @Override
    public List<Line> sentence(Canvas canvas, ScreenState state) {
        if (search.isPresent()) {
            return List.of(search.get().asked(this, state, canvas.width() - 2));
        }
        return under.left()
                .map(left -> List.of(Line.of("A look back; you come from " + left.name())))
                .orElseGet(() -> StationView.super.sentence(canvas, state));
    }
}
