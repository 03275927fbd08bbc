package dev.nabla.figure.layer;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.part.TokenText;
import dev.nabla.math.BadInput;
import dev.nabla.math.Layer;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A layer, the branch that is cut out of it, and the stage that is looked at in FIG.01.
 *
 * @param whole the layer with nothing cut
 * @param cut the branch that is missing
 * @param stage the stage that is looked at, from 1 to {@link #STAGES}
 */
public record LayerModel(Layer whole, Branch cut, int stage) {
    static final int STAGES = 5;

    private static final List<String> WORDS = List.of("cat", "sat", "on");
    /** Learning rate of the step that shows whether anything is learnt. */
    static final double ETA = 0.1;

    /** Which of the three branches of mathematics is missing. */
    public enum Branch {
        NONE,
        MOVE,
        FIX,
        SCORE
    }

    /** With other tokens, so few of them that all have a place. */
    LayerModel withX(Matrix x) {
        if (x.rows() > WORDS.size() || x.columns() != whole.wq().rows()) {
            throw BadInput.maths(
                    "shape_mismatch",
                    "is " + x.shape() + ": give 1 to " + WORDS.size() + " tokens of "
                            + whole.wq().rows() + " numbers, like 1,0.5;-0.5,1");
        }
        return new LayerModel(whole.withX(x), cut, stage);
    }

    LayerModel withTruth(long other) {
        return new LayerModel(whole.withTruth((int) other), cut, stage);
    }

    /** Position of the token that came, from 1. */
    int truth() {
        return whole.truth();
    }

    /** What the tokens are called, in the course's own example by their words. */
    List<String> asking() {
        int n = whole.x().rows();
        return n == WORDS.size()
                ? WORDS
                : IntStream.range(0, n).mapToObj(i -> "x" + Subscript.of(i)).toList();
    }

    /** The token that asks the others. */
    String last() {
        return asking().get(whole.x().rows() - 1);
    }

    /** The tokens that may come next. */
    List<String> next() {
        return IntStream.range(0, tokens())
                .mapToObj(j -> TokenText.word(tokens(), j))
                .toList();
    }

    /** The token that came. */
    String came() {
        return next().get(truth() - 1);
    }

    /** How many tokens may come next. */
    int tokens() {
        return whole.w2().columns();
    }

    LayerModel withCut(Branch other) {
        return new LayerModel(whole, other, stage);
    }

    LayerModel withStage(long other) {
        return new LayerModel(whole, cut, (int) other);
    }

    /** The layer that is left: without MOVE the tokens do not meet. */
    Layer layer() {
        return cut == Branch.MOVE ? whole.withMixing(false) : whole;
    }

    /** True if there is a gradient: a loss, and calculus to take its slopes. */
    boolean learns() {
        return silenceOfSlope(STAGES).isEmpty();
    }

    /** Why a stage has no numbers, where it has none. */
    Optional<String> silence(int stage) {
        if (cut == Branch.MOVE && stage <= 2) {
            return Optional.of("MOVE is cut: no token meets another");
        }
        return cut == Branch.SCORE && stage >= 2
                ? Optional.of("SCORE is cut: nothing turns scores into shares")
                : Optional.empty();
    }

    /** Why no slope comes back to a stage, where none does. */
    Optional<String> silenceOfSlope(int stage) {
        return cut == Branch.FIX
                ? Optional.of("FIX is cut: nobody takes slopes")
                : cut == Branch.SCORE ? Optional.of("SCORE is cut: there is no loss") : silence(stage);
    }

    /** The numbers that leave a stage: scores, weights, mixture, what is kept, probabilities. */
    Vector forward(int stage) {
        Layer layer = layer();
        return switch (stage) {
            case 1 -> layer.attention().scores(0);
            case 2 -> layer.attention().weights(0);
            case 3 -> layer.mixed().row(0);
            case 4 -> layer.afterRelu().row(0);
            default -> layer.loss().p();
        };
    }

    /** Of a gradient dL by the numbers that leave a stage; by the logits for the last one: p - y. */
    static Vector backward(int stage, Layer.Gradient gradient) {
        Matrix slopes =
                switch (stage) {
                    case 1 -> gradient.attention().scores();
                    case 2 -> gradient.attention().weights();
                    case 3 -> gradient.mixed();
                    case 4 -> gradient.afterRelu();
                    default -> gradient.logits();
                };
        return slopes.row(0);
    }
}
