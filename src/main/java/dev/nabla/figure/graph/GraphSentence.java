package dev.nabla.figure.graph;

import static dev.nabla.figure.graph.GraphQuantities.drawn;

import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.GraphSlopes;
import dev.nabla.math.expression.GraphSlopes.SlopesStatus;
import dev.nabla.math.expression.GraphSlopes.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the sentence of FIG.04b: how far the walk back has come, and what the chosen name has added up. */
final class GraphSentence {
    private GraphSentence() {}

    static List<Line> of(GraphRun run) {
        GraphSlopes slopes = run.slopes();
        String root = run.name(run.root());
        Optional<String> undefined = slopes.noValue(run.root());
        if (undefined.isPresent()) {
            return List.of(
                    Line.EMPTY.warn(root + " has no value"),
                    Line.of(": " + Decimal.typeset(undefined.get())),
                    Line.of("; nothing comes back"));
        }
        if (run.steps() == 0) {
            return waiting(run, root);
        }
        if (run.steps() == 1) {
            return List.of(
                    Line.of("If " + root + " moves by 1, " + root + " moves by 1"),
                    Line.of(": the walk starts with 1"));
        }
        return run.isOver() ? arrived(run) : passing(run, run.last().orElseThrow());
    }

    private static List<Line> waiting(GraphRun run, String root) {
        List<Line> waits = List.of(Line.of("1 waits at ").first(root), Line.of(" to go back wire by wire"));
        Line asks = Line.of(". What will " + run.name(run.chosen()) + " collect?");
        return run.chosen() == run.root() ? waits : List.of(waits.get(0), waits.get(1), asks);
    }

    private static List<Line> passing(GraphRun run, Wire wire) {
        String from = run.name(wire.from());
        String to = run.name(wire.to());
        if (wire.trouble().isPresent()) {
            return List.of(
                    Line.EMPTY.warn(from + " has no slope by " + to),
                    Line.of(": " + Decimal.typeset(wire.trouble().get())));
        }
        String product = drawn(run.slopes().slope(wire.from())) + " × " + drawn(wire.local());
        return List.of(
                Line.of(from + " hands " + to + " " + product + " = ").second(drawn(wire.part())),
                Line.of("; " + to + ".grad is now ").result(drawn(run.collected(wire.to()))));
    }

    private static List<Line> arrived(GraphRun run) {
        int chosen = run.chosen();
        String name = run.name(chosen);
        Optional<String> missing = run.slopes().noSlope(chosen);
        if (missing.isPresent()) {
            return List.of(
                    Line.EMPTY.warn(name + ".grad has no value"), Line.of(": " + Decimal.typeset(missing.get())));
        }
        if (run.slopes().cancelled().contains(chosen)) {
            return List.of(
                    Line.of("The parts that " + name + " gets ").result("cancel"),
                    Line.of(": " + name + ".grad is 0, though no part is"));
        }
        if (run.slopes().slope(chosen) == 0) {
            return silent(run, name);
        }
        List<Wire> arriving = run.slopes().arriving(chosen);
        long parts = arriving.stream().filter(wire -> wire.part() != 0).count();
        Line line = Line.of(name + ".grad is ").result(drawn(run.slopes().slope(chosen)));
        Line why = Line.of(
                chosen == run.root()
                        ? ": the walk starts here"
                        : parts == 1 ? ": one wire brings all of it" : ", the sum of what " + parts + " wires bring");
        List<Line> clauses = new ArrayList<>(List.of(line, why));
        arriving.stream()
                .filter(wire -> wire.part() == 0)
                .findFirst()
                .ifPresent(wire -> clauses.add(Line.of("; ").warn(run.name(wire.from()) + " hands it 0")));
        if (run.slopes().status() == SlopesStatus.NO_SLOPE) {
            clauses.add(Line.of("; other names have no slope"));
        }
        return clauses;
    }

    private static List<Line> silent(GraphRun run, String name) {
        Line line = Line.of(name + ".grad is ").result("0");
        return run.stopped(run.chosen())
                .map(wire -> List.of(
                        line,
                        Line.of(": ").warn(run.name(wire.from()) + " hands " + run.name(wire.to()) + " 0"),
                        Line.of(", its slope times 0")))
                .orElse(List.of(line, Line.of(": nothing that it feeds moves " + run.name(run.root()))));
    }
}
