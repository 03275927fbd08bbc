package dev.nabla.figure.graph;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.graph.GraphFigure.drawn;

import dev.nabla.frame.Line;
import dev.nabla.math.Graph;
import dev.nabla.math.Graph.Operation;
import dev.nabla.math.Vector;
import java.util.List;

/** Writes the sentence of FIG.04b: how far the backward pass has come, and what w adds up. */
record GraphSentence(Graph graph, Vector slopes, String byA, String byB) {
    /** Largest width of the first clause, so that it fits into 60 columns. */
    private static final int CLAUSE = 58;

    static List<Line> of(GraphModel model) {
        Vector paths = model.graph().paths();
        GraphSentence sentence =
                new GraphSentence(model.graph(), model.graph().slopes(), drawn(paths.get(0)), drawn(paths.get(1)));
        return switch (model.graph().status()) {
            case UNDEFINED ->
                List.of(Line.EMPTY.warn(GraphFigure.LOG_OF_NOTHING), Line.of(": L has no value, nothing comes back"));
            case OVERFLOWED -> List.of(Line.EMPTY.warn("OVERFLOW").text(": a number is larger than any double"));
            default -> sentence.at((int) model.steps());
        };
    }

    private List<Line> at(int step) {
        boolean times = graph.lIs() == Operation.TIMES;
        String made = "L = " + GraphFigure.made(graph.lIs(), "a", "b") + ": ";
        return switch (step) {
            case 0 -> List.of(Line.of("w feeds a and b, and both feed L"), Line.of(". What will w collect?"));
            case 1 -> List.of(Line.of("If L moves by 1, L moves by 1"), Line.of(": the backward pass starts with 1"));
            case 2 -> {
                String rule = times ? "a product hands each factor the other one" : "a sum hands 1 to each part";
                String gets = ", so a gets " + (times ? "b = " : "");
                yield List.of(Line.of(made + rule), Line.of(gets).second(drawn(slopes.get(0))));
            }
            case 3 ->
                List.of(Line.of(made + "and b gets " + (times ? "a = " : "")).second(drawn(slopes.get(1))));
            case 4 -> {
                String passes = "b = " + GraphFigure.made(graph.bIs(), "w", "x") + " passes on "
                        + GraphFigure.localSlope(graph.bIs(), "x", slopes.get(3));
                String product = drawn(slopes.get(3)) + "·" + bracketed(drawn(slopes.get(1)));
                yield List.of(
                        Line.of(passes + ": w.grad = 0 + " + product + " = ").result(byB),
                        Line.of(". a is still to come"));
            }
            default -> collected(times);
        };
    }

    private List<Line> collected(boolean times) {
        String sum = byB + " + " + bracketed(byA) + " = ";
        return switch (graph.status()) {
            case NO_PATH ->
                List.of(Line.of("Nothing comes back by either path: w.grad is ").result("0"));
            case ONE_PATH -> onePath();
            case CANCELS -> {
                boolean bowl = times && graph.aIs() == Operation.PLUS && graph.bIs() == Operation.TIMES;
                String level =
                        bowl ? ". L is at its " + (graph.x() > 0 ? "lowest" : "highest") : ". L stands still here";
                yield List.of(
                        Line.of("By b " + signed(byB) + ", by a " + signed(byA) + ": they ")
                                .result("cancel"),
                        Line.of(level + ", and no slope is 0"));
            }
            default -> {
                String grad = drawn(graph.grad());
                String why = times ? "Two paths, so the two products add: " : "A sum hands 1 to each side: w.grad = ";
                if (why.length() + sum.length() + grad.length() > CLAUSE) {
                    why = times ? "The two products add: " : "1 to each side: w.grad = ";
                }
                yield List.of(Line.of(why + sum).result(grad));
            }
        };
    }

    private static String signed(String number) {
        return number.startsWith("−") ? number : "+" + number;
    }

    /**
     * Returns the sentence for a graph with one blocked path: which path it is, and why. The cause is relu or a factor
     * of 0.
     */
    private List<Line> onePath() {
        boolean a = graph.paths().get(0) == 0;
        Operation is = a ? graph.aIs() : graph.bIs();
        String zero = slopes.get(a ? 0 : 1) == 0
                ? a ? "b is 0" : "a is 0"
                : slopes.get(a ? 2 : 3) != 0 ? "Too little" : is == Operation.RELU ? "relu is off" : "x is 0";
        return List.of(
                Line.EMPTY.warn(zero).text(": nothing comes back through " + (a ? "a" : "b")),
                Line.of(", only the path by " + (a ? "b" : "a") + " is left"));
    }
}
