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

/** The worked solution of a typed graph: the values forward, then the walk back wire by wire. */
record OwnWords(OwnGraph own, GraphSlopes at) {
    OwnWords(OwnGraph own) {
        this(own, own.slopes());
    }

    List<String> steps() {
        return steps(at.wires().size());
    }

    /** Returns the steps as far as the first wires of the walk back. */
    List<String> steps(int wires) {
        List<String> steps = new ArrayList<>();
        int inputs = own.text().inputs();
        for (int k = inputs; k < own.text().names().size(); k++) {
            GraphNode node = own.text().nodes().get(k - inputs);
            steps.add(node.name() + " = " + Decimal.typeset(node.f().toString()) + " = " + orNone(at.value(k)));
        }
        int root = own.text().names().size() - 1;
        if (at.noValue(root).isPresent()) {
            steps.add(Decimal.typeset(at.noValue(root).get()) + "; nothing comes back");
            return steps;
        }
        steps.add(own.name(root) + ".grad = 1");
        double[] collected = new double[own.text().names().size()];
        for (Wire wire : at.wires().subList(0, wires)) {
            double before = collected[wire.to()];
            collected[wire.to()] += wire.part();
            steps.add("by " + own.name(wire.from()) + ": " + own.name(wire.to()) + ".grad = " + number(before) + " + "
                    + factors(wire) + " = " + orNone(collected[wire.to()]));
        }
        return steps;
    }

    private String factors(Wire wire) {
        return wire.trouble()
                .map(why -> "none, " + Decimal.typeset(why))
                .orElseGet(() -> number(at.slope(wire.from())) + "·" + bracketed(wire.local()));
    }
}
