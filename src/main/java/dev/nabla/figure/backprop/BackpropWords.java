package dev.nabla.figure.backprop;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.listed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.part.Letters;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Parts;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.gpt.Weights;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;

/** FIG.15 in words and worked out. */
final class BackpropWords {
    /** Nudges below this change L by hardly more than it is known to. */
    private static final double TINY = 1e-11;

    /** Above this the curve has bent on the way. */
    private static final double FAR = 0.005;

    private BackpropWords() {}

    static List<Line> sentence(BackpropModel model) {
        double gradient = model.parts().slopes().get(model.index());
        if (gradient == 0) {
            return List.of(
                    Line.of("The slope is ").result("0").text(": " + why(model)),
                    Line.of(", so L does not feel this weight"));
        }
        double forward = model.forward(model.eps());
        String eps = number(model.eps(), 2);
        Line nudged = Line.of("Nudging by " + eps + " says ")
                .second(six(forward))
                .text(", the walk back ")
                .result(six(gradient));
        String passes = "; for all weights it takes "
                + Letters.grouped(BackpropModel.shape().parameters() + 1L) + " passes";
        String bent = Math.abs(forward - gradient) > FAR * Math.abs(gradient) ? "; the curve bends on the way" : passes;
        return List.of(
                nudged,
                Line.of(model.eps() < TINY ? "; L has only 16 digits, and so small a change is lost in them" : bent));
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

    static String six(double x) {
        return x == 0 ? "0" : Decimal.nonzero(x, 6, 9);
    }

    static List<String> steps(BackpropModel model) {
        Parts parts = model.parts();
        Weights slopes = parts.slopes();
        double loss = parts.loss();
        double eps = model.eps();
        String step = number(eps);
        String name = model.weightName();
        List<String> steps = new ArrayList<>();
        steps.add("L(" + model.name() + ") = " + number(loss, 12));
        steps.add("w = " + name + " = " + number(model.weights().get(model.index())));
        steps.add("L(w + " + step + ") = " + number(model.loss(eps), 12));
        steps.add("by nudging (L(w + ε) − L(w))/ε = " + number(model.loss(eps) - loss) + "/" + step + " = "
                + number(model.forward(eps)));
        steps.add("both ways (L(w + ε) − L(w − ε))/2ε = " + number(model.central()));
        if (model.tensor() == Tensor.LM_HEAD) {
            steps.add(head(model, parts));
        }
        steps.add("the walk back says ∂L/∂w = " + number(slopes.get(model.index())));
        steps.add("the length of all " + Letters.grouped(slopes.shape().parameters()) + " slopes is |∇L| = "
                + number(slopes.norm()));
        return steps;
    }

    /** The last matrix has the shortest way: what is handed back to a score, times what came in. */
    private static String head(BackpropModel model, Parts parts) {
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
