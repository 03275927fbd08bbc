package dev.nabla.figure.chain;

import dev.nabla.figure.Subscript;
import dev.nabla.math.BadInput;
import dev.nabla.math.Chain;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Composition;
import dev.nabla.math.expression.Expression;
import java.util.List;
import java.util.Optional;

/**
 * A path through a tree, its slopes given or those of functions.
 *
 * @param slopes local slopes, the innermost first; they count while there are no functions
 * @param f functions applied one after the other, the innermost first, or none
 * @param x what the innermost is applied to, finite
 * @param wantedLeaf the leaf at the end of the path, from the left, from 1; a smaller tree shows its last one
 * @param wantedSent edges that the signal has travelled, 0 for all of them at once; a shorter path is travelled whole
 */
public record ChainModel(Vector slopes, List<Expression> f, double x, long wantedLeaf, long wantedSent) {
    /** A deeper tree forks no more. */
    private static final int MOST_FORKS = 16;

    public ChainModel {
        Chain.of(slopes);
        f = List.copyOf(f);
        BadInput.require(Double.isFinite(x), "not_finite", "x", x, "must be finite, like 1");
    }

    ChainModel withSlopes(Vector other) {
        return new ChainModel(other, f, x, wantedLeaf, wantedSent);
    }

    ChainModel withF(List<Expression> other) {
        return new ChainModel(slopes, other, x, wantedLeaf, wantedSent);
    }

    ChainModel withX(double other) {
        return new ChainModel(slopes, f, other, wantedLeaf, wantedSent);
    }

    ChainModel withLeaf(long other) {
        return other == leaf() ? this : new ChainModel(slopes, f, x, other, wantedSent);
    }

    ChainModel withSent(long other) {
        return other == sent() ? this : new ChainModel(slopes, f, x, wantedLeaf, other);
    }

    /** The functions at their places, if there are any. */
    Optional<Composition> composition() {
        return f.isEmpty() ? Optional.empty() : Optional.of(new Composition(f, x));
    }

    Chain chain() {
        return composition().map(Composition::chain).orElseGet(() -> new Chain(slopes));
    }

    /** Why there is no product; only functions can be without one. */
    String trouble() {
        return composition().flatMap(Composition::trouble).orElseThrow();
    }

    /** Edges from the loss to the leaf. */
    int edges() {
        return f.isEmpty() ? slopes.size() : f.size();
    }

    /** How many of them fork. */
    int forks() {
        return Math.min(edges(), MOST_FORKS);
    }

    long leaves() {
        return 1L << forks();
    }

    public long leaf() {
        return Math.min(wantedLeaf, leaves());
    }

    public long sent() {
        return Math.min(wantedSent, edges());
    }

    /** How far the signal has come: all the way while it is not being sent. */
    public int travelled() {
        return (int) (sent() == 0 ? edges() : sent());
    }

    /** Where the path is after so many edges, from 0 at the left of the tree to 1 at its right. */
    double across(int edge) {
        int level = Math.min(edge, forks());
        long node = leaf() - 1 >> forks() - level;
        return (node + 0.5) / (1L << level);
    }

    /** The name of the node after so many edges: L, then h[n-1] down to h[1], last the leaf. */
    String name(int edge) {
        int i = edges() - edge;
        return edge == 0 ? "L" : i == 0 ? leafName() : "h" + Subscript.of(i - 1);
    }

    String leafName() {
        return f.isEmpty() ? "w" : "x";
    }
}
