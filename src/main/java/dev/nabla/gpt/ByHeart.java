package dev.nabla.gpt;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How many of the first {@value #NAMES} names sampled from a model stand in the list that it learnt from, as far as
 * they have been sampled.
 *
 * @param names number of names sampled
 * @param known how many of them stand in the list
 * @param found the first {@value #MOST_FOUND} different ones of these
 */
public record ByHeart(int names, int known, List<String> found) {
    /** Number of names in a complete count. */
    public static final int NAMES = 200;

    private static final int MOST_FOUND = 12;

    static final ByHeart NONE = new ByHeart(0, 0, List.of());

    /** Names per batch; a batch shares the buffers of one sampling pass. */
    private static final int AT_ONCE = 10;

    public boolean isDone() {
        return names == NAMES;
    }

    /** Samples further names until about {@code flops} operations are spent, at least one batch if names are left. */
    ByHeart continued(NameSampler sampler, Set<String> learnt, long flops) {
        int thrown = names;
        int count = known;
        Set<String> some = new LinkedHashSet<>(found);
        for (long left = flops; thrown < NAMES && left > 0; thrown += AT_ONCE) {
            for (NameSampler.GeneratedName name : sampler.names(thrown, thrown + AT_ONCE)) {
                boolean copied = learnt.contains(name.text());
                count += copied ? 1 : 0;
                if (copied && some.size() < MOST_FOUND) {
                    some.add(name.text());
                }
                left -= sampler.weights().shape().flops(name.darts().size()) / 3; // a forward pass is a third of both
            }
        }
        return new ByHeart(thrown, count, List.copyOf(some));
    }
}
