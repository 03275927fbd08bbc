package dev.nabla.figure.graph;

import dev.nabla.math.expression.ExpressionGraph;
import dev.nabla.math.expression.ExpressionGraph.GraphNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names of a graph in layers from the inputs to the root, ordered so that wires cross as little as possible.
 *
 * <p>A node stands one layer after the last name that it uses; an input one layer before the first node that uses it.
 * A wire that skips layers stands in each of them as a place of its own. Wires of one name stay together.
 *
 * @see <a href="https://doi.org/10.1109/TSMC.1981.4308636">Sugiyama, Tagawa, Toda (1981): Methods for Visual
 *     Understanding of Hierarchical System Structures</a>
 */
final class GraphLayers {
    /** Sweeps over all layers in search of fewer crossings. */
    private static final int SWEEPS = 8;

    /**
     * What stands in a layer.
     *
     * @param name the name, or the name whose wire passes
     * @param passes whether only its wire passes here
     */
    record Item(int name, boolean passes) {}

    private final List<List<Item>> layers = new ArrayList<>();
    /** The items of the next layer that an item's wires go to. */
    private final List<Map<Item, List<Item>>> wires = new ArrayList<>();

    /** @param shown the names to arrange */
    GraphLayers(ExpressionGraph graph, TreeSet<Integer> shown) {
        int[] layer = layers(graph, shown);
        int count = 1 + shown.stream().mapToInt(name -> layer[name]).max().orElse(0);
        for (int k = 0; k < count; k++) {
            layers.add(new ArrayList<>());
            wires.add(new TreeMap<>(Comparator.comparing(Item::name)));
        }
        for (int name : shown) {
            layers.get(layer[name]).add(new Item(name, false));
        }
        for (int name : shown) {
            route(name, users(graph, shown, name), layer);
        }
        uncross();
    }

    /** Returns the layer of each shown name, from 0. */
    private static int[] layers(ExpressionGraph graph, TreeSet<Integer> shown) {
        int[] layer = new int[graph.names().size()];
        for (int name : shown) {
            for (int used : uses(graph, name)) {
                layer[name] = shown.contains(used) ? Math.max(layer[name], layer[used] + 1) : layer[name];
            }
        }
        for (int name : shown) {
            if (uses(graph, name).stream().noneMatch(shown::contains)) {
                layer[name] = users(graph, shown, name).stream()
                        .mapToInt(user -> layer[user] - 1)
                        .min()
                        .orElse(0);
            }
        }
        return layer;
    }

    private static List<Integer> uses(ExpressionGraph graph, int name) {
        return graph.node(name).map(GraphNode::uses).orElse(List.of());
    }

    private static List<Integer> users(ExpressionGraph graph, TreeSet<Integer> shown, int name) {
        return shown.stream().filter(user -> uses(graph, user).contains(name)).toList();
    }

    /** Leads the wires of a name through the layers to all that use it. */
    private void route(int name, List<Integer> users, int[] layer) {
        int last = users.stream().mapToInt(user -> layer[user]).max().orElse(-1);
        Item at = new Item(name, false);
        for (int k = layer[name]; k < last; k++) {
            List<Item> next = new ArrayList<>();
            for (int user : users) {
                if (layer[user] == k + 1) {
                    next.add(new Item(user, false));
                }
            }
            Item passing = new Item(name, true);
            if (last > k + 1) {
                layers.get(k + 1).add(passing);
                next.add(passing);
            }
            wires.get(k).put(at, next);
            at = passing;
        }
    }

    /** Reorders the layers for fewer crossings: by the mean place of the neighbours, then by swapping neighbours. */
    private void uncross() {
        int fewest = crossings();
        List<List<Item>> best = copy();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            for (int i = 0; i < layers.size(); i++) {
                sort(sweep % 2 == 0 ? i : layers.size() - 1 - i, sweep % 2 == 0);
            }
            swapNeighbours();
            int now = crossings();
            if (now < fewest) {
                fewest = now;
                best = copy();
            }
        }
        for (int k = 0; k < layers.size(); k++) {
            layers.set(k, best.get(k));
        }
    }

    private List<List<Item>> copy() {
        List<List<Item>> copy = new ArrayList<>();
        layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
        return copy;
    }

    private void sort(int k, boolean byEarlier) {
        layers.get(k).sort(Comparator.comparingDouble(item -> mean(k, item, byEarlier)));
    }

    /** Returns the mean place of an item's neighbours in the layer before or after; its own place if it has none. */
    private double mean(int k, Item item, boolean byEarlier) {
        List<Item> beside = byEarlier ? before(k, item) : wires.get(k).getOrDefault(item, List.of());
        List<Item> other = beside.isEmpty() ? List.of() : layers.get(byEarlier ? k - 1 : k + 1);
        return beside.stream()
                .mapToInt(other::indexOf)
                .average()
                .orElse(layers.get(k).indexOf(item));
    }

    /** Returns the items of the layer before layer k whose wires lead to an item. */
    List<Item> before(int k, Item item) {
        return k == 0
                ? List.of()
                : layers.get(k - 1).stream()
                        .filter(source ->
                                wires.get(k - 1).getOrDefault(source, List.of()).contains(item))
                        .toList();
    }

    private void swapNeighbours() {
        for (List<Item> layer : layers) {
            for (int i = 0; i + 1 < layer.size(); i++) {
                int before = crossings();
                swap(layer, i);
                if (crossings() >= before) {
                    swap(layer, i);
                }
            }
        }
    }

    private static void swap(List<Item> layer, int i) {
        layer.add(i, layer.remove(i + 1));
    }

    /** Returns the number of pairs of wires between neighbouring layers that cross. */
    int crossings() {
        int count = 0;
        for (int k = 0; k + 1 < layers.size(); k++) {
            List<Item> sources = layers.get(k);
            for (int i = 0; i < sources.size(); i++) {
                for (int j = i + 1; j < sources.size(); j++) {
                    count += crossings(k, sources.get(i), sources.get(j));
                }
            }
        }
        return count;
    }

    private int crossings(int k, Item above, Item below) {
        List<Item> next = layers.get(k + 1);
        int count = 0;
        for (Item a : wires.get(k).getOrDefault(above, List.of())) {
            for (Item b : wires.get(k).getOrDefault(below, List.of())) {
                count += next.indexOf(a) > next.indexOf(b) ? 1 : 0;
            }
        }
        return count;
    }

    /** Returns the layers from the inputs on, each from top to bottom. */
    List<List<Item>> layers() {
        return layers;
    }

    /** Returns the items of the layer after layer k that an item's wires lead to. */
    List<Item> after(int k, Item item) {
        return wires.get(k).getOrDefault(item, List.of());
    }
}
