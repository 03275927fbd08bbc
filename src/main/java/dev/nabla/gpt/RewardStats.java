package dev.nabla.gpt;

import java.util.List;

/**
 * What reward has made of a model, as far as it has been measured: {@value #NAMES} sampled names, then the held-out
 * names. The samples have temperature 1 and the same dice for all models that began with the same one.
 *
 * <p>Of the model to begin with there are {@value #FIRST_NAMES} names. A share p of them has the standard deviation
 * √(p(1 − p)/20,000): 0.003 for 0.225, and 0.0005 for 0.0042.
 *
 * @param names number of names sampled
 * @param rewards sum of their rewards
 * @param nats sum of their {@link Drift#expected}
 * @param heldOut the loss on held-out names
 */
public record RewardStats(int names, double rewards, double nats, HeldOutLoss heldOut) {
    /** Number of sampled names in complete statistics after one or more steps. */
    public static final int NAMES = 2_000;

    /** Number of sampled names in complete statistics of the model to begin with. */
    static final int FIRST_NAMES = 20_000;

    static final RewardStats NONE = new RewardStats(0, 0, 0, HeldOutLoss.NONE);

    /** Returns the mean reward; NaN before the first name. */
    public double reward() {
        return rewards / names;
    }

    /** Returns how far the model has moved from the first one, in nats per name; NaN before the first name. */
    public double moved() {
        return nats / names;
    }

    /** Returns the number of sampled names in complete statistics after {@code step} steps. */
    private static int wanted(int step) {
        return step == 0 ? FIRST_NAMES : NAMES;
    }

    /** Returns whether all names have been sampled that are wanted after {@code step} steps. */
    boolean isSampled(int step) {
        return names == wanted(step);
    }

    /** Measures on for about {@code flops} operations; at least ten names if {@code flops} is above 0. */
    RewardStats continued(RewardRecipe recipe, Weights base, RewardState state, List<int[]> unseen, long flops) {
        Recipe.Ablation cut = recipe.base().cut();
        Weights weights = state.weights();
        if (isSampled(state.step())) {
            return new RewardStats(names, rewards, nats, heldOut.continued(weights, cut, unseen, flops));
        }
        NameSampler sampler = new NameSampler(
                recipe.corpus(),
                weights,
                cut,
                RewardRun.LEARNING_TAU,
                recipe.base().seed(),
                0,
                "");
        ForwardBackward now = new ForwardBackward(recipe.shape(), weights.values(), cut);
        ForwardBackward before = new ForwardBackward(recipe.shape(), base.values(), cut);
        double reward = rewards;
        double moved = nats;
        boolean first = state.step() == 0;
        long sampling = first ? flops : flops / 3; // two more passes for the drift of a name
        List<NameSampler.GeneratedName> further = sampler.names(names, wanted(state.step()), sampling);
        for (NameSampler.GeneratedName name : further) {
            reward += recipe.wish().reward(name.text());
            moved += first
                    ? 0
                    : Drift.of(now, before, recipe.corpus().tokens(name.text())).expected();
        }
        return new RewardStats(names + further.size(), reward, moved, heldOut);
    }
}
