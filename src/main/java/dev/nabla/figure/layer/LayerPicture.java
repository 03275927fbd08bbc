package dev.nabla.figure.layer;

import static dev.nabla.figure.layer.LayerFigure.GRADIENT;
import static dev.nabla.figure.layer.LayerFigure.LOSS;

import dev.nabla.figure.layer.LayerFigure.LayerResults;
import dev.nabla.figure.layer.LayerModel.Branch;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Draws FIG.01: one row per stage with its numbers, and the gradient beside them in matching columns. */
record LayerPicture(Picture<LayerModel, LayerResults> all, Canvas body, Places at, Map<String, Area> rows) {
    /** Rows from top to bottom. A digit is a blank row with that rank; the highest ranks are dropped first. */
    private static final String ROWS = "6 head tokens x x₂ 4 s w 5 places h u r 5 words z p L 4 ";
    /** Number of rows without blank ones and weights. */
    private static final int LEAST = 15;

    /** Number of rows that the whole layer cannot do without. */
    static final int NEEDED = LEAST - 1;

    private static final int NAME = 3;

    /** Headings of the lists that belong to no word. */
    private static final List<String> PLACES = List.of("1st", "2nd", "3rd");

    /**
     * First cells of what stands in a row, and the distances between numbers.
     *
     * @param symbol first cell of the stage's symbol; after it stands the formula, or on a narrow canvas the branch
     * @param factor first cell of what a slope is multiplied by; outside the canvas if it does not fit
     */
    private record Places(int symbol, int forward, int pitch, int rule, int back, int backPitch, int factor) {
        static Places in(int width) {
            return width >= 120
                    ? new Places(9, 26, 8, 61, 62, 9, 101)
                    : width >= 80 ? new Places(9, 24, 6, 50, 51, 7, width) : new Places(NAME, 10, 6, 35, 35, 6, width);
        }

        boolean isNarrow() {
            return symbol == NAME;
        }
    }

    static LayerPicture of(Picture<LayerModel, LayerResults> all, Canvas body) {
        Places at = Places.in(body.width());
        boolean steps = at.factor < body.width() && body.height() >= LEAST + LayerWeights.ALL;
        String weights = at.isNarrow() || all.model().isPlain() ? "cut" : steps ? "cut step" : "weights cut";
        String rows = ROWS + weights;
        Track[] tracks = Stream.of(rows.split(" "))
                .map(row -> track(row, all.model().part().isAll()))
                .toArray(Track[]::new);
        return new LayerPicture(all, body, at, TrackLayout.rows(body.area(), tracks));
    }

    /** Returns the track of a row. What is cut is chosen in the whole layer, which keeps that row. */
    private static Track track(String row, boolean whole) {
        return switch (row) {
            case "4", "5", "6" -> Track.blank(Integer.parseInt(row));
            case "weights" -> Track.fixed(row, 4).goesAt(3);
            case "cut" -> Track.fixed(row, 1).goesAt(whole ? 0 : 2);
            case "places" -> Track.fixed(row, 1).goesAt(1);
            case "step" -> Track.fixed(row, LayerWeights.ALL);
            default -> Track.fixed(row, 1);
        };
    }

    /** Returns a heading, in its own tone over a direction that the run takes. */
    private Line heading(String words, boolean taken, Tone still) {
        return Line.EMPTY.span(words, taken ? tone(still) : Tone.DIM, Weight.BOLD);
    }

    private LayerModel model() {
        return all.model();
    }

    private int y(String row) {
        return rows.get(row).y();
    }

    private LayerColumns forward() {
        return new LayerColumns(body, at.forward, at.pitch, tone(Tone.FIRST));
    }

    private LayerColumns back() {
        return new LayerColumns(body, at.back, at.backPitch, tone(Tone.SECOND));
    }

    /** Returns the columns of a row: dim if the run does not fill it, in their own tone if it is at work. */
    private LayerColumns row(LayerColumns columns, Tone own, boolean taken, boolean works) {
        return works ? columns.in(own) : taken ? columns : columns.in(Tone.DIM);
    }

    /** Returns the tone of what is not the row at work: dim while the layer runs. */
    private Tone tone(Tone still) {
        return run().isUnderWay() ? Tone.DIM : still;
    }

    /** Returns whether the run is under way and at a row. */
    private boolean works(boolean at) {
        return at && run().isUnderWay();
    }

    private boolean isRunning() {
        return all.cursor().running();
    }

