package dev.nabla.figure.layer;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Attention;
import dev.nabla.math.Dot;
import dev.nabla.math.Layer;
import dev.nabla.math.Loss;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        for (int stage = 1; stage <= LayerModel.STAGES; stage++) {
            add(stage, model::silence, LayerStage::formula, this::forward);
        }
        if (model.isScored()) {
            Loss loss = layer.loss();
            String p = LayerFigure.number(loss.p().get(loss.truth() - 1));
            steps.add("L = −log " + p + " = " + LayerFigure.number(loss.nats()) + " nats");
        }
        for (int stage = LayerModel.STAGES; stage >= 1; stage--) {
            add(stage, model::silenceOfSlope, LayerStage::slope, this::backward);
        }
        if (model.learns()) {
            steps.add("one step W − " + LayerFigure.number(LayerModel.ETA) + "·∂L/∂W: L = "
                    + LayerFigure.number(LayerFigure.after(layer)) + " nats");
        }
        return steps;
    }

    private interface Work {
        void at(int stage);
    }

    private void add(
            int stage, Function<Integer, Optional<String>> silence, Function<LayerStage, String> name, Work work) {
        silence.apply(stage)
                .ifPresentOrElse(why -> steps.add(name.apply(LayerStage.of(stage)) + ": " + why), () -> work.at(stage));
    }

    private void forward(int stage) {
        Vector numbers = model.forward(stage);
        switch (stage) {
            case 1 -> scores(numbers);
            case 2 -> shares("w", layer.attention().scores(0), numbers);
            case 3 -> mixture(numbers);
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
        Attention attention = layer.attention();
        Vector query = attention.q().row(0);
        String products = WorkedSteps.listed(
                query.size(), query.size(), ", ", c -> sum(asking, layer.wq().column(c)));
        steps.add("q = x·Wq = (" + products + ") = (" + LayerStage.row(query) + ")");
        first("q·k", "(" + sum(query, attention.k().row(0)) + ")/√2", scores);
    }

    private void shares(String name, Vector scores, Vector shares) {
        String most = number(scores.max());
        double all = new Softmax(scores, 1).exponentials().sum();
        first(name, "exp(" + LayerFigure.number(scores.get(0)) + " − " + most + ")/" + LayerFigure.number(all), shares);
    }

    private void mixture(Vector mixed) {
        if (!layer.mixing()) {
            steps.add("h = x = " + LayerStage.row(mixed));
            return;
        }
        first("h", sum(layer.attention().weights(0), layer.attention().v().column(0)), mixed);
    }

    private void backward(int stage) {
        Layer.Gradient gradient = layer.gradient();
        Vector slopes = model.backward(stage);
        switch (stage) {
            case 1 -> throughSoftmax(gradient, slopes);
            case 2 ->
                first(
                        "∂L/∂w",
                        sum(layer.attention().v().row(0), gradient.mixed().row(0)),
                        slopes);
            case 3 -> throughRelu(gradient.afterRelu().row(0), slopes);
            case 4 -> first("∂L/∂r", sum(layer.w2().row(0), gradient.logits().row(0)), slopes);
            default -> {
                Loss loss = layer.loss();
                first("p − y", LayerFigure.number(loss.p().get(0)) + " − " + (loss.truth() == 1 ? 1 : 0), slopes);
            }
        }
    }

    /** Only the units that relu let through carry a slope. */
    private void throughRelu(Vector slopes, Vector mixed) {
        Vector before = layer.beforeRelu().row(0);
        Vector weights = layer.w1().row(0);
        String terms = IntStream.range(0, before.size())
                .filter(u -> before.get(u) > 0)
                .mapToObj(u -> number(weights.get(u)) + "·" + number(slopes.get(u)))
                .collect(Collectors.joining(" + "));
        first("∂L/∂h", terms.isEmpty() ? "0" : terms, mixed);
    }

    private void throughSoftmax(Layer.Gradient gradient, Vector slopes) {
        Vector weights = layer.attention().weights(0);
        Vector byWeights = gradient.attention().weights().row(0);
        double mean = new Dot(weights, byWeights).value();
        String term = number(weights.get(0)) + "·(" + LayerFigure.number(byWeights.get(0)) + " − " + number(mean) + ")";
        first("∂L/∂s", term, slopes);
    }

    /** A line: the first number worked out, then the others. */
    private void first(String name, String work, Vector numbers) {
        String others = numbers.size() == 1
                ? ""
                : "; then "
                        + numbers.stream().skip(1).mapToObj(LayerFigure::number).collect(Collectors.joining(", "));
        String symbol = name.equals("p − y") ? "p₁ − y₁" : name + "₁";
        steps.add(symbol + " = " + work + " = " + LayerFigure.number(numbers.get(0)) + others);
    }

    private static String sum(Vector a, Vector b) {
        return WorkedSteps.listed(a.size(), a.size(), " + ", i -> number(a.get(i)) + "·" + number(b.get(i)));
    }

    /** A number as it stands in a product. */
    private static String number(double x) {
        return WorkedSteps.bracketed(LayerFigure.number(x));
    }
}
