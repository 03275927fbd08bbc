package dev.nabla.gpt;

import dev.nabla.Draws;
import java.util.List;
import org.junit.jupiter.api.TestInfo;

/** Draws what a run tries of the tests that train for five to twenty seconds, each for three seeds. */
final class BoundsTrials {
    private BoundsTrials() {}

    /** Returns the seeds of a test: of all these tests one is tried, with one seed; with {@code -Pall} all are. */
    static List<Long> seeds(TestInfo test) {
        return Draws.seeds(1, List.of(1L, 2L, 3L), test, List.of(CopyBoundsTest.class, ScalingBoundsTest.class));
    }
}
