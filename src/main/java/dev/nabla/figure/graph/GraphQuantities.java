package dev.nabla.figure.graph;

import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.ExpressionGraph;
import dev.nabla.math.expression.GraphSlopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The quantities of a graph: the value of each node, the slope of each name, and what can be said of them. */
record GraphQuantities(List<Quantity<GraphSlopes, Double>> values, List<Quantity<GraphSlopes, Double>> slopes) {
    private static final Style PRINTED = Style.number(3);
    private static final Style DRAWN = PRINTED.places(2);
    /** Behind the name of a number, the name of its slope. */
    private static final String SLOPE = "_grad";

    static final List<String> ABOUT = List.of(
            "These are the values for the usual f. Any f gives the value of each of its names, and behind",
            "them NAME_grad for each: how far the last name moves per unit of NAME. silent counts the names",
            "that are not computed and have the slope 0. cancelled counts the names that get two or more",
            "parts of which none is 0 and which add up to 0. status is defined, overflowed, no slope (some name",
            "has none) or undefined (the last name has no value).");

    private static final Quantity<GraphSlopes, String> STATUS =
            Quantity.word("status", at -> at.status().word());

    private static final Quantity<GraphSlopes, Long> SILENT =
            Quantity.whole("silent", (GraphSlopes at) -> at.silent().size()).inWords("number of inputs with slope 0");

    private static final Quantity<GraphSlopes, Long> CANCELLED = Quantity.whole(
                    "cancelled", (GraphSlopes at) -> at.cancelled().size())
            .inWords("number of cancelled slopes");

    /** Checks that no name of a graph is the name of one of its results. */
    static void requireNames(ExpressionGraph graph) {
        Set<String> results = Set.of(STATUS.name(), SILENT.name(), CANCELLED.name());
        for (String name : graph.names()) {
            String of = name.endsWith(SLOPE) ? name.substring(0, name.length() - SLOPE.length()) : "";
            if (results.contains(name)) {
                throw BadInput.usage("bad_name", "'" + name + "' is in every answer; choose another name");
            }
            if (graph.names().contains(of)) {
                throw BadInput.usage(
                        "bad_name", "'" + name + "' is the slope of " + of + " in the answer; choose another name");
            }
        }
    }

    static GraphQuantities of(ExpressionGraph graph) {
        List<Quantity<GraphSlopes, Double>> values = new ArrayList<>();
        List<Quantity<GraphSlopes, Double>> slopes = new ArrayList<>();
        for (int i = 0; i < graph.names().size(); i++) {
            int position = i;
            String name = graph.names().get(i);
            values.add(Quantity.real(name, PRINTED, (GraphSlopes at) -> at.value(position))
                    .unless(at -> at.noValueOf(position))
                    .withDoubt(at -> at.valueDoubt(position)));
            slopes.add(Quantity.real(name + SLOPE, PRINTED, (GraphSlopes at) -> at.slope(position))
                    .called(name + ".grad")
                    .unless(at -> at.noSlope(position))
                    .withDoubt(at -> at.doubt(position)));
        }
        return new GraphQuantities(values, slopes);
    }

    /** Returns the values from a position on, all slopes, and what can be said of them. */
    Quantities<GraphModel, GraphSlopes> printed(int from) {
        List<Quantity<GraphSlopes, ?>> printed = new ArrayList<>(values.subList(from, values.size()));
        printed.addAll(slopes);
        printed.addAll(List.of(STATUS, SILENT, CANCELLED));
        return new Quantities<>(GraphModel::slopes, printed);
    }

    /** Formats a number for the picture. */
    static String drawn(double x) {
        return drawn(x, 6);
    }

    static String drawn(double x, int field) {
        return Double.isNaN(x) ? Value.Absent.TEXT : DRAWN.formula(x, field);
    }
}
