package dev.nabla.gpt;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Statistics of the first {@value #NAMES} names sampled from a model, as far as they have been sampled.
 *
 * @param names number of names sampled
 * @param known how many of them are in the corpus, for training or held out
 * @param different how many distinct names there are
 * @param seen the distinct names, one per line, in a tenth of the memory of a set; empty once all are sampled
 */
public record NameStats(int names, int known, int different, String seen) {
    /** Number of names in complete statistics. */
    public static final int NAMES = 1000;

    static final NameStats NONE = new NameStats(0, 0, 0, "");

    /** Returns whether all {@value #NAMES} names have been sampled. */
    public boolean isDone() {
        return names == NAMES;
    }

    /**
     * Samples further names until about {@code flops} operations are spent: at least one batch if {@code flops} is
     * above 0 and names are left.
     */
    NameStats continued(NameSampler babble, long flops) {
        if (isDone() || flops == 0) {
            return this;
        }
        Set<String> all = seen.lines().collect(Collectors.toCollection(TreeSet::new));
        int found = known;
        List<NameSampler.GeneratedName> further = babble.names(names, NAMES, flops);
        for (NameSampler.GeneratedName name : further) {
            all.add(name.text());
            found += babble.corpus().knows(name.text()) ? 1 : 0;
        }
        int thrown = names + further.size();
        return new NameStats(thrown, found, all.size(), thrown == NAMES ? "" : lines(all));
    }

    private static String lines(Set<String> names) {
        return names.stream().map(name -> name + "\n").collect(Collectors.joining());
    }
}
