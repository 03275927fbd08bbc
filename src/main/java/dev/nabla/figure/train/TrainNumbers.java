package dev.nabla.figure.train;

import static dev.nabla.figure.train.TrainFigure.LOSS;

import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Shape;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.gpt.Snapshot.Losses;
import dev.nabla.gpt.Weights;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.Optional;

/**
 * Numbers of the last training step. Before the first step they are those of the typed name.
 *
 * @param learnt label of the loss: the name, or the number of names in the batch
 * @param loss loss of these names before the step, in nats
 * @param slopes gradient of that loss before the step
 * @param losses losses of all steps, in order
 */
record TrainNumbers(TrainModel model, String learnt, double loss, Weights slopes, double[] losses) {
    /** Cells of a loss with three decimals. */
    private static final int COLUMN = 8;

    static TrainNumbers of(TrainModel model) {
        double[] losses = model.now().losses().toArray();
        if (model.step() == 0) {
            ForwardTrace parts = model.parts();
            return new TrainNumbers(model, "loss, " + model.name(), parts.loss(), parts.slopes(), losses);
        }
        List<int[]> names = model.film().learnt(model.step());
        String learnt = names.size() > 1
                ? names.size() + " names"
                : model.recipe().corpus().text(names.get(0));
        return new TrainNumbers(
                model, "loss, " + learnt, losses[model.step() - 1], model.film().slopes(model.step()), losses);
    }

    Optional<String> noStep() {
        return model.step() == 0 ? Optional.of("no step has been taken") : Optional.empty();
    }

    /** Returns the smoothed loss after the last step, in nats. */
    double lastSmoothed() {
        return smoothed()[losses.length - 1];
    }

    /** Returns the held-out loss less the smoothed one, both after the last step whose held-out loss is known. */
    double gap() {
        return model.heldOut() - smoothed()[model.examined() - 1];
    }

    Optional<String> noGap() {
        return model.examined() > 0 ? Optional.empty() : Optional.of("no loss after a step is known");
    }

    double[] smoothed() {
        return Losses.smoothed(losses);
    }

    /** Writes a loss in nats; from a thousand on as a whole number with commas, if that fits into {@code cells}. */
    static String written(double loss, int cells) {
        String whole = Decimal.grouped(Math.round(loss));
        return loss >= 1000 && whole.length() <= cells ? whole : LOSS.style().column(loss, COLUMN);
    }

    /** Returns the norm of the gradient of one matrix, over all layers. */
    static double norm(Weights weights, Tensor tensor) {
        Shape shape = weights.shape();
        double sum = 0;
        for (int layer = 0; layer < (tensor.inLayer() ? shape.nLayer() : 1); layer++) {
            double norm = weights.norm(tensor, layer);
            sum += norm * norm;
        }
        return Math.sqrt(sum);
    }
}
