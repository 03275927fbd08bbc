package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Snapshot;
import dev.nabla.gpt.Trainer;
import dev.nabla.gpt.Weights;
import org.junit.jupiter.api.Test;

class AdamTest {
    /** A weight of a model under training moves as one that {@link Optimizer} moves alone. */
    @Test
    void aModelIsTrainedByTheAdamOfTheCourse() {
        Optimizer adam = new Optimizer(Optimizer.Method.ADAM, 0, 0.85, 0.99, 1e-8);
        Recipe recipe = Recipe.standard();
        Trainer trainer = new Trainer(recipe, Snapshot.first(recipe));
        int which = 700; // in the head, whose every weight has a slope
        double w = trainer.snapshot().weights().get(which);
        Optimizer.Memory memory = Optimizer.Memory.EMPTY;
        for (int step = 0; step < 50; step++) {
            Weights weights = trainer.snapshot().weights();
            int[] name = recipe.corpus().split(1).training().get(step);
            double slope =
                    new ForwardTrace(weights, recipe.cut(), name).slopes().get(which);
            assertThat(slope).isNotZero();
            memory = adam.remember(memory, slope, Precision.FLOAT64);
            w -= recipe.etaAt(step) * adam.direction(memory, step + 1, Precision.FLOAT64);
            trainer.next();
            assertThat(trainer.snapshot().weights().get(which)).isCloseTo(w, within(1e-14));
        }
    }
}
