package dev.nabla.figure.scale;

import static dev.nabla.figure.scale.ScaleFigure.ATTENTION;
import static dev.nabla.figure.scale.ScaleFigure.EMBEDDING;
import static dev.nabla.figure.scale.ScaleFigure.FLOPS;
import static dev.nabla.figure.scale.ScaleFigure.MLP;
import static dev.nabla.figure.scale.ScaleFigure.PARAMETERS;
import static dev.nabla.figure.scale.ScaleFigure.REST;
import static dev.nabla.figure.scale.ScaleFigure.YEARS;

import dev.nabla.figure.Knob;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Draws FIG.18: three models side by side, with their size, where their weights are, and how long their training takes.
 */
record ScalePicture(
        Picture<ScaleModel, ScaleModel> all, List<Knob<ScaleModel, ?>> knobs, Canvas body, KnobTable table) {
    private static final int LABEL = 14;
    private static final int LEAST = 12;
    private static final int PERCENT = 7;
    /** Width, in cells, from which the number of weights of a part stands after its share. */
    private static final int COUNTED = 30;

    private static final int COUNT = 13;
    /** Height, in rows, below which only a few settings are shown. */
    private static final int ALL = 15;

    private static final int FEW = 2;

    private static final List<Part> PARTS = List.of(
            new Part(EMBEDDING, Tone.FIRST),
            new Part(ATTENTION, Tone.RESULT),
            new Part(MLP, Tone.RESULT),
            new Part(REST, Tone.SECOND));

    /** A part of the weights, and the colour of its bar. */
    private record Part(Quantity<ScaleModel, Long> weights, Tone hue) {}

    static ScalePicture of(Picture<ScaleModel, ScaleModel> all, List<Knob<ScaleModel, ?>> knobs, Canvas body) {
        KnobTable table = new KnobTable(
                body,
                all.cursor(),
                Track.fixed("name", LABEL),
                Track.free("microGPT", LEAST),
                Track.free("GPT-2", LEAST),
                Track.free("bar", 0),
                Track.fixed("value", LEAST - 1));
        return new ScalePicture(all, knobs, body, table);
    }

    /** Returns the models by their names. */
    private Map<String, ScaleModel> beside() {
        return all.model().beside();
    }

    void draw() {
        int settings = body.height() < ALL ? FEW : knobs.size();
        Map<String, Area> rows = TrackLayout.rows(
                table.across("name", "value"),
                Track.fixed("settings", 1 + settings),
                Track.blank(2),
                Track.fixed("parts", PARTS.size()),
                Track.blank(3),
                Track.fixed("weights", 1),
                Track.fixed("flops", 1).goesAt(1),
                Track.fixed("time", 1),
                Track.blank(6),
                Track.free("worked", 8).goesAt(6));
        beside().keySet().forEach(name -> right(name, 0, name, Tone.TEXT, Weight.BOLD));
        int on = knobs.stream()
                .map(Knob::name)
                .toList()
                .indexOf(all.cursor().spot().knob());
        MatrixGrid.VisibleRange shown = MatrixGrid.window(on, settings, knobs.size());
        for (int i = shown.from(); i < shown.to(); i++) {
            Knob<ScaleModel, ?> knob = knobs.get(i);
            int y = 1 + i - shown.from();
            beside().forEach((name, of) -> right(name, y, knob.shown(of, LEAST), Tone.TEXT, Weight.PLAIN));
            table.knob(y, all.knob(knob.name()));
        }
        for (int i = 0; i < PARTS.size(); i++) {
            part(PARTS.get(i), rows.get("parts").y() + i);
        }
        int y = rows.get("weights").y();
        row(PARAMETERS, y, of -> PARAMETERS.style().column(of.parameters(), COUNT), Tone.RESULT);
        row(YEARS, rows.get("time").y(), of -> ScaleFigure.time(of.seconds()), Tone.TEXT);
        if (rows.containsKey("flops")) {
            row(FLOPS, y + 1, of -> FLOPS.style().column(of.flops(), COUNT), Tone.TEXT);
        }
        WorkedOut.draw(body, all.cursor(), rows, 0, all.steps());
    }

    /** Draws one quantity of each of the three models. */
    private void row(Quantity<ScaleModel, ?> quantity, int y, Function<ScaleModel, String> text, Tone tone) {
        table.label("name", y, quantity.symbol());
        Weight weight = tone == Tone.RESULT ? Weight.BOLD : Weight.PLAIN;
        beside().forEach((name, of) -> {
            boolean hidden = name.equals(ScaleModel.OWN) && all.hides(quantity);
            right(name, y, hidden ? ViewState.HIDDEN : text.apply(of), tone, weight);
        });
    }

    private void right(String name, int y, String text, Tone tone, Weight weight) {
        boolean own = name.equals(ScaleModel.OWN);
        table.right(own ? "value" : name, y, text, own ? tone : Tone.DIM, weight);
    }

    /** Draws the share of a part in all weights as a number and a bar; if there is room, also its number of weights. */
    private void part(Part part, int y) {
        table.label("name", y, part.weights().symbol());
        beside().forEach((name, of) -> {
            boolean own = name.equals(ScaleModel.OWN);
            Canvas canvas = body.part(own ? table.across("bar", "value") : table.column(name));
            if (own && all.hides(part.weights())) {
                canvas.put(0, y, ViewState.HIDDEN, Tone.DIM);
                return;
            }
            long weights = part.weights().of(of);
            double share = of.share(weights);
            int room = canvas.width() - PERCENT - (canvas.width() < COUNTED ? 0 : COUNT);
            canvas.right(PERCENT - 1, y, Style.PERCENT.column(share, PERCENT - 1), own ? Tone.TEXT : Tone.DIM);
            canvas.put(PERCENT, y, canvas.glyphs().bar(share * room, room), part.hue());
            if (canvas.width() >= COUNTED) {
                right(name, y, part.weights().style().column(weights, COUNT - 1), Tone.TEXT, Weight.PLAIN);
            }
        });
    }
}
