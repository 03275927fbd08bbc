package dev.nabla.figure.train;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;

/** FIG.16: a GPT learns names, a step a name: the loss falls, the dice say more name-like things, heads find what to look at. */
public final class TrainFigure implements Figure.Diverging<TrainModel>, TrainedFigure<TrainModel> {
    private static final int SAMPLES = 5;
    /** In a microsecond. */
    private static final double FLOPS = 2000;

    @Override
    public Info info() {
        String title = "Training: forward, loss, back, step";
        return new Info("train", "FIG.16", "training", title, "a whole GPT, live").comparing();
    }

    @Override
    public TrainModel start() {
        return TrainModel.start();
    }

    @Override
    public List<Knob<TrainModel, ?>> knobs() {
        return TrainKnobs.all();
    }

    /** A step of microgpt.py's recipe takes 0.1 ms. */
    @Override
    public double effort(TrainModel model) {
        return model.step() * (double) model.recipe().flops() / FLOPS;
    }

    @Override
    public List<Command<TrainModel>> commands() {
        String help = "watch something else beside the names: heads, embedding, slopes, step or neurons";
        return List.of(new Command<>("watch", 'w', "watch", help, TrainModel::turned));
    }

    /** Each knob leads to the figure that taught what it changes; attention is taught in the section of the loss. */
    @Override
    public Optional<String> opens(TrainModel model, ViewState<TrainModel> cursor) {
        return Optional.of(
                switch (cursor.spot().knob()) {
                    case "n_embd" -> "matmul";
                    case "n_layer", "cut" -> "layer";
                    case "name", "batch", "n_head" -> "loss";
                    case "tau" -> "softmax";
                    default -> "descent";
                });
    }

    @Override
    public Optional<String> divergence(TrainModel model) {
        return model.now().isFinite()
                ? Optional.empty()
                : Optional.of("eta " + Decimal.shortest(model.recipe().eta())
                        + ": the weights have become NaN; type a smaller one, or optimizer adam");
    }

    @Override
    public List<Fact> facts(TrainModel model) {
        TrainNumbers numbers = TrainNumbers.of(model);
        return List.of(
                Fact.real("loss", numbers.loss(), "nats", 3),
                model.step() == 0
                        ? Fact.absent("smoothed", "no step has been taken")
                        : Fact.real("smoothed", numbers.smoothed()[model.step() - 1], "nats", 3),
                model.examined() < 0
                        ? Fact.absent("held_out", "the names that are held out are still being read")
                        : Fact.real("held_out", model.heldOut(), "nats", 3).called("held out"),
                Fact.real("bigram", model.pairs(), "nats", 3).called("pairs"),
                Fact.real("gradient_norm", numbers.slopes().norm(), "", 3).called("|∇L|"),
                Fact.real("eta_now", model.recipe().etaAt(model.step()), "", 4).called("η now"),
                Fact.whole("parameters", model.recipe().shape().parameters()),
                Fact.real("epochs", (double) model.learnt() / model.training(), "", 3),
                Fact.whole("neurons_on", TrainWatch.neuronsOn(model)).called("neurons on"),
                Fact.of("samples", new Value.Words(model.samples(SAMPLES, model.step())))
                        .called("dice"),
                (model.step() == 0
                                ? Fact.absent("losses", "no step has been taken")
                                : Fact.reals("losses", Vector.of(numbers.losses()), 3))
                        .whenAsked());
    }

    @Override
    public List<String> steps(TrainModel model) {
        return TrainWords.steps(model);
    }

    @Override
    public String python(TrainModel model) {
        return TrainWords.python(model);
    }

    @Override
    public List<Line> sentence(TrainModel model, ViewState<TrainModel> cursor) {
        return TrainWords.sentence(model);
    }

    @Override
    public void draw(TrainModel model, ViewState<TrainModel> cursor, Canvas body) {
        new TrainPicture(model, TrainNumbers.of(model), cursor, body).draw();
    }
}
