package dev.nabla.figure.scale;

import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Shape;
import dev.nabla.math.BadInput;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Size of a GPT and of its training. The number of weights and the training cost follow from them.
 *
 * @param vocab number of tokens
 * @param nEmbd embedding size, numbers per token
 * @param nLayer number of blocks
 * @param blockSize number of positions
 * @param tied whether the table of tokens is used as the output head too
 * @param biases whether there are biases, and gains in the norms
 * @param tokens number of tokens read in training, above 0 and at most 1e30
 * @param speed operations per second, above 0 and at most 1e30
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
    /** Key of this model itself in {@link #beside}. */
    static final String OWN = "yours";

    static final double MOST = 1e30;

    ScaleModel {
        String bounds = "must be above 0 and at most 1e30, like 1e10";
        BadInput.requireRange(tokens > 0 && tokens <= MOST, "tokens", tokens, bounds);
        BadInput.requireRange(speed > 0 && speed <= MOST, "speed", speed, bounds);
    }

    /** Returns the model at the start: the vocabulary and block size of GPT-2 with the width and depth of microGPT. */
    static ScaleModel start() {
        Shape small = Recipe.standard().shape();
        ScaleModel large = gpt2(1e10, 1e11);
        return large.sized(large.vocab, small.nEmbd(), small.nLayer(), large.blockSize);
    }

    /** Returns the smallest GPT-2. */
    private static ScaleModel gpt2(double tokens, double speed) {
        return new ScaleModel(50_257, 768, 12, 1024, true, true, tokens, speed);
    }

    /**
     * Returns the models shown side by side: microGPT (the model of FIG.10 to FIG.17), GPT-2, and this one. All are
     * trained on the same tokens at the same speed.
     */
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

    /** Returns how many times as many weights this model has as another. */
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

    /** Returns the number of weights in the tables of tokens and positions. */
    long embedding() {
        return (vocab + blockSize) * nEmbd;
    }

    /** Returns the number of weights in attention, four square matrices per block: 1,024 for one block of size 16. */
    long attention() {
        return 4 * nLayer * nEmbd * nEmbd;
    }

    /**
     * Returns the number of weights in the MLPs: two matrices per block, four times as wide on one side. One block of
     * size 16 has 2,048.
     */
    long mlp() {
        return 8 * nLayer * nEmbd * nEmbd;
    }

    /** Returns the number of weights in a separate output head; 0 if it is tied. */
    long head() {
        return tied ? 0 : vocab * nEmbd;
    }

    /**
     * Returns the number of biases and gains, with C the embedding size. Each block has 4 C for two norms, 4 C for
     * attention and 5 C for the MLP; the last norm has 2 C. GPT-2 has 121,344.
     */
    long constants() {
        return biases ? (13 * nLayer + 2) * nEmbd : 0;
    }

    long rest() {
        return head() + constants();
    }

    /** Returns the number of all weights: 4,192 for microGPT, 124,439,808 for GPT-2. */
    long parameters() {
        return embedding() + attention() + mlp() + rest();
    }

    /** Returns the operations per token in training, by the rule of 6 per weight: 2 forward, 4 backward. */
    long flops() {
        return 6 * parameters();
    }

    /** Returns a number of weights as a share of all weights. */
    double share(long weights) {
        return (double) weights / parameters();
    }

    /** Returns the operations of the whole training. */
    double work() {
        return flops() * tokens;
    }

    double seconds() {
        return work() / speed;
    }
}
