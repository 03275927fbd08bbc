package dev.nabla.figure.embedding;

import static dev.nabla.figure.embedding.EmbeddingFigure.COSINE;
import static dev.nabla.figure.embedding.EmbeddingFigure.DOT;
import static dev.nabla.figure.embedding.EmbeddingFigure.MIXED;
import static dev.nabla.figure.embedding.EmbeddingFigure.NEAREST;
import static dev.nabla.figure.embedding.EmbeddingFigure.NORM;
import static dev.nabla.figure.embedding.EmbeddingFigure.NORM_OTHER;
import static dev.nabla.figure.embedding.EmbeddingFigure.ROOT_MEAN_SQUARE;
import static dev.nabla.figure.embedding.EmbeddingFigure.VOWELS;

import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.embedding.EmbeddingFigure.EmbeddingResults;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackPart;
import dev.nabla.frame.Weight;
import dev.nabla.math.PrincipalPlane;
import dev.nabla.math.Vector;

/**
 * Draws FIG.11: the letters on the plane of their largest spread. Beside it stand the two rows, their cosine, and the
 * nearest letters.
 */
record EmbeddingPicture(Picture<EmbeddingModel, EmbeddingResults> all, Canvas body) {
    /** Width of a number, in cells. */
    private static final int FIELD = 6;

    void draw() {
        TrackPart.columns(
                body.part(new Area(1, 0, body.width() - 1, body.height())),
                2,
                new TrackPart(Track.free(30), this::plane),
                new TrackPart(Track.free(26).atMost(50), this::panel));
    }

    private void panel(Canvas panel) {
        TrackPart.rows(
                panel,
                new TrackPart(Track.fixed(4), this::knobs),
                TrackPart.blank(4),
                new TrackPart(Track.fixed(1).goesAt(3), this::head),
                new TrackPart(Track.free(4).atMost(6).goesAt(3), this::rows),
                new TrackPart(Track.fixed(3), this::numbers),
                TrackPart.blank(5),
                new TrackPart(Track.free(4).atMost(8), this::nearest),
                TrackPart.blank(6),
                new TrackPart(Track.fixed(2), this::vowels),
                TrackPart.blank(7),
                all.workedOut(8, 7, 2));
    }

    private EmbeddingResults embedded() {
        return all.results();
    }

    private ViewState<EmbeddingModel> cursor() {
        return all.cursor();
    }

    private EmbeddingModel model() {
        return all.model();
    }

    private Vector row() {
        return embedded().row();
    }

    private Vector other() {
        return embedded().otherRow();
    }

    private void plane(Canvas whole) {
        Canvas canvas = whole.part(whole.area().top(whole.height() - 1));
        PrincipalPlane plane = embedded().plane();
        double widest = 0;
        for (Vector each : embedded().wte().vectors()) {
            double shape = 0.5 * canvas.width() / canvas.height();
            widest = Math.max(widest, Math.max(Math.abs(plane.x(each)), shape * Math.abs(plane.y(each))));
        }
        double reach = widest * 1.1;
        Plot plot = Plot.square(canvas, -reach, reach);
        double x = plane.x(row().map(each -> 0));
        double y = plane.y(row().map(each -> 0));
        plot.dotted(x, y, plane.x(other()), plane.y(other()), Tone.SECOND, DrawOrder.CONSTRUCTION);
        plot.dotted(x, y, plane.x(row()), plane.y(row()), Tone.FIRST, DrawOrder.CONSTRUCTION);
        plot.stamp();
        plot.mark(x, y, '+', Tone.DIM, Weight.PLAIN);
        boolean[] taken = new boolean[canvas.width() * canvas.height()];
        for (int token : NameKnobs.tokens()) {
            Vector each = embedded().wte().row(token);
            int at = plot.row(plane.y(each)) * canvas.width() + plot.column(plane.x(each));
            char glyph = taken[at] ? '*' : NameKnobs.text(token).charAt(0);
            boolean vowel = EmbeddingModel.isVowel(token) && glyph != '*';
            mark(plot, plane, token, glyph, vowel ? Tone.TEXT : Tone.DIM, vowel ? Weight.BOLD : Weight.PLAIN);
            taken[at] = true;
        }
        mark(plot, plane, model().other(), NameKnobs.text(model().other()).charAt(0), Tone.SECOND, Weight.BOLD);
        mark(plot, plane, model().token(), NameKnobs.text(model().token()).charAt(0), Tone.FIRST, Weight.BOLD);
        String share = Style.PERCENT.places(0).column(plane.share(), FIELD);
        String seen = whole.fitting(
                whole.width() - 1,
                "the 2 widest of 16 directions, " + share + " of the spread; + is the origin",
                "2 of 16 directions, " + share + " of the spread",
                share + " of the spread");
        whole.put(1, whole.height() - 1, seen, Tone.DIM);
    }

