package dev.nabla.figure;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Bowl;
import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;
import dev.nabla.math.Formula;
import dev.nabla.math.Optimizer;
import dev.nabla.math.Optimizer.Method;
import dev.nabla.math.Precision;
import dev.nabla.math.Run;
import dev.nabla.math.Status;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** FIG.05: a ball rolls down a bowl in steps of the learning rate, or out of it. */
public final class DescentFigure implements Figure<Descent> {
    private static final Bowl BOWL = new Bowl(Vector.of(0.6, 2.2));

    private static final WholeKnob<Descent> STEPS = new WholeKnob<>(
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

    @Override
    public String id() {
        return "descent";
    }

    @Override
    public String number() {
        return "FIG.05";
    }

    @Override
    public String title() {
        return "Gradient descent: roll downhill";
    }

    @Override
    public String invitation() {
        return "click the bowl to drop the ball";
    }

    @Override
    public Descent start() {
        return new Descent(0.18, Vector.of(-2.5, 1.5), BOWL, 0, Optimizer.SGD, 0, 1, Precision.FLOAT64);
    }

    @Override
    public List<Knob<Descent>> knobs() {
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
                                descent -> descent.bowl().orElse(BOWL).curvature(),
                                Descent::withCurvature),
                        descent -> descent.bowl().isPresent()
                                ? Optional.empty()
                                : Optional.of("f says what the surface is; leave one of them out")),
                new AlternativeKnob<>(
                        new FormulaKnob<>(
                                Label.question(
                                        "f",
                                        "L",
                                        "a loss in x and y, or x1, x2, x3 ..., instead of a bowl, like 'x^4 + (y-1)^2'"),
                                descent -> descent.surface() instanceof Formula f ? f : Level.FORMULA,
                                Descent::withF),
                        descent -> descent.bowl()
                                .map(bowl -> "the surface is a bowl, whose curvature is given; leave one of them out")),
                WordKnob.of(
                        Label.question("optimizer", "rule", "how a gradient becomes a step: sgd, momentum or adam"),
                        Method.class,
                        descent -> descent.optimizer().method(),
                        (descent, method) -> descent.with(descent.optimizer().with(method))),
                share(
                        "beta",
                        "β",
                        "momentum, 0 to below 1, like 0.9",
                        Method.MOMENTUM,
                        Optimizer::beta,
                        Optimizer::withBeta),
                share(
                        "beta1",
                        "β₁",
                        "decay of Adam's mean, like 0.9",
                        Method.ADAM,
                        Optimizer::beta1,
                        Optimizer::withBeta1),
                share(
                        "beta2",
                        "β₂",
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

    @Override
    public Optional<Stepper<Descent>> stepper() {
        return Optional.of(new Stepper<>(STEPS, "step", 10, 1, DescentFigure::isOver));
    }

    private static boolean isOver(Descent descent) {
        Run run = descent.run();
        boolean gone = run.theta().stream().anyMatch(Double::isNaN);
        boolean arrived = descent.noise() == 0 && run.status() == Status.CONVERGED;
        return gone || arrived || descent.steps() == Descent.MOST_STEPS;
    }

    @Override
    public boolean canDiverge() {
        return true;
    }

    @Override
    public Optional<String> divergence(Descent descent) {
        Status status = descent.run().status();
        if (status != Status.DIVERGING && status != Status.OVERFLOWED) {
            return Optional.empty();
        }
        String below = descent.threshold().stream()
                .mapToObj(threshold -> "one below " + Decimal.significant(threshold, 6))
                .findFirst()
                .orElse("a smaller one");
        return Optional.of("eta " + Decimal.shortest(descent.eta()) + ": the run "
                + (status == Status.OVERFLOWED ? "overflowed" : "diverges") + "; type " + below);
    }

    @Override
    public List<Fact> facts(Descent descent) {
        Run run = descent.run();
        Vector theta = run.theta();
        String known = descent.bowl().isPresent()
                ? "Adam's steps do not grow with the curvature"
                : "only a bowl, given by curvature, has the same one everywhere";
        return List.of(
                Fact.reals("theta", theta, 3),
                descent.surface()
                        .trouble(theta)
                        .map(why -> Fact.absent("loss", why))
                        .orElseGet(() -> Fact.real("loss", run.loss(), "", 4)),
                Fact.reals("gradient", descent.gradient(theta), 3),
                Fact.word("status", run.status().word()),
                orAbsent("threshold", descent.threshold(), known),
                orAbsent("factor", descent.factor(), known),
                step("converged_at", run.convergedAt(), "the gradient never got shorter than 0.001"),
                step(
                        "diverged_at",
                        run.divergedAt(),
                        run.status() == Status.UNDEFINED ? "f has no value there" : "the loss stayed a number"),
                Fact.rows("path", run.path(), 3).whenAsked());
    }

    private static Fact orAbsent(String name, OptionalDouble value, String why) {
        return value.isPresent() ? Fact.real(name, value.getAsDouble(), "", 4) : Fact.absent(name, why);
    }

    private static Fact step(String name, OptionalInt at, String why) {
        return at.isPresent() ? Fact.whole(name, at.getAsInt()) : Fact.absent(name, why);
    }

    @Override
    public List<String> steps(Descent descent) {
        return DescentSteps.of(descent);
    }

    /** A learning rate as it is drawn: two places, three when the third is not zero. */
    static String rate(double eta) {
        boolean round = Math.abs(eta * 100 - Math.rint(eta * 100)) < 1e-9;
        return Decimal.drawn(eta, round ? 2 : 3, 7);
    }

    @Override
    public List<Line> sentence(Descent descent, Cursor<Descent> cursor) {
        return new DescentSentence(descent).clauses();
    }

    @Override
    public void draw(Descent descent, Cursor<Descent> cursor, Canvas body) {
        new DescentPicture(descent, cursor, body).draw();
    }
}
