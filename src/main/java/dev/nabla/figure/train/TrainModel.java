package dev.nabla.figure.train;

import dev.nabla.figure.Figure;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.WorkBudget;
import dev.nabla.gpt.Bigram;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Snapshot;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Optional;

/**
 * State of FIG.16.
 *
 * @param recipe the training recipe
 * @param pairs loss of counting letter pairs on the held-out names, in nats; depends only on the recipe
 * @param step training steps taken, 0 to {@link Recipe#of}
 * @param examined the latest step, at most {@code step}, whose held-out loss is known; -1 if there is none
 * @param name the name whose letters the side panel looks at
 * @param tau sampling temperature, above 0
 * @param watch what the side panel shows
 */
record TrainModel(Recipe recipe, double pairs, int step, int examined, String name, double tau, SidePanel watch)
        implements Trained<TrainModel> {
    /** Number of equal parts of the schedule; after each of them a running figure computes the held-out loss. */
    private static final int MARKS = 10;

    /** Choices for the panel beside the names. */
    enum SidePanel {
        HEADS,
        EMBEDDING,
        SLOPES,
        STEP,
        NEURONS
    }

    TrainModel {
        boolean fine = tau > 0 && Double.isFinite(tau);
        BadInput.require(fine, "not_positive", "tau", tau, "must be above 0, like 0.5");
    }

    static TrainModel start() {
        Recipe recipe = Recipe.standard();
        return new TrainModel(recipe, pairs(recipe), 0, 0, "amelia", 0.5, SidePanel.HEADS);
    }

    private static double pairs(Recipe recipe) {
        Corpus.Split split = recipe.corpus().split(recipe.seed());
        return Bigram.of(recipe.corpus().vocab(), split.training()).loss(split.heldOut());
    }

    /** Returns a copy with another recipe. A different recipe restarts the training at step 0. */
    TrainModel with(Recipe other) {
        double loss = other.seed() == recipe.seed() ? pairs : pairs(other);
        return other.equals(recipe) ? this : new TrainModel(other, loss, 0, 0, name, tau, watch);
    }

    @Override
    public TrainModel withSteps(long other) {
        return new TrainModel(recipe, pairs, (int) other, (int) other, name, tau, watch);
    }

    TrainModel withName(String other) {
        return new TrainModel(recipe, pairs, step, examined, other, tau, watch);
    }

    TrainModel withTau(double other) {
        return new TrainModel(recipe, pairs, step, examined, name, other, watch);
    }

    TrainModel watching(SidePanel other) {
        return new TrainModel(recipe, pairs, step, examined, name, tau, other);
    }

    TrainModel turned() {
        return watching(SidePanel.values()[(watch.ordinal() + 1) % SidePanel.values().length]);
    }

    @Override
    public TrainingRun film() {
        return new TrainingRun(recipe);
    }

    @Override
    public long steps() {
        return step;
    }

    Snapshot now() {
        return film().snapshot(step);
    }

    /** Returns the forward pass of the typed name through the current model. */
    ForwardTrace parts() {
        return parts(name);
    }

    /**
     * Returns the first {@code count} names sampled from the model after step {@code at}. Every step uses the same
     * random numbers.
     */
    List<String> samples(int count, int at) {
        NameSampler babble = new NameSampler(
                recipe.corpus(), film().snapshot(at).weights(), recipe.cut(), tau, recipe.seed(), 0, "");
        return babble.names(0, count).stream()
                .map(NameSampler.GeneratedName::text)
                .toList();
    }

    /** Returns the number of names in the training set. */
    int training() {
        return recipe.corpus().names().size() - recipe.corpus().heldOut();
    }

    /** Returns the number of names learnt from so far; a name that was used again counts again. */
    long learnt() {
        return (long) step * recipe.batch();
    }

    /** Returns the earlier steps whose sampled names are shown beside the current ones. */
    List<Integer> milestones() {
        return List.of(0, recipe.of() / 10, recipe.of() * 3 / 10, recipe.of() * 6 / 10);
    }

    /**
     * Returns what can be shown within the budget; see {@link Figure.PieceWork#shown}. A running figure computes the
     * held-out loss after each tenth of the schedule before it trains on. A figure at rest computes that of its step.
     */
    @Override
    public TrainModel shown(boolean running, Figure.Budget budget) {
        WorkBudget work = new WorkBudget(budget);
        int reached = film().approach(step, 0);
        if (running) {
            work.examines(film(), mark(reached));
        }
        reached = work.trains(film(), step);
        boolean names = true;
        for (int milestone : milestones()) {
            int past = Math.min(milestone, reached);
            names &= work.trains(film(), past) == past;
        }
        boolean known = names && reached == step && !running && work.examines(film(), step);
        int examined = known ? step : mark(reached);
        while (examined >= 0 && !work.examines(film(), examined)) {
            examined = mark(examined - 1);
        }
        return new TrainModel(recipe, pairs, reached, Math.max(-1, examined), name, tau, watch);
    }

    private int mark(int at) {
        int apart = Math.max(1, recipe.of() / MARKS);
        return Math.floorDiv(at, apart) * apart;
    }

    /** Returns how many times the whole training set has been used. */
    double epochs() {
        return (double) learnt() / training();
    }

    /** Returns why the held-out loss is not known; empty if it is. */
    Optional<String> unread() {
        return examined < 0 ? Optional.of("the names that are held out are still being read") : Optional.empty();
    }

    /** Returns the held-out loss at step {@link #examined}, in nats. */
    double heldOut() {
        return film().heldOut(examined);
    }
}
