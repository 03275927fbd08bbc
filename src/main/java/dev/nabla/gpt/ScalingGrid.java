package dev.nabla.gpt;

import dev.nabla.math.ScalingLaw;
import dev.nabla.math.ScalingLaw.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Small trainings on the built-in names from which a law is fitted: each of four sizes reads each of five numbers of
 * names, with a schedule of its own. A head has 4 numbers and a step reads 4 names, so that sizes differ only in
 * n_embd. The first runs are the shortest ones.
 *
 * @param seed of weights and order of the names in all runs
 */
public record ScalingGrid(long seed) {
    public static final List<Integer> SIZES = List.of(4, 8, 12, 16);
    public static final List<Integer> NAMES = List.of(500, 1000, 2000, 4000, 8000);

    /** Number of runs. */
    public static final int RUNS = SIZES.size() * NAMES.size();

    /** Names per step. */
    public static final int BATCH = 4;

    /** Numbers per head; n_embd is a multiple of it. */
    public static final int HEAD = 4;

    /** Tokens that are predicted in a name: 6 letters and the end. */
    public static final int TOKENS = 7;

    /** Learning rate of the first step. */
    public static final double ETA = 0.01;

    private static final Map<Long, ScalingLaw> LAWS = TrainingCache.lruMap(256);

    /**
     * Returns a run of any size.
     *
     * @param nEmbd a multiple of {@value #HEAD}
     * @param names names to read, a multiple of {@value #BATCH}
     */
    public static FinishedRun run(int nEmbd, int names, double eta, long seed) {
        Recipe standard = Recipe.standard();
        return new FinishedRun(standard.withShape(shape(nEmbd))
                .withBatch(BATCH)
                .withOf(names / BATCH)
                .withEta(eta)
                .withSeed(seed));
    }

    public static Shape shape(int nEmbd) {
        Shape standard = Recipe.standard().shape();
        return new Shape(standard.vocab(), nEmbd, nEmbd / HEAD, standard.blockSize(), 1);
    }

    /**
     * Returns the operations of a training by the rule of 6 per weight and token: 176,064,000 for 4,192 weights and
     * 1,000 names.
     */
    public static double work(int nEmbd, double names) {
        return 6.0 * shape(nEmbd).parameters() * TOKENS * names;
    }

    /** Returns the number of names, a multiple of {@value #BATCH} and at least that, that costs about this work. */
    public static int names(int nEmbd, double work) {
        return BATCH * (int) Math.max(1, Math.round(work / work(nEmbd, BATCH)));
    }

    /** Returns the number of weights of each size. */
    public static List<Integer> weights() {
        return SIZES.stream().map(size -> shape(size).parameters()).toList();
    }

    /** Returns run i, counted from 0. */
    public FinishedRun run(int i) {
        return run(SIZES.get(i % SIZES.size()), NAMES.get(i / SIZES.size()), ETA, seed);
    }

    /** Returns run i, counted from 0, as a point of the law; trains it if it is not done. */
    public Measured measured(int i) {
        FinishedRun run = run(i);
        return new Measured(run.shape().parameters(), (double) BATCH * run.of(), run.loss());
    }

    public List<Measured> measured() {
        List<Measured> all = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            all.add(measured(i));
        }
        return all;
    }

    /** Returns the law that fits all runs best; trains those that are not done. */
    public ScalingLaw law() {
        ScalingLaw known = LAWS.get(seed);
        if (known == null) {
            known = ScalingLaw.fit(measured()).orElseThrow();
            LAWS.put(seed, known);
        }
        return known;
    }
}
