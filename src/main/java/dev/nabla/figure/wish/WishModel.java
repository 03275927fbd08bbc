package dev.nabla.figure.wish;

import dev.nabla.figure.Figure;
import dev.nabla.figure.part.WorkBudget;
import dev.nabla.gpt.RewardRecipe;
import dev.nabla.gpt.RewardRule;
import dev.nabla.gpt.RewardRun;
import dev.nabla.math.BadInput;

/**
 * State of FIG.26.
 *
 * @param recipe the training by reward
 * @param step steps taken, 0 to {@link RewardRecipe#of}
 * @param ready what can be shown without more work
 * @param letters whether the letters of one name take the place of the names
 */
record WishModel(RewardRecipe recipe, int step, Ready ready, boolean letters) {
    /** A step whose names are always shown, if the model has taken more. */
    static final int EARLY = 10;

    /** A rate with which the weights stay finite. */
    static final double MOST_ETA = 0.1;

    WishModel {
        boolean rate = recipe.eta() <= MOST_ETA;
        BadInput.requireRange(rate, "eta", recipe.eta(), "must be at most 0.1, like 0.003");
    }

    /** How much of the work for a step is done. */
    enum Ready {
        /** Not even the model to begin with is trained. */
        NOTHING,
        /** The step is trained, and its first names are sampled. */
        NAMES,
        /** The model is measured. */
        ALL
    }

    static WishModel start() {
        return new WishModel(RewardRecipe.standard(), 0, Ready.ALL, false);
    }

    /** Returns a copy with another recipe, before its first step. */
    WishModel withRecipe(RewardRecipe other) {
        return other.equals(recipe) ? this : new WishModel(other, 0, Ready.ALL, letters);
    }

    WishModel withSteps(long other) {
        return new WishModel(recipe, (int) other, Ready.ALL, letters);
    }

    WishModel withLetters(boolean other) {
        return new WishModel(recipe, step, ready, other);
    }

    RewardRun run() {
        return new RewardRun(recipe);
    }

    /** Returns whether a name is either as wished or not, so that its reward is 1 or 0. */
    boolean isYesOrNo() {
        return recipe.wish() == RewardRule.ENDS_IN_A || recipe.wish() == RewardRule.PALINDROME;
    }

    /** Returns what can be shown within the budget; see {@link Figure.PieceWork#shown}. */
    WishModel shown(boolean running, Figure.Budget budget) {
        WorkBudget work = new WorkBudget(budget);
        boolean begun = work.says(run(), 0);
        int early = Math.min(step, EARLY);
        int reached = begun ? work.rewards(run(), early) : 0;
        if (reached == early && begun && work.says(run(), early)) {
            reached = work.rewards(run(), step);
        }
        boolean named = begun && work.says(run(), reached);
        boolean rests = named && !running && reached == step;
        boolean measured = rests && work.measures(run(), 0) && work.measures(run(), step) && work.counts(run(), step);
        return new WishModel(recipe, reached, measured ? Ready.ALL : begun ? Ready.NAMES : Ready.NOTHING, letters);
    }
}
