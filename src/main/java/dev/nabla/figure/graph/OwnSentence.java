package dev.nabla.figure.graph;

import static dev.nabla.figure.graph.GraphFigure.drawn;

import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.GraphSlopes;
import dev.nabla.math.expression.GraphSlopes.SlopesStatus;
import dev.nabla.math.expression.GraphSlopes.Wire;
import java.util.List;
import java.util.Optional;

/** Writes the sentence of a typed graph: how far the walk back has come, and what the chosen name has added up. */
final class OwnSentence {
    private OwnSentence() {}

    static List<Line> of(OwnRun run) {
        GraphSlopes slopes = run.slopes();
        String root = run.own().name(run.root());
        Optional<String> undefined = slopes.noValue(run.root());
        if (undefined.isPresent()) {
            return List.of(
                    Line.EMPTY.warn(root + " has no value"),
                    Line.of(": " + Decimal.typeset(undefined.get())),
                    Line.of("; nothing comes back"));
        }
        if (run.steps() == 0) {
            return List.of(Line.of("1 waits at ").first(root), Line.of(" to go back wire by wire"));
        }
        if (run.steps() == 1) {
            return List.of(
                    Line.of("If " + root + " moves by 1, " + root + " moves by 1"),
                    Line.of(": the walk starts with 1"));
        }
        return run.isOver() ? arrived(run) : passing(run, run.last().orElseThrow());
    }

    private static List<Line> passing(OwnRun run, Wire wire) {
        String from = run.own().name(wire.from());
        String to = run.own().name(wire.to());
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

    private static List<Line> arrived(OwnRun run) {
        int chosen = run.chosen();
        String name = run.own().name(chosen);
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
        long parts = run.slopes().arriving(chosen).size();
        Line line = Line.of(name + ".grad is ").result(drawn(run.slopes().slope(chosen)));
        Line why = Line.of(
                chosen == run.root()
                        ? ": the walk starts here"
                        : parts == 1 ? ": one wire brings all of it" : ", the sum of what " + parts + " wires bring");
        boolean elsewhere = run.slopes().status() == SlopesStatus.NO_SLOPE;
        return elsewhere ? List.of(line, why, Line.of("; other names have no slope")) : List.of(line, why);
    }

    private static List<Line> silent(OwnRun run, String name) {
        Line line = Line.of(name + ".grad is ").result("0");
        return run.stopped(run.chosen())
                .map(wire -> List.of(
                        line,
                        Line.of(": ")
                                .warn(run.own().name(wire.from()) + " hands "
                                        + run.own().name(wire.to()) + " 0"),
                        Line.of(", its slope times 0")))
                .orElse(List.of(
                        line,
                        Line.of(": nothing that it feeds moves " + run.own().name(run.root()))));
    }
}
