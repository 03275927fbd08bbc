package dev.nabla.gpt;

import java.util.List;

/**
 * How surprised a model is at names, as far as it has read them.
 *
 * @param names that are read
 * @param letters in them that were predicted, each name's end among them
 * @param nats sum of -log p over these letters
 */
public record HeldOutLoss(int names, int letters, double nats) {
    static final HeldOutLoss NONE = new HeldOutLoss(0, 0, 0);

    /** Over all names at once. */
    public static HeldOutLoss of(Weights weights, Recipe.Ablation cut, List<int[]> names) {
        return NONE.continued(weights, cut, names, Long.MAX_VALUE);
    }

    /** After reading on until about so many operations are spent, at least a name if there is one left. */
    HeldOutLoss continued(Weights weights, Recipe.Ablation cut, List<int[]> all, long flops) {
        Shape shape = weights.shape();
        ForwardBackward pass = new ForwardBackward(shape, weights.values(), cut);
        int name = names;
        int read = letters;
        double sum = nats;
        for (long left = flops; name < all.size() && left > 0; name++) {
            int places = shape.places(all.get(name));
            sum += pass.loss(all.get(name)) * places;
            read += places;
            left -= shape.flops(places) / 3; // nothing goes back
        }
        return new HeldOutLoss(name, read, sum);
    }

    /** The mean over all letters in nats, not that of the names' means; 3.3510 for the first weights of seed 1, 2.3226 after 1,000 steps. NaN if nothing was read. */
    public double loss() {
        return nats / letters;
    }
}
