package dev.nabla.figure.block;

import dev.nabla.gpt.Recipe.Ablation;

/** Smallest and largest increase of the held-out loss by a cut, in nats, over the seeds 1 to 6. */
record SeedCosts(double least, double most) {
    private static final SeedCosts NOTHING = new SeedCosts(0, 0);

    /**
     * Returns the measured increase of a cut. For seed 2 and HEADS it is the result of
     * {@code solve train --seed 2 --cut heads --steps 1000 --get held_out}, less the result without a cut.
     */
    static SeedCosts of(Ablation cut) {
        return switch (cut) {
            case NONE -> NOTHING;
            case HEADS -> new SeedCosts(0.011, 0.019);
            case MLP -> new SeedCosts(-0.005, 0.011);
            case RESIDUAL -> new SeedCosts(0.090, 0.155);
            case NORM -> new SeedCosts(0.021, 0.052);
            case PLACE -> new SeedCosts(0.009, 0.036);
            case MASK -> new SeedCosts(-2.284, -2.272);
            case HEADS_PLACE -> new SeedCosts(0.146, 0.169);
        };
    }
}
