package dev.nabla.figure.graph;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.graph.GraphLayout.WireCell;
import dev.nabla.figure.graph.GraphLayout.WireEnds;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.KnobWord;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import dev.nabla.math.expression.GraphSlopes;
import dev.nabla.math.expression.GraphSlopes.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws FIG.04b: the text, the graph with a value and a slope at each name, the sum of the chosen slope, and the
 * inputs.
 */
record GraphPicture(
        GraphRun run, GraphQuantities quantities, ViewState<GraphModel> cursor, Knobs<GraphModel> knobs, Canvas body) {
    /** Width of a number, in cells. */
    private static final int NUMBER = 7;
    /** Cells of an input in the row of knobs beside its name: a number, the marker and blanks. */
    private static final int BESIDE_NAME = NUMBER + 5;

    static void draw(GraphModel model, ViewState<GraphModel> cursor, Knobs<GraphModel> knobs, Canvas body) {
        GraphQuantities quantities = GraphQuantities.of(model.text());
        boolean hidden = quantities.slopes().stream().anyMatch(cursor::hides);
        GraphRun run = GraphRun.of(hidden ? model.at(0) : model, cursor);
        new GraphPicture(run, quantities, cursor, knobs, body).draw();
    }

    private void draw() {
        Area inside = new Area(3, 0, body.width() - 4, body.height());
        int across = Math.max(1, inside.width() / knobCells());
        int lines = run.text().inputs() / across + 1;
        Map<String, Area> rows = TrackLayout.rows(
                inside,
                Track.fixed("text", 1),
                Track.blank(3),
                Track.free("graph", 8).atMost(24),
                Track.blank(4),
                Track.fixed("sum", 1).goesAt(1),
                Track.fixed("products", 1).goesAt(2),
                Track.blank(5),
                Track.fixed("knobs", 1),
                Track.fixed("other knobs", lines - 1).goesAt(1),
                Track.blank(6),
                Track.free("worked", 12).goesAt(7));
        new KnobWord(knobs.at("f"), inside.width() - 2).draw(body, inside.x(), 0);
        graph(body.part(rows.get("graph")));
        Optional.ofNullable(rows.get("sum")).ifPresent(row -> sum(body.part(row)));
        Optional.ofNullable(rows.get("products"))
                .ifPresent(
                        row -> body.put(row.x(), row.y(), ledger(body.part(row)).products()));
        inputs(rows.get("knobs"), across, rows.containsKey("other knobs") ? lines : 1);
        WorkedOut.draw(body, cursor, rows, 0, () -> new GraphSteps(run.model())
                .first(run.walked().size()));
    }

    private void graph(Canvas canvas) {
        GraphLayout layout = GraphLayout.around(
                run.text(),
                run.chosen(),
                name -> body.width(run.name(name)) + 1 + NUMBER,
                canvas.width() - 2,
                canvas.height());
        WireCells cells = new WireCells();
        boolean tells = quantities.slopes().stream().noneMatch(cursor::hides);
        for (Wire wire : run.slopes().wires()) {
            List<WireCell> path = layout.wires().get(new WireEnds(wire.to(), wire.from()));
            if (path != null) {
                cells.add(wire.to(), led(wire.to(), path, layout), run.hasCome(wire), tells ? wire.part() : 1);
            }
        }
        cells.draw(canvas);
        layout.places().forEach((name, cell) -> node(canvas, name, cell));
        layout.unseen(run.text())
                .forEach((name, sides) -> marks(canvas, layout.places().get(name), name, sides));
        if (layout.hidden() > 0) {
            canvas.right(canvas.width(), canvas.height() - 1, layout.hidden() + " more ⋮", Tone.DIM);
        }
    }

    /** Returns the cells of a wire with those between it and the value of its name. */
    private List<WireCell> led(int name, List<WireCell> path, GraphLayout layout) {
        WireCell place = layout.places().get(name);
        List<WireCell> led = new ArrayList<>();
        int end = place.x() + body.width(run.name(name)) + 1 + value(name).length();
        for (int x = end + 1; x < path.get(0).x(); x++) {
            led.add(new WireCell(x, place.y()));
        }
        led.addAll(path);
        return led;
    }

    private void node(Canvas canvas, int name, WireCell at) {
        String word = run.name(name);
        boolean chosen = name == run.chosen();
        boolean focused = chosen && (cursor.isFocused("inputs") || cursor.isFocused("node"));
        canvas.put(at.x(), at.y(), word, focused ? Tone.SECOND : Tone.TEXT, Weight.BOLD);
        int x = at.x() + body.width(word) + 1;
        String value = value(name);
        canvas.put(x, at.y(), value, value.equals(Value.Absent.TEXT) ? Tone.WARN : Tone.FIRST);
        String slope = slope(name);
        boolean come = run.hasBegun(name);
        Tone tone = chosen
                ? Tone.RESULT
                : died(name) || slope.equals(Value.Absent.TEXT) ? Tone.WARN : come ? Tone.SECOND : Tone.DIM;
        canvas.put(x, at.y() + 1, slope, tone, chosen ? Weight.REVERSE : come ? Weight.BOLD : Weight.PLAIN);
        Area area = new Area(at.x(), at.y(), body.width(word) + 1 + NUMBER, 2);
        KnobView entry = knobs.at("node").entry(chosen);
        if (name < run.text().inputs()) {
            knobs.at("inputs", name).take(canvas, area);
        } else {
            entry.pick(canvas, area, name);
        }
    }

    /** Returns whether a slope that was not 0 has become 0 on the way to a name. */
    private boolean died(int name) {
        List<Wire> arriving = run.slopes().arriving(name);
        return !arriving.isEmpty()
                && arriving.stream().allMatch(wire -> wire.part() == 0 && run.hasCome(wire))
                && arriving.stream().anyMatch(wire -> run.slopes().slope(wire.from()) != 0);
    }

    /** Marks a name whose neighbours are not all shown, below the wires at its left and right. */
    private void marks(Canvas canvas, WireCell at, int name, GraphLayout.Sides sides) {
        canvas.put(at.x() - 2, at.y() + 1, sides.left() ? "⋮" : "", Tone.DIM);
        int x = at.x() + body.width(run.name(name)) + 2 + NUMBER;
        canvas.put(x - 1, at.y() + 1, sides.right() ? "⋮" : "", Tone.DIM);
    }

    private String value(int name) {
        return cursor.text(quantities.values().get(name), run.slopes(), x -> GraphQuantities.drawn(x, NUMBER));
    }

    /** Writes the slope of a name as far as it has come. */
    private String slope(int name) {
        Quantity<GraphSlopes, Double> slope = quantities.slopes().get(name);
        if (cursor.hides(slope)) {
            return ViewState.HIDDEN;
        }
        boolean missing = run.isOver() && run.slopes().noSlope(name).isPresent();
        return missing ? Value.Absent.TEXT : GraphQuantities.drawn(run.collected(name), NUMBER);
    }

    private GraphLedger ledger(Canvas canvas) {
        return new GraphLedger(run, cursor.hides(quantities.slopes().get(run.chosen())), canvas);
    }

    /** Draws how the chosen name adds up its slope, in order of arrival, and the slope of the pinned run. */
    private void sum(Canvas canvas) {
        GraphLedger ledger = ledger(canvas);
        canvas.put(0, 0, ledger.sum());
        cursor.pinned()
                .map(kept -> GraphRun.of(kept, cursor))
                .filter(kept -> kept.text().equals(run.text()))
                .ifPresent(kept -> canvas.right(
                        canvas.width(),
                        0,
                        "kept "
                                + (ledger.hidden()
                                        ? ViewState.HIDDEN
                                        : GraphQuantities.drawn(kept.collected(run.chosen()), NUMBER)),
                        Tone.PATH1));
    }

    /** Returns the cells of a knob in the row of inputs. */
    private int knobCells() {
        int longest = "node".length();
        for (String input : run.text().names().subList(0, run.text().inputs())) {
            longest = Math.max(longest, body.width(input));
        }
        return longest + BESIDE_NAME;
    }

    /**
     * Draws the inputs and the chosen name.
     *
     * @param lines rows for them; if there is only one, the knobs beside the focused one are drawn
     */
    private void inputs(Area place, int across, int lines) {
        int inputs = run.text().inputs();
        int focused = cursor.isFocused("node")
                ? inputs
                : cursor.isFocused("inputs") ? cursor.spot().part() : 0;
        int first = lines == 1 ? focused / across * across : 0;
        int cells = knobCells();
        for (int i = first; i <= Math.min(inputs, first + lines * across - 1); i++) {
            KnobView knob = i < inputs
                    ? knobs.at("inputs", i).labelled(run.name(i))
                    : knobs.at("node").reading(run.name(run.chosen()));
            int at = i - first;
            new KnobWord(knob, cells - 3).draw(body, place.x() + at % across * cells, place.y() + at / across);
        }
    }
}
