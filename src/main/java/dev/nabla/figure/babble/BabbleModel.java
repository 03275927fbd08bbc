package dev.nabla.figure.babble;

import dev.nabla.figure.Figure;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.WorkBudget;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.NameStats;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * State of FIG.17.
 *
 * @param tau sampling temperature, above 0
 * @param dice number of the random sequence, from 1
 * @param place selected dart, from 1; the last one if there are fewer
 * @param begin letters that the name starts with, a dot for none
 * @param topK number of likeliest letters that a dart can hit, 0 for all
 * @param steps training steps taken
 * @param told number of names sampled for the statistics, over all temperatures, the model's own first
 */
record BabbleModel(double tau, long dice, long place, String begin, long topK, long steps, int told)
        implements Trained<BabbleModel> {
    static final List<Double> TAUS = List.of(0.1, 0.3, 0.5, 0.7, 1.0, 2.0);
    static final int ALL = (1 + TAUS.size()) * NameStats.NAMES;
    static final int MOST_DICE = 1_000_000;

    BabbleModel {
        boolean fine = tau > 0 && Double.isFinite(tau);
        BadInput.require(fine, "not_positive", "tau", tau, "must be above 0 and finite, like 0.5");
    }

    @Override
    public TrainingRun film() {
        return TrainingRun.standard();
    }

    BabbleModel withTau(double other) {
        return new BabbleModel(other, dice, place, begin, topK, steps, ALL);
    }

    BabbleModel withDice(long other) {
        return new BabbleModel(tau, other, place, begin, topK, steps, ALL);
    }

    BabbleModel withPlace(long other) {
        return new BabbleModel(tau, dice, other, begin, topK, steps, ALL);
    }

    BabbleModel withBegin(String other) {
        return new BabbleModel(tau, dice, place, other, topK, steps, ALL);
    }

    BabbleModel withTopK(long other) {
        return new BabbleModel(tau, dice, place, begin, other, steps, ALL);
    }

    @Override
    public BabbleModel withSteps(long other) {
        return new BabbleModel(tau, dice, place, begin, topK, other, ALL);
    }

    private BabbleModel told(int other) {
        return new BabbleModel(tau, dice, place, begin, topK, steps, other);
    }

    NameSampler babble(double at) {
        return new NameSampler(Corpus.standard(), weights(), Recipe.Ablation.NONE, at, 1, (int) topK, given());
    }

    /** Returns the letters that the name starts with; empty for a dot. */
    String given() {
        return begin.equals(".") ? "" : begin;
    }

    /** Returns {@code count} names: the one of {@link #dice}, then those of the numbers after it. */
    List<NameSampler.GeneratedName> names(int count) {
        return babble(tau).names((int) dice - 1, (int) dice - 1 + count);
    }

    NameSampler.GeneratedName name() {
        return names(1).get(0);
    }

    /** Returns the selected dart, from 0. */
    int looked(NameSampler.GeneratedName name) {
        return (int) Math.min(place, name.darts().size()) - 1;
    }

    /** Returns what stands before dart {@code t}, from 0, including the dot at the beginning. */
    String before(NameSampler.GeneratedName name, int t) {
        return "." + name.text().substring(0, given().length() + t);
    }

    static boolean knows(NameSampler.GeneratedName name) {
        return Corpus.standard().knows(name.text());
    }

    static boolean isLikeliest(NameSampler.Throw dart) {
        return dart.token() == dart.shares().argmax();
    }

    /**
     * Returns the temperatures of the statistics, the model's own first. The others follow only after the whole
     * training, without start letters and without top_k.
     */
    List<Double> taus() {
        boolean plain = steps == film().recipe().of() && begin.equals(".") && topK == 0;
        return Stream.concat(Stream.of(tau), TAUS.stream().filter(other -> plain && other != tau))
                .toList();
    }

    /** Returns the statistics at one of {@link #taus}; empty until all its names are sampled. */
    Optional<NameStats> tally(double at) {
        return told < (taus().indexOf(at) + 1) * NameStats.NAMES
                ? Optional.empty()
                : Optional.of(TrainingRun.tally(babble(at), Long.MAX_VALUE));
    }

    /**
     * Returns what can be shown within the budget; see {@link Figure.PieceWork#shown}. It trains first, then samples
     * names for the statistics.
     */
    @Override
    public BabbleModel shown(boolean running, Figure.Budget budget) {
        WorkBudget work = new WorkBudget(budget);
        int reached = work.trains(film(), steps);
        BabbleModel at = withSteps(reached);
        int thrown = 0;
        int all = at.taus().size() * NameStats.NAMES;
        for (int which = 0;
                which * NameStats.NAMES == thrown && thrown < all && !running && reached == steps;
                which++) {
            NameSampler babble = at.babble(at.taus().get(which));
            NameStats tally = TrainingRun.tally(babble, 0);
            while (!tally.isDone() && work.take()) {
                tally = TrainingRun.tally(babble, TrainingRun.PIECE);
            }
            thrown += tally.names();
        }
        return at.told(thrown == all ? ALL : thrown);
    }
}
