package dev.nabla.gpt;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the first {@value #NAMES} names of a model's dice are, as far as they have been thrown.
 *
 * @param names thrown
 * @param known how many are among the names of the corpus, learnt or held out
 * @param different how many differ from those before them
 * @param seen those, a line each, until all are thrown: as one text they take a tenth of the room
 */
public record NameStats(int names, int known, int different, String seen) {
    /** All of them. */
    public static final int NAMES = 1000;

    static final NameStats NONE = new NameStats(0, 0, 0, "");

    /** A few names at a time, so that the memory of what was read serves more than one. */
    private static final int AT_ONCE = 10;

    /** True once no more are to be thrown. */
    public boolean isDone() {
        return names == NAMES;
    }

    /** After going on until about so many operations are spent, at least for a few names if there are some left. */
    NameStats continued(NameSampler babble, long flops) {
        if (isDone() || flops == 0) {
            return this;
        }
        Set<String> all = seen.lines().collect(Collectors.toCollection(TreeSet::new));
        int thrown = names;
        int found = known;
        for (long left = flops; thrown < NAMES && left > 0; thrown += AT_ONCE) {
            List<NameSampler.GeneratedName> few = babble.names(thrown, thrown + AT_ONCE);
            for (NameSampler.GeneratedName name : few) {
                all.add(name.text());
                found += babble.corpus().knows(name.text()) ? 1 : 0;
                left -= babble.weights().shape().flops(name.darts().size());
            }
        }
        return new NameStats(thrown, found, all.size(), thrown == NAMES ? "" : lines(all));
    }

    private static String lines(Set<String> names) {
        return names.stream().map(name -> name + "\n").collect(Collectors.joining());
    }
}
