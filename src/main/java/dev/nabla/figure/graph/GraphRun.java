package dev.nabla.figure.graph;

import dev.nabla.figure.ViewState;
import dev.nabla.math.expression.ExpressionGraph;
import dev.nabla.math.expression.GraphSlopes;
import dev.nabla.math.expression.GraphSlopes.Wire;
import java.util.List;
import java.util.Optional;

/**
 * The walk back through a graph, as far as it has come.
 *
 * @param slopes the values, and the slopes at the end of the walk
 * @param chosen the name whose slope is added up: the input that the keys were moved to, else the chosen one
 */
record GraphRun(GraphModel model, GraphSlopes slopes, int chosen) {
    static GraphRun of(GraphModel model, ViewState<GraphModel> cursor) {
        boolean opened = cursor.before().isEmpty() && cursor.spot().part() == 0;
        boolean onInput = cursor.isFocused(GraphKnobs.INPUTS.name()) && !opened;
        return new GraphRun(model, model.slopes(), onInput ? cursor.spot().part() : model.node());
    }

    long steps() {
        return model.steps();
    }

    String name(int position) {
        return model.name(position);
    }

    ExpressionGraph text() {
        return model.text();
    }

    int root() {
        return text().names().size() - 1;
    }

    boolean isOver() {
        return steps() > slopes.wires().size();
    }

    /** Returns the wires along which a part has come back, in order. */
    List<Wire> walked() {
        long count = Math.max(0, Math.min(slopes.wires().size(), steps() - 1));
        return slopes.wires().subList(0, (int) count);
    }

    /** Returns the wire of the last step; empty before the first wire. */
    Optional<Wire> last() {
        List<Wire> walked = walked();
        return walked.isEmpty() ? Optional.empty() : Optional.of(walked.get(walked.size() - 1));
    }

    boolean hasCome(Wire wire) {
        return walked().contains(wire);
    }

    /** Returns the slope of a name, or its part that has come back so far. */
    double collected(int name) {
        if (name == root()) {
            return steps() >= 1 ? slopes.slope(name) : 0;
        }
        return isOver()
                ? slopes.slope(name)
                : walked().stream()
                        .filter(wire -> wire.to() == name)
                        .mapToDouble(Wire::part)
                        .sum();
    }

    /** Returns whether some of the slope of a name has come back. */
    boolean hasBegun(int name) {
        return name == root() ? steps() >= 1 : walked().stream().anyMatch(wire -> wire.to() == name);
    }

    /** Returns the nearest place, seen from the root, where a slope that is not 0 is multiplied by 0. */
    Optional<Wire> stopped(int name) {
        return slopes.wires().stream()
                .filter(wire -> wire.part() == 0 && slopes.slope(wire.from()) != 0 && leadsTo(wire.to(), name))
                .findFirst();
    }

    private boolean leadsTo(int from, int name) {
        return from == name
                || text().node(from)
                        .map(node -> node.uses().stream().anyMatch(used -> leadsTo(used, name)))
                        .orElse(false);
    }
}
