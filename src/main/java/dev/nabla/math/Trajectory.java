package dev.nabla.math;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The steps of a descent and its outcome.
 *
 * @param descent the settings of the run
 * @param path theta at steps 0, 1, ... n
 * @param losses L at these steps, n + 1 numbers
 * @param next theta at step n + 1
 */
public record Trajectory(Descent descent, List<Vector> path, Vector losses, Vector next) {
    static final double EDGE = 1e-9;
    /** Below this loss slopes are far from overflow, so a slope that is not finite does not exist. */
    private static final double LARGE = 1e150;

    /** The state of a run of descent. */
    public enum RunStatus {
        IDLE,
        DESCENDING,
        ZIGZAG,
        CONVERGED,
        /** Bounces from wall to wall without end. */
        ON_THE_EDGE,
        DIVERGING,
        OVERFLOWED,
        /** Theta is where L has no value or no slope. */
        UNDEFINED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Returns whether the run goes wrong. */
        public boolean isBad() {
            return this == DIVERGING || this == OVERFLOWED || this == UNDEFINED;
        }
    }

    public Trajectory {
        path = List.copyOf(path);
    }

    /** Returns the last theta. */
    public Vector theta() {
        return path.get(path.size() - 1);
    }

    /** Returns the last loss. */
    public double loss() {
        return losses.get(losses.size() - 1);
    }

    /**
     * Returns the state of the run. On a bowl it follows from the factor and the state, never from waiting for NaN. If
     * no factor is known (a formula, Adam) it follows from the last steps: two rises in a row above the start are
     * diverging.
     */
    public RunStatus status() {
        if (!Double.isFinite(loss())) {
            return isUndefined() ? RunStatus.UNDEFINED : RunStatus.OVERFLOWED;
        }
        if (path.size() == 1) {
            return RunStatus.IDLE;
        }
        if (convergedAt().isPresent()) {
            return RunStatus.CONVERGED;
        }
        return descent.factor().isPresent() ? predictedStatus() : observed();
    }

    /** Returns whether the first step without a loss has no value or no slope, rather than an overflow. */
    private boolean isUndefined() {
        int t = firstWithoutLoss().orElseThrow();
        Vector last = path.get(path.get(t).isFinite() ? t : Math.max(0, t - 1));
        boolean slopeless = Math.abs(descent.loss(last)) < LARGE
                && !descent.surface().gradient(last, Precision.FLOAT64).isFinite();
        return slopeless || descent.surface().trouble(last).isPresent();
    }

    /** Returns the first step, counted from 0, at which L is infinite or NaN in this precision. */
    public OptionalInt firstWithoutLoss() {
        return IntStream.range(0, path.size())
                .filter(t -> !Double.isFinite(losses.get(t)))
                .findFirst();
    }

    private RunStatus predictedStatus() {
        double edge = moving().map(Stability::threshold).orElse(Double.POSITIVE_INFINITY);
        if (Math.abs(descent.eta() / edge - 1) <= EDGE) {
            return RunStatus.ON_THE_EDGE;
        }
        return descent.eta() > edge
                ? RunStatus.DIVERGING
                : crossesTheValley() ? RunStatus.ZIGZAG : RunStatus.DESCENDING;
    }

    /**
     * Returns the factor by which a step finally multiplies the run: {@link Stability#factor} of the directions in
     * which it moves.
     */
    public OptionalDouble factor() {
        return descent.factor().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(moving().map(Stability::factor).orElse(0.0));
    }

    /**
     * Returns the stability of the directions that move. A direction that starts at the minimum never moves without
     * noise.
     */
    Optional<Stability> moving() {
        Stability all = descent.stability().orElseThrow();
        double[] moving = IntStream.range(0, all.lambdas().size())
                .filter(i -> descent.start().get(i) != 0 || descent.noise() > 0)
                .mapToDouble(all.lambdas()::get)
                .toArray();
        return moving.length == 0
                ? Optional.empty()
                : Optional.of(new Stability(Vector.of(moving), all.eta(), all.optimizer()));
    }

    /** Returns whether the last step crossed to the other side of the bowl: a component changed its sign. */
    private boolean crossesTheValley() {
        Vector before = back(1);
        Vector after = back(0);
        return IntStream.range(0, after.size()).anyMatch(i -> before.get(i) * after.get(i) < 0);
    }

    private RunStatus observed() {
        if (path.size() < 3) {
            return RunStatus.DESCENDING;
        }
        int t = losses.size() - 1;
        boolean rises = losses.get(t) > losses.get(t - 1) && losses.get(t - 1) > losses.get(t - 2);
        if (rises && losses.get(t) > losses.get(0)) {
            return RunStatus.DIVERGING;
        }
        Vector move = move(1, 0);
        Vector earlier = move(2, 1);
        boolean backAgain = move.norm() > 0 && move(2, 0).norm() <= EDGE * move.norm();
        double along = CompensatedSum.of(move.size(), i -> move.get(i) * earlier.get(i));
        return backAgain ? RunStatus.ON_THE_EDGE : along < 0 ? RunStatus.ZIGZAG : RunStatus.DESCENDING;
    }

    /** Returns theta {@code steps} steps before the last. */
    private Vector back(int steps) {
        return path.get(path.size() - 1 - steps);
    }

    private Vector move(int from, int to) {
        return Vector.of(next.size(), i -> back(to).get(i) - back(from).get(i));
    }

    /**
     * Returns the first step, counted from 0, from which on the run has converged; present exactly if {@link #status}
     * is converged.
     */
    public OptionalInt convergedAt() {
        return new ConvergenceTest(this).since();
    }

    /**
     * Returns the first step, counted from 0, whose loss is too large for this precision; float32, eta 1.35: step 65.
     */
    public OptionalInt divergedAt() {
        OptionalInt first = firstWithoutLoss();
        return first.isPresent() && isUndefined() ? OptionalInt.empty() : first;
    }
}
