package dev.nabla.screen;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.screen.part.RoadLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A look at the figure that taught the open part of another one, in the same state. The learner's position and that
 * figure stay as they are.
 *
 * @param under the screen to return to
 * @param name number of the figure on that screen, like FIG.19
 * @param shown the figure that taught the part
 */
record ReferredView(View under, String name, FigureState<?> shown) implements OverlayView {
    static ScreenState open(String id, FigureState<?> from, View under, ScreenState state) {
        return state.show(new ReferredView(under, from.info().number(), from.referredBy(Figures.named(id))));
    }

    @Override
    public ReferredView over(View other) {
        return new ReferredView(other, name, shown);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.TURN, KeyContext.BACK);
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = OverlayView.super.keyLabels(state);
        words.put(Navigation.TURN, "back");
        return words;
    }

    @Override
    public boolean explainsSigns() {
        return true;
    }

    @Override
    public Onward onward(ScreenState state) {
        return new Onward("back to " + name, this::exit);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Navigation go = Navigation.of(effect);
        return go == Navigation.BACK || go == Navigation.TURN ? exit(state) : state;
    }

    @Override
    public ScreenState doWork(Figure.Budget budget, ScreenState state) {
        FigureState<?> done = shown.worked(budget);
        return done.equals(shown) ? state : state.withView(new ReferredView(under, name, done));
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        return List.of(
                new ViewBlock.HeadBlock(Line.of("A look from " + name), Line.EMPTY, Optional.empty()),
                new ViewBlock.LiveBlock(shown, ViewBlock.FigureUse.FIRST_SEEN));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        if (canvas.width() < StationDrawing.LEAST_WIDTH || canvas.height() < StationDrawing.LEAST_HEIGHT) {
            shown.draw(canvas);
            return;
        }
        Reading place = under.reading().orElseThrow();
        Line road = RoadLine.of(place.road(state), under.stationIndex(state), canvas.width() - 2, canvas.glyphs());
        List<Line> words = shown.sentenceLines(canvas.width(), canvas.glyphs());
        shown.body(shown.title(ScreenLayout.above(words, road, canvas)));
    }
}
