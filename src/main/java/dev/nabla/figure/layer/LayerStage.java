package dev.nabla.figure.layer;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.layer.LayerFigure.LayerResults;
import dev.nabla.math.Vector;
import java.util.List;

/**
 * One of the seven stages of FIG.01, with its labels.
 *
 * @param numbers output of the stage
 * @param slopes gradient of the loss with respect to that output, for the shares p that of their scores z; a guess that
 *     asks for the gradient hides that of every stage
 * @param lead id of the figure that teaches the stage
 * @param branch branch of mathematics to which the stage belongs
 * @param symbol symbol of the output in formulas
 * @param formula formula of the output
 * @param plain what the output is, in plain words
 * @param places decimals of the output in the picture
 * @param slope symbol of the gradient in formulas
 * @param factor what a slope is multiplied by on its way back through the stage
 */
record LayerStage(
        Quantity<LayerResults, Vector> numbers,
        Quantity<LayerResults, Vector> slopes,
        String lead,
        String branch,
        String symbol,
        String formula,
        String plain,
        int places,
        String slope,
        String factor) {
    private static final List<LayerStage> ALL = List.of(
            stage(
                    1,
                    "scores",
                    Style.number(3),
                    "matmul",
                    "MOVE",
                    "s",
                    "q·k/√2",
                    "comparisons",
                    "comparisons s",
                    2,
                    "∂L/∂s",
                    "× Wq^T, Wk^T"),
            stage(
                    2,
                    "weights",
                    Style.SHARE,
                    "softmax",
                    "SCORE",
                    "w",
                    "softmax(s)",
                    "shares",
                    "shares w",
                    3,
                    "∂L/∂w",
                    "× ∂w/∂s"),
            stage(
                    3,
                    "mixed",
                    Style.number(3),
                    "matmul",
                    "MOVE",
                    "h",
                    "w·v",
                    "mixture",
                    "mixture h",
                    2,
                    "∂L/∂h",
                    "× v^T"),
            stage(
                    4,
                    "before_relu",
                    Style.number(3),
                    "matmul",
                    "MOVE",
                    "u",
                    "h·W₁",
                    "h × a table",
                    "product u",
                    2,
                    "∂L/∂u",
                    "× W₁^T"),
            stage(
                    5,
                    "after_relu",
                    Style.number(3),
                    "derivative",
                    "BEND",
                    "r",
                    "relu(u)",
                    "bent by relu",
                    "bent mixture r",
                    2,
                    "∂L/∂r",
                    "× relu'"),
            stage(
                    6,
                    "logits",
                    Style.number(3),
                    "matmul",
                    "MOVE",
                    "z",
                    "r·W₂",
                    "r × a table",
                    "scores z",
                    2,
                    "p − y",
                    "p − y, then × W₂^T"),
            stage(7, "p", Style.SHARE, "loss", "SCORE", "p", "softmax(z)", "next word", "next word p", 3, "", ""));

    /** @param words name of the output in sentences */
    private static LayerStage stage(
            int stage,
            String name,
            Style style,
            String lead,
            String branch,
            String symbol,
            String formula,
            String plain,
            String words,
            int places,
            String slope,
            String factor) {
        Quantity<LayerResults, Vector> numbers = Quantity.reals(
                        name, style, (LayerResults flow) -> flow.model().forward(stage))
                .inWords(words)
                .unless(flow -> flow.model().whyNoNumbers(stage))
                .untilTouched();
        Quantity<LayerResults, Vector> slopes = Quantity.reals(
                        "gradient", Style.number(3), (LayerResults flow) -> LayerModel.backward(stage, flow.slopes()))
                .unless(flow -> flow.model().whyNoGradient(stage));
        return new LayerStage(numbers, slopes, lead, branch, symbol, formula, plain, places, slope, factor);
    }

    /** Returns a stage by its number, from 1. */
    static LayerStage of(int stage) {
        return ALL.get(stage - 1);
    }
}
