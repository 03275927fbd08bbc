package dev.nabla.gpt;

import java.util.List;

/**
 * What a training shows to a viewer after a step.
 *
 * @param step steps taken
 * @param names names sampled from the model with the dice of {@link NameSampler#of}; after 1,000 steps of the standard
 *     recipe the first are marty, lia, ronia
 * @param loss the smoothed loss in nats; NaN before the first step
 */
public record TrainingScene(int step, List<String> names, double loss) {
    public TrainingScene {
        names = List.copyOf(names);
    }

    static TrainingScene of(Recipe recipe, Snapshot reached, int count, String begin) {
        NameSampler sampler = NameSampler.of(recipe, reached.weights()).beginning(begin);
        List<String> names = sampler.names(0, count).stream()
                .map(NameSampler.GeneratedName::text)
                .toList();
        double[] smoothed = Snapshot.Losses.smoothed(reached.losses().toArray());
        return new TrainingScene(
                reached.step(), names, smoothed.length == 0 ? Double.NaN : smoothed[smoothed.length - 1]);
    }
}
