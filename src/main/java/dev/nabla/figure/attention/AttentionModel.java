package dev.nabla.figure.attention;

import dev.nabla.figure.Codec.PositionCodec.MatrixIndex;
import dev.nabla.figure.part.Shapes;
import dev.nabla.math.Attention;
import dev.nabla.math.BadInput;
import dev.nabla.math.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * Queries, keys, values and the weight that is looked at in FIG.08; the shapes may not fit, which is then drawn.
 *
 * @param q queries, a row a token
 * @param k keys, a row a token
 * @param v values, a row a token
 * @param causal true if what comes later is masked
 * @param scale what q·k is multiplied by; as long as it is the usual one it follows the length of a query
 * @param upstream how a loss changes with the outputs, or one number for all of them
 * @param row query that is looked at, from 0
 * @param chosenColumn key that was chosen, from 0
 * @param stage how many stages of the row have been worked out: 1 dot products, 2 scores, 3 exponentials, 4 weights, then a
 *     term each; 0 while all are shown
 */
public record AttentionModel(
        Matrix q,
        Matrix k,
        Matrix v,
        boolean causal,
        double scale,
        Matrix upstream,
        int row,
        int chosenColumn,
        int stage) {
    private static final List<String> TOKENS = List.of("cat", "licks", "its", "paw");
    /** Stages of a row before its values are added up: dot products, scores, exponentials, weights. */
    static final int BEFORE_TERMS = 4;

    public AttentionModel {
        row = Math.max(0, Math.min(q.rows() - 1, row));
        chosenColumn = Math.max(0, Math.min(k.rows() - 1, chosenColumn));
        stage = Math.max(0, Math.min(BEFORE_TERMS + k.rows(), stage));
    }

    /** Why there is no attention, where there is none. */
    Optional<BadInput> problem() {
        try {
            attention();
            return Optional.empty();
        } catch (BadInput bad) {
            return Optional.of(bad);
        }
    }

    /** The question; throws {@link BadInput} for a {@link #problem}. */
    Attention attention() {
        return new Attention(q, k, v, causal, scale);
    }

    /** What q·k is multiplied by, d the length of a query. */
    String scaleName() {
        return scale == Attention.usualScale(q.columns()) ? "1/√d" : "scale";
    }

    AttentionModel withQ(Matrix other) {
        boolean usual = scale == Attention.usualScale(q.columns());
        double next = usual ? Attention.usualScale(other.columns()) : scale;
        return new AttentionModel(Shapes.finite(other), k, v, causal, next, upstream, row, chosenColumn, stage);
    }

    AttentionModel withK(Matrix other) {
        return new AttentionModel(q, Shapes.finite(other), v, causal, scale, upstream, row, chosenColumn, stage);
    }

    AttentionModel withV(Matrix other) {
        return new AttentionModel(q, k, Shapes.finite(other), causal, scale, upstream, row, chosenColumn, stage);
    }

    AttentionModel withCausal(boolean other) {
        return new AttentionModel(q, k, v, other, scale, upstream, row, chosenColumn, stage);
    }

    AttentionModel withScale(double other) {
        BadInput.require(Double.isFinite(other), "not_finite", "scale", other, "must be finite, like 0.5");
        return new AttentionModel(q, k, v, causal, other, upstream, row, chosenColumn, stage);
    }

    AttentionModel withUpstream(Matrix other) {
        return new AttentionModel(q, k, v, causal, scale, Shapes.finite(other), row, chosenColumn, stage);
    }

    /** The weight that is looked at, counted from 1. */
    MatrixIndex cell() {
        return new MatrixIndex(row() + 1, column() + 1);
    }

    AttentionModel at(MatrixIndex cell) {
        return cell.equals(cell())
                ? this
                : new AttentionModel(q, k, v, causal, scale, upstream, cell.row() - 1, cell.column() - 1, 0);
    }

    AttentionModel withStage(long count) {
        return new AttentionModel(q, k, v, causal, scale, upstream, row, chosenColumn, (int) count);
    }

    /** The key that is looked at, from 0: the chosen one, or the one whose value has just been added. */
    int column() {
        return isTracing() && terms() > 0 ? terms() - 1 : chosenColumn;
    }

    boolean isTracing() {
        return stage > 0;
    }

    /** The stage that has been reached; the last one while all are shown. */
    int reached() {
        return isTracing() ? stage : stages();
    }

    /** How many weighted values of the row that is looked at have been added up. */
    int terms() {
        return Math.max(0, reached() - BEFORE_TERMS);
    }

    /** True if the weights of a row are known. */
    boolean isWeighed(int i) {
        return i != row || reached() >= BEFORE_TERMS;
    }

    /** True if the output of a row is known. */
    boolean isMixed(int i) {
        return i != row || terms() == k.rows();
    }

    int stages() {
        return BEFORE_TERMS + k.rows();
    }

    /** The token's word; where tokens have none, for only the course's own four do, what it is and its number. */
    String token(String what, int i) {
        boolean named = q.rows() == TOKENS.size() && k.rows() == TOKENS.size();
        return named ? TOKENS.get(i) : what + (i + 1);
    }
}
