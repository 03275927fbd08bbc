package dev.nabla.gpt;

import dev.nabla.math.BadInput;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A model that counts how often a token follows another:
 * {@code p(b after a) = (count(a,b) + alpha) / (count(a) + alpha V)}.
 *
 * @param counts V x V; entry (a, b) is how often b follows a
 * @param alpha added to every count, so that nothing is impossible; above 0 and finite
 * @throws BadInput {@code not_positive} if alpha is not
 */
public record Bigram(Matrix counts, double alpha) {
    public Bigram {
        boolean fine = alpha > 0 && Double.isFinite(alpha);
        BadInput.requireRange(fine, "alpha", alpha, "must be above 0; 1 is usual");
    }

    /** Counts the adjacent token pairs of the names; alpha is 1. */
    public static Bigram of(int vocab, List<int[]> names) {
        double[][] counts = new double[vocab][vocab];
        for (int[] name : names) {
            for (int t = 0; t + 1 < name.length; t++) {
                counts[name[t]][name[t + 1]]++;
            }
        }
        return new Bigram(Matrix.of(vocab, a -> Vector.of(counts[a])), 1);
    }

    public int count(int token, int next) {
        return (int) counts.get(token, next);
    }

    /** Returns how often any token followed {@code token}. */
    public int count(int token) {
        return (int) counts.row(token).sum();
    }

    /**
     * Returns the probabilities of the next token, V numbers that sum to 1. For u after q: (52 + 1) / (53 + 27) =
     * 0.6625.
     */
    public Vector after(int token) {
        return shares(counts.row(token));
    }

    private Vector shares(Vector some) {
        return shares(some, alpha);
    }

    /** Returns the probabilities that follow from the counts of a row, with {@code alpha} added to each. */
    public static Vector shares(Vector counts, double alpha) {
        double all = counts.sum() + alpha * counts.size();
        return counts.map(count -> (count + alpha) / all);
    }

    /** Returns the mean of -log p over all pairs of the names, in nats; 2.424 for the standard names held out. */
    public double loss(List<int[]> names) {
        return loss(names, counts.rows(), this::after);
    }

    /**
     * Returns the mean of -log p in nats if the previous token is ignored; 2.852. With all tokens equally likely it
     * would be log V, 3.296.
     */
    public double lossByLetter(List<int[]> names) {
        Vector shares = shares(Vector.of(counts.rows(), b -> counts.column(b).sum()));
        return loss(names, counts.rows(), token -> shares);
    }

    private static double loss(List<int[]> names, int vocab, IntFunction<Vector> after) {
        Matrix nats = Matrix.of(vocab, a -> after.apply(a).map(p -> 0 - StrictMath.log(p)));
        double sum = 0;
        int letters = 0;
        for (int[] name : names) {
            for (int t = 0; t + 1 < name.length; t++) {
                sum += nats.get(name[t], name[t + 1]);
                letters++;
            }
        }
        return sum / letters;
    }
}
