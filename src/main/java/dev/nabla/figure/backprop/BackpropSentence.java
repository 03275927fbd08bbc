package dev.nabla.figure.backprop;

import dev.nabla.figure.backprop.BackpropFigure.BackpropResults;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.math.Decimal;
import java.util.Comparator;
import java.util.List;

/** Writes the sentence of FIG.15: how far the walk back has come, and where the slopes are long and short. */
final class BackpropSentence {
    private BackpropSentence() {}

    static List<Line> of(BackpropResults answer) {
        BackpropModel model = answer.model();
        if (model.walked() == 0) {
            String loss = Decimal.fixed(answer.loss(), 3);
            return List.of(
                    Line.of("Forward is done, L = ").result(loss),
                    Line.of(". The walk begins with 1, the slope ∂L/∂L"));
        }
        if (!model.isDone()) {
            return underWay(model, answer.parameters());
        }
        if (answer.gradient() == 0) {
            return List.of(
                    Line.of("The slope is ").result("0").text(": " + why(model)),
                    Line.of(", so L does not feel this weight"));
        }
        Comparator<Tensor> byLength = Comparator.comparingDouble(answer::length);
        String longest = BackpropModel.WAY.stream().max(byLength).orElseThrow().word();
        String shortest = BackpropModel.WAY.stream().min(byLength).orElseThrow().word();
        return List.of(
                Line.of("One walk back, " + Decimal.grouped(answer.parameters()) + " slopes: the longest in ")
                        .result(longest),
                Line.of(", the shortest in " + shortest));
    }

    private static List<Line> underWay(BackpropModel model, int parameters) {
        int at = BackpropModel.WAY.size() - (int) model.walked();
        Tensor matrix = BackpropModel.WAY.get(at);
        String slopes = Decimal.grouped(BackpropModel.count(matrix)) + " slopes";
        String next = BackpropModel.WAY.get(at - 1).word();
        return List.of(
                Line.EMPTY.second(matrix.word()).text(" has its " + slopes),
                Line.of(", " + Decimal.grouped(model.reached()) + " of " + Decimal.grouped(parameters) + " so far"),
                Line.of("; " + next + " is next"));
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
}
