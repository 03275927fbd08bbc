package dev.nabla.math;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Convergence test: from some step on, the distance to the minimum stays within the tolerance, as a share of the
 * distance at the start.
 *
 * <p>For plain steps and momentum on a bowl this follows from the factors, and holds for ever. For a formula and for
 * Adam the run is continued to twice its steps. It must then stay within the tolerance for as many steps as it took to
 * get there. The gradient must have shrunk by the tolerance too. The steps must also shrink so fast that the distance
 * they still cover is within the tolerance, or be no more than rounding.
 *
 * <p>Adam with a fixed eta may move away again after thousands of steps. A run with noise never converges.
 */
record ConvergenceTest(Trajectory run) {
    /** Returns the first step, from 0, from which on the run has converged; empty if it has not. */
    OptionalInt since() {
        Descent descent = run.descent();
        boolean never = descent.steps() == 0 || descent.noise() > 0 || !Double.isFinite(run.loss());
        return never ? OptionalInt.empty() : descent.stability().isPresent() ? predicted() : watched();
    }

    private OptionalInt predicted() {
        Descent descent = run.descent();
        Stability stability = descent.stability().orElseThrow();
        boolean shrinks = run.moving()
                .filter(moving -> descent.eta() >= moving.threshold() * (1 - Trajectory.EDGE))
                .isEmpty();
        double most = descent.tol() * run.path().get(0).norm();
        IntPredicate rests = t -> reach(stability, run.path().get(t), run.path().get(Math.max(0, t - 1))) <= most;
        int before = -1;
        int since = descent.steps();
        if (!shrinks || !rests.test(since)) {
            return OptionalInt.empty();
        }
        while (since - before > 1) { // once within the tolerance it stays so: bisection is valid
            int middle = (since + before) / 2;
            if (rests.test(middle)) {
                since = middle;
            } else {
                before = middle;
            }
        }
        return OptionalInt.of(since);
    }

    private static double reach(Stability stability, Vector now, Vector before) {
        Vector lambdas = stability.lambdas();
        return Vector.of(now.size(), i -> stability.reach(lambdas.get(i), now.get(i), before.get(i)))
                .norm();
    }

    private OptionalInt watched() {
        Descent descent = run.descent();
        double step = between(run.theta(), run.next());
        if (!(step <= 3 * descent.tol() * between(run.path().get(0), run.theta()))) {
            return OptionalInt.empty(); // the run is still too far away
        }
        Trajectory on = descent.withSteps(Math.min(2L * descent.steps(), Descent.MOST_STEPS))
                .run();
        int last = on.path().size() - 1;
        Vector bottom = descent.bowl().isPresent() ? Vector.filled(on.theta().size(), 0) : on.theta();
        double most = descent.tol() * between(on.path().get(0), bottom);
        int since = last;
        while (since > 0 && between(on.path().get(since - 1), bottom) <= most) {
            since--;
        }
        double flatter = descent.tol() * descent.gradient(descent.start()).norm();
        boolean rests = 2 * since <= last
                && descent.gradient(on.theta()).norm() <= flatter
                && distanceLeft(on, Math.max(1, (last - since) / 4)) <= most;
        return rests ? OptionalInt.of(since) : OptionalInt.empty();
    }

    /**
     * Returns the distance still to cover if the steps keep shrinking like the longest of the last few compared with
     * that of the few before.
     */
    private static double distanceLeft(Trajectory run, int few) {
        int last = run.path().size() - 1;
        IntToDoubleFunction longest = from -> IntStream.range(Math.max(0, from), from + few)
                .mapToDouble(t -> between(run.path().get(t), run.path().get(t + 1)))
                .max()
                .orElse(0);
        double now = longest.applyAsDouble(last - few);
        double shrunk = now / longest.applyAsDouble(last - 2 * few);
        double rounding = 16 * run.descent().precision().unit() * run.theta().norm();
        return now <= rounding ? 0 : shrunk < 1 ? few * now * shrunk / (1 - shrunk) : Double.POSITIVE_INFINITY;
    }

    static double between(Vector a, Vector b) {
        return Vector.of(a.size(), i -> a.get(i) - b.get(i)).norm();
    }
}
