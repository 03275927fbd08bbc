package dev.nabla.figure.graph;

import dev.nabla.figure.graph.GraphLayers.Item;
import dev.nabla.figure.graph.WireTracks.Bundle;
import dev.nabla.math.expression.ExpressionGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/**
 * The picture of a graph as cells: a node takes two rows, its value and its slope below it; a wire runs from the right
 * of a name to the left of a node that uses it. If not all names fit, those near the chosen one are shown.
 *
 * @param places the first cell of each shown name
 * @param wires the cells of each wire, from the name to the node
 * @param hidden the number of names that are not shown
 */
record GraphLayout(Map<Integer, WireCell> places, Map<WireEnds, List<WireCell>> wires, int hidden) {
    /** Cells between a name with its value and the first track. */
    private static final int BEFORE_TRACKS = 1;
    /** Cells between the last track and a name: an arrow and a blank. */
    private static final int AFTER_TRACKS = 2;

    /** Most blank rows below a node. */
    private static final int WIDEST_GAP = 2;
    /** Most cells by which a wire is made longer where there is room. */
    private static final int MOST_SPARE = 4;

    /** A cell, counted from 0 at the top left. */
    record WireCell(int x, int y) {}

    /** The sides of a name where it is wired to names that are not shown. */
    record Sides(boolean left, boolean right) {}

    /** A wire: the name that is used, and the node that uses it. */
    record WireEnds(int name, int node) {}

    /**
     * Lays out the chosen name and as many of the names nearest to it as fit.
     *
     * @param cells returns the cells that a name takes with its value
     */
    static GraphLayout around(ExpressionGraph graph, int chosen, IntUnaryOperator cells, int width, int height) {
        List<Integer> nearest = nearest(graph, chosen);
        for (int count = nearest.size(); count > 1; count--) {
            Optional<GraphLayout> layout = of(graph, new TreeSet<>(nearest.subList(0, count)), cells, width, height);
            if (layout.isPresent()) {
                return layout.get();
            }
        }
        return new GraphLayout(Map.of(chosen, new WireCell(0, 0)), Map.of(), nearest.size() - 1);
    }

    /** Returns all names by the number of wires between them and the chosen one, which comes first. */
    private static List<Integer> nearest(ExpressionGraph graph, int chosen) {
        List<Integer> found = new ArrayList<>(List.of(chosen));
        for (int i = 0; i < found.size(); i++) {
            for (int other = 0; other < graph.names().size(); other++) {
                if (!found.contains(other)
                        && (isUsed(graph, other, found.get(i)) || isUsed(graph, found.get(i), other))) {
                    found.add(other);
                }
            }
        }
        return found;
    }

    private static boolean isUsed(ExpressionGraph graph, int name, int by) {
        return graph.node(by).map(node -> node.uses().contains(name)).orElse(false);
    }

    /** Returns the shown names that are wired to names that are not shown. */
    Map<Integer, Sides> unseen(ExpressionGraph graph) {
        Map<Integer, Sides> unseen = new TreeMap<>();
        for (int name : places.keySet()) {
            boolean left = false;
            boolean right = false;
            for (int other = 0; other < graph.names().size(); other++) {
                boolean away = !places.containsKey(other);
                left |= away && isUsed(graph, other, name);
                right |= away && isUsed(graph, name, other);
            }
            if (left || right) {
                unseen.put(name, new Sides(left, right));
            }
        }
        return unseen;
    }

    private static Optional<GraphLayout> of(
            ExpressionGraph graph, TreeSet<Integer> shown, IntUnaryOperator cells, int width, int height) {
        GraphLayers layers = new GraphLayers(graph, shown);
        for (int gap = WIDEST_GAP; gap >= 0; gap--) {
            for (int shifted = -1; shifted < 2; shifted++) {
                Optional<GraphLayout> layout = GraphRows.of(layers, height, gap, shifted)
                        .map(rows -> new Channels(graph, layers, rows, cells))
                        .filter(channels -> channels.width() <= width && !channels.overlap())
                        .map(channels -> channels.spread(width).layout(shown));
                if (layout.isPresent()) {
                    return layout;
                }
            }
        }
        return Optional.empty();
    }

    /** The layers as columns, and the channels between them in which the wires turn. */
    private static final class Channels {
        private final ExpressionGraph graph;
        private final GraphLayers layers;
        private final List<Map<Item, Integer>> rows;
        private final List<WireTracks> tracks = new ArrayList<>();
        /** The first cell of each layer, and behind the last one the width. */
        private final List<Integer> columns = new ArrayList<>(List.of(0));
        /** The first cell behind the names of each layer. */
        private final List<Integer> ends = new ArrayList<>();
        /** The first track behind each layer. */
        private final List<Integer> firstTracks = new ArrayList<>();

