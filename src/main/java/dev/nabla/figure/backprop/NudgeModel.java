package dev.nabla.figure.backprop;

import dev.nabla.figure.Figure;
import dev.nabla.figure.part.Trained;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * State of FIG.15b: one weight that is nudged by sixteen sizes.
 *
 * @param weight the weight, and the size of the nudge that is looked at
 * @param tried number of sizes tried so far, 0 to 16
 */
record NudgeModel(BackpropModel weight, long tried) implements Trained<NudgeModel> {
    /** The sizes of the nudges: 1, 0.1 and so on to 1e-15. */
    static final List<Double> SIZES = sizes();

    private static List<Double> sizes() {
        List<Double> sizes = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            sizes.add(Double.parseDouble("1e-" + i));
        }
        return List.copyOf(sizes);
    }

    @Override
    public TrainingRun film() {
        return weight.film();
    }

    @Override
    public long steps() {
        return weight.steps();
    }

    @Override
    public NudgeModel withSteps(long other) {
        return withWeight(weight.withSteps(other));
    }

    NudgeModel withWeight(BackpropModel other) {
        return new NudgeModel(other, tried);
    }

    NudgeModel withTried(long other) {
        return new NudgeModel(weight, other);
    }

    /** Trains as far as the budget allows. The first nudge is tried when the training is done. */
    @Override
    public NudgeModel shown(boolean running, Figure.Budget budget) {
        NudgeModel trained = Trained.super.shown(running, budget);
        return trained.equals(this) ? this : trained.withTried(0);
    }

    boolean isDone() {
        return tried == SIZES.size();
    }

    /** Returns the slopes by nudging, one per size. */
    Vector nudged() {
        double loss = weight.loss(0);
        return Vector.of(SIZES.size(), i -> (weight.loss(SIZES.get(i)) - loss) / SIZES.get(i));
    }

    /** Returns the next {@code count} weights of the same row, the first one after the last, nudged by all sizes. */
    List<NudgeModel> others(int count) {
        int columns = weight.slice().columns();
        List<NudgeModel> others = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            others.add(withWeight(weight.withColumn((weight.column() + i) % columns + 1)));
        }
        return others;
    }

    /**
     * Returns the order in which the sizes are tried, as positions in {@link #SIZES}: in turn the largest and the
     * smallest that is left, and the one that comes nearest at the end.
     *
     * @param nearest position of the size that comes nearest
     */
    static List<Integer> order(int nearest) {
        List<Integer> order = new ArrayList<>();
        int last = SIZES.size() - 1;
        for (int i = 0; i <= last - i; i++) {
            order.add(i);
            order.add(last - i);
        }
        order.remove((Integer) nearest);
        order.add(nearest);
        return order;
    }
}
