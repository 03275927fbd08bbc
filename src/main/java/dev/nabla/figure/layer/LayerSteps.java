package dev.nabla.figure.layer;

import static dev.nabla.figure.layer.LayerFigure.number;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Dot;
import dev.nabla.math.Layer;
import dev.nabla.math.Loss;
import dev.nabla.math.Matrix;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** FIG.01 worked out, forward and then back: of every stage the first number with the numbers put in, then the others. */
final class LayerSteps {
    private final LayerModel model;
    private final Layer layer;
    private final List<String> steps = new ArrayList<>();

    private LayerSteps(LayerModel model) {
        this.model = model;
        this.layer = model.layer();
    }

    static List<String> of(LayerModel model) {
        return new LayerSteps(model).all();
    }

    private List<String> all() {
        for (int each = 1; each <= LayerModel.STAGES; each++) {
            int stage = each;
            add(LayerStage.of(stage).formula(), model.silence(stage), () -> forward(stage));
        }
        if (model.isScored()) {
            Loss loss = layer.loss();
            steps.add("L = −log " + number(loss.p().get(loss.truth() - 1)) + " = " + number(loss.nats()) + " nats");
        }
        for (int each = LayerModel.STAGES; each >= 1; each--) {
            int stage = each;
            add(LayerStage.of(stage).slope(), model.silenceOfSlope(stage), () -> backward(stage));
        }
        if (model.learns()) {
            String after = number(LayerFigure.after(layer));
            steps.add("one step W − " + number(LayerModel.ETA) + "·∂L/∂W: L = " + after + " nats");
        }
        return steps;
    }

    /** Its lines, or why there are none. */
    private void add(String name, Optional<String> silence, Runnable lines) {
        silence.ifPresentOrElse(why -> steps.add(name + ": " + why), lines);
    }

    private void forward(int stage) {
        Vector numbers = model.forward(stage);
        switch (stage) {
            case 1 -> scores(numbers);
            case 2 -> shares("w", layer.attention().scores(0), numbers);
            case 3 -> {
                if (layer.mixing()) {
                    first(
                            "h",
                            sum(
                                    layer.attention().weights(0),
                                    layer.attention().v().column(0)),
                            numbers);
                } else {
                    steps.add("h = x = " + row(numbers));
                }
            }
            case 4 -> first("r", "relu(" + sum(layer.mixed().row(0), layer.w1().column(0)) + ")", numbers);
            default -> {
                Vector z = layer.loss().logits();
                first("z", sum(layer.afterRelu().row(0), layer.w2().column(0)), z);
                shares("p", z, numbers);
            }
        }
    }

    private void scores(Vector scores) {
        Vector asking = layer.x().row(layer.x().rows() - 1);
        Vector query = layer.attention().q().row(0);
        String products = WorkedSteps.listed(
                query.size(), query.size(), ", ", c -> sum(asking, layer.wq().column(c)));
        steps.add("q = x·Wq = (" + products + ") = (" + row(query) + ")");
        first("q·k", "(" + sum(query, layer.attention().k().row(0)) + ")/√2", scores);
    }

    private void shares(String name, Vector scores, Vector shares) {
        double all = new Softmax(scores, 1).exponentials().sum();
        first(name, "exp(" + number(scores.get(0)) + " − " + factor(scores.max()) + ")/" + number(all), shares);
    }

    private void backward(int stage) {
        Layer.Gradient gradient = layer.gradient();
        Vector slopes = model.backward(stage);
        switch (stage) {
            case 1 -> throughSoftmax(gradient.attention().weights().row(0), slopes);
            case 2 -> {
                Matrix values = layer.attention().v();
                first("∂L/∂w", sum(values.row(0), gradient.mixed().row(0)), slopes);
            }
            case 3 -> throughRelu(gradient.afterRelu().row(0), slopes);
            case 4 -> first("∂L/∂r", sum(layer.w2().row(0), gradient.logits().row(0)), slopes);
            default -> {
                Loss loss = layer.loss();
                line("p₁ − y₁", number(loss.p().get(0)) + " − " + (loss.truth() == 1 ? 1 : 0), slopes);
            }
        }
    }

    /** Only the units that relu let through carry a slope. */
    private void throughRelu(Vector slopes, Vector mixed) {
        Vector before = layer.beforeRelu().row(0);
        Vector weights = layer.w1().row(0);
        String terms = IntStream.range(0, before.size())
                .filter(u -> before.get(u) > 0)
                .mapToObj(u -> factor(weights.get(u)) + "·" + factor(slopes.get(u)))
                .collect(Collectors.joining(" + "));
        first("∂L/∂h", terms.isEmpty() ? "0" : terms, mixed);
    }

    private void throughSoftmax(Vector byWeights, Vector slopes) {
        Vector weights = layer.attention().weights(0);
        String mean = factor(new Dot(weights, byWeights).value());
        first("∂L/∂s", factor(weights.get(0)) + "·(" + number(byWeights.get(0)) + " − " + mean + ")", slopes);
    }

    private void first(String name, String work, Vector numbers) {
        line(name + "₁", work, numbers);
    }

    /** A line: the first number worked out, then the others. */
    private void line(String name, String work, Vector numbers) {
        int others = numbers.size() - 1;
        String rest = WorkedSteps.listed(others, others, ", ", i -> number(numbers.get(i + 1)));
        String then = others == 0 ? "" : "; then " + rest;
        steps.add(name + " = " + work + " = " + number(numbers.get(0)) + then);
    }

    private static String row(Vector v) {
        return WorkedSteps.listed(v.size(), v.size(), ", ", i -> number(v.get(i)));
    }

    private static String sum(Vector a, Vector b) {
        return WorkedSteps.listed(a.size(), a.size(), " + ", i -> factor(a.get(i)) + "·" + factor(b.get(i)));
    }

    /** A number as it stands in a product. */
    private static String factor(double x) {
        return WorkedSteps.bracketed(number(x));
    }
}
