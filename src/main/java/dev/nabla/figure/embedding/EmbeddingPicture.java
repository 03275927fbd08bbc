package dev.nabla.figure.embedding;

import static dev.nabla.figure.embedding.EmbeddingFigure.two;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Letters;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.Layer;
import dev.nabla.frame.Split;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import dev.nabla.math.PrincipalPlane;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws FIG.11: the letters on the plane that shows most of their spread; beside it the two rows, how they agree, and which letters are nearest. */
record EmbeddingPicture(EmbeddingModel model, ViewState<EmbeddingModel> cursor, Canvas body, Matrix wte) {
    void draw() {
        Map<String, Area> columns = Split.columns(
                new Area(1, 0, body.width() - 1, body.height()),
                2,
                Track.free("plane", 30),
                Track.free("panel", 26).atMost(50));
        Canvas plane = body.part(columns.get("plane"));
        plane(plane.part(plane.area().top(plane.height() - 1)), plane);
        Canvas panel = body.part(columns.get("panel"));
        Map<String, Area> rows = Split.rows(
                panel.area(),
                Track.fixed("knobs", 3),
                Track.blank(5),
                Track.fixed("head", 1).goesAt(3),
                Track.free("rows", 4).atMost(6).goesAt(3),
                Track.fixed("numbers", 3),
                Track.blank(4),
                Track.free("nearest", 4).atMost(8),
                Track.blank(6),
                Track.fixed("vowels", 2),
                Track.blank(7),
                Track.free("worked", 8).goesAt(7));
        knobs(panel.part(rows.get("knobs")));
        numbers(new Readout(panel.part(rows.get("numbers"))));
        nearest(panel.part(rows.get("nearest")));
        vowels(new Readout(panel.part(rows.get("vowels"))));
        Optional.ofNullable(rows.get("head")).ifPresent(place -> head(place.y(), panel));
        Optional.ofNullable(rows.get("rows")).ifPresent(place -> rows(panel.part(place.afterColumns(2))));
        WorkedOut.draw(panel, cursor, rows, 2, () -> new EmbeddingFigure().steps(model));
    }

    private Vector row() {
        return wte.row(model.token());
    }

    private Vector other() {
        return wte.row(model.other());
    }

    private String hidden(String shown) {
        return cursor.unlessHidden("cosine", shown);
    }

    private void plane(Canvas canvas, Canvas whole) {
        PrincipalPlane plane = EmbeddingModel.plane(wte);
        double widest = 0;
        for (Vector each : wte.vectors()) {
            double shape = 0.5 * canvas.width() / canvas.height();
            widest = Math.max(widest, Math.max(Math.abs(plane.x(each)), shape * Math.abs(plane.y(each))));
        }
        double reach = widest * 1.1;
        Plot plot = Plot.square(canvas, -reach, reach);
        double x = plane.x(row().map(each -> 0));
        double y = plane.y(row().map(each -> 0));
        plot.dotted(x, y, plane.x(other()), plane.y(other()), Tone.SECOND, Layer.CONSTRUCTION);
        plot.dotted(x, y, plane.x(row()), plane.y(row()), Tone.FIRST, Layer.CONSTRUCTION);
        plot.stamp();
        plot.mark(x, y, '+', Tone.DIM, Weight.PLAIN);
        boolean[] taken = new boolean[canvas.width() * canvas.height()];
        for (int token : Letters.tokens()) {
            Vector each = wte.row(token);
            int at = plot.row(plane.y(each)) * canvas.width() + plot.column(plane.x(each));
            char glyph = taken[at] ? '*' : Letters.text(token).charAt(0);
            boolean vowel = EmbeddingModel.isVowel(token) && glyph != '*';
            mark(plot, plane, token, glyph, vowel ? Tone.TEXT : Tone.DIM, vowel ? Weight.BOLD : Weight.PLAIN);
            taken[at] = true;
        }
        mark(plot, plane, model.other(), Letters.text(model.other()).charAt(0), Tone.SECOND, Weight.BOLD);
        mark(plot, plane, model.token(), Letters.text(model.token()).charAt(0), Tone.FIRST, Weight.BOLD);
        String share = Decimal.fixed(100 * plane.share(), 0) + " %";
        String seen = whole.fitting(
                whole.width() - 1,
                "the two directions of most spread, " + share + " of it; + is 0",
                "most spread, " + share + " of it; + is 0",
                share + " of the spread");
        whole.put(1, whole.height() - 1, seen, Tone.DIM);
    }

