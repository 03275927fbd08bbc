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
 * What FIG.15 shows: one weight of the model that comes of the standard recipe.
 *
 * @param tensor the matrix in which it stands
 * @param row from 1
 * @param column from 1
 * @param eps by how much it is nudged, above 0
 * @param name whose loss it changes
 * @param steps of training taken
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

    /** The matrix that is looked at. */
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

    /** The weight's number among all. */
    int index() {
        return slice().from() + ((int) row - 1) * slice().columns() + (int) column - 1;
    }

    /** The row as it is called: a letter, or its number. */
    String rowName() {
        boolean ofTokens = tensor == Tensor.WTE || tensor == Tensor.LM_HEAD;
        return ofTokens ? NameKnobs.text((int) row - 1) : "" + row;
    }

    /** {@code lm_head[a,4]} */
    String weightName() {
        return tensor.word() + "[" + rowName() + "," + column + "]";
    }

    ForwardTrace parts() {
        return parts(name);
    }

    /** The loss with the weight moved by so much. */
    double loss(double nudge) {
        Weights weights = weights();
        Weights nudged = weights.with(index(), weights.get(index()) + nudge);
        return new ForwardTrace(nudged, Recipe.Ablation.NONE, Corpus.standard().tokens(name)).loss();
    }

    /** (L(w + ε) - L(w))/ε, for one pass more. */
    double forward(double nudge) {
        return (loss(nudge) - loss(0)) / nudge;
    }

    /** (L(w + ε) - L(w - ε))/2ε, for two. */
    double central() {
        return (loss(eps) - loss(-eps)) / (2 * eps);
    }
}
