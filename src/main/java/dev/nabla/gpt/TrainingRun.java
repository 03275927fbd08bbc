package dev.nabla.gpt;

import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The training of a recipe as something to look at anywhere: what it has come to after any number of steps, always the same
 * bits, in whatever order it is asked for.
 *
 * <p>All films of a program remember keyframes in one memory, so that films of equal recipes share them and what lies between
 * is trained again from the nearest. Only the clock can tell. Any number of threads may look.
 */
public record TrainingRun(Recipe recipe) {
    /** Operations that take about 2 ms where a program is compiled in a hurry: what a screen may ask for at once. */
    public static final long PIECE = 4_000_000;

    /** What all films together remember, in bytes, unless a caller allows more. */
    static final long USUAL_BYTES = 16 << 20;

    private static final TrainingCache MEMORY = new TrainingCache();
    private static final Map<ExamKey, HeldOutLoss> EXAMS = TrainingCache.lruMap(4096);
    private static final Map<NameSampler, NameStats> TALLIES = TrainingCache.lruMap(256);

    private record ExamKey(Recipe recipe, int step) {}

    /** The film of microgpt.py's recipe on the names that come with the program. */
    public static TrainingRun standard() {
        return new TrainingRun(Recipe.standard());
    }

    /** After so many steps, 0 to {@link Recipe#of}; trains what is missing, however long it takes. */
    public Snapshot snapshot(int step) {
        return run(step, Long.MAX_VALUE, USUAL_BYTES).snapshot();
    }

    /**
     * Trains towards a step, but not much longer than for so many operations, and says which step it has come to. From then on
     * {@link #snapshot} has this one at hand. Every call gets further, if need be by a part of a step.
     */
    public int approach(int step, long flops) {
        return approach(step, flops, USUAL_BYTES);
    }

    /**
     * The same where many look at films of their own.
     *
     * @param bytes what all films together may remember, if that is more than usual
     */
    public int approach(int step, long flops, long bytes) {
        return run(step, flops, bytes).snapshot().step();
    }

    private Trainer.TrainingState run(int step, long flops, long bytes) {
        long most = Math.max(USUAL_BYTES, bytes);
        BadInput.requireWhole(0, recipe.of(), "steps", step, "a whole number");
        Trainer.TrainingState from = MEMORY.nearest(recipe, step);
        if (from == null) {
            from = Trainer.TrainingState.at(recipe, Snapshot.first(recipe));
            MEMORY.keep(recipe, from, most);
        }
        if (from.snapshot().step() == step || flops == 0) {
            return from;
        }
        Trainer trainer = new Trainer(recipe, from);
        int last = trainer.step();
        for (long left = flops; trainer.step() < step && left > 0; ) {
            left -= trainer.advance();
            if (trainer.step() > last && isKey(trainer.step(), most)) {
                MEMORY.keep(recipe, trainer.place(), most);
            }
            last = trainer.step();
        }
        Trainer.TrainingState to = trainer.place();
        MEMORY.move(recipe, from, to, most);
        return to;
    }

    /** True for the steps of keyframes: about 4 ms of training apart, more where three films would not have room. */
    private boolean isKey(int step, long bytes) {
        long most = bytes / 16 * 5 / TrainingCache.size(recipe.shape());
        long few = 1 + (recipe.of() - 1) / Math.max(1, most);
        return step % Math.max(few, 1 + 2 * PIECE / recipe.flops()) == 0 || step == recipe.of();
    }

    /** The slopes of the last step, at the weights before it; 0 before the first one. */
    public Weights slopes(int step) {
        return run(step, Long.MAX_VALUE, USUAL_BYTES).slopes();
    }

    /** The names of the last step's batch, as tokens; none before the first one. */
    public List<int[]> learnt(int step) {
        Corpus.Split split = run(step, Long.MAX_VALUE, USUAL_BYTES).split();
        long end = (long) step * recipe.batch();
        return LongStream.range(Math.max(0, end - recipe.batch()), end)
                .mapToObj(split::name)
                .toList();
    }

    /** The loss of the held-out names after so many steps, in nats a letter; NaN if there are too few names to hold one out. */
    public double heldOut(int step) {
        return exam(step, Long.MAX_VALUE, USUAL_BYTES).loss();
    }

    /**
     * Reads held-out names after so many steps, but not much longer than for so many operations; what was read before is not
     * read again. True once it has read them all. First it trains, as {@link #approach}, unless it is done.
     */
    public boolean examine(int step, long flops, long bytes) {
        return exam(step, flops, bytes).names() == recipe.corpus().heldOut();
    }

    HeldOutLoss exam(int step, long flops, long bytes) {
        ExamKey asked = new ExamKey(recipe, step);
        HeldOutLoss known = EXAMS.getOrDefault(asked, HeldOutLoss.NONE);
        if (known.names() == recipe.corpus().heldOut()) {
            return known;
        }
        Trainer.TrainingState place = run(step, flops, bytes);
        if (place.snapshot().step() < step) {
            return known;
        }
        HeldOutLoss exam = known.continued(
                place.snapshot().weights(), recipe.cut(), place.split().heldOut(), flops);
        EXAMS.put(asked, exam);
        return exam;
    }

    /** Throws names with a model's dice, but not much longer than for so many operations; what was thrown before is not thrown again. */
    public static NameStats tally(NameSampler babble, long flops) {
        NameStats tally = TALLIES.getOrDefault(babble, NameStats.NONE).continued(babble, flops);
        TALLIES.put(babble, tally);
        return tally;
    }

    /** What all films together remember, in bytes. */
    static long remembered() {
        return MEMORY.bytes();
    }
}
