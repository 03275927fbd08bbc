package dev.nabla.figure.backprop;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.listed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Shape;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.gpt.Weights;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Figure FIG.15: one backward pass gives the gradient of every weight. Nudging gives the slope of a single weight, and
 * only approximately.
 */
public final class BackpropFigure implements TrainedFigure<BackpropModel> {
    /** Nudge below which rounding errors of L hide its change. */
    private static final double TINY = 1e-11;

    /** Relative error from which the sentence says that the curve bends. */
    private static final double FAR = 0.005;

    private static final Style SIX = Style.number(6);

    /**
     * A model with its gradient.
     *
     * @param parts the forward pass
     * @param slopes gradient of all weights, by the backward pass
     * @param forward slope of the selected weight, by nudging
     */
    record BackpropResults(BackpropModel model, ForwardTrace parts, Weights slopes, double forward) {
        static BackpropResults of(BackpropModel model) {
            ForwardTrace parts = model.parts();
            return new BackpropResults(model, parts, parts.slopes(), model.forward(model.eps()));
        }

        double loss() {
            return parts.loss();
        }

        double weight() {
            return model.weights().get(model.index());
        }

        /** Returns the slope of the selected weight, by the backward pass. */
        double gradient() {
            return slopes.get(model.index());
        }

        double central() {
            return model.central();
        }

        /** Returns the slope by nudging minus the slope by the backward pass. */
        double off() {
            return forward - gradient();
        }

        double gap() {
            return Math.abs(off());
        }

        /** Returns the norm of the gradient of each matrix, in the order of the weights. */
        Vector norms() {
            Tensor[] all = Tensor.values();
            return Vector.of(all.length, i -> slopes.norm(all[i], 0));
        }

        double norm() {
            return slopes.norm();
        }

        long zeros() {
            return Arrays.stream(slopes.toArray()).filter(x -> x == 0).count();
        }

        int parameters() {
            return slopes.shape().parameters();
        }

        /** Returns how many forward passes it takes to nudge every weight: one per weight, and one without a nudge. */
        long passes() {
            return parameters() + 1L;
        }
    }

    static final Quantity<BackpropResults, Double> WEIGHT =
            Quantity.real("weight", Style.number(4), BackpropResults::weight).exact();

    static final Quantity<BackpropResults, Double> GRADIENT =
            Quantity.real("gradient", SIX, BackpropResults::gradient).exact().called("∂L/∂w by the walk back");

    static final Quantity<BackpropResults, Double> FORWARD =
            Quantity.real("forward", SIX, BackpropResults::forward).exact().called("∂L/∂w by nudging");

    /** Signed difference of the two slopes, for the picture. A guess for the fact {@code gap} hides it too. */
    static final Quantity<BackpropResults, Double> OFF = Quantity.real("gap", SIX, BackpropResults::off);

    static final Quantity<BackpropResults, Vector> NORMS = Quantity.reals(
                    "norms", Style.number(3), BackpropResults::norms)
            .exact()
            .called("|∂L/∂W| of each matrix");

    static final Quantity<BackpropResults, Double> NORM =
            Quantity.real("norm", Style.number(3), BackpropResults::norm).called("|∇L|");

    private static final Quantity<BackpropResults, Long> PARAMETERS =
            Quantity.count("parameters", BackpropResults::parameters).called("weights");

    private static final Quantity<BackpropResults, Long> PASSES =
            Quantity.count("passes", BackpropResults::passes).called("passes to nudge them all");

    private static final Quantities<BackpropModel, BackpropResults> QUANTITIES = new Quantities<>(
            BackpropResults::of,
            List.of(
                    Quantity.real("loss", Style.NATS.places(4), BackpropResults::loss)
                            .exact()
                            .called("L"),
                    WEIGHT,
                    GRADIENT,
                    FORWARD,
                    Quantity.real("central", SIX, BackpropResults::central)
                            .exact()
                            .called("by nudging both ways"),
                    Quantity.real("gap", SIX, BackpropResults::gap).exact().called("nudging is off by"),
                    NORMS,
                    NORM,
                    PARAMETERS,
                    PASSES,
                    Quantity.whole("zeros", BackpropResults::zeros).called("slopes that are exactly 0")));

    @Override
    public Info info() {
        return new Info("backprop", "FIG.15", "slopes", "One walk back gives 4,192 slopes", "pick a weight");
    }

    @Override
    public BackpropModel start() {
        return new BackpropModel(Tensor.LM_HEAD, 1, 4, 0.1, "amelia", 1000);
    }

    @Override
    public List<Knob<BackpropModel, ?>> knobs() {
        return List.of(
                KnobInfo.question("matrix", "matrix", "which of the nine, like wte, attn_wq or lm_head")
                        .word(Tensor.class, BackpropModel::tensor, BackpropModel::withTensor),
                KnobInfo.question("row", "row", "its row; in wte and lm_head a is 1, like 3")
                        .whole(
                                side(Shape.Slice::rows, "rows"),
                                1,
                                model -> model.slice().rows(),
                                BackpropModel::row,
                                BackpropModel::withRow)
                        .reading(model -> List.of(model.rowName())),
                KnobInfo.question("column", "column", "its column, like 4")
                        .whole(
                                side(Shape.Slice::columns, "columns"),
                                1,
                                model -> model.slice().columns(),
                                BackpropModel::column,
                                BackpropModel::withColumn),
                KnobInfo.usual("eps", "ε", "by how much the weight is nudged, like 0.1")
                        .labelled("ε nudge")
                        .real(
                                Range.decades(1e-17, 1),
                                Bounds.above(0L).atMost(1000L),
                                BackpropModel::eps,
                                BackpropModel::withEps),
                NameKnobs.name(BackpropModel::name, BackpropModel::withName),
                Trained.knob());
    }

