package dev.nabla.figure.law;

import dev.nabla.gpt.ScalingGrid;
import dev.nabla.math.Matrix;
import dev.nabla.math.ScalingLaw;
import dev.nabla.math.Vector;
import java.util.Optional;

/** What FIG.20 works out of its model. Each number is computed when it is asked for, since runs take long. */
record LawNumbers(LawModel model) {
    ScalingLaw law() {
        return model.grid().law();
    }

    /** Returns the number of weights of the larger model. */
    long weights() {
        return model.weights();
    }

    /** Returns the loss that the law predicts for the larger model. */
    double forecast() {
        return law().loss(model.weights(), model.names());
    }

    /** Returns the held-out loss of the larger model. */
    double came() {
        return model.larger().loss();
    }

    double miss() {
        return came() - forecast();
    }

    double rms() {
        return law().rms(model.grid().measured());
    }

    /** Returns the operations of the larger training. */
    long flops() {
        return Math.round(ScalingGrid.work((int) model.nEmbd(), model.names()));
    }

    /** Returns the losses of the small runs: a row for each size, a column for each number of names. */
    Matrix losses() {
        int sizes = ScalingGrid.SIZES.size();
        return Matrix.of(
                sizes,
                i -> Vector.of(
                        ScalingGrid.NAMES.size(),
                        j -> model.grid().run(j * sizes + i).loss()));
    }

    Vector sameWork() {
        return Vector.of(LawModel.COMPARED.size(), i -> model.ofSameWork(i).loss());
    }

    /** Returns the index of the best model of equal work. */
    int best() {
        return sameWork().map(loss -> -loss).argmax();
    }

    long bestSize() {
        return model.ofSameWork(best()).shape().parameters();
    }

    Optional<String> noLaw() {
        return model.hasLaw()
                ? Optional.empty()
                : Optional.of(
                        "a law is fitted to all " + LawModel.SMALL + " small runs; set runs to " + LawModel.SMALL);
    }

    Optional<String> untrained() {
        if (!model.isTrained()) {
            return Optional.of("the larger model is not trained yet; set runs to " + LawModel.ALL);
        }
        return diverged();
    }

    /** Returns why the larger model has no loss; empty if it has one. Trains the model first. */
    Optional<String> diverged() {
        return Double.isNaN(came()) ? Optional.of("the weights have become NaN; type a smaller eta") : Optional.empty();
    }
}
