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
import dev.nabla.gpt.Recipe;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** FIG.16: a GPT learns names, a step a name: the loss falls, the dice say more name-like things, heads find what to look at. */
public final class TrainFigure implements Figure.Diverging<TrainModel>, TrainedFigure<TrainModel> {
    private static final int SAMPLES = 5;

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

    @Override
    public List<Command<TrainModel>> commands() {
        String help = "watch something else beside the names: heads, embedding, slopes, step or neurons";
        return List.of(new Command<>("watch", 'w', "watch", help, TrainModel::turned));
    }

    /** Each knob leads to the figure that taught what it changes; attention is taught in the section of the loss. */
    @Override
    public String leads(TrainModel model, String knob) {
        return switch (knob) {
            case "n_embd" -> "matmul";
            case "n_layer", "cut" -> "layer";
            case "name", "batch", "n_head" -> "loss";
            case "tau" -> "softmax";
            default -> "descent";
        };
    }

    @Override
    public Optional<String> divergence(TrainModel model) {
        return model.now().isFinite()
                ? Optional.empty()
                : Optional.of("eta " + Decimal.shortest(model.recipe().eta())
                        + ": the weights have become NaN; type a smaller one, or optimizer adam");
    }

    @Override
    public List<String> factsOnRequest() {
        return List.of("losses");
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
        TrainNumbers numbers = TrainNumbers.of(model);
        Recipe recipe = model.recipe();
        List<String> steps = new ArrayList<>();
        int step = model.step();
        steps.add((step == 0 ? "before any step, " : "step " + step + ", forward: ") + numbers.learnt()
                + " = mean of −log p = " + three(numbers.loss()));
        steps.add("back: " + Decimal.grouped(recipe.shape().parameters()) + " slopes, |∇L| = "
                + three(numbers.slopes().norm()));
        if (step > 0) {
            String eta = Decimal.significant(recipe.eta(), 3);
            steps.add("η of this step = " + eta + "·(1 − " + (step - 1) + "/" + recipe.of() + ") = "
                    + Decimal.typeset(Decimal.significant(recipe.etaAt(step - 1), 4)));
            double[] smoothed = numbers.smoothed();
            steps.add(
                    step == 1
                            ? "smoothed = the first loss = " + three(smoothed[0])
                            : "smoothed = 0.98·" + Decimal.fixed(smoothed[step - 2], 4) + " + 0.02·"
                                    + Decimal.fixed(numbers.loss(), 4) + " = " + Decimal.fixed(smoothed[step - 1], 4));
            steps.add(seen(model));
        }
        if (model.examined() >= 0) {
            steps.add("held out after " + model.examined() + " steps: mean of −log p over all letters = "
                    + three(model.heldOut()));
        }
        return steps;
    }

    @Override
    public Python python(TrainModel model) {
        String rule = model.recipe().rule() == Recipe.Rule.SGD
                ? "    p.data -= lr_t * p.grad; p.grad = 0\n"
                : """
                    m[i] = 0.85 * m[i] + 0.15 * p.grad
                    v[i] = 0.99 * v[i] + 0.01 * p.grad ** 2
                    m_hat = m[i] / (1 - 0.85 ** (step + 1))
                    v_hat = v[i] / (1 - 0.99 ** (step + 1))
                    p.data -= lr_t * m_hat / (v_hat ** 0.5 + 1e-8); p.grad = 0
                """;
        return new Python(
                """
                # the loop without its model, so the numbers differ
                learning_rate, num_steps, step = $eta, $of, $steps
                loss = sum(losses) / len(losses)  #1 $loss
                loss.backward()  # $parameters slopes, $gradient_norm long
                lr_t = learning_rate * (1 - step / num_steps)  #2 $eta_now
                for i, p in enumerate(params):
                """
                        + rule);
    }

    @Override
    public List<Line> sentence(TrainModel model, ViewState<TrainModel> cursor) {
        if (!model.now().isFinite()) {
            return List.of(
                    Line.EMPTY.warn("NaN").text(": the steps were too long, and no number is left"),
                    Line.of("; take a smaller η"));
        }
        double blind = Math.log(model.recipe().shape().vocab());
        if (model.examined() < model.step()) {
            double[] smoothed = TrainNumbers.of(model).smoothed();
            Line loss = model.step() == 0
                    ? Line.of("The names that are held out are being read")
                    : Line.of("Learning: the loss is about ").second(three(smoothed[smoothed.length - 1]));
            return List.of(loss, Line.of("; " + seen(model)));
        }
        double held = model.heldOut();
        if (model.step() == 0) {
            return List.of(
                    Line.of("Nothing learnt yet: ")
                            .result(three(held))
                            .text(" is a little " + (held > blind ? "above" : "below") + " blind guessing"),
                    Line.of(", ln " + model.recipe().shape().vocab() + " = " + three(blind)));
        }
        String verdict = held > blind
                ? ": worse than blind guessing, " + three(blind)
                : (held < model.pairs() ? ": it beats counting pairs, " : ", and counting pairs reaches ")
                        + three(model.pairs());
        return List.of(Line.of("Held out ").result(three(held)).text(verdict), Line.of("; " + seen(model)));
    }

    @Override
    public void draw(TrainModel model, ViewState<TrainModel> cursor, Canvas body) {
        new TrainPicture(model, TrainNumbers.of(model), cursor, body).draw();
    }

    private static String three(double nats) {
        return Decimal.drawn(nats, 3, 8);
    }

    private static String seen(TrainModel model) {
        String training = Decimal.grouped(model.training());
        return model.learnt() <= model.training()
                ? Decimal.grouped(model.learnt()) + " of " + training + " names seen"
                : "each of " + training + " names seen " + Decimal.fixed((double) model.learnt() / model.training(), 1)
                        + " times";
    }
}
