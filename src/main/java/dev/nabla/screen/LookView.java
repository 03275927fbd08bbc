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
 * A look at a figure from another screen: at the one that taught the open part of the figure there, in the same state,
 * or at the one of the question there. The learner's position and that screen stay as they are.
 *
 * @param under the screen to return to
 * @param name what is on that screen, like {@code FIG.19} or {@code question 3}
 * @param shown the figure
 * @param key what the key does that leads here and back
 */
record LookView(View under, String name, FigureState<?> shown, Navigation key) implements OverlayView {
    static ScreenState open(String id, FigureState<?> from, View under, ScreenState state) {
        String name = from.info().number();
        return state.show(new LookView(under, name, from.referredBy(Figures.named(id)), Navigation.TURN));
    }

    @Override
    public LookView over(View other) {
        return new LookView(other, name, shown, key);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        KeyContext looked = key == Navigation.LOOK ? KeyContext.LOOK : KeyContext.TURN;
        return List.of(KeyContext.ONWARD, looked, KeyContext.BACK);
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = OverlayView.super.keyLabels(state);
        words.put(key, "back");
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
        return effect == Navigation.BACK || effect == key ? exit(state) : state;
    }

    @Override
    public ScreenState doWork(Figure.Budget budget, ScreenState state) {
        FigureState<?> done = shown.worked(budget);
        return done.equals(shown) ? state : state.withView(new LookView(under, name, done, key));
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        return List.of(
                new ViewBlock.HeadBlock(
                        Line.of((key == Navigation.LOOK ? "The figure of " : "A look from ") + name),
                        Line.EMPTY,
                        Optional.empty()),
                new ViewBlock.LiveBlock(shown, ViewBlock.FigureUse.FIRST_SEEN));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        if (canvas.width() < StationDrawing.LEAST_WIDTH || canvas.height() < StationDrawing.LEAST_HEIGHT) {
            shown.draw(canvas);
            return;
        }
        Line road = under.reading()
                .map(place ->
                        RoadLine.of(place.road(state), under.stationIndex(state), canvas.width() - 2, canvas.glyphs()))
                .orElse(Line.EMPTY);
        List<Line> words = shown.sentenceLines(canvas.width(), canvas.glyphs());
        shown.body(shown.title(ScreenLayout.above(words, road, canvas)));
    }
}
