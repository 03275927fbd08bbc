package dev.nabla.gpt;

import dev.nabla.math.BadInput;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Random access to the training of a recipe: the state after any step, bit-identical in whatever order it is requested.
 *
 * <p>All runs of a process share one cache of keyframes, so runs of equal recipes share states. Steps between two
 * keyframes are trained again; this affects only the time a call takes. Thread-safe.
 */
public record TrainingRun(Recipe recipe) {
    /** Operations that take about 2 ms in code from the JVM's fast compiler (C1); what a screen may request at once. */
    public static final long PIECE = 4_000_000;

    /** Size from which a model computes more operations in the same time, because its rows are long. */
    private static final int WIDE = 32;

    /** Limit of the shared cache for a single learner, in bytes. */
    static final long USUAL_BYTES = 10 << 20;

    static final TrainingCache MEMORY = new TrainingCache(USUAL_BYTES);

    /** Room for the 21 marks of the curve of each of 1,500 runs, with about 200 bytes for a mark. */
    static final Map<ExamKey, HeldOutLoss> EXAMS = TrainingCache.lruMap(1 << 15);

    private static final Map<NameSampler, NameStats> TALLIES = TrainingCache.lruMap(256);

    private static final Map<WalkKey, Matrix> WALKS = TrainingCache.lruMap(256);
    private static final Map<SceneKey, TrainingScene> SCENES = TrainingCache.lruMap(1024);
    private static final Map<ByHeartKey, ByHeart> HEARTS = TrainingCache.lruMap(4096);

    record ExamKey(Recipe recipe, int step) {}

    private record SceneKey(Recipe recipe, int step, int names, String begin) {}

    private record WalkKey(Recipe recipe, int step, int token) {}

    private static final Map<CopyKey, CopyRate> COPIES = TrainingCache.lruMap(4096);

    private record CopyKey(Recipe recipe, int step, int off) {}

    private record ByHeartKey(Recipe recipe, int step, double tau) {}

    /** Returns the run of microgpt.py's recipe on the built-in names. */
    public static TrainingRun standard() {
        return new TrainingRun(Recipe.standard());
    }

    /** Returns the operations of a piece of this training, of about 2 ms. */
    public long piece() {
        return recipe.shape().nEmbd() < WIDE ? PIECE : PIECE * 5 / 2;
    }

    /**
     * Returns the state after {@code step} steps; trains the missing steps, however long it takes.
     *
     * @param step 0 to {@link Recipe#of}
     * @throws BadInput {@code out_of_range}
     */
    public Snapshot snapshot(int step) {
        return run(step, Long.MAX_VALUE).snapshot();
    }

    /**
     * Trains towards {@code step} for about {@code flops} operations. Returns the step reached, whose {@link #snapshot}
     * is then available at once. Every call with {@code flops} above 0 makes progress, possibly within a step.
     */
    public int approach(int step, long flops) {
        return run(step, flops).snapshot().step();
    }

    /**
     * Trains as {@link #approach} does. Steps before the last change of eta are trained, and kept, as those of the
     * recipe without that change, so that both runs share them.
     */
    private Trainer.TrainingState run(int step, long flops) {
        BadInput.requireWhole(0, recipe.of(), "steps", step, "a whole number");
        Recipe due = recipe.until(step);
        return due.equals(recipe) ? runOn(step, flops) : new TrainingRun(due).run(step, flops);
    }

    private Trainer.TrainingState runOn(int step, long flops) {
        int fork = recipe.schedule().lastChange();
        Trainer.TrainingState from = MEMORY.nearest(recipe, step);
        if (from == null) {
            from = fork == 0 ? Trainer.TrainingState.at(recipe, Snapshot.first(recipe)) : run(fork, flops);
            if (from.snapshot().step() < fork) {
                return from;
            }
            from = fork == 0 ? from : from.withOwnLosses();
            MEMORY.keep(recipe, from);
        }
        Trainer.TrainingState start = from;
        return MEMORY.advance(recipe, start, () -> new Trainer(recipe, start), step, flops);
    }