    private LayerRun run() {
        return model().run();
    }

    void draw() {
        boolean forth = model().part() != LayerPart.FIX;
        body.put(
                at.forward + 1,
                y("head"),
                heading("FORWARD ▼", forth, Tone.FIRST).dim(" numbers"));
        Line back = heading("BACKWARD ▲", run().takesBack(), Tone.SECOND);
        body.put(at.back + 2, y("head"), model().cut() == Branch.FIX ? back.warn(" CUT") : back.dim(" slopes of L"));
        body.put(
                at.factor,
                y("head"),
                model().learns() && run().takesBack() && !model().isPlain() ? "on the way back" : "",
                Tone.DIM);
        forward().labels(y("tokens"), model().tokenNames());
        back().labels(y("tokens"), model().tokenNames());
        if (rows.containsKey("places")) {
            forward().labels(y("places"), PLACES);
            back().labels(y("places"), PLACES);
        }
        forward().labels(y("words"), model().next());
        back().labels(y("words"), model().next());
        Matrix x = model().uncut().x();
        name("x", "", model().input(), false, symbol(run().takesForward(1)), works(run().isAtTokens()));
        mark(y("x"), works(run().isAtTokens()));
        body.put(at.symbol + 2, y("x₂"), at.isNarrow() ? "" : "of 2 numbers", Tone.DIM);
        for (int c = 0; c < x.columns(); c++) {
            tokens(x, c, y("x") + c);
        }
        for (int stage = 1; stage <= LayerModel.STAGES; stage++) {
            stage(stage, LayerStage.of(stage));
        }
        loss();
        for (int y = y("head"); y <= y("L"); y++) {
            body.glyph(at.rule, y, '│', Tone.GRID, Weight.PLAIN);
        }
        if (model().part().isAll()) {
            drawChoices(
                    "cut", NAME, LayerFigure.CUT.choices(model()), model().cut().ordinal(), 0);
        }
        if (model().part() != LayerPart.MOVE && rows.containsKey("cut")) {
            drawChoices(
                    "truth", Math.min(LayerWeights.RIGHT, body.width() - 22), model().next(), model().truth() - 1, 1);
        }
        if (rows.containsKey("weights")) {
            new LayerWeights(all, body.part(rows.get("weights"))).drawFew(at.symbol);
        }
        if (rows.containsKey("step")) {
            new LayerWeights(all, body.part(rows.get("step"))).drawAll();
        }
    }

    /** Marks the row that the run has filled last. */
    private void mark(int y, boolean works) {
        body.put(1, y, works ? run().mark() : "", Tone.TEXT, Weight.BOLD);
    }

    private void loss() {
        int y = y("L");
        boolean works = works(run().isAtLoss());
        boolean turned = works && run().isAtTurn();
        mark(y, works);
        boolean lost = model().whyNoNumbers(LayerModel.STAGES).isPresent();
        String formula = model().isPlain() ? "loss at " + model().came() : "−log p[" + model().came() + "]";
        name("L", "SCORE", formula, lost, symbol(run().takesLoss()), works);
        boolean made = all.shows(LOSS) && run().hasLoss();
        row(forward(), Tone.FIRST, run().takesLoss(), works && !turned)
                .row(y, Vector.of(LOSS.of(all.results())), 3, made, weight(works && !turned));
        boolean sloped = all.shows(GRADIENT) && run().hasTurned();
        row(back(), Tone.SECOND, run().takesBack(), turned).row(y, Vector.of(1), places(), sloped, weight(turned));
    }

    /** Returns the weight of a row: reversed at work, but bold in a pause, where the focus is reversed. */
    private Weight weight(boolean works) {
        return !works ? Weight.PLAIN : isRunning() ? Weight.REVERSE : Weight.BOLD;
    }

    /** Draws entry {@code c} of every token. */
    private void tokens(Matrix x, int c, int y) {
        row(forward(), Tone.FIRST, run().takesForward(1), false).row(y, x.column(c), 2, true, Weight.PLAIN);
        boolean works = works(run().isAtTokens());
        boolean sloped = all.shows(GRADIENT) && run().hasTokens();
        row(back(), Tone.SECOND, run().takesTokens(), works)
                .row(y, all.results().slopes().x().column(c), places(), sloped, weight(works));
        for (int i = 0; i < x.rows(); i++) {
            int part = i * x.columns() + c;
            Area cell = new Area(forward().end(i) - at.pitch, y, at.pitch, 1);
            KnobView number = all.knob("x", part).in(Tone.TEXT);
            if (!isRunning()) {
                number.mark(body, 1, y);
            }
            number.take(body, cell);
            if (number.focused() && !isRunning()) {
                new LayerColumns(body, cell.x(), at.pitch, Tone.FIRST)
                        .row(y, Vector.of(x.get(part)), 2, true, Weight.REVERSE);
            }
        }
    }

