package dev.nabla.figure.law;

import dev.nabla.figure.Figure;
import dev.nabla.figure.part.WorkBudget;
import dev.nabla.gpt.FinishedRun;
import dev.nabla.gpt.ScalingGrid;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.util.List;

/**
 * State of FIG.20.
 *
 * @param predicted the larger model
 * @param runs number of runs that are done, in their order; the larger model is the last one
 * @param comparison the runs of equal work
 * @param steps training steps of a run that is under way; 0 if none is
 */
record LawModel(LargerModel predicted, long runs, EqualWork comparison, long steps) {
    static final int MOST_EMBD = 48;
    static final int MOST_NAMES = 32_000;
    static final double LEAST_WORK = 1e7;
    static final double MOST_WORK = 1e9;

    /** Number of small runs. */
    static final int SMALL = ScalingGrid.RUNS;

    /** Number of all runs, the larger model included. */
    static final int ALL = SMALL + 1;

    /** Sizes of the models that spend the same work. */
    static final List<Integer> COMPARED = List.of(4, 8, 12, 16, 24);

    /** Operations per microsecond of small and of large models. */
    private static final double SMALL_SPEED = 4000;

    private static final double LARGE_SPEED = 7500;

    /**
     * The model whose loss the law predicts.
     *
     * @param nEmbd its size, a multiple of {@value ScalingGrid#HEAD}, at most {@value #MOST_EMBD}
     * @param names names that it reads, a multiple of {@value ScalingGrid#BATCH}, at most {@value #MOST_NAMES}
     * @param eta its learning rate at the first step; that of the small runs is fixed
     * @param seed of all runs
     */
    record LargerModel(long nEmbd, long names, double eta, long seed) {
        LargerModel {
            requireMultiple("n_embd", nEmbd, ScalingGrid.HEAD, MOST_EMBD, "a head has 4 numbers");
            requireMultiple("names", names, ScalingGrid.BATCH, MOST_NAMES, "a step reads 4 names");
            boolean rate = eta > 0 && Double.isFinite(eta);
            BadInput.requireRange(rate, "eta", eta, "must be above 0, like 0.01");
        }
    }

    /**
     * Models of several sizes that spend the same work.
     *
     * @param work operations of each run
     * @param shown whether they are shown
     * @param known number of these whose loss is known, in the order of {@link #COMPARED}
     */
    record EqualWork(double work, boolean shown, int known) {
        EqualWork {
            boolean bounded = work >= LEAST_WORK && work <= MOST_WORK;
            BadInput.requireRange(bounded, "work", work, "must be from 1e7 to 1e9, like 2e8");
        }

        EqualWork(double work, boolean shown) {
            this(work, shown, COMPARED.size());
        }
    }

    private static void requireMultiple(String name, long n, int of, int most, String why) {
        if (n < of || n > most || n % of != 0) {
            long near = Math.max(of, Math.min(most, (n + of / 2) / of * of));
            throw BadInput.usage("out_of_range", n + ": " + why + "; type a multiple of " + of + " like " + near)
                    .forInput(name);
        }
    }

    static LawModel start() {
        LargerModel larger = new LargerModel(32, 16_000, ScalingGrid.ETA, 1);
        return new LawModel(larger, SMALL, new EqualWork(2e8, false), 0);
    }

    LawModel withSize(long other) {
        return with(new LargerModel(other, names(), eta(), seed()));
    }

    LawModel withNames(long other) {
        return with(new LargerModel(nEmbd(), other, eta(), seed()));
    }

    LawModel withEta(double other) {
        return with(new LargerModel(nEmbd(), names(), other, seed()));
    }

    LawModel withSeed(long other) {
        return with(new LargerModel(nEmbd(), names(), eta(), other));
    }

    /** Returns a copy with another larger model, which is not trained yet. */
    private LawModel with(LargerModel other) {
        long done = other.equals(predicted) ? runs : Math.min(runs, SMALL);
        return new LawModel(other, done, new EqualWork(work(), sameWork()), 0);
    }

    LawModel withRuns(long other) {
        return new LawModel(predicted, other, new EqualWork(work(), sameWork()), 0);
    }

    LawModel withWork(double other) {
        return new LawModel(predicted, runs, new EqualWork(other, sameWork()), 0);
    }

    LawModel withSameWork(boolean other) {
        return new LawModel(predicted, runs, new EqualWork(work(), other), 0);
    }

    long nEmbd() {
        return predicted.nEmbd;
    }

    long names() {
        return predicted.names;
    }

    double eta() {
        return predicted.eta;
    }

    long seed() {
        return predicted.seed;
    }

    double work() {
        return comparison.work;
    }

    boolean sameWork() {
        return comparison.shown;
    }

    int compared() {
        return comparison.known;
    }

    /** Returns whether the losses of all models of equal work are known. */
    boolean isCompared() {
        return compared() == COMPARED.size();
    }

    ScalingGrid grid() {
        return new ScalingGrid(seed());
    }

    /** Returns the training of the larger model. */
    FinishedRun larger() {
        return ScalingGrid.run((int) nEmbd(), (int) names(), eta(), seed());
    }

    /** Returns run i, counted from 0; the last one is that of the larger model. */
    FinishedRun run(int i) {
        return i < SMALL ? grid().run(i) : larger();
    }

    /** Returns how many names model i of equal work reads. */
    int namesOf(int i) {
        return ScalingGrid.names(COMPARED.get(i), work());
    }

    /** Returns the training of model i of equal work. */
    FinishedRun ofSameWork(int i) {
        return ScalingGrid.run(COMPARED.get(i), namesOf(i), ScalingGrid.ETA, seed());
    }

    long weights() {
        return larger().shape().parameters();
    }

    boolean hasLaw() {
        return runs >= SMALL;
    }

    boolean isTrained() {
        return runs == ALL;
    }

    /** Returns the larger model and the names that it reads, in words. */
    String words() {
        return Decimal.grouped(weights()) + " weights and " + Decimal.grouped(names()) + " names";
    }

    /** Returns what can be shown within the budget; see {@link Figure.PieceWork#shown}. */
    LawModel shown(boolean running, Figure.Budget budget) {
        WorkBudget budgeted = new WorkBudget(budget);
        int done = 0;
        while (done < runs && budgeted.finishes(run(done))) {
            done++;
        }
        long underWay = done < runs ? run(done).steps() : 0;
        WorkBudget rest = done == runs && !running ? budgeted : WorkBudget.none();
        int known = sameWork() ? 0 : COMPARED.size();
        while (known < COMPARED.size() && rest.finishes(ofSameWork(known))) {
            known++;
        }
        return new LawModel(predicted, done, new EqualWork(work(), sameWork(), known), underWay);
    }

    /** Estimates the time of the runs that are not done, in microseconds. */
    double effort() {
        double time = 0;
        for (int i = 0; i < runs; i++) {
            time += time(run(i), i < SMALL ? SMALL_SPEED : LARGE_SPEED);
        }
        for (int i = 0; sameWork() && i < COMPARED.size(); i++) {
            time += time(ofSameWork(i), SMALL_SPEED);
        }
        return time;
    }

    private static double time(FinishedRun run, double speed) {
        return run.isDone() ? 0 : (double) run.of() * run.flops() / speed;
    }
}
