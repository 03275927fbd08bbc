package dev.nabla.gpt;

/**
 * The runs of a law as if they had been trained. A rehearsal draws and prints laws for the sake of the classes only,
 * and their twenty runs would take three seconds.
 */
public final class LawForRehearsal {
    private LawForRehearsal() {}

    /** Keeps a loss for each run but the first, which is small and is trained as ever. */
    public static void keep(long seed) {
        ScalingGrid grid = new ScalingGrid(seed);
        for (int i = 1; i < ScalingGrid.RUNS; i++) {
            Recipe recipe = grid.run(i).recipe();
            double loss = 2 + 1 / Math.sqrt(recipe.shape().parameters()) + 1 / Math.sqrt(recipe.of());
            HeldOutLoss read = new HeldOutLoss(recipe.corpus().heldOut(), 1, loss);
            TrainingRun.EXAMS.put(new TrainingRun.ExamKey(recipe, recipe.of()), read);
        }
    }
}
