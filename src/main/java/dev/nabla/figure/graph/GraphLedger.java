package dev.nabla.figure.graph;

import dev.nabla.figure.ViewState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.expression.GraphSlopes.Wire;
import java.util.List;

/**
 * How the chosen name adds up its slope: {@code w.grad = 0 + 1.50 by b + 2.00 by a = 3.50}.
 *
 * @param hidden whether an open guess hides the slope
 * @param canvas where it stands
 */
record GraphLedger(GraphRun run, boolean hidden, Canvas canvas) {
    /** Returns the sum, with the names that bring the parts where there is room. */
    Line sum() {
        Line named = sum(true);
        return length(named) <= canvas.width() ? named : cut(sum(false));
    }

    private Line sum(boolean named) {
        int chosen = run.chosen();
        Line line = Line.EMPTY
                .span(run.name(chosen) + ".grad", Tone.TEXT, Weight.BOLD)
                .text(" = ");
        if (chosen == run.root()) {
            return line.result("1").dim("  where the walk begins");
        }
        line = line.dim("0");
        for (Wire wire : run.slopes().arriving(chosen)) {
            boolean come = run.hasCome(wire) && !hidden;
            line = line.dim(" + ");
            line = come ? line.second(part(wire)) : line.dim(ViewState.HIDDEN);
            line = named ? line.dim(" by " + run.name(wire.from())) : line;
        }
        return run.isOver() && !hidden ? line.dim(" = ").result(GraphQuantities.drawn(run.collected(chosen))) : line;
    }

    private static String part(Wire wire) {
        String part = GraphQuantities.drawn(wire.part());
        return part.startsWith("−") ? "(" + part + ")" : part;
    }

    /** Returns the product behind each part that has come, as far as there is room. */
    Line products() {
        Line line = Line.EMPTY;
        for (Wire wire : run.slopes().arriving(run.chosen())) {
            if (run.hasCome(wire) && !hidden) {
                String from = run.name(wire.from());
                String product =
                        from + ".grad " + GraphQuantities.drawn(run.slopes().slope(wire.from())) + " × "
                                + GraphQuantities.drawn(wire.local());
                Line longer = line.dim(line.spans().isEmpty() ? "" : "   ").dim(product);
                line = length(longer) <= canvas.width() ? longer : line;
            }
        }
        return line;
    }

    private int length(Line line) {
        return line.spans().stream().mapToInt(span -> canvas.width(span.text())).sum();
    }

    /** Returns the first pieces of a line that fit, with a mark where it is cut. */
    private Line cut(Line line) {
        List<Line.Span> spans = line.spans();
        Line kept = Line.EMPTY;
        for (Line.Span span : spans) {
            if (length(kept) + canvas.width(span.text()) > canvas.width() - 2) {
                return kept.dim(" ⋮");
            }
            kept = kept.span(span.text(), span.tone(), span.weight());
        }
        return kept;
    }
}
