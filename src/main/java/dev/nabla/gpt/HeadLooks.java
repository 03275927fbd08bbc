package dev.nabla.gpt;

import dev.nabla.gpt.DifferentiableOp.AttentionOp;
import dev.nabla.math.Vector;

/**
 * What the heads look at where a text repeats: sums of shares over these places, a number per head, counted through all
 * layers.
 *
 * @param before the share of the letter before
 * @param after the share of all letters that came after an earlier letter like the one that asks
 */
public record HeadLooks(Vector before, Vector after) {
    /** Nothing yet, for any number of heads. */
    static final HeadLooks NONE = new HeadLooks(Vector.of(0), Vector.of(0));

    /** Returns the sums with those of a place from which all heads of a pass look. */
    HeadLooks and(ForwardBackward pass, int[] tokens, int t) {
        int heads = pass.layers.get(0).heads().heads();
        int all = pass.layers.size() * heads;
        double[] one = new double[all];
        double[] other = new double[all];
        for (int i = 0; i < all; i++) {
            AttentionOp layer = pass.layers.get(i / heads).heads();
            double[] shares = layer.share().v();
            int row = layer.row(t, i % heads);
            one[i] = at(before, i) + shares[row + t - 1];
            other[i] = at(after, i);
            for (int s = 2; s <= t; s++) {
                other[i] += tokens[s - 1] == tokens[t] ? shares[row + s] : 0;
            }
        }
        return new HeadLooks(Vector.of(one), Vector.of(other));
    }

    private static double at(Vector sums, int i) {
        return i < sums.size() ? sums.get(i) : 0;
    }
}
