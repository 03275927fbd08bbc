package dev.nabla.closing;

import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Snapshot;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * What the closing page shows of a trained model.
 *
 * @param names names that it made, at most {@link #NAMES}, none of them empty
 * @param change how the loss changed
 * @param curve the smoothed loss after each step, at most {@link #POINTS} of them at equal distances
 * @param read the first name, as its heads read it
 * @param heads attention shares of each head of the first layer for that name
 * @param ladder names with the same dice at each of {@link #TAUS}
 */
public record ModelCard(
        List<String> names,
        LossChange change,
        Vector curve,
        String read,
        List<Matrix> heads,
        List<List<String>> ladder) {
    /**
     * Losses at the beginning and at the end of a training, in nats; NaN if they are not known.
     *
     * @param heldOut whether they are means over held-out names, else smoothed losses of the training
     */
    public record LossChange(boolean heldOut, double first, double last) {}

    /** Number of names. */
    static final int NAMES = 8;

    /** Temperatures of the ladder. */
    static final List<Double> TAUS = List.of(0.2, 0.5, 1.0, 2.0);

    /** Names that are drawn to find enough which are not empty, as many as the opening draws. */
    static final int DRAWN = 16;

    private static final int RUNG = 4;
    private static final int POINTS = 400;

    /**
     * Returns the card of a trained model.
     *
     * @param said the first {@link #DRAWN} names that it makes
     */
    static ModelCard of(Recipe recipe, Snapshot end, List<String> said, LossChange change) {
        List<String> names = said.stream()
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(NAMES)
                .toList();
        String read = names.isEmpty() ? recipe.corpus().names().get(0) : names.get(0);
        ForwardTrace trace =
                new ForwardTrace(end.weights(), recipe.cut(), recipe.corpus().tokens(read));
        List<List<String>> ladder = new ArrayList<>();
        for (double tau : TAUS) {
            ladder.add(new NameSampler(recipe.corpus(), end.weights(), recipe.cut(), tau, recipe.seed(), 0, "")
                    .names(0, RUNG).stream()
                            .map(NameSampler.GeneratedName::text)
                            .toList());
        }
        return new ModelCard(
                names,
                change,
                thinned(Snapshot.Losses.smoothed(end.losses().toArray())),
                read,
                trace.layer(0).shares(),
                ladder);
    }

    private static Vector thinned(double[] losses) {
        int points = Math.min(POINTS, losses.length);
        return Vector.of(points, i -> losses[(int) ((long) (i + 1) * losses.length / points) - 1]);
    }
}
