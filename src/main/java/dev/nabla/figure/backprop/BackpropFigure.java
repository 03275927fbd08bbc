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
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
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
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Figure FIG.15: one backward pass gives the gradient of every weight. Nudging gives the slope of a single weight, and
 * only approximately.
 */
public final class BackpropFigure implements TrainedFigure<BackpropModel> {
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
            return Vector.of(all.length, i -> length(all[i]));
        }

        double length(Tensor matrix) {
            return slopes.norm(matrix, 0);
        }

        /** Returns the uses of the selected weight, one per position. */
        List<ForwardTrace.WeightUse> uses() {
            return parts.uses(model.slice(), (int) model.row() - 1, (int) model.column() - 1);
        }

        Vector reach() {
            return model.reach(parts);
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
            exact("weight", "weight", Style.number(4), BackpropResults::weight);
    static final Quantity<BackpropResults, Double> GRADIENT =
            exact("gradient", "∂L/∂w by the walk back", SIX, BackpropResults::gradient);
    static final Quantity<BackpropResults, Double> FORWARD =
            exact("forward", "∂L/∂w by nudging", SIX, BackpropResults::forward);
    static final Quantity<BackpropResults, Double> LOSS =
            exact("loss", "L", Style.NATS.places(4), BackpropResults::loss);

    static final Quantity<BackpropResults, Vector> NORMS = Quantity.reals(
                    "norms", "|∂L/∂W| of each matrix", Style.number(3), BackpropResults::norms)
            .exact();

    static final Quantity<BackpropResults, Double> NORM =
            Quantity.real("norm", "|∇L|", Style.number(3), BackpropResults::norm);

    private static final Quantity<BackpropResults, Long> PARAMETERS =
            count("parameters", "weights", BackpropResults::parameters);
    static final Quantity<BackpropResults, Long> PASSES =
            count("passes", "passes to nudge them all", BackpropResults::passes);
    static final Quantity<BackpropResults, Long> ZEROS =
            count("zeros", "slopes that are exactly 0", BackpropResults::zeros);

    private static final Knob<BackpropModel, Long> WALKED = KnobInfo.picture(
                    "walked", "walked", "matrices that the walk back has passed, like 4")
            .whole(0, BackpropModel.WAY.size(), BackpropModel::walked, BackpropModel::withWalked)
            .when(model -> false);

    private static final Quantities<BackpropModel, BackpropResults> QUANTITIES = new Quantities<>(
            BackpropResults::of,
            List.of(
                    LOSS,
                    WEIGHT,
                    GRADIENT,
                    FORWARD,
                    exact("central", "by nudging both ways", SIX, BackpropResults::central),
                    exact("gap", "nudging is off by", SIX, BackpropResults::gap).inWords("error of nudging"),
                    NORMS,
                    NORM,
                    PARAMETERS,
                    PASSES,
                    ZEROS,
                    Quantity.reals(
                                    "reach",
                                    "of one guess, the slopes of each letter's row",
                                    Style.number(3),
                                    BackpropResults::reach)
                            .exact()));

    private static Quantity<BackpropResults, Double> exact(
            String name, String symbol, Style style, Function<BackpropResults, Double> of) {
        return Quantity.real(name, symbol, style, of).exact();
    }

    private static Quantity<BackpropResults, Long> count(
            String name, String symbol, ToLongFunction<BackpropResults> of) {
        return Quantity.count(name, of).called(symbol).inWords("number of " + symbol);
    }

    @Override
    public Info info() {
        return new Info("backprop", "FIG.15", "walk", "One walk back gives 4,192 slopes", "Enter walks back");
    }

    @Override
    public BackpropModel start() {
        return new BackpropModel(Tensor.LM_HEAD, 1, 4, 0.1, "amelia", 1000, 5, BackpropModel.WAY.size());
    }

    @Override
    public List<Knob<BackpropModel, ?>> knobs() {
        return List.of(
                KnobInfo.question("matrix", "matrix", "which of the nine, like wte, attn_wq or lm_head")
                        .wordInRows(BackpropModel.WAY, BackpropModel::tensor, BackpropModel::withTensor),
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
                                BackpropModel::withEps)
                        .when(model -> false),
                NameKnobs.name(BackpropModel::name, BackpropModel::withName),
                NameKnobs.position(
                                KnobInfo.usual(
                                        "position",
                                        "position",
                                        "whose guess alone is followed back to the letters, 1 for the first, like 5"),
                                false,
                                BackpropModel::name,
                                BackpropModel::position,
                                BackpropModel::withPosition)
                        .when(model -> false),
                Trained.knob(),
                WALKED);
    }

    @Override
    public Optional<Stepper<BackpropModel>> stepper() {
        return Optional.of(new Stepper<BackpropModel>(
                WALKED,
                "one matrix",
                "matrices",
                model -> Pace.byRow(BackpropModel.WAY.size()),
                BackpropModel::isDone,
                model -> true,
                Optional.<PieceWork<BackpropModel>>of(BackpropModel::shown)));
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
        steps.add(ledger(answer.uses()));
        steps.add("the walk back says ∂L/∂w = " + number(answer.gradient()));
        steps.add("the length of all " + PARAMETERS.style().sentence(answer.parameters()) + " slopes is |∇L| = "
                + number(answer.norm()));
        return steps;
    }

    @Override
    public Python python(BackpropModel model) {
        List<ForwardTrace.WeightUse> uses = BackpropResults.of(model).uses();
        return new Python(
                        """
                # at each letter: what comes back to $weight_name, and what it multiplied
                grads, xs = $handed, $inputs
                w_grad = 0.0
                for grad, x in zip(grads, xs):
                    w_grad += x * grad  # a product hands x on, and += adds
                print(w_grad)  #= $gradient
                """)
                .with("weight_name", model.weightName())
                .with("handed", Vector.of(uses.size(), t -> uses.get(t).handed()))
                .with("inputs", Vector.of(uses.size(), t -> uses.get(t).input()));
    }

    @Override
    public List<Line> sentence(BackpropModel model, ViewState<BackpropModel> cursor) {
        return BackpropSentence.of(BackpropResults.of(model));
    }

    @Override
    public void draw(BackpropModel model, ViewState<BackpropModel> cursor, Canvas body) {
        new BackpropPicture(Picture.of(this, QUANTITIES, model, cursor), body).draw();
    }

    /** Formats a slope with six decimals; one that is exactly 0 reads {@code 0}. */
    static String six(double x) {
        return x == 0 ? "0" : SIX.sentence(x);
    }

    /** Returns the slope as a sum over all positions: what comes back times the number that the weight multiplied. */
    private static String ledger(List<ForwardTrace.WeightUse> uses) {
        int n = uses.size();
        String terms = listed(
                n,
                n,
                " + ",
                t -> bracketed(number(uses.get(t).handed(), 4)) + "·"
                        + bracketed(number(uses.get(t).input(), 4)));
        double sum =
                uses.stream().mapToDouble(use -> use.handed() * use.input()).sum();
        return "Σ handed back·x = " + terms + " = " + number(sum);
    }
}
