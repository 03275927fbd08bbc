package dev.nabla.math;

import java.util.ArrayList;
import java.util.List;

/**
 * The loss of a batch: a row of logits and the token that came for each prediction, and the mean of their losses.
 *
 * @param logits m rows of n scores; {@code -inf} masks a token, but one of each row must be finite
 * @param truth the position of the token that came in each row, m numbers from 1 to n
 * @throws BadInput if {@link Loss} rejects a row, which is named; {@code shape_mismatch} if truth has another size than
 *     there are rows
 */
public record CrossEntropy(Matrix logits, List<Integer> truth) {
    public CrossEntropy {
        truth = List.copyOf(truth);
        if (truth.size() != logits.rows()) {
            throw BadInput.mismatch(
                    "truth",
                    "and logits do not fit: positions " + truth.size() + ", rows " + logits.rows()
                            + "; give a position for each row");
        }
        for (int i = 0; i < truth.size(); i++) {
            requireRow(logits.row(i), truth.get(i), i + 1);
        }
    }

    private static void requireRow(Vector logits, int truth, int row) {
        try {
            new Loss(logits, truth, 1);
        } catch (BadInput bad) {
            throw bad.forInput("row " + row + ":");
        }
    }

    private Loss row(int i) {
        return new Loss(logits.row(i), truth.get(i), 1);
    }

    /** Returns the probabilities, row by row. */
    public Matrix p() {
        return Matrix.of(logits.rows(), i -> row(i).p());
    }

    /**
     * Returns the loss of each row in nats. For the logits ((0, 0), (0, log 3)) and the truths (1, 1) they are 0.693147
     * and 1.386294.
     */
    public Vector rows() {
        return Vector.of(logits.rows(), i -> row(i).nats());
    }

    /** Returns the mean of the losses in nats, 1.039721 for these rows. */
    public double nats() {
        int n = logits.rows();
        return rows().map(loss -> loss / n).sum();
    }

    /** Returns the mean of the losses in bits, 1.5 for these rows. */
    public double bits() {
        return nats() / Softmax.Distribution.LN2;
    }

    /**
     * Returns the number of equally likely tokens that would surprise as much: exp of the mean, 2.828427 for these
     * rows.
     */
    public double perplexity() {
        return StrictMath.exp(nats());
    }

    /** Returns the gradient of the mean, {@code (p - y) / m}; ((-1/4, 1/4), (-3/8, 3/8)) for these rows. */
    public Matrix gradient() {
        int n = logits.rows();
        return Matrix.of(n, i -> row(i).gradient().map(slope -> slope / n));
    }

    /** Returns a copy with other logits; there is one truth for each of their rows. */
    public CrossEntropy withLogits(Matrix other) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < other.rows(); i++) {
            fitting.add(Math.min(truth.get(Math.min(i, truth.size() - 1)), other.columns()));
        }
        return new CrossEntropy(other, fitting);
    }

    public CrossEntropy withTruth(List<Integer> other) {
        return new CrossEntropy(logits, other);
    }
}
