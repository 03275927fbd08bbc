package dev.nabla.own;

import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Snapshot;
import java.util.List;

/**
 * A model that a learner has trained on names of their own.
 *
 * @param title the name that the learner gave it
 * @param names number of names in its list
 * @param recipe how it was trained; if it was read from a file, its corpus holds only the letters
 * @param snapshot its weights, with the step and the losses
 */
public record KeptModel(String title, int names, Recipe recipe, Snapshot snapshot) {
    /** Returns the names numbered {@code from} to {@code to - 1} that it makes up, counted from 0. */
    public List<String> says(int from, int to) {
        return NameSampler.of(recipe, snapshot.weights()).names(from, to).stream()
                .map(NameSampler.GeneratedName::text)
                .toList();
    }
}
