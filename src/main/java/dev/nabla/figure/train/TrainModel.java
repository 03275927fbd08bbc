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
 * What FIG.16 shows.
 *
 * @param recipe what is trained
 * @param pairs held-out loss of counting pairs, which follows from the recipe
 * @param step steps taken, 0 to {@link Recipe#of}
 * @param examined the step whose held-out loss is known, no later one; -1 where none is
 * @param name whose letters are looked at
 * @param tau temperature of the dice, above 0
 * @param watch what stands beside the names
 */
record TrainModel(Recipe recipe, double pairs, int step, int examined, String name, double tau, SidePanel watch)
        implements Trained<TrainModel> {
    /** A run reads the held-out names after each tenth of its steps. */
    private static final int MARKS = 10;

    /** What stands beside the names. */
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

    /** Another recipe is another training, which begins anew. */
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

    /** The typed name on its way through the model as it is now. */
    ForwardTrace parts() {
        return parts(name);
    }

    /** The first names of the dice after so many steps; the same dice at each. */
    List<String> samples(int count, int at) {
        NameSampler babble = new NameSampler(
                recipe.corpus(), film().snapshot(at).weights(), recipe.cut(), tau, recipe.seed(), 0, "");
        return babble.names(0, count).stream()
                .map(NameSampler.GeneratedName::text)
                .toList();
    }

    /** Names that are learnt from. */
    int training() {
        return recipe.corpus().names().size() - recipe.corpus().heldOut();
    }

    /** Names learnt so far, those that came again counted again. */
    long learnt() {
        return (long) step * recipe.batch();
    }

    /** The steps at which names are shown beside those of now. */
    List<Integer> milestones() {
        return List.of(0, recipe.of() / 10, recipe.of() * 3 / 10, recipe.of() * 6 / 10);
    }

    /**
     * As {@link Figure.PieceWork#shown}: a run reads the held-out names of its marks before it goes on, and at rest
     * those of the step.
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

    /** How often the names have been learnt from. */
    double epochs() {
        return (double) learnt() / training();
    }

    /** Why the loss of the held-out names is not known, where it is not. */
    Optional<String> unread() {
        return examined < 0 ? Optional.of("the names that are held out are still being read") : Optional.empty();
    }

    /** The loss of the held-out names when they were last read. */
    double heldOut() {
        return film().heldOut(examined);
    }
}