        Channels(ExpressionGraph graph, GraphLayers layers, List<Map<Item, Integer>> rows, IntUnaryOperator cells) {
            this.graph = graph;
            this.layers = layers;
            this.rows = rows;
            for (int k = 0; k < rows.size(); k++) {
                List<Item> layer = layers.layers().get(k);
                int widest = layer.stream()
                        .mapToInt(item -> item.passes() ? 0 : cells.applyAsInt(item.name()))
                        .max()
                        .orElse(0);
                List<Bundle> bundles = new ArrayList<>();
                for (Item item : layer) {
                    if (!layers.after(k, item).isEmpty()) {
                        bundles.add(bundle(k, item));
                    }
                }
                WireTracks turning = WireTracks.of(bundles);
                tracks.add(turning);
                ends.add(columns.get(k) + widest);
                firstTracks.add(columns.get(k) + widest + BEFORE_TRACKS);
                boolean last = k + 1 == rows.size();
                columns.add(
                        last
                                ? columns.get(k) + widest
                                : firstTracks.get(k) + turning.order().size() + AFTER_TRACKS);
            }
        }

        private Bundle bundle(int k, Item item) {
            return new Bundle(
                    rows.get(k).get(item),
                    layers.after(k, item).stream().map(rows.get(k + 1)::get).toList());
        }

        int width() {
            return columns.get(rows.size());
        }

        /** Moves the layers apart, by the same number of cells each, as far as the width allows. */
        Channels spread(int width) {
            int channels = rows.size() - 1;
            int spare = channels == 0 ? 0 : Math.min(MOST_SPARE, (width - width()) / channels);
            for (int k = 0; k < channels; k++) {
                ends.set(k, ends.get(k) + k * spare);
                firstTracks.set(k, firstTracks.get(k) + k * spare + spare / 2);
                columns.set(k + 1, columns.get(k + 1) + (k + 1) * spare);
            }
            columns.set(rows.size(), columns.get(rows.size()) + channels * spare);
            return this;
        }

        boolean overlap() {
            return tracks.stream().anyMatch(WireTracks::overlaps);
        }

        GraphLayout layout(TreeSet<Integer> shown) {
            Map<Integer, WireCell> places = new TreeMap<>();
            Map<WireEnds, List<WireCell>> wires = new LinkedHashMap<>();
            Map<Integer, Integer> layerOf = new HashMap<>();
            for (int k = 0; k < rows.size(); k++) {
                for (Item item : layers.layers().get(k)) {
                    if (!item.passes()) {
                        places.put(
                                item.name(),
                                new WireCell(columns.get(k), rows.get(k).get(item)));
                        layerOf.put(item.name(), k);
                    }
                }
            }
            for (int node : shown) {
                for (int name :
                        graph.node(node).map(ExpressionGraph.GraphNode::uses).orElse(List.of())) {
                    if (shown.contains(name)) {
                        wires.put(new WireEnds(name, node), wire(name, node, layerOf.get(name), layerOf.get(node)));
                    }
                }
            }
            return new GraphLayout(places, wires, graph.names().size() - shown.size());
        }

        /** Returns the cells of a wire from one layer to another. */
        private List<WireCell> wire(int name, int node, int from, int to) {
            List<WireCell> cells = new ArrayList<>();
            Item at = new Item(name, false);
            for (int k = from; k < to; k++) {
                Item next = k + 1 == to ? new Item(node, false) : new Item(name, true);
                int row = rows.get(k).get(at);
                int end = rows.get(k + 1).get(next);
                Bundle bundle = bundle(k, at);
                int turn = row == end
                        ? columns.get(k + 1) - 1
                        : firstTracks.get(k) + tracks.get(k).column(bundle);
                int x = cells.isEmpty() ? ends.get(k) : columns.get(k);
                while (x <= turn) {
                    cells.add(new WireCell(x++, row));
                }
                for (int y = row; y != end; ) {
                    y += Integer.signum(end - row);
                    cells.add(new WireCell(turn, y));
                }
                while (x < columns.get(k + 1)) {
                    cells.add(new WireCell(x++, end));
                }
                at = next;
            }
            cells.remove(cells.size() - 1); // a blank before the node
            return cells;
        }
    }
}
