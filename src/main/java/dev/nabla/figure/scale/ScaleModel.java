package dev.nabla.figure.scale;

import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Shape;
import dev.nabla.math.BadInput;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How large a GPT is, and what it learns from: weights and work follow from that.
 *
 * @param vocab tokens
 * @param nEmbd numbers of a token
 * @param nLayer blocks
 * @param blockSize places
 * @param tied whether the table of tokens is the head as well
 * @param biases whether there are constants to add, and gains in the norms
 * @param tokens that are read in training
 * @param speed operations a second
 */
record ScaleModel(
        long vocab,
        long nEmbd,
        long nLayer,
        long blockSize,
        boolean tied,
        boolean biases,
        double tokens,
        double speed) {
    /** Which of {@link #beside} it is itself. */
    static final String OWN = "yours";

    static final double MOST = 1e30;

    ScaleModel {
        String bounds = "must be above 0 and at most 1e30, like 1e10";
        BadInput.require(tokens > 0 && tokens <= MOST, "out_of_range", "tokens", tokens, bounds);
        BadInput.require(speed > 0 && speed <= MOST, "out_of_range", "speed", speed, bounds);
    }

    /** The tokens and places of GPT-2 on the body of microGPT. */
    static ScaleModel start() {
        Shape small = Recipe.standard().shape();
        ScaleModel large = gpt2(1e10, 1e11);
        return large.sized(large.vocab, small.nEmbd(), small.nLayer(), large.blockSize);
    }

    /** The smallest of the GPT-2s. */
    private static ScaleModel gpt2(double tokens, double speed) {
        return new ScaleModel(50_257, 768, 12, 1024, true, true, tokens, speed);
    }

    /** The model of FIG.10 to FIG.17 by its own shape, GPT-2, and this one, taught in the same way. */
    Map<String, ScaleModel> beside() {
        Shape small = Recipe.standard().shape();
        Map<String, ScaleModel> beside = new LinkedHashMap<>();
        beside.put(
                "microGPT",
                sized(small.vocab(), small.nEmbd(), small.nLayer(), small.blockSize())
                        .made(false, false));
        beside.put("GPT-2", gpt2(tokens, speed));
        beside.put(OWN, this);
        return beside;
    }

    /** How often it has the weights of another. */
    double times(String other) {
        return (double) parameters() / beside().get(other).parameters();
    }

    ScaleModel sized(long tokenCount, long width, long depth, long places) {
        return new ScaleModel(tokenCount, width, depth, places, tied, biases, tokens, speed);
    }

    ScaleModel made(boolean oneTable, boolean constants) {
        return new ScaleModel(vocab, nEmbd, nLayer, blockSize, oneTable, constants, tokens, speed);
    }

    ScaleModel trained(double on, double at) {
        return new ScaleModel(vocab, nEmbd, nLayer, blockSize, tied, biases, on, at);
    }

    /** The rows of numbers for tokens and for places. */
    long embedding() {
        return (vocab + blockSize) * nEmbd;
    }

    /** Four square tables a block: 1,024 for one block of 16. */
    long attention() {
        return 4 * nLayer * nEmbd * nEmbd;
    }

    /** Two tables a block, four times as wide on one side: 2,048 for one block of 16. */
    long mlp() {
        return 8 * nLayer * nEmbd * nEmbd;
    }

    /** A head of its own. */
    long head() {
        return tied ? 0 : vocab * nEmbd;
    }

    /** 4 C for two norms, 4 C for attention and 5 C for the MLP in each block, 2 C for the last norm: 121,344 in GPT-2. */
    long constants() {
        return biases ? (13 * nLayer + 2) * nEmbd : 0;
    }

    long rest() {
        return head() + constants();
    }

    /** All weights: 4,192, or 124,439,808. */
    long parameters() {
        return embedding() + attention() + mlp() + rest();
    }

    /** Operations for a token that is learnt from, by the rule of 6 a weight: 2 forward, 4 back. */
    long flops() {
        return 6 * parameters();
    }

    /** What part of all weights some of them are. */
    double share(long weights) {
        return (double) weights / parameters();
    }

    /** Operations of the whole training. */
    double work() {
        return flops() * tokens;
    }

    double seconds() {
        return work() / speed;
    }
}
