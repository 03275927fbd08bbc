package dev.nabla.figure.graph;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.ExpressionGraph;
import dev.nabla.math.expression.GraphSlopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The quantities of a typed graph: the value of each node, the slope of each name, and what can be said of them. */
record OwnQuantities(List<Quantity<GraphSlopes, Double>> values, List<Quantity<GraphSlopes, Double>> slopes) {
    private static final Style PRINTED = Style.number(3);
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

    static OwnQuantities of(ExpressionGraph graph) {
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
        return new OwnQuantities(values, slopes);
    }

    /** Computes all values, all slopes, and what can be said of them. */
    static List<Fact> facts(OwnGraph own, Predicate<String> wanted) {
        return facts(own, 0, wanted);
    }

    /** Computes the same without the values of the inputs, which the picture shows as knobs. */
    static List<Fact> pictureFacts(OwnGraph own, Predicate<String> wanted) {
        return facts(own, own.text().inputs(), wanted);
    }

    private static List<Fact> facts(OwnGraph own, int from, Predicate<String> wanted) {
        OwnQuantities quantities = of(own.text());
        List<Quantity<GraphSlopes, ?>> printed = new ArrayList<>(
                quantities.values().subList(from, quantities.values().size()));
        printed.addAll(quantities.slopes());
        printed.addAll(List.of(STATUS, SILENT, CANCELLED));
        return new Quantities<>(OwnGraph::slopes, printed).facts(own, wanted);
    }
}
