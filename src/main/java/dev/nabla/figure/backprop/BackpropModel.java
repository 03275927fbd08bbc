package dev.nabla.figure.backprop;

import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Trained;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Shape;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.gpt.Weights;
import dev.nabla.math.BadInput;

/**
 * State of FIG.15: one weight of the model of the standard recipe.
 *
 * @param tensor matrix of the weight
 * @param row row of the weight, from 1
 * @param column column of the weight, from 1
 * @param eps size of the nudge, above 0 and at most 1000
 * @param name the name whose loss is computed
 * @param steps training steps taken
 */
record BackpropModel(Tensor tensor, long row, long column, double eps, String name, long steps)
        implements Trained<BackpropModel> {
    private static final double MOST = 1000;

    BackpropModel {
        boolean fine = eps > 0 && eps <= MOST;
        BadInput.require(fine, "out_of_range", "eps", eps, "must be above 0 and at most 1000, like 0.1");
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
        return new BackpropModel(other, row, column, eps, name, steps)
                .withRow(row)
                .withColumn(column);
    }

    BackpropModel withRow(long other) {
        return new BackpropModel(tensor, Math.min(other, slice().rows()), column, eps, name, steps);
    }

    BackpropModel withColumn(long other) {
        return new BackpropModel(tensor, row, Math.min(other, slice().columns()), eps, name, steps);
    }

    BackpropModel withEps(double other) {
        return new BackpropModel(tensor, row, column, other, name, steps);
    }

    BackpropModel withName(String other) {
        return new BackpropModel(tensor, row, column, eps, other, steps);
    }

    @Override
    public BackpropModel withSteps(long other) {
        return new BackpropModel(tensor, row, column, eps, name, other);
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
}
