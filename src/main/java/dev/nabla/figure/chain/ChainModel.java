package dev.nabla.figure.chain;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.part.Wording;
import dev.nabla.math.BadInput;
import dev.nabla.math.Chain;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Composition;
import dev.nabla.math.expression.Expression;
import java.util.List;
import java.util.Optional;

/**
 * A path through a tree. Its slopes are either given or those of functions.
 *
 * @param slopes local slopes, innermost first; ignored if there are functions
 * @param f functions applied one after the other, innermost first; may be empty
 * @param x argument of the innermost function, finite
 * @param wantedLeaf leaf at the end of the path, counted from 1 at the left; a smaller tree uses its last leaf
 * @param wantedSent edges that the signal has travelled, 0 for all at once; at most the length of the path counts
 * @param words how the picture speaks of given slopes: from L back to the leaf with the symbols of derivatives, or
 *     plainly, from a nudge of w up to L; of functions it speaks in symbols
 */
public record ChainModel(Vector slopes, List<Expression> f, double x, long wantedLeaf, long wantedSent, Wording words) {
    /** Depth from which on the tree no longer forks. */
    private static final int MOST_FORKS = 16;
    /** Largest number that is a subscript; on a longer path all numbers are in brackets. */
    private static final int MOST_SUBSCRIPT = 5;

    public ChainModel {
        Chain.of(slopes);
        f = List.copyOf(f);
        BadInput.require(Double.isFinite(x), "not_finite", "x", x, "must be finite, like 1");
    }

    ChainModel withSlopes(Vector other) {
        return new ChainModel(other, f, x, wantedLeaf, wantedSent, words);
    }

    ChainModel withF(List<Expression> other) {
        return new ChainModel(slopes, other, x, wantedLeaf, wantedSent, words);
    }

    ChainModel withX(double other) {
        return new ChainModel(slopes, f, other, wantedLeaf, wantedSent, words);
    }

    ChainModel withLeaf(long other) {
        return other == leaf() ? this : new ChainModel(slopes, f, x, other, wantedSent, words);
    }

    ChainModel withSent(long other) {
        return other == sent() ? this : new ChainModel(slopes, f, x, wantedLeaf, other, words);
    }

    ChainModel withWords(Wording other) {
        return new ChainModel(slopes, f, x, wantedLeaf, wantedSent, other);
    }

    /** Returns whether the picture speaks in plain words, which it does of given slopes alone. */
    boolean isPlain() {
        return words == Wording.PLAIN && f.isEmpty();
    }

    /** Returns the functions applied to x; empty if the slopes are given. */
    Optional<Composition> composition() {
        return f.isEmpty() ? Optional.empty() : Optional.of(new Composition(f, x));
    }

    Chain chain() {
        return composition().map(Composition::chain).orElseGet(() -> new Chain(slopes));
    }

    /** Returns why there is no product. Throws an exception if there is one, or if the slopes are given. */
    String trouble() {
        return composition().flatMap(Composition::trouble).orElseThrow();
    }

    /** Returns the number of edges from the loss to the leaf. */
    int edges() {
        return f.isEmpty() ? slopes.size() : f.size();
    }

    /** Returns how many levels of the tree fork. */
    int forkedLevels() {
        return Math.min(edges(), MOST_FORKS);
    }

    long leaves() {
        return 1L << forkedLevels();
    }

    public long leaf() {
        return Math.min(wantedLeaf, leaves());
    }

    public long sent() {
        return isPlain() ? 0 : Math.min(wantedSent, edges());
    }

    /** Returns how many edges the signal has travelled: all of them unless it is sent step by step. */
    public int edgesPassed() {
        return (int) (sent() == 0 ? edges() : sent());
    }

    /** Returns the horizontal position of the path after {@code edge} edges, from 0 at the left to 1 at the right. */
    double across(int edge) {
        int level = Math.min(edge, forkedLevels());
        long node = leaf() - 1 >> forkedLevels() - level;
        return (node + 0.5) / (1L << level);
    }

    /** Returns to which side the path turns on an edge: -1 left, 1 right, 0 where the tree no longer forks. */
    int turn(int edge) {
        if (edge > forkedLevels()) {
            return 0;
        }
        return (leaf() - 1 >> forkedLevels() - edge) % 2 == 0 ? -1 : 1;
    }

    /** Returns the name of the node after {@code edge} edges: L, then h[n-1] down to h[1], last the leaf. */
    String name(int edge) {
        int i = edges() - edge;
        String hidden = edges() - 1 > MOST_SUBSCRIPT ? "h[" + i + "]" : "h" + Subscript.of(i - 1);
        return edge == 0 ? "L" : i == 0 ? leafName() : hidden;
    }

    String leafName() {
        return f.isEmpty() ? "w" : "x";
    }
}
