package dev.nabla.figure.layer;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.part.TokenText;
import dev.nabla.figure.part.Wording;
import dev.nabla.math.BadInput;
import dev.nabla.math.Layer;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * State of FIG.01: a layer, the branch that is cut, and the selected stage.
 *
 * @param uncut the layer with nothing cut
 * @param cut the branch that is missing
 * @param stage selected stage, from 1 to {@link #STAGES}
 * @param part what runs
 * @param words how the picture of the whole layer speaks; a part of it speaks in plain words
 * @param wantedFilled number of steps of the run that are shown, 0 to {@link LayerRun#STEPS}; at most the steps of the
 *     part count
 */
public record LayerModel(Layer uncut, Branch cut, int stage, LayerPart part, Wording words, long wantedFilled) {
    static final int STAGES = 7;
    /** Stage of the scores z for the next token, the first one on the way back. */
    static final int LOGITS = STAGES - 1;
    /** Stage of the numbers that relu has bent. */
    static final int BENT = 5;

    private static final List<String> WORDS = List.of("cat", "sat", "on");
    /** Learning rate of the gradient step that shows whether the layer learns. */
    static final double ETA = 0.1;

    /** The three branches of mathematics that the learner can cut, and none. */
    public enum Branch {
        NONE,
        MOVE,
        FIX,
        SCORE
    }

    /**
     * Returns a copy with other tokens. Throws {@link BadInput} for more than three tokens or vectors of another
     * length.
     */
    LayerModel withX(Matrix x) {
        if (x.rows() > WORDS.size() || x.columns() != uncut.wq().rows()) {
            throw BadInput.maths(
                    "shape_mismatch",
                    "is " + x.shape() + ": give 1 to " + WORDS.size() + " tokens of "
                            + uncut.wq().rows() + " numbers, like 1,0.5;-0.5,1");
        }
        return new LayerModel(uncut.withX(x), cut, stage, part, words, wantedFilled);
    }

    LayerModel withTruth(long other) {
        return new LayerModel(uncut.withTruth((int) other), cut, stage, part, words, wantedFilled);
    }

    /** Returns the position of the token that came, from 1. */
    int truth() {
        return uncut.truth();
    }

    /** Returns the names of the input tokens: words if there are three tokens, else x₁, x₂. */
    List<String> tokenNames() {
        int n = uncut.x().rows();
        return n == WORDS.size()
                ? WORDS
                : IntStream.range(0, n).mapToObj(i -> "x" + Subscript.of(i)).toList();
    }

    /** Returns the name of the last token, whose query is computed. */
    String last() {
        return tokenNames().get(uncut.x().rows() - 1);
    }

    /** Returns the names of the tokens that may come next. */
    List<String> next() {
        return IntStream.range(0, tokens())
                .mapToObj(j -> TokenText.word(tokens(), j))
                .toList();
    }

    /** Returns the name of the token that came. */
    String came() {
        return next().get(truth() - 1);
    }

    /** Returns how many tokens may come next. */
    int tokens() {
        return uncut.w2().columns();
    }

    LayerModel withCut(Branch other) {
        return new LayerModel(uncut, other, stage, part, words, wantedFilled);
    }

    LayerModel withStage(long other) {
        return new LayerModel(uncut, cut, (int) other, part, words, wantedFilled);
    }

    LayerModel withPart(LayerPart other) {
        return new LayerModel(uncut, cut, stage, other, words, wantedFilled);
    }

    LayerModel withWords(Wording other) {
        return new LayerModel(uncut, cut, stage, part, other, wantedFilled);
    }

    /** Returns whether the picture does without formulas and tables of weights. */
    boolean isPlain() {
        return words == Wording.PLAIN || !part.isAll();
    }

    /** Returns what the picture calls what comes in: words in plain words, where tokens have not been explained. */
    String noun() {
        return isPlain() ? "word" : "token";
    }

    LayerModel withFilled(long other) {
        return other == filled() ? this : new LayerModel(uncut, cut, stage, part, words, other);
    }

    long filled() {
        return Math.min(wantedFilled, part.length());
    }

    LayerRun run() {
        return new LayerRun(cut, part, filled());
    }

    /** Returns the stage that a link explains: the selected one, in a part the one that was filled last. */
    int taughtStage() {
        if (part.isAll()) {
            return stage;
        }
        int filled = run().stage();
        return filled > 0 ? filled : part == LayerPart.MOVE ? 1 : STAGES;
    }

    /** Returns {@code one word}, {@code two words} or {@code three words}, or the same of tokens. */
    String input() {
        int n = uncut.x().rows();
        return List.of("one ", "two ", "three ").get(n - 1) + noun() + (n == 1 ? "" : "s");
    }

    /** Returns the layer to compute. If MOVE is cut, its tokens do not mix. */
    Layer layer() {
        return cut == Branch.MOVE ? uncut.withMixing(false) : uncut;
    }

    /** Returns whether there is a gradient, which needs a loss and the branch FIX. */
    boolean learns() {
        return whyNoGradient(STAGES).isEmpty();
    }

    /** Returns why a stage, from 1, has no numbers; empty if it has. */
    Optional<String> whyNoNumbers(int stage) {
        if (cut == Branch.MOVE && stage <= 2) {
            return Optional.of("MOVE is cut: no " + noun() + " meets another");
        }
        return cut == Branch.SCORE && stage >= 2
                ? Optional.of("SCORE is cut: nothing turns scores into shares")
                : Optional.empty();
    }

    /** Returns why a stage, from 1, has no gradient; empty if it has. */
    Optional<String> whyNoGradient(int stage) {
        return cut == Branch.FIX
                ? Optional.of("FIX is cut: no slopes are computed")
                : cut == Branch.SCORE ? Optional.of("SCORE is cut: there is no loss") : whyNoNumbers(stage);
    }

    /**
     * Returns the output of a stage: 1 scores, 2 attention shares, 3 mixture, 4 before relu, 5 after relu, 6 logits, 7
     * probabilities.
     */
    Vector forward(int stage) {
        Layer layer = layer();
        return switch (stage) {
            case 1 -> layer.attention().scores(0);
            case 2 -> layer.attention().weights(0);
            case 3 -> layer.mixed().row(0);
            case 4 -> layer.beforeRelu().row(0);
            case BENT -> layer.afterRelu().row(0);
            case LOGITS -> layer.loss().logits();
            default -> layer.loss().p();
        };
    }

    /**
     * Returns the gradient of the loss with respect to the output of a stage. For the last two stages it is that
     * of the logits, p - y.
     */
    static Vector backward(int stage, Layer.Gradient gradient) {
        Matrix slopes =
                switch (stage) {
                    case 1 -> gradient.attention().scores();
                    case 2 -> gradient.attention().weights();
                    case 3 -> gradient.mixed();
                    case 4 -> gradient.beforeRelu();
                    case BENT -> gradient.afterRelu();
                    default -> gradient.logits();
                };
        return slopes.row(0);
    }
}
