package dev.nabla.figure.graph;

import dev.nabla.figure.graph.GraphLayers.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a graph's items: in each layer they keep their order and their distance, and stand as near as they can to
 * the items that they are wired to, so that wires are straight.
 */
final class GraphRows {
    /** Rows of a node: its value, and its slope. */
    private static final int NODE_ROWS = 2;

    private static final int SWEEPS = 6;

    private final GraphLayers layers;
    private final int height;
    private final int gap;
    private final List<Map<Item, Integer>> rows = new ArrayList<>();

    private GraphRows(GraphLayers layers, int height, int gap) {
        this.layers = layers;
        this.height = height;
        this.gap = gap;
    }

    /**
     * Returns the row of each item, layer by layer; empty if they do not fit.
     *
     * @param gap blank rows below a node
     * @param shifted the layer from which on every second layer stands one row lower, so that no wires lie on each
     *     other; -1 for none
     */
    static Optional<List<Map<Item, Integer>>> of(GraphLayers layers, int height, int gap, int shifted) {
        GraphRows rows = new GraphRows(layers, shifted < 0 ? height : height - 1, gap);
        return rows.fits() ? Optional.of(rows.placed(shifted)) : Optional.empty();
    }

    private boolean fits() {
        return layers.layers().stream().allMatch(layer -> below(layer, -1) <= height);
    }

    private int rowsOf(Item item) {
        return item.passes() ? 1 : NODE_ROWS;
    }

    /** Returns the distance from an item to the next one. */
    private int step(Item item) {
        return item.passes() ? 1 : NODE_ROWS + gap;
    }

    /** Returns the least rows that the items after item i need. */
    private int below(List<Item> layer, int i) {
        int needed = 0;
        for (int j = i + 1; j < layer.size(); j++) {
            needed += j + 1 < layer.size() ? step(layer.get(j)) : rowsOf(layer.get(j));
        }
        return needed;
    }

    private List<Map<Item, Integer>> placed(int shifted) {
        for (List<Item> layer : layers.layers()) {
            double top = (height - below(layer, -1)) / 2.0;
            double[] wanted = new double[layer.size()];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = top;
                top += step(layer.get(i));
            }
            rows.add(spread(layer, wanted));
        }
        int count = rows.size();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < count; i++) {
                int k = sweep % 2 == 0 ? i : count - 1 - i;
                rows.set(k, spread(layers.layers().get(k), wanted(k)));
            }
        }
        centre();
        for (int k = 0; shifted >= 0 && k < count; k++) {
            if (k % 2 == shifted % 2) {
                rows.get(k).replaceAll((item, row) -> row + 1);
            }
        }
        return rows;
    }

    /** Moves all rows so that as many are free above as below. */
    private void centre() {
        int top = height;
        int bottom = 0;
        for (Map<Item, Integer> layer : rows) {
            for (Map.Entry<Item, Integer> placed : layer.entrySet()) {
                top = Math.min(top, placed.getValue());
                bottom = Math.max(bottom, placed.getValue() + rowsOf(placed.getKey()));
            }
        }
        int up = (top - (height - bottom)) / 2;
        rows.forEach(layer -> layer.replaceAll((item, row) -> row - up));
    }

    /** Returns the mean row of each item's neighbours in the layers beside it. */
    private double[] wanted(int k) {
        List<Item> layer = layers.layers().get(k);
        double[] wanted = new double[layer.size()];
        for (int i = 0; i < wanted.length; i++) {
            List<Integer> beside = new ArrayList<>();
            Item item = layer.get(i);
            layers.before(k, item).forEach(other -> beside.add(rows.get(k - 1).get(other)));
            layers.after(k, item).forEach(other -> beside.add(rows.get(k + 1).get(other)));
            wanted[i] = beside.stream()
                    .mapToInt(Integer::intValue)
                    .average()
                    .orElse(rows.get(k).get(item));
        }
        return wanted;
    }

    /** Returns rows near the wanted ones, in order and with the least distances. */
    private Map<Item, Integer> spread(List<Item> layer, double[] wanted) {
        int n = wanted.length;
        double[] down = wanted.clone();
        double[] up = wanted.clone();
        for (int i = 1; i < n; i++) {
            down[i] = Math.max(down[i], down[i - 1] + step(layer.get(i - 1)));
        }
        for (int i = n - 2; i >= 0; i--) {
            up[i] = Math.min(up[i], up[i + 1] - step(layer.get(i)));
        }
        Map<Item, Integer> spread = new HashMap<>();
        int least = 0;
        for (int i = 0; i < n; i++) {
            int most = height - below(layer, i) - (i + 1 < n ? step(layer.get(i)) : rowsOf(layer.get(i)));
            int row = (int) Math.round((down[i] + up[i]) / 2);
            row = Math.max(least, Math.min(most, row));
            spread.put(layer.get(i), row);
            least = row + step(layer.get(i));
        }
        return spread;
    }
}