    /** Returns the gradient of the last step, at the weights before it; 0 at step 0. */
    public Weights slopes(int step) {
        return run(step, Long.MAX_VALUE).slopes();
    }

    /** Returns the names of the last step's batch, as tokens; empty at step 0. */
    public List<int[]> learnt(int step) {
        return learnt(run(step, Long.MAX_VALUE).split(), step);
    }

    private List<int[]> learnt(Corpus.Split split, int step) {
        long end = (long) step * recipe.batch();
        return LongStream.range(Math.max(0, end - recipe.batch()), end)
                .mapToObj(split::name)
                .toList();
    }

    /**
     * Returns the held-out loss after {@code step} steps, in nats per token; NaN if the corpus has fewer than ten
     * names.
     */
    public double heldOut(int step) {
        return exam(step, Long.MAX_VALUE).loss();
    }

    /**
     * Evaluates held-out names after {@code step} steps for about {@code flops} operations, and returns whether all are
     * done. Trains to that step first, as {@link #approach} does. Results are kept between calls.
     */
    public boolean examine(int step, long flops) {
        return exam(step, flops).isComplete(recipe.corpus());
    }

    HeldOutLoss exam(int step, long flops) {
        ExamKey key = new ExamKey(recipe.until(step), step);
        HeldOutLoss known = EXAMS.getOrDefault(key, HeldOutLoss.NONE);
        if (flops == 0 || known.isComplete(recipe.corpus())) {
            return known;
        }
        Trainer.TrainingState place = run(step, flops);
        if (place.snapshot().step() < step) {
            return known;
        }
        HeldOutLoss exam = known.continued(
                place.snapshot().weights(), recipe.cut(), place.split().heldOut(), flops);
        EXAMS.put(key, exam);
        return exam;
    }

    /**
     * Samples further names from a model for about {@code flops} operations and returns the statistics so far. Results
     * are kept between calls.
     */
    public static NameStats tally(NameSampler babble, long flops) {
        NameStats tally = TALLIES.getOrDefault(babble, NameStats.NONE).continued(babble, flops);
        TALLIES.put(babble, tally);
        return tally;
    }

    /**
     * Returns the scene after a step; trains towards it for about {@code flops} operations. Scenes are kept between
     * calls, so any number of viewers of one training cost as much as one.
     *
     * @param names number of sampled names in the scene
     * @param begin letters that each of them begins with; may be empty
     * @return empty if the work did not suffice
     */
    public Optional<TrainingScene> scene(int step, int names, String begin, long flops) {
        SceneKey asked = new SceneKey(recipe.until(step), step, names, begin);
        TrainingScene known = SCENES.get(asked);
        if (known != null) {
            return Optional.of(known);
        }
        Snapshot reached = run(step, flops).snapshot();
        if (reached.step() < step) {
            return Optional.empty();
        }
        TrainingScene scene = TrainingScene.of(recipe, reached, names, begin);
        SCENES.put(asked, scene);
        return Optional.of(scene);
    }

    /** Returns the names that the training learns from. */
    public Set<String> learnt() {
        return recipe.split().training().stream().map(recipe.corpus()::text).collect(Collectors.toSet());
    }

    /**
     * Counts names that the model of a step has learnt by heart, for about {@code flops} operations. Trains to that
     * step first, as {@link #approach} does. Results are kept between calls.
     *
     * @param tau temperature of the samples
     */
    public ByHeart byHeart(int step, double tau, long flops) {
        ByHeartKey asked = new ByHeartKey(recipe.until(step), step, tau);
        ByHeart known = HEARTS.getOrDefault(asked, ByHeart.NONE);
        if (flops == 0 || known.isDone()) {
            return known;
        }
        Trainer.TrainingState place = run(step, flops);
        if (place.snapshot().step() < step) {
            return known;
        }
        NameSampler sampler =
                new NameSampler(recipe.corpus(), place.snapshot().weights(), recipe.cut(), tau, recipe.seed(), 0, "");
        ByHeart more = known.continued(sampler, learnt(), flops);
        HEARTS.put(asked, more);
        return more;
    }

