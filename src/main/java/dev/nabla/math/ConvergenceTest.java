package dev.nabla.math;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What it means that a run has converged: from some step on it stays within the tolerance of the bottom, as a share of the
 * way there from the start.
 *
 * <p>On a bowl that follows from the factors, for plain steps and momentum, and holds for ever. A formula and Adam are
 * watched instead: the gradient must have shrunk by the tolerance too, and the run must rest for as many steps as it took to
 * get there, with steps that shrink so fast that what is left of them stays within as well, or are no more than rounding. Adam with a fixed eta is stirred
 * up again after thousands of steps. With noise nothing comes to rest.
 */
record ConvergenceTest(Trajectory run) {
    /** The first step, from 0, of the rest; empty where there is none. */
    OptionalInt since() {
        Descent descent = run.descent();
        boolean never = descent.steps() == 0 || descent.noise() > 0 || !Double.isFinite(run.loss());
        return never ? OptionalInt.empty() : descent.stability().isPresent() ? foretold() : watched();
    }

    private OptionalInt foretold() {
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
        while (since - before > 1) { // what rests goes on to rest, so that halving finds the first
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
            return OptionalInt.empty(); // it is too far away to be worth watching
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

    /** The way that is left, if the steps go on to shrink as the longest one of the last few has from the few before. */
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
