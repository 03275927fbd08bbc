package dev.nabla.figure.operation;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.VectorCodec.NudgeMode;
import dev.nabla.figure.ViewState;
import dev.nabla.frame.Line;
import dev.nabla.math.Optimizer;
import dev.nabla.math.Optimizer.Method;
import dev.nabla.math.OptimizerStep;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** {@code solve optimizer_step}: one step of sgd, momentum or Adam, with the state before and after it. */
public final class OptimizerStepOperation implements Figure.WithoutPicture<OptimizerStep> {
    private static final Range ENTRY = new Range(-9, 9, 0.1);
    private static final String NO_STATE = "sgd keeps no state; choose optimizer momentum or adam, or leave it out";
    private static final String NO_MEAN = "only Adam keeps a mean; choose optimizer adam, or leave it out";

    private static final Quantities<OptimizerStep, OptimizerStep> QUANTITIES = Quantities.of(List.of(
            Quantity.reals("weights", Style.number(3), OptimizerStep::nextWeights)
                    .called("new weights"),
            Quantity.reals("m", Style.number(3), OptimizerStep::nextM)
                    .called("new m")
                    .unless(step -> missing(isAdam(step)))
                    .withoutWarningWhere(step -> !isAdam(step)),
            Quantity.reals("v", Style.number(3), OptimizerStep::nextV)
                    .called("new v")
                    .unless(step -> missing(hasState(step)))
                    .withoutWarningWhere(step -> !hasState(step))
                    .withDoubt(OptimizerStepOperation::whyLost),
            Quantity.whole("t", OptimizerStep::nextT).called("new t"),
            Quantity.reals("m_hat", Style.number(3), OptimizerStep::correctedM)
                    .called("m without bias")
                    .unless(step -> missing(isAdam(step)))
                    .withoutWarningWhere(step -> !isAdam(step)),
            Quantity.reals("v_hat", Style.number(3), OptimizerStep::correctedV)
                    .called("v without bias")
                    .unless(step -> missing(isAdam(step)))
                    .withoutWarningWhere(step -> !isAdam(step))));

    private static Optional<String> missing(boolean exists) {
        return exists ? Optional.empty() : Optional.of("this optimizer has none");
    }

    private static Optional<String> whyLost(OptimizerStep step) {
        return step.losesSquares()
                ? Optional.of("the square of a slope is beyond the range of a double, so the next step differs")
                : Optional.empty();
    }

    private static boolean isAdam(OptimizerStep step) {
        return step.optimizer().method() == Method.ADAM;
    }

    private static boolean hasState(OptimizerStep step) {
        return step.optimizer().method() != Method.SGD;
    }

    @Override
    public Info info() {
        return Info.withoutPicture("optimizer_step", "step", "One step, and what the optimizer remembers");
    }

    @Override
    public OptimizerStep start() {
        Vector none = Vector.of(0);
        return new OptimizerStep(Optimizer.SGD, 0.1, Vector.of(1, -2), Vector.of(0.5, -0.25), none, none, 0);
    }

    @Override
    public List<Knob<OptimizerStep, ?>> knobs() {
        return List.of(
                KnobInfo.usual("optimizer", "optimizer", "how a gradient becomes a step: sgd, momentum or adam")
                        .word(Method.class, Optimizer::method, Optimizer::with)
                        .within(OptimizerStep::optimizer, OptimizerStep::withOptimizer),
                KnobInfo.question("eta", "η", "learning rate, like 0.1")
                        .labelled("η learning rate")
                        .real(new Range(0.01, 1.5, 0.01), Bounds.above(0L), OptimizerStep::eta, OptimizerStep::withEta),
                KnobInfo.question("weights", "w", "the weights before the step, like 1,-2")
                        .vector(ENTRY, NudgeMode.LIST, OptimizerStep::weights, OptimizerStep::withWeights),
                KnobInfo.question("gradient", "g", "slope of the loss by each weight, like 0.5,-0.25")
                        .vector(ENTRY, NudgeMode.LIST, OptimizerStep::gradient, OptimizerStep::withGradient),
                state("m", "Adam's running mean before the step, 0 at first", OptimizerStep::m, OptimizerStep::withM)
                        .either(OptimizerStepOperation::isAdam, NO_MEAN),
                state(
                                "v",
                                "momentum's sum or Adam's running mean of squares before the step, 0 at first",
                                OptimizerStep::v,
                                OptimizerStep::withV)
                        .either(OptimizerStepOperation::hasState, NO_STATE),
                KnobInfo.usual("t", "t", "steps that were taken before, 0 at first")
                        .whole(0, OptimizerStep.MOST_STEPS, OptimizerStep::t, OptimizerStep::withT),
                rate("beta", "momentum, like 0.9", Optimizer::beta, Optimizer::withBeta)
                        .when(step -> step.optimizer().method() == Method.MOMENTUM),
                rate("beta1", "decay of Adam's mean, like 0.9", Optimizer::beta1, Optimizer::withBeta1)
                        .when(OptimizerStepOperation::isAdam),
                rate("beta2", "decay of Adam's mean square, like 0.999", Optimizer::beta2, Optimizer::withBeta2)
                        .when(OptimizerStepOperation::isAdam),
                KnobInfo.usual("epsilon", "ε", "what Adam adds to the denominator, like 1e-8")
                        .real(new Range(1e-8, 1, 1e-8), Bounds.above(0L), Optimizer::epsilon, Optimizer::withEpsilon)
                        .within(OptimizerStep::optimizer, OptimizerStep::withOptimizer)
                        .when(OptimizerStepOperation::isAdam));
    }

