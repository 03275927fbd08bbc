package dev.nabla.gpt;

import dev.nabla.math.BadInput;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The training of a recipe as something to look at anywhere: what it has come to after any number of steps, always the same
 * bits, in whatever order it is asked for.
 *
 * <p>All films of a program remember keyframes in one memory, so that films of equal recipes share them and what lies between
 * is trained again from the nearest. Only the clock can tell. Any number of threads may look.
 */
public record Film(Recipe recipe) {
    /** Operations that take about 2 ms where a program is compiled in a hurry: what a screen may ask for at once. */
    public static final long PIECE = 4_000_000;

    private static final Keyframes MEMORY = new Keyframes(64 << 20);

    /** What the keyframes of one film may take, so that three have room. */
    private static final int MOST_BYTES = 20 << 20;

    /** The film of microgpt.py's recipe on the names that come with the program. */
    public static Film standard() {
        return new Film(Recipe.standard());
    }

    /** After so many steps, 0 to {@link Recipe#of}; trains what is missing, however long it takes. */
    public Snapshot at(int step) {
        return run(step, Long.MAX_VALUE).snapshot();
    }

    /**
     * Trains towards a step, but not much longer than for so many operations, and says which step it has come to. From then on
     * {@link #at} has this one at hand. Every call gets further, if need be by a part of a step.
     */
    public int approach(int step, long flops) {
        return run(step, flops).snapshot().step();
    }

    private Trainer.Place run(int step, long flops) {
        BadInput.requireWhole(0, recipe.of(), "steps", step, "a whole number");
        int spacing = spacing();
        Trainer.Place from = MEMORY.nearest(recipe, step, spacing);
        if (from == null) {
            from = Trainer.Place.first(recipe);
            MEMORY.keep(recipe, from);
        }
        if (from.snapshot().step() == step) {
            return from;
        }
        Trainer trainer = new Trainer(recipe, from);
        long left = flops;
        int frame = from.snapshot().step();
        while (trainer.step() < step && left > 0) {
            left -= trainer.advance();
            int now = trainer.step();
            if (now > frame && (now % spacing == 0 || now == recipe.of())) {
                MEMORY.keep(recipe, trainer.place());
                frame = now;
            }
        }
        Trainer.Place to = trainer.place();
        MEMORY.move(recipe, from, to);
        return to;
    }

    /** Steps from one keyframe to the next: about 4 ms of training, more where a film would keep too many. */
    private int spacing() {
        long most = MOST_BYTES / (32L * recipe.shape().parameters());
        long few = 1 + (recipe.of() - 1) / Math.max(1, most);
        return (int) Math.max(few, 1 + 2 * PIECE / recipe.flops());
    }

    /** The slopes of the last step, at the weights before it; 0 before the first one. */
    public Weights slopes(int step) {
        double[] slopes = run(step, Long.MAX_VALUE).slopes();
        return Weights.of(recipe.shape(), Arrays.copyOf(slopes, recipe.shape().parameters()));
    }

    /** The names of the last step's batch, as tokens; none before the first one. */
    public List<int[]> learnt(int step) {
        List<int[]> training = run(step, Long.MAX_VALUE).split().training();
        return IntStream.range(Math.max(0, step - 1) * recipe.batch(), step * recipe.batch())
                .mapToObj(i -> training.get(i % training.size()))
                .toList();
    }

    /** The loss of the held-out names after so many steps, in nats a letter; NaN if there are too few names to hold one out. */
    public double heldOut(int step) {
        return examine(step, Long.MAX_VALUE).loss();
    }

    /**
     * Reads held-out names after so many steps, but not much longer than for so many operations; what was read before is not
     * read again. It is done once it has read {@link #heldOutNames}. First it trains, as {@link #approach}, unless it is done.
     */
    public Exam examine(int step, long flops) {
        Exam known = MEMORY.exam(recipe, step);
        if (known.names() > 0 && known.names() == heldOutNames()) {
            return known;
        }
        Trainer.Place place = run(step, flops);
        if (place.snapshot().step() < step) {
            return known;
        }
        Exam exam =
                known.on(place.snapshot().weights(), recipe.cut(), place.split().heldOut(), flops);
        MEMORY.keep(recipe, step, exam);
        return exam;
    }

    /** How many names are held out: 840 of the standard ones. */
    public int heldOutNames() {
        return recipe.corpus().heldOut();
    }

    /** Throws names with a model's dice, but not much longer than for so many operations; what was thrown before is not thrown again. */
    public static Tally tally(Babble babble, long flops) {
        Tally tally = MEMORY.tally(babble).on(babble, flops);
        MEMORY.keep(babble, tally);
        return tally;
    }

    /** What all films together remember, in bytes. */
    static long remembered() {
        return MEMORY.bytes();
    }
}
