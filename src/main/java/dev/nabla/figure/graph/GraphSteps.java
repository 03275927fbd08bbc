package dev.nabla.figure.graph;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;
import static dev.nabla.figure.WorkedSteps.orNone;

import dev.nabla.math.Decimal;
import dev.nabla.math.expression.ExpressionGraph.GraphNode;
import dev.nabla.math.expression.GraphSlopes;
import dev.nabla.math.expression.GraphSlopes.Wire;
import java.util.ArrayList;
import java.util.List;

/** The worked solution of a graph: the values forward, then the walk back wire by wire. */
record GraphSteps(GraphModel model, GraphSlopes at) {
    GraphSteps(GraphModel model) {
        this(model, model.slopes());
    }

    List<String> all() {
        return first(at.wires().size());
    }

    /** Returns the steps as far as the first wires of the walk back. */
    List<String> first(int wires) {
        List<String> steps = new ArrayList<>();
        int inputs = model.text().inputs();
        for (int k = inputs; k < model.text().names().size(); k++) {
            GraphNode node = model.text().nodes().get(k - inputs);
            steps.add(node.name() + " = " + Decimal.typeset(node.f().toString()) + " = " + orNone(at.value(k)));
        }
        int root = model.text().names().size() - 1;
        if (at.noValue(root).isPresent()) {
            steps.add(Decimal.typeset(at.noValue(root).get()) + "; nothing comes back");
            return steps;
        }
        steps.add(model.root() + ".grad = 1");
        double[] collected = new double[model.text().names().size()];
        for (Wire wire : at.wires().subList(0, wires)) {
            double before = collected[wire.to()];
            collected[wire.to()] += wire.part();
            steps.add("by " + model.name(wire.from()) + ": " + model.name(wire.to()) + ".grad = " + number(before)
                    + " + " + factors(wire) + " = " + orNone(collected[wire.to()]));
        }
        return steps;
    }

    private String factors(Wire wire) {
        return wire.trouble()
                .map(why -> "none, " + Decimal.typeset(why))
                .orElseGet(() -> number(at.slope(wire.from())) + "·" + bracketed(wire.local()));
    }
}
