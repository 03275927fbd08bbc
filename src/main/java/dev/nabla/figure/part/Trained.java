package dev.nabla.figure.part;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.WholeCodec;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.gpt.Weights;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A model of a figure that shows a step of a training run. */
public interface Trained<M extends Record & Trained<M>> {
    /** Returns the training run. */
    TrainingRun film();

    /** Returns the number of steps taken. */
    long steps();

    M withSteps(long other);

    /** Returns the last step that the figure shows: the end of the schedule. */
    default int lastStep() {
        return film().recipe().of();
    }

    /**
     * Works on the model as {@link Figure.PieceWork#shown} does, for a figure in which only the training takes long.
     */
    default M shown(boolean running, Figure.Budget budget) {
        return withSteps(new WorkBudget(budget).trains(film(), steps()));
    }

    default Weights weights() {
        return film().snapshot((int) steps()).weights();
    }

    /** Returns the forward pass of a name through the model at this step. */
    default ForwardTrace parts(String name) {
        Recipe recipe = film().recipe();
        return new ForwardTrace(weights(), recipe.cut(), recipe.corpus().tokens(name));
    }

    /** Returns the progress in full and for a narrow place: {@code 300 of 1,000}, {@code 300/1,000}. */
    private List<String> progress() {
        String steps = Decimal.grouped(steps());
        String of = Decimal.grouped(film().recipe().of());
        return List.of(steps + " of " + of, steps + "/" + of);
    }

    /** Returns a knob for the steps taken, up to the end of the standard schedule. */
    static <M extends Record & Trained<M>> Knob<M, Long> knob() {
        return knob(Recipe.STANDARD_STEPS);
    }

    /** Returns a knob for the steps taken, up to the end of a schedule of {@code of} steps. */
    static <M extends Record & Trained<M>> Knob<M, Long> knob(long of) {
        return knob(Bounds.atLeast(0L).atMost(of), "");
    }

    /** Returns a knob for the steps taken, up to the end of the schedule that the knob {@link #of} sets. */
    static <M extends Record & Trained<M>> Knob<M, Long> knobWithSchedule() {
        Bounds bounds = Bounds.atLeast(0L).atMost((long) Recipe.MOST_STEPS).called("0 to of");
        return knob(bounds, ", or --of $ with it");
    }

    /**
     * Returns a knob for the steps taken.
     *
     * @param more the end of the error message, which says what to type to take more steps
     */
    private static <M extends Record & Trained<M>> Knob<M, Long> knob(Bounds bounds, String more) {
        return KnobInfo.usual("steps", "steps", "training steps, like 1000")
                .bound(model -> steps(model.lastStep(), more, bounds), Trained::steps, Trained<M>::withSteps)
                .reading(Trained::progress);
    }

    /** Returns a codec for 0 to {@code of} steps; the coarse stride is a fiftieth of them. */
    private static Codec<Long> steps(int of, String more, Bounds bounds) {
        return new WholeCodec(0, of, false, more, bounds, Math.max(1, of / 50));
    }

    /**
     * Returns a knob for the length of the schedule, in steps.
     *
     * @param help text after the usual help
     */
    static <M extends Record> Knob<M, Long> of(String help, ToLongFunction<M> get, BiFunction<M, Long, M> set) {
        return KnobInfo.usual("of", "of", "length of the schedule in steps; eta falls linearly to 0" + help)
                .labelled("length of schedule", "of")
                .sizes(Recipe.MOST_STEPS, List.of(100L, 300L, 1000L, 2000L, 5000L, 20_000L), get, set);
    }

    /** Returns the name, in a sentence, of the part that the model is trained without. */
    static String missing(Recipe.Ablation cut) {
        return switch (cut) {
            case NONE -> "nothing";
            case HEADS -> "heads";
            case MLP -> "MLP";
            case RESIDUAL -> "residual connections";
            case NORM -> "norms";
            case PLACE -> "positions";
            case MASK -> "the mask";
            case HEADS_PLACE -> "heads and places";
        };
    }

    /** Returns a knob for the part that the model is trained without. */
    static <M extends Record> Knob<M, Recipe.Ablation> cut(
            Function<M, Recipe.Ablation> get, BiFunction<M, Recipe.Ablation, M> set) {
        List<Recipe.Ablation> cuts = List.of(Recipe.Ablation.values());
        List<String> words = cuts.stream().map(Recipe.Ablation::word).toList();
        return KnobInfo.usual(
                        "cut", "cut", "what is left out: none, heads, mlp, residual, norm, place, mask or heads+place")
                .holding(Codec.named(words, cuts, cuts), get, set);
    }
}
