package dev.nabla.gpt;

import java.util.List;

/**
 * How well a model copies, on the first {@value #TEXTS} held-out {@link RepeatingTexts}, as far as they have been read.
 * Only repeats count: the letters from the second of the repeated part on, since nothing predicts the first.
 *
 * @param texts number of texts read
 * @param letters number of repeats in them
 * @param right how many of these are the letter that the model holds for the likeliest
 * @param nats sum of -log p over them
 * @param looks what the heads look at from them
 */
public record CopyRate(int texts, int letters, int right, double nats, HeadLooks looks) {
    /** Number of texts in a complete measurement. */
    public static final int TEXTS = 100;

    static final CopyRate NONE = new CopyRate(0, 0, 0, 0, HeadLooks.NONE);

    /** Returns the share of the repeats that are right; NaN before the first text. */
    public double rate() {
        return right / (double) letters;
    }

    /** Returns the mean loss of the repeats, in nats; NaN before the first text. */
    public double loss() {
        return nats / letters;
    }

    /** Returns the mean share that a head, from 0 through all layers, gives to the letter before. */
    public double before(int head) {
        return looks.before().get(head) / letters;
    }

    /** Returns the mean share that a head gives to what came after earlier letters like the one that asks. */
    public double after(int head) {
        return looks.after().get(head) / letters;
    }

    public boolean isDone() {
        return texts == TEXTS;
    }

    /** Reads further texts until about {@code flops} operations are spent, at least one if {@code flops} is above 0. */
    CopyRate continued(Recipe recipe, Weights weights, List<int[]> unseen, long flops) {
        ForwardBackward pass = new ForwardBackward(weights.shape(), weights.values(), recipe.cut());
        int text = texts;
        int repeats = letters;
        int copied = right;
        double sum = nats;
        HeadLooks seen = looks;
        for (long left = flops; text < TEXTS && left > 0; text++) {
            int[] tokens = unseen.get(text);
            pass.loss(tokens);
            for (int t = RepeatingTexts.stretch(recipe.corpus().text(tokens)) + 1; t < pass.to; t++) {
                repeats++;
                copied += pass.p.likeliest(t) == tokens[t + 1] ? 1 : 0;
                sum += pass.nats[t];
                seen = seen.and(pass, tokens, t);
            }
            left -= recipe.flops(pass.to) / 3; // a forward pass is a third of both
        }
        return new CopyRate(text, repeats, copied, sum, seen);
    }
}
