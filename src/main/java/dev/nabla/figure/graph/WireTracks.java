package dev.nabla.figure.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The columns in which the wires between two layers turn, one for each name whose wire turns, ordered so that no two
 * wires lie on each other and few cross.
 *
 * @param order the wires that turn, from left to right
 * @param cost the crossings, and {@link #OVERLAP} for every place where wires lie on each other
 */
record WireTracks(List<Bundle> order, int cost) {
    /** The cost of two wires in the same cells. */
    static final int OVERLAP = 1000;
    /** The cost of a place where it cannot be seen which of two wires goes on. */
    private static final int UNCLEAR = 10;
    /** Most wires of which all orders are tried. */
    private static final int MOST_ORDERS = 6;

    /**
     * The wires of one name between two layers.
     *
     * @param from the row where they begin
     * @param to the rows where they end
     */
    record Bundle(int from, List<Integer> to) {
        boolean turns() {
            return to.stream().anyMatch(row -> row != from);
        }

        private int top() {
            return Math.min(from, Collections.min(to));
        }

        private int bottom() {
            return Math.max(from, Collections.max(to));
        }

        private boolean isInside(int row) {
            return row > top() && row < bottom();
        }
    }

    static WireTracks of(List<Bundle> bundles) {
        List<Bundle> turning = new ArrayList<>();
        for (Bundle bundle : bundles) {
            if (bundle.turns()) {
                turning.add(bundle);
            }
        }
        WireTracks given = new WireTracks(turning, cost(turning));
        return turning.size() <= MOST_ORDERS ? given.best(0) : given.improved();
    }

    /** Returns the column of a bundle that turns, from 0. */
    int column(Bundle bundle) {
        return order.indexOf(bundle);
    }

    boolean overlaps() {
        return cost >= OVERLAP;
    }

    /** Returns the best of all orders that keep the first bundles where they are. */
    private WireTracks best(int kept) {
        WireTracks best = this;
        for (int i = kept; i < order.size() && best.cost > 0; i++) {
            List<Bundle> other = new ArrayList<>(order);
            other.add(kept, other.remove(i));
            WireTracks tried = new WireTracks(other, cost(other)).best(kept + 1);
            best = tried.cost < best.cost ? tried : best;
        }
        return best;
    }

    /** Returns an order that no swap of two neighbours makes better. */
    private WireTracks improved() {
        WireTracks best = this;
        for (int i = 0; i + 1 < order.size(); i++) {
            List<Bundle> other = new ArrayList<>(best.order);
            Collections.swap(other, i, i + 1);
            int tried = cost(other);
            if (tried < best.cost) {
                return new WireTracks(other, tried).improved();
            }
        }
        return best;
    }

    private static int cost(List<Bundle> order) {
        int cost = 0;
        for (int i = 0; i < order.size(); i++) {
            for (int j = i + 1; j < order.size(); j++) {
                cost += cost(order.get(i), order.get(j));
            }
        }
        return cost;
    }

    /** Returns what it costs that one bundle turns to the left of another. */
    private static int cost(Bundle left, Bundle right) {
        int cost = left.isInside(right.from()) ? 1 : 0;
        for (int row : left.to()) {
            if (row == right.from()) {
                cost += OVERLAP;
            } else if (right.isInside(row)) {
                cost += right.to().contains(row) ? UNCLEAR : 1;
            }
        }
        return cost;
    }
}
