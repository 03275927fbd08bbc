package dev.nabla.figure.backprop;

import dev.nabla.figure.Figure;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.WorkBudget;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Shape;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.gpt.Weights;
import dev.nabla.math.BadInput;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;

/**
 * State of FIG.15: one weight of the model of the standard recipe.
 *
 * @param tensor matrix of the weight
 * @param row row of the weight, from 1
 * @param column column of the weight, from 1
 * @param eps size of the nudge, above 0 and at most 1000
 * @param name the name whose loss is computed
 * @param steps training steps taken
 * @param position the position, from 1, whose guess alone {@link #reach} follows back
 * @param walked number of matrices that the walk back has passed, 0 to 9
 */
record BackpropModel(
        Tensor tensor, long row, long column, double eps, String name, long steps, long position, long walked)
        implements Trained<BackpropModel> {
    /** The matrices in the order of the forward pass. The walk back passes the last one first. */
    static final List<Tensor> WAY = List.of(
            Tensor.WTE,
            Tensor.WPE,
            Tensor.ATTN_WQ,
            Tensor.ATTN_WK,
            Tensor.ATTN_WV,
            Tensor.ATTN_WO,
            Tensor.MLP_FC1,
            Tensor.MLP_FC2,
            Tensor.LM_HEAD);

    private static final double MOST = 1000;

    BackpropModel {
        String need = "must be above 0 and at most 1000, like 0.1";
        BadInput.require(eps > 0, "not_positive", "eps", eps, need);
        BadInput.requireRange(eps <= MOST, "eps", eps, need);
        position = Math.min(position, name.length() + 1);
    }

    @Override
    public TrainingRun film() {
        return TrainingRun.standard();
    }

    static Shape shape() {
        return Recipe.standard().shape();
    }

    /** Returns the position and the shape of the selected matrix. */
    Shape.Slice slice() {
        return shape().slice(tensor, 0);
    }

    BackpropModel withTensor(Tensor other) {
        return new BackpropModel(other, row, column, eps, name, steps, position, walked)
                .withRow(row)
                .withColumn(column);
    }

    BackpropModel withRow(long other) {
        return new BackpropModel(tensor, Math.min(other, slice().rows()), column, eps, name, steps, position, walked);
    }

    BackpropModel withColumn(long other) {
        return new BackpropModel(tensor, row, Math.min(other, slice().columns()), eps, name, steps, position, walked);
    }

    BackpropModel withEps(double other) {
        return new BackpropModel(tensor, row, column, other, name, steps, position, walked);
    }

    BackpropModel withName(String other) {
        return new BackpropModel(tensor, row, column, eps, other, steps, position, walked);
    }

    @Override
    public BackpropModel withSteps(long other) {
        return new BackpropModel(tensor, row, column, eps, name, other, position, walked);
    }

    BackpropModel withPosition(long other) {
        return new BackpropModel(tensor, row, column, eps, name, steps, other, walked);
    }

    BackpropModel withWalked(long other) {
        return new BackpropModel(tensor, row, column, eps, name, steps, position, other);
    }

    /** Trains as far as the budget allows. The walk begins when the training is done. */
    @Override
    public BackpropModel shown(boolean running, Figure.Budget budget) {
        int trained = new WorkBudget(budget).trains(film(), steps);
        return trained == steps ? this : withSteps(trained).withWalked(0);
    }

    /** Returns whether the walk back has passed a matrix. */
    boolean hasPassed(Tensor matrix) {
        return WAY.indexOf(matrix) >= WAY.size() - walked;
    }

    /** Returns whether the walk back has passed all matrices. */
    boolean isDone() {
        return walked == WAY.size();
    }

    static int count(Tensor matrix) {
        return shape().slice(matrix, 0).count();
    }

    /** Returns how many weights have their slopes. */
    long reached() {
        return WAY.stream()
                .filter(this::hasPassed)
                .mapToLong(BackpropModel::count)
                .sum();
    }

    /** Returns the index of the weight among all weights, from 0. */
    int index() {
        return slice().from() + ((int) row - 1) * slice().columns() + (int) column - 1;
    }

    /** Returns the name of the row: a letter, or its number. */
    String rowName() {
        boolean ofTokens = tensor == Tensor.WTE || tensor == Tensor.LM_HEAD;
        return ofTokens ? NameKnobs.text((int) row - 1) : "" + row;
    }

    /** Returns the name of the weight, like {@code lm_head[a,4]}. */
    String weightName() {
        return tensor.word() + "[" + rowName() + "," + column + "]";
    }

    ForwardTrace parts() {
        return parts(name);
    }

    /** Returns the loss after adding {@code nudge} to the weight, in nats. */
    double loss(double nudge) {
        Weights weights = weights();
        Weights nudged = weights.with(index(), weights.get(index()) + nudge);
        return new ForwardTrace(nudged, Recipe.Ablation.NONE, Corpus.standard().tokens(name)).loss();
    }

    /** Returns (L(w + ε) - L(w))/ε, which costs one more forward pass. */
    double forward(double nudge) {
        return (loss(nudge) - loss(0)) / nudge;
    }

    /** Returns (L(w + ε) - L(w - ε))/2ε, which costs two forward passes. */
    double central() {
        return (loss(eps) - loss(-eps)) / (2 * eps);
    }

    /**
     * Returns how far the loss of the guess at {@link #position} depends on each row read up to it: per position, the
     * length of the slopes for the sum of its two embeddings.
     */
    Vector reach(ForwardTrace parts) {
        Matrix slopes = parts.embeddingSlopes((int) position - 1);
        return Vector.of((int) position, t -> slopes.row(t).norm());
    }
}