    /** Returns a knob for a number of each weight, or one for all. */
    private static Knob<OptimizerStep, Vector> state(
            String name,
            String help,
            Function<OptimizerStep, Vector> get,
            BiFunction<OptimizerStep, Vector, OptimizerStep> set) {
        return KnobInfo.usual(name, name, help).vector(new Range(0, 9, 0.1), NudgeMode.FITTED, get, set);
    }

    private static Knob<OptimizerStep, Double> rate(
            String name, String help, Function<Optimizer, Double> get, BiFunction<Optimizer, Double, Optimizer> set) {
        return KnobInfo.usual(name, name, help)
                .real(new Range(0, 0.99, 0.01), Bounds.atLeast(0L).below(1L), get, set)
                .within(OptimizerStep::optimizer, OptimizerStep::withOptimizer);
    }

    @Override
    public Quantities<OptimizerStep, OptimizerStep> quantities() {
        return QUANTITIES;
    }

    /** Names a state that is not given although steps were taken, or although the other state is given. */
    @Override
    public List<String> doubts(OptimizerStep step, Set<String> given) {
        List<String> states = isAdam(step) ? List.of("m", "v") : hasState(step) ? List.of("v") : List.of();
        boolean isFirst = step.t() == 0 && states.stream().noneMatch(given::contains);
        return states.stream()
                .filter(state -> !isFirst && !given.contains(state))
                .map(state -> state + " is not given and counts as 0, as before the first step")
                .toList();
    }

    @Override
    public List<String> steps(OptimizerStep step) {
        return OptimizerSteps.of(step);
    }

    @Override
    public Python python(OptimizerStep step) {
        String rule =
                switch (step.optimizer().method()) {
                    case SGD -> "w = [wi - eta * gi for wi, gi in zip(w, g)]  #= $next";
                    case MOMENTUM ->
                        """
                        v = [$beta * vi + gi for vi, gi in zip($before_v, g)]  # $next_v
                        w = [wi - eta * vi for wi, vi in zip(w, v)]  #= $next""";
                    case ADAM ->
                        """
                        b1, b2, t = $beta1, $beta2, $number
                        m = [b1 * mi + (1 - b1) * gi for mi, gi in zip($before_m, g)]
                        v = [b2 * vi + (1 - b2) * gi * gi for vi, gi in zip($before_v, g)]
                        m_hat = [mi / (1 - b1**t) for mi in m]  # $m_hat
                        v_hat = [vi / (1 - b2**t) for vi in v]  # $v_hat
                        d = [mi / (vi**0.5 + $epsilon) for mi, vi in zip(m_hat, v_hat)]
                        w = [wi - eta * di for wi, di in zip(w, d)]  #= $next""";
                };
        int n = step.weights().size();
        return new Python("w, g, eta = $weights, $gradient, $eta\n" + rule + "\nprint(w[0])  #= $next[1]\n")
                .with("next", step.nextWeights())
                .with("next_v", step.nextV())
                .with("before_m", step.m().spread("m", "weights", n))
                .with("before_v", step.v().spread("v", "weights", n))
                .with("number", step.nextT());
    }

    @Override
    public List<Line> sentence(OptimizerStep step, ViewState<OptimizerStep> cursor) {
        String name = isAdam(step) ? "Adam" : hasState(step) ? "Momentum" : "Sgd";
        if (!step.direction().isFinite()) {
            return List.of(Line.of(name + " cannot step: ").warn("the step is larger than any double"));
        }
        double farthest = step.direction().map(d -> d * step.eta()).largest();
        return List.of(
                Line.of(name + " moves the weights by ")
                        .result((step.weights().size() == 1 ? "" : "up to ")
                                + Style.number(3).sentence(farthest)),
                Line.of(" in step " + step.nextT()
                        + (hasState(step) ? "; the new state goes into the next." : "; it remembers nothing.")));
    }
}