    /**
     * Measures how well the model of a step copies, for about {@code flops} operations. Trains to that step first, as
     * {@link #approach} does. Results are kept between calls.
     *
     * @param off the head that is off, counted from 0 through all layers; -1 for none
     */
    public CopyRate copies(int step, int off, long flops) {
        CopyKey asked = new CopyKey(recipe.until(step), step, off);
        CopyRate known = COPIES.getOrDefault(asked, CopyRate.NONE);
        if (flops == 0 || known.isDone()) {
            return known;
        }
        Trainer.TrainingState place = run(step, flops);
        if (place.snapshot().step() < step) {
            return known;
        }
        Weights weights = place.snapshot().weights();
        Weights asIs = off < 0 ? weights : weights.withoutHead(off);
        CopyRate more = known.continued(recipe, asIs, place.split().heldOut(), flops);
        COPIES.put(asked, more);
        return more;
    }

    /** Removes from all caches what was computed on a corpus, once a learner's own list is not needed any more. */
    public static void forget(Corpus corpus) {
        MEMORY.forget(run -> run.corpus().equals(corpus));
        EXAMS.keySet().removeIf(key -> key.recipe().corpus().equals(corpus));
        TALLIES.keySet().removeIf(key -> key.corpus().equals(corpus));
        SCENES.keySet().removeIf(key -> key.recipe().corpus().equals(corpus));
        HEARTS.keySet().removeIf(key -> key.recipe().corpus().equals(corpus));
        COPIES.keySet().removeIf(key -> key.recipe().corpus().equals(corpus));
        WALKS.keySet().removeIf(key -> key.recipe().corpus().equals(corpus));
        RewardRun.forget(corpus);
    }

    /**
     * Returns how far the rows of a token have walked in {@code step} steps, as the sum of the lengths of their steps.
     * The first row is that of wte, the second that of lm_head. Column 1 is for steps with a name that has the token,
     * column 2 for all others. Results are kept between calls.
     */
    public Matrix walks(int step, int token) {
        WalkKey asked = new WalkKey(recipe.until(step), step, token);
        Matrix known = WALKS.get(asked);
        if (known == null) {
            known = walked(step, token);
            WALKS.put(asked, known);
        }
        return known;
    }

    private Matrix walked(int steps, int token) {
        List<Shape.Tensor> tensors = List.of(Shape.Tensor.WTE, Shape.Tensor.LM_HEAD);
        double[][] walks = new double[tensors.size()][2];
        Corpus.Split split = recipe.split();
        Trainer trainer = new Trainer(recipe, Snapshot.first(recipe));
        Weights before = trainer.snapshot().weights();
        while (trainer.step() < steps) {
            trainer.next();
            Weights after = trainer.snapshot().weights();
            boolean named = learnt(split, trainer.step()).stream()
                    .flatMapToInt(Arrays::stream)
                    .anyMatch(each -> each == token);
            for (int i = 0; i < walks.length; i++) {
                walks[i][named ? 0 : 1] += distance(tensors.get(i), token, before, after);
            }
            before = after;
        }
        return Matrix.of(walks.length, i -> Vector.of(walks[i]));
    }

    private double distance(Shape.Tensor tensor, int row, Weights before, Weights after) {
        Shape.Slice slice = recipe.shape().slice(tensor, 0);
        int from = slice.from() + row * slice.columns();
        return Vector.of(slice.columns(), i -> after.get(from + i) - before.get(from + i))
                .norm();
    }

    /** Lets the shared cache grow to {@code bytes}, in a program that trains for more than one learner. */
    public static void allow(long bytes) {
        MEMORY.limit(bytes);
    }

    /** Returns the size of the shared cache in bytes. */
    static long remembered() {
        return MEMORY.bytes();
    }
}
