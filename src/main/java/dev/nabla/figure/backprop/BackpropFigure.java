package dev.nabla.figure.backprop;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Letters;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.gpt.Weights;
import dev.nabla.math.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** FIG.15: one walk back gives the slope of every weight; nudging gives that of one, and only about. */
public final class BackpropFigure implements Figure.Leading<BackpropModel> {
    private static final Knob<BackpropModel, Long> STEPS =
            Letters.steps(model -> BackpropModel.film(), BackpropModel::steps, BackpropModel::withSteps);

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
                KnobInfo.question("row", "row", "its row from 1; in wte and lm_head a is 1, like 3")
                        .whole(1, model -> model.slice().rows(), BackpropModel::row, BackpropModel::withRow),
                KnobInfo.question("column", "column", "its column from 1, like 4")
                        .whole(1, model -> model.slice().columns(), BackpropModel::column, BackpropModel::withColumn),
                KnobInfo.usual("eps", "ε", "by how much the weight is nudged, above 0, like 0.1")
                        .real(Range.decades(1e-17, 1), BackpropModel::eps, BackpropModel::withEps),
                Letters.name(BackpropModel::name, BackpropModel::withName),
                STEPS);
    }

    @Override
    public Optional<Stepper<BackpropModel>> stepper() {
        return Optional.of(Letters.stepper(model -> BackpropModel.film(), STEPS));
    }

    /** Nudging is what a derivative is; slopes multiply along the chain; the loss is where the walk begins. */
    @Override
    public Optional<String> opens(BackpropModel model, ViewState<BackpropModel> cursor) {
        return Optional.of(
                switch (cursor.spot().knob()) {
                    case "eps" -> "derivative";
                    case "name" -> "loss";
                    case "steps" -> "train";
                    case "matrix" -> "graph";
                    default -> "chain";
                });
    }

    @Override
    public List<Fact> facts(BackpropModel model) {
        Weights slopes = model.parts().slopes();
        double gradient = slopes.get(model.index());
        double forward = model.forward(model.eps());
        return List.of(
                Fact.real("loss", model.loss(0), "nats", 4).rounded(0).called("L"),
                Fact.real("weight", model.weights().get(model.index()), "", 4).rounded(0),
                Fact.real("gradient", gradient, "", 6).rounded(0).called("∂L/∂w by the walk back"),
                Fact.real("forward", forward, "", 6).rounded(0).called("∂L/∂w by nudging"),
                Fact.real("central", model.central(), "", 6).rounded(0).called("by nudging both ways"),
                Fact.real("gap", Math.abs(forward - gradient), "", 6).rounded(0).called("nudging is off by"),
                Fact.reals("norms", norms(slopes), 3).rounded(0).called("|∂L/∂W| of each matrix"),
                Fact.real("norm", slopes.norm(), "", 3).called("|∇L|"),
                Fact.whole("parameters", BackpropModel.shape().parameters()).called("weights"),
                Fact.whole("passes", BackpropModel.shape().parameters() + 1L).called("passes to nudge them all"),
                Fact.whole(
                                "zeros",
                                Arrays.stream(slopes.toArray())
                                        .filter(x -> x == 0)
                                        .count())
                        .called("slopes that are exactly 0"));
    }

    /** The length of the slopes of each matrix, in the order of the weights. */
    static Vector norms(Weights slopes) {
        Tensor[] all = Tensor.values();
        return Vector.of(all.length, i -> slopes.norm(all[i], 0));
    }

    @Override
    public List<String> steps(BackpropModel model) {
        return BackpropWords.steps(model);
    }

    @Override
    public String python(BackpropModel model) {
        return """
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
                """
                .replace("$r]", model.row() - 1 + "]")
                .replace("$c]", model.column() - 1 + "]");
    }

    @Override
    public List<Line> sentence(BackpropModel model, ViewState<BackpropModel> cursor) {
        return BackpropWords.sentence(model);
    }

    @Override
    public void draw(BackpropModel model, ViewState<BackpropModel> cursor, Canvas body) {
        new BackpropPicture(model, cursor, body).draw();
    }
}
