package dev.nabla.figure.scale;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Knob;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Split;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Draws FIG.18: three models side by side, how large they are, where their weights sit and how long they learn. */
record ScalePicture(ScaleModel model, ViewState<ScaleModel> cursor, Canvas body, KnobTable table) {
    private static final int LABEL = 14;
    private static final int LEAST = 12;
    private static final int PERCENT = 7;
    /** A count of a part stands behind its share from so many cells on. */
    private static final int COUNTED = 30;

    private static final int COUNT = 13;
    /** Rows below which there is no room for all settings. */
    private static final int ALL = 15;

    private static final int FEW = 2;

    private static final List<Tone> HUES = List.of(Tone.FIRST, Tone.RESULT, Tone.RESULT, Tone.SECOND);

    private static final ScaleFigure FIGURE = new ScaleFigure();

    static ScalePicture of(ScaleModel model, ViewState<ScaleModel> cursor, Canvas body) {
        KnobTable table = new KnobTable(
                body,
                cursor,
                Track.fixed("name", LABEL),
                Track.free("microGPT", LEAST),
                Track.free("GPT-2", LEAST),
                Track.free("bar", 0),
                Track.fixed("value", LEAST - 1));
        return new ScalePicture(model, cursor, body, table);
    }

    void draw() {
        List<Knob<ScaleModel, ?>> knobs = FIGURE.knobs();
        int settings = body.height() < ALL ? FEW : knobs.size();
        Map<String, Area> rows = Split.rows(
                table.across("name", "value"),
                Track.fixed("settings", 1 + settings),
                Track.blank(2),
                Track.fixed("parts", HUES.size()),
                Track.blank(3),
                Track.fixed("weights", 1),
                Track.fixed("flops", 1).goesAt(1),
                Track.fixed("time", 1),
                Track.blank(6),
                Track.free("worked", 8).goesAt(6));
        model.beside().keySet().forEach(name -> right(name, 0, name, Tone.TEXT, Weight.BOLD));
        int on = knobs.stream().map(Knob::name).toList().indexOf(cursor.spot().knob());
        MatrixGrid.Window shown = MatrixGrid.window(on, settings, knobs.size());
        for (int i = shown.from(); i < shown.to(); i++) {
            Knob<ScaleModel, ?> knob = knobs.get(i);
            int y = 1 + i - shown.from();
            row("", y, "", of -> knob.value(of).as(ScaleFigure.DRAWN), Tone.TEXT);
            String own = knob.value(model).as(ScaleFigure.DRAWN);
            table.knob(
                    y, new Focus(knob.name(), 0), Tone.SECOND, own, knob.info().symbol());
        }
        for (int i = 0; i < HUES.size(); i++) {
            part(1 + i, rows.get("parts").y() + i, HUES.get(i));
        }
        int y = rows.get("weights").y();
        row("parameters", y, "weights", of -> ScaleFigure.count(of.parameters(), COUNT), Tone.RESULT);
        row("years", rows.get("time").y(), "it learns for", of -> ScaleFigure.time(of.seconds()), Tone.TEXT);
        if (rows.containsKey("flops")) {
            row("flops", y + 1, "flops a token", of -> ScaleFigure.count(of.flops(), COUNT), Tone.TEXT);
        }
        WorkedOut.draw(body, cursor, rows, 0, () -> FIGURE.steps(model));
    }

    /** What each of the three has, unless the fact is hidden. */
    private void row(String fact, int y, String label, Function<ScaleModel, String> text, Tone tone) {
        table.label("name", y, label);
        model.beside().forEach((name, of) -> {
            boolean hidden = name.equals(ScaleModel.OWN) && cursor.hides(fact);
            Weight weight = tone == Tone.RESULT ? Weight.BOLD : Weight.PLAIN;
            right(name, y, hidden ? "·" : text.apply(of), tone, weight);
        });
    }

    private void right(String name, int y, String text, Tone tone, Weight weight) {
        boolean own = name.equals(ScaleModel.OWN);
        table.right(own ? "value" : name, y, text, own ? tone : Tone.DIM, weight);
    }

    /** A part's share of all weights, as a number and as a bar; where there is room, how many they are. */
    private void part(int which, int y, Tone hue) {
        table.label("name", y, FIGURE.facts(model).get(which).label());
        model.beside().forEach((name, of) -> {
            boolean own = name.equals(ScaleModel.OWN);
            Fact part = FIGURE.facts(of).get(which);
            Canvas canvas = body.part(own ? table.across("bar", "value") : table.column(name));
            if (own && cursor.hides(part.name())) {
                canvas.put(0, y, "·", Tone.DIM);
                return;
            }
            long weights = (long) part.value().number().orElseThrow();
            double share = (double) weights / of.parameters();
            int room = canvas.width() - PERCENT - (canvas.width() < COUNTED ? 0 : COUNT);
            canvas.right(PERCENT - 1, y, ScaleFigure.percent(share), own ? Tone.TEXT : Tone.DIM);
            canvas.put(PERCENT, y, canvas.glyphs().bar(share * room, room), hue);
            if (canvas.width() >= COUNTED) {
                right(name, y, ScaleFigure.count(weights, COUNT - 1), Tone.TEXT, Weight.PLAIN);
            }
        });
    }
}
