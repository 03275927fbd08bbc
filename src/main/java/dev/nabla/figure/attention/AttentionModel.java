package dev.nabla.figure.attention;

import dev.nabla.figure.PositionCodec.MatrixIndex;
import dev.nabla.figure.part.Shapes;
import dev.nabla.figure.part.Wording;
import dev.nabla.math.Attention;
import dev.nabla.math.BadInput;
import dev.nabla.math.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * Queries, keys and values of FIG.08 with the selected share. The shapes may disagree; the figure then shows the error.
 *
 * @param q queries, one row per token
 * @param k keys, one row per token
 * @param v values, one row per token
 * @param causal whether later tokens are masked
 * @param scale factor of q·k; while it is 1/√d it follows the length d of a query
 * @param upstream gradient of a loss with respect to the outputs, or one number for all of them
 * @param row selected query, from 0
 * @param chosenColumn selected key, from 0; see {@link #column}
 * @param stage stages worked out so far, 0 to show all. For the selected row they are 1 dot products, 2 scores, 3
 *     exponentials, 4 shares, then one weighted value each. After them each other row has one stage, from the top.
 * @param words whether the picture shows the mask
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
        int stage,
        Wording words) {
    private static final List<String> TOKENS = List.of("cat", "licks", "its", "paw");
    /** Number of stages before the values are added: dot products, scores, exponentials, shares. */
    static final int BEFORE_TERMS = 4;

    public AttentionModel {
        row = Math.max(0, Math.min(q.rows() - 1, row));
        chosenColumn = Math.max(0, Math.min(k.rows() - 1, chosenColumn));
        stage = Math.max(0, Math.min(stages(q, k), stage));
    }

    /** Returns why there is no attention; empty if the shapes fit. */
    Optional<BadInput> problem() {
        try {
            attention();
            return Optional.empty();
        } catch (BadInput bad) {
            return Optional.of(bad);
        }
    }

    /** Returns the attention, unless there is a {@link #problem}. */
    Optional<Attention> result() {
        return problem().isPresent() ? Optional.empty() : Optional.of(attention());
    }

    /** Returns the attention. Throws {@link BadInput} if there is a {@link #problem}. */
    Attention attention() {
        return new Attention(q, k, v, causal, scale);
    }

    /** Returns the label of the scale: {@code 1/√d} for the usual one, where d is the length of a query. */
    String scaleName() {
        return scale == Attention.usualScale(q.columns()) ? "1/√d" : "scale";
    }

    AttentionModel withQ(Matrix other) {
        boolean usual = scale == Attention.usualScale(q.columns());
        double next = usual ? Attention.usualScale(other.columns()) : scale;
        return new AttentionModel(Shapes.finite(other), k, v, causal, next, upstream, row, chosenColumn, stage, words);
    }

    AttentionModel withK(Matrix other) {
        return new AttentionModel(q, Shapes.finite(other), v, causal, scale, upstream, row, chosenColumn, stage, words);
    }

    AttentionModel withV(Matrix other) {
        return new AttentionModel(q, k, Shapes.finite(other), causal, scale, upstream, row, chosenColumn, stage, words);
    }

    AttentionModel withCausal(boolean other) {
        return new AttentionModel(q, k, v, other, scale, upstream, row, chosenColumn, stage, words);
    }

    AttentionModel withScale(double other) {
        BadInput.require(Double.isFinite(other), "not_finite", "scale", other, "must be finite, like 0.5");
        return new AttentionModel(q, k, v, causal, other, upstream, row, chosenColumn, stage, words);
    }

    AttentionModel withUpstream(Matrix other) {
        return new AttentionModel(q, k, v, causal, scale, Shapes.finite(other), row, chosenColumn, stage, words);
    }

    /** Returns the position of the selected share, counted from 1. */
    MatrixIndex cell() {
        return new MatrixIndex(row() + 1, column() + 1);
    }

    AttentionModel at(MatrixIndex cell) {
        return cell.equals(cell())
                ? this
                : new AttentionModel(q, k, v, causal, scale, upstream, cell.row() - 1, cell.column() - 1, 0, words);
    }

    AttentionModel withStage(long count) {
        return new AttentionModel(q, k, v, causal, scale, upstream, row, chosenColumn, (int) count, words);
    }

    AttentionModel withWords(Wording other) {
        return new AttentionModel(q, k, v, causal, scale, upstream, row, chosenColumn, stage, other);
    }

    /** Returns whether the picture leaves out the mask. */
    boolean isPlain() {
        return words == Wording.PLAIN;
    }

    /** Returns the selected key, from 0. During a trace of the sum it is the key whose value was added last. */
    int column() {
        return isAdding() ? terms() - 1 : chosenColumn;
    }

    /** Returns whether the latest stage added a weighted value of the selected row. */
    boolean isAdding() {
        return stage > BEFORE_TERMS && stage <= rowStages();
    }

    /** Returns the row that the latest stage filled after the selected one, from 0; empty before that. */
    Optional<Integer> filled() {
        int others = stage - rowStages();
        return others <= 0 ? Optional.empty() : Optional.of(others <= row ? others - 1 : others);
    }

    boolean isTracing() {
        return stage > 0;
    }

    /** Returns the stage that has been reached, or the last one if all are shown. */
    int reached() {
        return isTracing() ? stage : stages();
    }

    /** Returns how many weighted values of the selected row have been added. */
    int terms() {
        return Math.max(0, Math.min(k.rows(), reached() - BEFORE_TERMS));
    }

    /** Returns whether the shares of row {@code i} are shown. */
    boolean isWeighed(int i) {
        return i == row ? reached() >= BEFORE_TERMS : isFilled(i);
    }

    /** Returns whether the output of row {@code i} is shown. */
    boolean isMixed(int i) {
        return i == row ? terms() == k.rows() : isFilled(i);
    }

    private boolean isFilled(int other) {
        return reached() - rowStages() > (other < row ? other : other - 1);
    }

    int stages() {
        return stages(q, k);
    }

    private int rowStages() {
        return BEFORE_TERMS + k.rows();
    }

    private static int stages(Matrix q, Matrix k) {
        return BEFORE_TERMS + k.rows() + q.rows() - 1;
    }

    /**
     * Returns the word of token {@code i}, from 0. Without exactly four queries and four keys it returns {@code what}
     * and the number from 1.
     */
    String token(String what, int i) {
        boolean named = q.rows() == TOKENS.size() && k.rows() == TOKENS.size();
        return named ? TOKENS.get(i) : what + (i + 1);
    }
}
