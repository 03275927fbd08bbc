package dev.nabla.figure.part;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.gpt.Film;
import dev.nabla.gpt.Parts;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Weights;
import dev.nabla.math.Decimal;

/** A step of a training, as a figure shows it. */
public interface Trained<M extends Record & Trained<M>> {
    /** The training. */
    Film film();

    /** Steps taken. */
    long steps();

    M withSteps(long other);

    /** As {@link Figure.Work#shown}, where nothing but the training takes long. */
    default M shown(boolean running, Figure.Budget budget) {
        return withSteps(new Pieces(budget).trains(film(), steps()));
    }

    default Weights weights() {
        return film().at((int) steps()).weights();
    }

    /** A name on its way through the model at that step. */
    default Parts parts(String name) {
        Recipe recipe = film().recipe();
        return new Parts(weights(), recipe.cut(), recipe.corpus().tokens(name));
    }

    /** How far it has come: {@code 300 of 1,000}. */
    default String progress() {
        return Decimal.grouped(steps()) + " of "
                + Decimal.grouped(film().recipe().of());
    }

    /**
     * A knob that counts the steps up to the last one.
     *
     * @param more what to type to take more of them
     */
    static <M extends Record & Trained<M>> Knob<M, Long> knob(String more) {
        return KnobInfo.usual("steps", "steps", "steps of training that were taken, like 1000")
                .bound(
                        model -> new Codec.Whole(0, model.film().recipe().of(), false, more),
                        Trained::steps,
                        Trained::withSteps);
    }

    static <M extends Record & Trained<M>> Knob<M, Long> knob() {
        return knob("");
    }
}