    private void stage(int stage, LayerStage words) {
        int y = y(words.symbol());
        KnobView entry = all.knob("stage").in(Tone.TEXT).entry(model().stage() == stage);
        boolean moveless = model().cut() == Branch.MOVE;
        boolean itself = moveless && stage == 3;
        boolean cut = moveless ? stage < 3 : words.branch().equals(model().cut().name());
        String made = model().isPlain() ? words.plain() : words.formula();
        String formula = itself ? "x of " + model().last() : made;
        boolean works = works(run().isAtStage(stage));
        mark(y, works);
        boolean focused = entry.focused() && !isRunning();
        if (!isRunning()) {
            entry.mark(body, 1, y);
        }
        boolean forwards = works && run().isForward();
        boolean backwards = works && !run().isForward();
        boolean taken = run().takesForward(stage) || run().takesBackward(stage);
        name(words.symbol(), words.branch(), formula, cut, symbol(taken), focused || works);
        boolean numbered = all.shows(words.numbers()) && run().hasForward(stage);
        Weight forwardWeight = focused ? Weight.REVERSE : weight(forwards);
        row(forward(), Tone.FIRST, run().takesForward(stage), focused || forwards)
                .row(y, words.numbers().of(all.results()), words.places(), numbered, forwardWeight);
        boolean sloped = all.shows(words.slopes()) && run().hasBackward(stage);
        if (stage <= LayerModel.LOGITS) {
            row(back(), Tone.SECOND, run().takesBackward(stage), backwards)
                    .row(y, words.slopes().of(all.results()), places(), sloped, weight(backwards));
        }
        body.put(
                at.factor,
                y,
                sloped && !itself && !model().isPlain() ? words.factor() : "",
                backwards ? Tone.TEXT : Tone.DIM);
        if (model().part().isAll()) {
            entry.pick(body, new Area(1, y, at.rule - 1, 1), stage);
        }
    }

    /** Returns the number of decimals of a slope. */
    private int places() {
        return at.isNarrow() ? 2 : 3;
    }

    /** Names a row; {@code still} is the tone of its symbol while the row is neither focused nor at work. */
    private void name(String symbol, String branch, String formula, boolean cut, Tone still, boolean focused) {
        int y = y(symbol);
        Tone tone = focused ? Tone.TEXT : cut ? Tone.GRID : Tone.DIM;
        body.put(NAME, y, at.isNarrow() ? "" : branch, tone);
        body.put(at.symbol, y, symbol, cut ? tone : focused ? Tone.TEXT : still, cut ? Weight.PLAIN : Weight.BOLD);
        Line label = Line.EMPTY.span(at.isNarrow() ? branch : formula, tone, Weight.PLAIN);
        body.put(at.symbol + 2, y, cut ? Line.EMPTY.warn("CUT") : label);
    }

    /** Returns the tone of the symbol of a row: dim if the run does not fill it. */
    private Tone symbol(boolean taken) {
        return taken ? tone(Tone.TEXT) : Tone.DIM;
    }

    /** Draws all choices of a knob, or only the current one if they do not fit. */
    private void drawChoices(String knob, int x, List<String> words, int held, int first) {
        int y = y("cut");
        KnobView choice = all.knob(knob).in(Tone.TEXT);
        choice.mark(body, x - 2, y);
        body.put(x, y, model().isPlain() && knob.equals("truth") ? "next" : knob, tone(Tone.TEXT));
        int at = x + 7;
        boolean all = at + String.join("  ", words).length() < body.width();
        for (int i = all ? 0 : held; i < (all ? words.size() : held + 1); i++) {
            String word = words.get(i);
            KnobView entry = choice.entry(i == held);
            Weight weight = entry.weight(i == held ? Weight.BOLD : Weight.PLAIN);
            body.put(at, y, word, i == held ? tone(Tone.TEXT) : Tone.DIM, weight);
            entry.pick(body, new Area(at, y, word.length(), 1), first + i);
            at += word.length() + 2;
        }
    }
}