    /** Returns the bounds of a row or column in any matrix. */
    private static Bounds side(ToIntFunction<Shape.Slice> count, String noun) {
        List<Shape.Slice> slices = Recipe.standard().shape().slices();
        long most = slices.stream().mapToInt(count).max().orElseThrow();
        return Bounds.atLeast(1L).atMost(most).called("1 to the " + noun + " of matrix");
    }

    /**
     * Returns the figure that taught what a knob changes. Nudging is a derivative, slopes multiply by the chain rule,
     * and the backward pass begins at the loss.
     */
    @Override
    public String linkedFigure(BackpropModel model, String knob) {
        Map<String, String> leads = Map.of("eps", "derivative", "name", "loss", "steps", "train", "matrix", "graph");
        return leads.getOrDefault(knob, "chain");
    }

    @Override
    public Quantities<BackpropModel, BackpropResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(BackpropModel model) {
        BackpropResults answer = BackpropResults.of(model);
        double loss = answer.loss();
        double eps = model.eps();
        String step = number(eps);
        String name = model.weightName();
        List<String> steps = new ArrayList<>();
        steps.add("L(" + model.name() + ") = " + number(loss, 12));
        steps.add("w = " + name + " = " + number(answer.weight()));
        steps.add("L(w + " + step + ") = " + number(model.loss(eps), 12));
        steps.add("by nudging (L(w + ε) − L(w))/ε = " + number(model.loss(eps) - loss) + "/" + step + " = "
                + number(answer.forward()));
        steps.add("both ways (L(w + ε) − L(w − ε))/2ε = " + number(answer.central()));
        if (model.tensor() == Tensor.LM_HEAD) {
            steps.add(head(model, answer.parts()));
        }
        steps.add("the walk back says ∂L/∂w = " + number(answer.gradient()));
        steps.add("the length of all " + PARAMETERS.style().sentence(answer.parameters()) + " slopes is |∇L| = "
                + number(answer.norm()));
        return steps;
    }

    @Override
    public Python python(BackpropModel model) {
        return new Python(
                        """
                # without its model, so the numbers differ; Python counts from 0
                for v in reversed(topo):  # from L back to the weights
                    for child, local_grad in zip(v._children, v._local_grads):
                        child.grad += local_grad * v.grad
                w = state_dict["$matrix"][$r][$c]  # $weight
                print(w.grad)  #= $gradient, and $parameters of them at once
                eps = $eps
                w.data += eps
                nudged = forward(name)  #1 a pass more for each weight
                print((nudged.data - loss.data) / eps)  #1 $forward
                """)
                .with("r", model.row() - 1)
                .with("c", model.column() - 1);
    }

    @Override
    public List<Line> sentence(BackpropModel model, ViewState<BackpropModel> cursor) {
        BackpropResults answer = BackpropResults.of(model);
        double gradient = answer.gradient();
        if (gradient == 0) {
            return List.of(
                    Line.of("The slope is ").result("0").text(": " + why(model)),
                    Line.of(", so L does not feel this weight"));
        }
        double forward = answer.forward();
        String eps = number(model.eps(), 2);
        Line nudged = Line.of("Nudging by " + eps + " says ")
                .second(six(forward))
                .text(", the walk back ")
                .result(six(gradient));
        String passes = "; for all weights it takes " + PASSES.style().sentence(answer.passes()) + " passes";
        String bent = answer.gap() > FAR * Math.abs(gradient) ? "; the curve bends on the way" : passes;
        return List.of(
                nudged,
                Line.of(model.eps() < TINY ? "; L has only 16 digits, and so small a change is lost in them" : bent));
    }

    @Override
    public void draw(BackpropModel model, ViewState<BackpropModel> cursor, Canvas body) {
        new BackpropPicture(this, BackpropResults.of(model), cursor, new Knobs<>(knobs(), model, cursor), body).draw();
    }

    private static String why(BackpropModel model) {
        boolean end = model.row() - 1 == Corpus.standard().end();
        return switch (model.tensor()) {
            case WTE ->
                end || model.name().contains(model.rowName())
                        ? "nothing flows back here"
                        : model.rowName() + " does not stand in " + model.name();
            case WPE -> model.name() + " has no place " + model.row();
            case MLP_FC1 -> "neuron " + model.row() + " is off at every letter";
            case MLP_FC2 -> "neuron " + model.column() + " is off at every letter";
            default -> "nothing flows back here";
        };
    }

    /** Formats a slope with six decimals; one that is exactly 0 reads {@code 0}. */
    static String six(double x) {
        return x == 0 ? "0" : SIX.sentence(x);
    }

    /**
     * Returns the slope in lm_head written out: the mean over all positions of (p − y) times the input. The last matrix
     * has the shortest path.
     */
    private static String head(BackpropModel model, ForwardTrace parts) {
        int j = (int) model.row() - 1;
        int i = (int) model.column() - 1;
        int n = parts.places();
        String terms = listed(n, n, " + ", t -> {
            double handed = parts.p().get(t, j) - (parts.token(t + 1) == j ? 1 : 0);
            String first = number(handed, 4);
            return (t == 0 ? first : bracketed(first)) + "·"
                    + bracketed(number(parts.out().get(t, i), 4));
        });
        return "Σ (p − y)·x/n = (" + terms + ")/" + n;
    }
}