    private void mark(Plot plot, PrincipalPlane plane, int token, char glyph, Tone tone, Weight weight) {
        plot.mark(plane.x(embedded().wte().row(token)), plane.y(embedded().wte().row(token)), glyph, tone, weight);
    }

    private void knobs(Canvas canvas) {
        Knobs<EmbeddingModel> knobs = all.knobs();
        new Readout(canvas)
                .knob(knobs.at("token"))
                .knob(knobs.at("other"))
                .knob(norm(canvas, knobs.at("normed")))
                .knob(knobs.at("steps"));
    }

    /** Returns the knob of the norm, with the root mean square of the row before and after it. */
    private KnobView norm(Canvas canvas, KnobView knob) {
        String before = all.sentence(ROOT_MEAN_SQUARE);
        String after = ROOT_MEAN_SQUARE.style().sentence(EmbeddingModel.rootMeanSquare(row()));
        String both = "yes, rms " + before + " → " + after;
        int room = canvas.width() - canvas.width("norm") - 4;
        return knob.reading(model().normed() ? canvas.fitting(room, both, "yes, rms " + after) : "no, rms " + before);
    }

    private void head(Canvas row) {
        Line own = Line.EMPTY.dim("16 numbers of ").span(NameKnobs.text(model().token()), Tone.FIRST, Weight.BOLD);
        Line both = own.dim(", beside them ").span(NameKnobs.text(model().other()), Tone.SECOND, Weight.BOLD);
        row.put(2, 0, both);
    }

    /**
     * Draws both rows as vertical bars, entry beside entry, those of the other letter thinner. Where the rows agree,
     * both bars point the same way.
     */
    private void rows(Canvas part) {
        Canvas canvas = part.part(part.area().afterColumns(2));
        double most = Math.max(row().largest(), other().largest());
        int dots = 2 * (canvas.width() / row().size());
        Canvas strip = canvas.part(new Area(0, 0, row().size() * dots / 2, canvas.height()));
        Plot plot = Plot.of(strip, 0, row().size() * dots - 1.0, -most, most);
        plot.dotted(0, 0, row().size() * dots, 0, Tone.GRID, DrawOrder.SCALE);
        for (int i = 0; i < row().size(); i++) {
            int x = i * dots;
            plot.line(x, 0, x, row().get(i), Tone.FIRST, DrawOrder.DATA);
            plot.line(x + 1.0, 0, x + 1.0, row().get(i), Tone.FIRST, DrawOrder.DATA);
            plot.line(x + 2.0, 0, x + 2.0, other().get(i), Tone.SECOND, DrawOrder.DATA);
        }
        plot.stamp();
    }

    private void numbers(Canvas rows) {
        String lengths = all.column(NORM, FIELD) + "  " + all.column(NORM_OTHER, FIELD);
        String product = "row " + NameKnobs.text(model().token()) + " · row " + NameKnobs.text(model().other());
        new Readout(rows)
                .row("lengths", lengths, Tone.TEXT)
                .row(product, all.column(DOT, FIELD), Tone.TEXT)
                .row("cos θ", all.column(COSINE, FIELD), Tone.RESULT, Weight.REVERSE);
    }

    private void nearest(Canvas canvas) {
        canvas.put(2, 0, "nearest to " + NameKnobs.text(model().token()) + ", by cosine", Tone.DIM);
        int most = canvas.width() - 12;
        for (int i = 0; i + 1 < canvas.height(); i++) {
            int token = embedded().nearest().get(i);
            double cosine = EmbeddingModel.cosine(embedded().wte(), model().token(), token);
            boolean here = token == model().other();
            String letter = cursor().text(NEAREST, embedded(), first -> NameKnobs.text(token));
            canvas.put(2, i + 1, letter, here ? Tone.SECOND : Tone.TEXT, here ? Weight.BOLD : Weight.PLAIN);
            String bar = all.hides(COSINE) ? "" : canvas.glyphs().bar(cosine * most, most);
            canvas.put(4, i + 1, bar, here ? Tone.SECOND : Tone.TEXT);
            canvas.right(canvas.width() - 1, i + 1, cursor().number(COSINE, cosine, FIELD), Tone.TEXT);
        }
    }

    private void vowels(Canvas rows) {
        new Readout(rows)
                .row(VOWELS.symbol(), all.column(VOWELS, FIELD), Tone.TEXT)
                .row(MIXED.symbol(), all.column(MIXED, FIELD), Tone.TEXT);
    }
}
