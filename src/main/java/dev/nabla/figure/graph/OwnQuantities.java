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

    private static final Quantity<GraphSlopes, String> STATUS =
            Quantity.word("status", at -> at.status().word());

    private static final Quantity<GraphSlopes, Long> SILENT =
            Quantity.whole("silent", (GraphSlopes at) -> at.silent().size()).inWords("number of inputs with slope 0");

    private static final Quantity<GraphSlopes, Long> CANCELLED = Quantity.whole(
                    "cancelled", (GraphSlopes at) -> at.cancelled().size())
            .inWords("number of cancelled slopes");

    /** Checks that no name of a graph is the name of a result. */
    static void requireNames(ExpressionGraph graph) {
        Set<String> results = Set.of(STATUS.name(), SILENT.name(), CANCELLED.name());
        for (String name : graph.names()) {
            if (results.contains(name) || name.endsWith(SLOPE)) {
                throw BadInput.usage("bad_name", "'" + name + "' is the name of a result; choose another name");
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
                    .unless(at -> at.noValue(position))
                    .withDoubt(at -> at.valueDoubt(position)));
            slopes.add(Quantity.real(name + SLOPE, PRINTED, (GraphSlopes at) -> at.slope(position))
                    .called(name + ".grad")
                    .unless(at -> at.noSlope(position))
                    .withDoubt(at -> at.doubt(position)));
        }
        return new OwnQuantities(values, slopes);
    }

    static List<Fact> facts(OwnGraph own, Predicate<String> wanted) {
        OwnQuantities quantities = of(own.text());
        List<Quantity<GraphSlopes, ?>> printed = new ArrayList<>(quantities
                .values()
                .subList(own.text().inputs(), quantities.values().size()));
        printed.addAll(quantities.slopes());
        printed.addAll(List.of(STATUS, SILENT, CANCELLED));
        return new Quantities<>(OwnGraph::slopes, printed).facts(own, wanted);
    }
}
