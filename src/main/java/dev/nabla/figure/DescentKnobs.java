package dev.nabla.figure;

import dev.nabla.math.Descent;
import dev.nabla.math.Formula;
import dev.nabla.math.Optimizer;
import dev.nabla.math.Optimizer.Method;
import dev.nabla.math.Precision;
import java.util.List;
import java.util.Optional;

/** The ways into FIG.05: rate and start, the surface, the rule, its noise and precision. */
final class DescentKnobs {
    static final WholeKnob<Descent> STEPS = new WholeKnob<>(
            Label.question("steps", "t", "how many steps to take, 0 to " + Descent.MOST_STEPS + ", like 30"),
            0,
            Descent.MOST_STEPS,
            Descent::steps,
            Descent::withSteps,
            descent -> false);

    /** What stands for a formula where there is none. */
    private static final class Level {
        static final Formula FORMULA = Formula.parse("0*x + 0*y");
    }

    private DescentKnobs() {}

    static List<Knob<Descent>> all() {
        return List.of(
                new NumberKnob<>(
                        Label.question("eta", "η", "learning rate, above 0, like 0.18"),
                        new Range(0.01, 1.5, 0.01),
                        Descent::eta,
                        Descent::withEta),
                new VectorKnob<>(
                        Label.question("start", "θ", "where the ball is dropped, like -2.5,1.5"),
                        new Range(-3, 3, 0.1),
                        VectorKnob.Kind.POINT,
                        Descent::start,
                        Descent::withStart),
                Terrain.knob(),
                new AlternativeKnob<>(
                        new VectorKnob<>(
                                Label.question(
                                        "curvature", "λ", "how steep the bowl is in each direction, like 0.6,2.2"),
                                new Range(0.1, 10, 0.1),
                                VectorKnob.Kind.GIVEN,
                                descent -> descent.bowl()
                                        .orElse(DescentFigure.BOWL)
                                        .curvature(),
                                Descent::withCurvature),
                        descent -> descent.bowl().isPresent()
                                ? Optional.empty()
                                : Optional.of("f says what the surface is; leave one of them out")),
                new AlternativeKnob<>(
                        new FormulaKnob<>(
                                Label.question(
                                        "f",
                                        "L",
                                        "a loss of x and y, or of x1, x2, x3 ..., in place of curvature, like 'x^4 + (y-1)^2'"),
                                descent -> descent.surface() instanceof Formula f ? f : Level.FORMULA,
                                Descent::withF),
                        descent -> descent.bowl()
                                .map(bowl -> "the surface is a bowl, whose curvature is given; leave one of them out")),
                WordKnob.of(
                        Label.question(
                                "optimizer", "optimizer", "how a gradient becomes a step: sgd, momentum or adam"),
                        Method.class,
                        descent -> descent.optimizer().method(),
                        (descent, method) -> descent.with(descent.optimizer().with(method))),
                share(
                        "beta",
                        "beta",
                        "momentum, 0 to below 1, like 0.9",
                        Method.MOMENTUM,
                        Optimizer::beta,
                        Optimizer::withBeta),
                share(
                        "beta1",
                        "beta1",
                        "decay of Adam's mean, like 0.9",
                        Method.ADAM,
                        Optimizer::beta1,
                        Optimizer::withBeta1),
                share(
                        "beta2",
                        "beta2",
                        "decay of Adam's mean square, like 0.999",
                        Method.ADAM,
                        Optimizer::beta2,
                        Optimizer::withBeta2),
                new NumberKnob<>(
                        Label.question("epsilon", "ε", "what Adam adds below the fraction line, like 1e-8"),
                        new Range(1e-8, 1, 1e-8),
                        descent -> descent.optimizer().epsilon(),
                        (descent, epsilon) -> descent.with(descent.optimizer().withEpsilon(epsilon)),
                        descent -> false),
                WordKnob.of(
                        Label.question(
                                "precision", "precision", "width of every number: float64, or float32 as on a GPU"),
                        Precision.class,
                        Descent::precision,
                        Descent::withPrecision),
                new NumberKnob<>(
                        Label.question(
                                "noise",
                                "noise",
                                "spread of the noise in each gradient, as a mini-batch has it, like 0.5"),
                        new Range(0, 5, 0.1),
                        Descent::noise,
                        Descent::withNoise),
                new WholeKnob<>(
                        Label.question("seed", "seed", "which random noise, a whole number like 1"),
                        0,
                        Long.MAX_VALUE,
                        Descent::seed,
                        Descent::withSeed,
                        descent -> descent.noise() > 0),
                STEPS);
    }

    private interface Share {
        double of(Optimizer optimizer);
    }

    private interface WithShare {
        Optimizer of(Optimizer optimizer, double share);
    }

    private static Knob<Descent> share(
            String name, String symbol, String help, Method owner, Share get, WithShare set) {
        return new NumberKnob<>(
                Label.question(name, symbol, help),
                new Range(0, 0.99, 0.01),
                descent -> get.of(descent.optimizer()),
                (descent, share) -> descent.with(set.of(descent.optimizer(), share)),
                descent -> descent.optimizer().method() == owner);
    }
}
