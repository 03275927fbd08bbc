package dev.nabla.figure.train;

import dev.nabla.frame.Line;
import dev.nabla.gpt.Recipe;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;

/** FIG.16 in words, worked out, and in the lines of the loop. */
final class TrainWords {
    private TrainWords() {}

    static List<Line> sentence(TrainModel model) {
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

    static List<String> steps(TrainModel model) {
        TrainNumbers numbers = TrainNumbers.of(model);
        Recipe recipe = model.recipe();
        List<String> steps = new ArrayList<>();
        int step = model.step();
        steps.add((step == 0 ? "before any step, " : "step " + step + ", forward: ") + numbers.learnt()
                + " = mean of −log p = " + three(numbers.loss()));
        steps.add("back: " + recipe.shape().parameters() + " slopes, |∇L| = "
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

    static String python(TrainModel model) {
        String rule = model.recipe().rule() == Recipe.Rule.SGD
                ? "    p.data -= lr_t * p.grad; p.grad = 0\n"
                : """
                    m[i] = 0.85 * m[i] + 0.15 * p.grad
                    v[i] = 0.99 * v[i] + 0.01 * p.grad ** 2
                    m_hat = m[i] / (1 - 0.85 ** (step + 1))
                    v_hat = v[i] / (1 - 0.99 ** (step + 1))
                    p.data -= lr_t * m_hat / (v_hat ** 0.5 + 1e-8); p.grad = 0
                """;
        return """
                # the loop without its model, so the numbers differ
                learning_rate, num_steps, step = $eta, $of, $steps
                loss = sum(losses) / len(losses)  #1 $loss
                loss.backward()  # $parameters slopes, $gradient_norm long
                lr_t = learning_rate * (1 - step / num_steps)  #2 $eta_now
                for i, p in enumerate(params):
                """
                + rule;
    }
}
