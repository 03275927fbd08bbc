package dev.nabla.figure.operation;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Optimizer;
import dev.nabla.math.Optimizer.Method;
import dev.nabla.math.OptimizerStep;
import java.util.ArrayList;
import java.util.List;

/** Writes the worked steps of {@code optimizer_step}: the state, Adam's corrections of its bias, the new weights. */
final class OptimizerSteps {
    /** Number of weights that are written out. */
    private static final int MOST_SHOWN = 3;

    private OptimizerSteps() {}

    static List<String> of(OptimizerStep step) {
        List<String> steps = new ArrayList<>();
        Optimizer rule = step.optimizer();
        int shown = Math.min(step.weights().size(), MOST_SHOWN);
        if (rule.method() == Method.ADAM) {
            String t = String.valueOf(step.nextT());
            steps.add("step t = " + t);
            steps.add("1 − β₁^t = 1 − " + number(rule.beta1()) + "^" + t + " = " + number(step.correctionM()));
            steps.add("1 − β₂^t = 1 − " + number(rule.beta2()) + "^" + t + " = " + number(step.correctionV()));
        }
        for (int i = 0; i < shown; i++) {
            steps.addAll(of(step, i));
        }
        if (shown < step.weights().size()) {
            steps.add(WorkedSteps.leftOut(step.weights().size() - shown, ""));
        }
        return steps;
    }

    private static List<String> of(OptimizerStep step, int i) {
        String at = Subscript.of(i);
        String g = bracketed(step.gradient().get(i));
        Optimizer rule = step.optimizer();
        List<String> steps = new ArrayList<>();
        String direction = number(step.direction().get(i));
        if (rule.method() == Method.MOMENTUM) {
            steps.add("v" + at + " = " + number(rule.beta()) + "·"
                    + bracketed(step.v().getOrOnly(i)) + " + " + g + " = " + direction);
        }
        if (rule.method() == Method.ADAM) {
            steps.addAll(adam(step, i, at, g, direction));
        }
        steps.add("w" + at + " = " + number(step.weights().get(i)) + " − " + number(step.eta()) + "·"
                + bracketed(direction) + " = " + number(step.nextWeights().get(i)));
        return steps;
    }

    private static List<String> adam(OptimizerStep step, int i, String at, String g, String direction) {
        Optimizer rule = step.optimizer();
        String m = number(step.nextM().get(i));
        String v = number(step.nextV().get(i));
        String mean = number(step.correctedM().get(i));
        String square = number(step.correctedV().get(i));
        String root = number(step.roots().get(i));
        return List.of(
                "m" + at + " = " + number(rule.beta1()) + "·"
                        + bracketed(step.m().getOrOnly(i)) + " + " + number(1 - rule.beta1()) + "·" + g + " = " + m,
                "v" + at + " = " + number(rule.beta2()) + "·"
                        + bracketed(step.v().getOrOnly(i)) + " + " + number(1 - rule.beta2()) + "·" + g + "² = " + v,
                "without bias: m" + at + " = " + m + "/" + number(step.correctionM()) + " = " + mean + ", v" + at
                        + " = " + v + "/" + number(step.correctionV()) + " = " + square,
                "√v" + at + " = " + root + ", direction = " + mean + "/(" + root + " + " + number(rule.epsilon())
                        + ") = " + direction);
    }
}