    private void mark(Plot plot, PrincipalPlane plane, int token, char glyph, Tone tone, Weight weight) {
        plot.mark(plane.x(wte.row(token)), plane.y(wte.row(token)), glyph, tone, weight);
    }

    private void knobs(Canvas canvas) {
        new Readout(canvas)
                .knob(cursor, "token", "token", Letters.text(model.token()))
                .knob(cursor, "other", "compare with", Letters.text(model.other()))
                .knob(cursor, "steps", "steps", model.progress());
    }

    private void head(int y, Canvas panel) {
        Line own = Line.EMPTY.dim("16 numbers of ").span(Letters.text(model.token()), Tone.FIRST, Weight.BOLD);
        Line both = own.dim(", beside them ").span(Letters.text(model.other()), Tone.SECOND, Weight.BOLD);
        panel.put(2, y, both);
    }

    /** Both rows as columns up and down, entry beside entry, those of the other thinner: where they agree both go one way. */
    private void rows(Canvas canvas) {
        double most = Math.max(row().largest(), other().largest());
        int dots = 2 * (canvas.width() / row().size());
        Canvas strip = canvas.part(new Area(0, 0, row().size() * dots / 2, canvas.height()));
        Plot plot = Plot.of(strip, 0, row().size() * dots - 1.0, -most, most);
        plot.dotted(0, 0, row().size() * dots, 0, Tone.GRID, Layer.SCALE);
        for (int i = 0; i < row().size(); i++) {
            int x = i * dots;
            plot.line(x, 0, x, row().get(i), Tone.FIRST, Layer.DATA);
            plot.line(x + 1.0, 0, x + 1.0, row().get(i), Tone.FIRST, Layer.DATA);
            plot.line(x + 2.0, 0, x + 2.0, other().get(i), Tone.SECOND, Layer.DATA);
        }
        plot.stamp();
    }

    private void numbers(Readout readout) {
        double product = EmbeddingModel.dot(wte, model.token(), model.other()).value();
        String a = Letters.text(model.token());
        String b = Letters.text(model.other());
        readout.row("lengths", two(row().norm()) + "  " + two(other().norm()), Tone.TEXT)
                .row("row " + a + " · row " + b, hidden(two(product)), Tone.TEXT)
                .row("cos θ", hidden(two(cosine(model.other()))), Tone.RESULT, Weight.REVERSE);
    }

    private double cosine(int token) {
        return EmbeddingModel.cosine(wte, model.token(), token);
    }

    private void nearest(Canvas canvas) {
        canvas.put(2, 0, "nearest to " + Letters.text(model.token()) + ", by cosine", Tone.DIM);
        List<Integer> nearest = model.nearest(wte);
        int most = canvas.width() - 12;
        for (int i = 0; i + 1 < canvas.height(); i++) {
            int token = nearest.get(i);
            double cosine = cosine(token);
            boolean here = token == model.other();
            String letter = hidden(Letters.text(token));
            canvas.put(2, i + 1, letter, here ? Tone.SECOND : Tone.TEXT, here ? Weight.BOLD : Weight.PLAIN);
            String bar = cursor.hides("cosine") ? "" : canvas.glyphs().bar(cosine * most, most);
            canvas.put(4, i + 1, bar, here ? Tone.SECOND : Tone.TEXT);
            canvas.right(canvas.width() - 1, i + 1, hidden(two(cosine)), Tone.TEXT);
        }
    }

    private void vowels(Readout readout) {
        readout.row("vowels together", hidden(two(EmbeddingModel.vowels(wte))), Tone.TEXT)
                .row("vowel, consonant", hidden(two(EmbeddingModel.mixed(wte))), Tone.TEXT);
    }
}
