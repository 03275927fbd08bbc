package dev.nabla.figure.graph;

import static dev.nabla.figure.graph.GraphFigure.A;
import static dev.nabla.figure.graph.GraphFigure.A_GRAD;
import static dev.nabla.figure.graph.GraphFigure.B;
import static dev.nabla.figure.graph.GraphFigure.B_GRAD;
import static dev.nabla.figure.graph.GraphFigure.GRAD;
import static dev.nabla.figure.graph.GraphFigure.L;
import static dev.nabla.figure.graph.GraphFigure.NUMERIC_GRAD;
import static dev.nabla.figure.graph.GraphFigure.PATHS;
import static dev.nabla.figure.graph.GraphFigure.SLOPES;
import static dev.nabla.figure.graph.GraphFigure.drawn;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.KnobWord;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.Ledger;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import dev.nabla.math.Graph;
import dev.nabla.math.Graph.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws FIG.04b: w at the left, L at the right, and the wires through a and b between them. Beside them stands the sum
 * of w; below stand the rules and the knobs.
 */
record GraphPicture(
        GraphModel model, ViewState<GraphModel> cursor, Knobs<GraphModel> knobs, Canvas body, Graph graph, int step) {
    private static final List<String> KNOBS = List.of("w", "c", "x", "a_is", "b_is", "l_is");

    /** Column at which the two paths meet before w. */
    private static final int LEDGER_NUMBER = 7;

    /** Rows of the two paths alone. */
    static final int LEAST_ROWS = 9;

    /** Cells between two knobs, which the marker of the focus needs. */
    private static final int LEAST_GAP = 2;

    private static final int LEFT = 10;
    /** Width of a number in a node, in cells. */
    private static final int NODE = 7;

    GraphPicture(GraphModel model, ViewState<GraphModel> cursor, Knobs<GraphModel> knobs, Canvas body) {
        this(model, cursor, knobs, body, model.graph(), model.isDefined() ? (int) model.steps() : 0);
    }

    void draw() {
        Area inside = new Area(3, 0, body.width() - 4, body.height());
        int across = inside.width() < 72 ? KNOBS.size() / 2 : KNOBS.size();
        int knobRows = KNOBS.size() / across + 1;
        boolean tight = inside.height() < LEAST_ROWS + knobRows;
        Map<String, Area> rows = TrackLayout.rows(
                inside,
                Track.blank(5),
                Track.free("graph", LEAST_ROWS).atMost(13),
                Track.blank(3),
                Track.fixed("rules", 3).goesAt(1),
                Track.blank(2),
                Track.fixed("knobs", tight ? 1 : knobRows).goesAt(1),
                Track.blank(6),
                Track.free("worked", 10).goesAt(7));
        Map<String, Area> columns = TrackLayout.columns(
                rows.get("graph"),
                1,
                Track.free("wires", 34).sharing(2).atMost(70),
                Track.free("ledger", 21).atMost(36));
        Canvas ledger = body.part(columns.get("ledger"));
        int reach = (ledger.height() - 3) / 2;
        wires(body.part(columns.get("wires").top(2 * reach + 3)), reach);
        ledger(ledger.part(ledger.area().afterRows(reach - 1)));
        Optional.ofNullable(rows.get("rules")).ifPresent(place -> rules(body.part(place)));
        Optional.ofNullable(rows.get("knobs")).ifPresent(place -> knobs(place, across, tight));
        WorkedOut.draw(body, cursor, rows, 0, this::walked);
    }

    /** Returns the worked steps up to the current step of the backward pass. */
    private List<String> walked() {
        List<String> steps = GraphFigure.worked(model);
        int walked = model.steps() == GraphModel.STEPS ? steps.size() : GraphFigure.FORWARD + step;
        return steps.subList(0, Math.min(steps.size(), walked));
    }

    /**
     * Draws the graph.
     *
     * @param reach rows from w up to a, and down to b
     */
    private void wires(Canvas canvas, int reach) {
        int middle = 1 + reach;
        int right = canvas.width() - 12;
        path(canvas, 0, 1, 1, right);
        path(canvas, 1, 1 + 2 * reach, -1, right);
        boolean back = step >= 2;
        boolean home = step >= 4;
        canvas.put(right, middle, back ? "├─" : "├►", WireInk.tone(back));
        canvas.put(LEFT - 2, middle, home ? "◄─┤" : "──┤", WireInk.tone(home));
        node(canvas, 0, middle, "w", drawn(graph.w(), NODE));
        node(canvas, right + 3, middle, "L", value(L));
        canvas.put(0, middle + 1, "grad", Tone.DIM);
        canvas.put(0, middle + 2, " " + drawn(model.collected()) + " ", Tone.RESULT, Weight.REVERSE);
        grad(canvas, right + 3, middle + 1, step >= 1 ? Optional.of(drawn(1)) : Optional.empty(), canvas.width());
    }

    /**
     * Draws a path from L to w.
     *
     * @param i 0 for the path through a, at the top; 1 for the path through b, at the bottom
     * @param towards direction of w and L: 1 for down, -1 for up
     */
    private void path(Canvas canvas, int i, int y, int towards, int right) {
        boolean above = i == 0;
        String value = value(above ? A : B);
        double grad = graph.slopes().get(i);
        double local = graph.slopes().get(2 + i);
        double broken = Double.isNaN(local) ? 0 : 1;
        double fromL = model.isDefined() ? grad : broken;
        double toW = model.isDefined() ? graph.paths().get(i) : broken;
        boolean here = step >= 2 + i;
        boolean home = step >= GraphModel.STEPS - i;
        int at = (LEFT + right) / 2 - 4;
        int end = at + 3 + value.length();
        for (int row = 0; 2 * (y + row * towards) != canvas.height() - 1; row++) {
            wire(canvas, LEFT, y + row * towards, row > 0 ? "│" : above ? "┌" : "└", home, toW);
            wire(canvas, right, y + row * towards, row > 0 ? "│" : above ? "┐" : "┘", here, fromL);
        }
        wire(canvas, LEFT + 1, y, "─".repeat(at - LEFT - 2), home, toW);
        wire(canvas, end, y, "─".repeat(Math.max(0, right - end)), here, fromL);
        canvas.put(end, y, here ? "◄" : "", WireInk.tone(true));
        node(canvas, at, y, above ? "a" : "b", value);
        String back = cursor.text(above ? A_GRAD : B_GRAD, graph, GraphFigure::drawn);
        grad(canvas, at, y + towards, here ? Optional.of(back) : Optional.empty(), right - at);
        slope(canvas, LEFT + 1, y - towards, at - 2, 2 + i, above ? graph.aIs() : graph.bIs(), "x");
        slope(canvas, at + 10, y - towards, canvas.width() - at - 10, i, graph.lIs(), above ? "b" : "a");
    }

    private static void wire(Canvas canvas, int x, int y, String glyphs, boolean lit, double flow) {
        for (int i = 0; i < glyphs.length(); i++) {
            WireInk.draw(canvas, x + i, y, glyphs.charAt(i), glyphs.length() > 1, lit, flow);
        }
    }

    private String value(Quantity<Graph, Double> node) {
        return cursor.text(node, graph, x -> drawn(x, NODE));
    }

    private static void node(Canvas canvas, int x, int y, String name, String value) {
        canvas.put(x, y, name, Tone.TEXT, Weight.BOLD);
        canvas.put(x + 2, y, value, value.equals(Value.Absent.TEXT) ? Tone.WARN : Tone.FIRST);
    }

    /**
     * Draws the slope of a node.
     *
     * @param come the slope that has come back; empty if it has not come back yet
     */
    private void grad(Canvas canvas, int x, int y, Optional<String> come, int room) {
        boolean here = come.isPresent();
        String number = come.orElse(drawn(model.isDefined() ? 0 : Double.NaN));
        String label = canvas.fitting(room - number.length(), "grad ", "");
        canvas.put(x, y, label, Tone.DIM);
        canvas.put(x + label.length(), y, number, here ? Tone.SECOND : Tone.DIM, here ? Weight.BOLD : Weight.PLAIN);
    }

    private String slope(int i) {
        return cursor.text(SLOPES, graph, slopes -> drawn(slopes.get(i)));
    }

    /** Draws a local slope, and its name if it has one. */
    private void slope(Canvas canvas, int x, int y, int room, int i, Operation is, String other) {
        String times = "× " + slope(i);
        boolean named = is == Operation.TIMES || is == Operation.LOG;
        String name =
                named ? " = " + GraphFigure.localSlope(is, other, graph.slopes().get(i)) : "";
        canvas.put(x, y, canvas.fitting(room, times + name, times), Tone.TEXT);
    }

    /** Draws how w adds up its slope, in order of arrival, and below it the slope of the pinned run. */
    private void ledger(Canvas canvas) {
        Ledger ledger = new Ledger(canvas, LEDGER_NUMBER);
        canvas.put(0, 0, GRAD.symbol(), Tone.TEXT, Weight.BOLD);
        ledger.entry(0, "", " =", drawn(0), false, Weight.PLAIN);
        for (int i = 1; i >= 0; i--) {
            int y = 2 - i;
            boolean home = step >= 3 + y;
            String path = i == 0 ? "a" : "b";
            String grad = slope(i);
            String local = slope(2 + i);
            int room = canvas.width() - 10;
            String by = canvas.fitting(room - grad.length() - local.length() - 2, "by " + path, path);
            canvas.put(0, y, by, home ? Tone.TEXT : Tone.DIM);
            room -= by.length() + 1;
            String product = canvas.fitting(room, grad + " × " + local, grad + "×" + local, "");
            ledger.entry(y, product, "+=", home ? path(i) : "·  ", home, home ? Weight.BOLD : Weight.PLAIN);
        }
        canvas.rule(3);
        ledger.row(4, "sum", drawn(model.collected()), Tone.TEXT);
        if (step == GraphModel.STEPS) {
            ledger.row(5, NUMERIC_GRAD.symbol(), cursor.text(NUMERIC_GRAD, graph, GraphFigure::drawn), Tone.TEXT);
        }
        cursor.pinned().ifPresent(kept -> ledger.row(6, "kept", collected(kept), Tone.PATH1));
    }

    private String path(int i) {
        return cursor.text(PATHS, graph, paths -> drawn(paths.get(i)));
    }

    private String collected(GraphModel of) {
        return cursor.text(GRAD, of.graph(), grad -> drawn(of.collected()));
    }

    private void rules(Canvas canvas) {
        canvas.rule(0);
        canvas.put(0, 1, "local slopes", Tone.TEXT, Weight.BOLD);
        canvas.put(0, 2, "hand back", Tone.DIM);
        Operation[] operations = Operation.values();
        for (int i = 0; i < operations.length; i++) {
            Operation is = operations[i];
            int x = 15 + i * (canvas.width() - 15) / operations.length;
            boolean used = List.of(graph.aIs(), graph.bIs(), graph.lIs()).contains(is);
            canvas.put(x, 1, written(is), used ? Tone.TEXT : Tone.DIM);
            canvas.put(x, 2, slopes(is), Tone.DIM);
        }
    }

    private static String written(Operation operation) {
        return switch (operation) {
            case PLUS -> "u + v";
            case TIMES -> "u·v";
            case LOG -> "log u";
            case RELU -> "relu u";
        };
    }

    /** Returns the local slopes of an operation in words. */
    private static String slopes(Operation operation) {
        return switch (operation) {
            case PLUS -> "1 and 1";
            case TIMES -> "v and u";
            case LOG -> "1/u";
            case RELU -> "0 or 1";
        };
    }

    /**
     * Draws the knobs in columns and the graph below them; in a single row the numbers and operations side by side, or
     * the graph alone if it has the focus.
     */
    private void knobs(Area place, int across, boolean tight) {
        KnobWord typed = new KnobWord(knobs.at("f").reading("type your own"));
        if (tight && cursor.isFocused("f")) {
            typed.draw(body, place.x(), place.y());
            return;
        }
        if (tight) {
            sideBySide(place);
            return;
        }
        for (int i = 0; i < KNOBS.size(); i++) {
            int x = place.x() + i % across * place.width() / across;
            new KnobWord(knobs.at(KNOBS.get(i))).draw(body, x, place.y() + i / across);
        }
        typed.draw(body, place.x(), place.y() + KNOBS.size() / across);
    }

    private void sideBySide(Area row) {
        List<KnobWord> words =
                KNOBS.stream().map(name -> new KnobWord(knobs.at(name))).toList();
        int free =
                row.width() - words.stream().mapToInt(word -> word.width(body)).sum();
        int gap = Math.max(LEAST_GAP, free / (words.size() - 1));
        int x = row.x();
        for (KnobWord word : words) {
            word.draw(body, x, row.y());
            x += word.width(body) + gap;
        }
    }
}
