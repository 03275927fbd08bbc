package dev.nabla.figure.descent;

import static dev.nabla.math.Optimizer.Method.ADAM;
import static dev.nabla.math.Optimizer.Method.MOMENTUM;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.TextCodec;
import dev.nabla.figure.Value;
import dev.nabla.figure.VectorCodec.NudgeMode;
import dev.nabla.figure.part.Wording;
import dev.nabla.math.Descent;
import dev.nabla.math.LossSurface;
import dev.nabla.math.Optimizer;
import dev.nabla.math.Optimizer.Method;
import dev.nabla.math.Precision;
import dev.nabla.math.QuadraticLoss;
import dev.nabla.math.expression.Expression;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The knobs of FIG.05: learning rate, start, surface, optimizer, noise, precision and words. */
final class DescentKnobs {
    static final Knob<DescentModel, Long> STEPS = KnobInfo.usual("steps", "t", "how many steps to take, like 30")
            .labelled("step t")
            .whole(0, Descent.MOST_STEPS, Descent::steps, Descent::withSteps)
            .when(descent -> false)
            .within(DescentModel::descent, DescentModel::with);

    static final Knob<Descent, Double> ETA = KnobInfo.question("eta", "η", "learning rate, like 0.18")
            .labelled("η learning rate")
            .real(new Range(0.01, 1.5, 0.01), Bounds.above(0L), Descent::eta, Descent::withEta);

    /** The named surfaces: a bowl, a long curved valley, and two wells, of which the left is deeper. */
    private static final List<LossSurface> SURFACES = List.of(
            DescentFigure.BOWL,
            Expression.parseLoss("(x-1)^2/20 + (y+1-x^2/4)^2"),
            Expression.parseLoss("(x^2-9/4)^2/10 + (x+2)/10 + y^2/2"));
    /** Names of {@link #SURFACES}, then {@code f} for a typed formula. Only the knob f can select that last name. */
    private static final List<String> NAMES = List.of("bowl", "valley", "wells", "f");
    /** The value of the knob f while the surface is a bowl. */
    private static final Expression LEVEL = Expression.parseLoss("0*x + 0*y");

    private static final List<Knob<Descent, ?>> OF_RUN = List.of(
            ETA,
            KnobInfo.question("start", "θ", "the first weights, where the ball is dropped, like -2.5,1.5")
                    .labelled("drop at θ")
                    .vector(new Range(-3, 3, 0.1), NudgeMode.POINT, Descent::start, Descent::withStart),
            surface(),
            curvature(),
            formula(),
            KnobInfo.usual("optimizer", "optimizer", "how a gradient becomes a step: sgd, momentum or adam")
                    .word(Method.class, Optimizer::method, Optimizer::with)
                    .within(Descent::optimizer, Descent::withOptimizer),
            share("beta", MOMENTUM, "momentum, like 0.9", Optimizer::beta, Optimizer::withBeta),
            share("beta1", ADAM, "decay of Adam's mean, like 0.9", Optimizer::beta1, Optimizer::withBeta1),
            share("beta2", ADAM, "decay of Adam's mean square, like 0.999", Optimizer::beta2, Optimizer::withBeta2),
            KnobInfo.usual("epsilon", "ε", "what Adam adds to the denominator, like 1e-8")
                    .real(new Range(1e-8, 1, 1e-8), Bounds.above(0L), Optimizer::epsilon, Optimizer::withEpsilon)
                    .within(Descent::optimizer, Descent::withOptimizer)
                    .when(descent -> false),
            KnobInfo.usual("noise", "noise", "spread of a mini-batch's noise in the gradient, like 0.5")
                    .real(new Range(0, 5, 0.1), Bounds.atLeast(0L), Descent::noise, Descent::withNoise),
            KnobInfo.usual("seed", "seed", "random seed of the noise, a whole number like 1")
                    .whole(0, Long.MAX_VALUE, Descent::seed, Descent::withSeed)
                    .when(descent -> descent.noise() > 0),
            KnobInfo.usual("precision", "precision", "width of every number: float64, or float32 as on a GPU")
                    .word(Precision.class, Descent::precision, Descent::withPrecision),
            KnobInfo.usual(
                            "tol",
                            "tol",
                            "converged = less than this share of the distance to the minimum is left, like 0.001")
                    .real(Range.decades(1e-9, 0.1), Bounds.above(0L).below(1L), Descent::tol, Descent::withTol)
                    .when(descent -> false));

    static final List<Knob<DescentModel, ?>> ALL = Stream.concat(
                    OF_RUN.stream().map(DescentKnobs::ofModel),
                    Stream.of(
                            STEPS,
                            KnobInfo.picture(
                                            "words",
                                            "words",
                                            "what the picture shows: all, or plain, without the slope")
                                    .word(Wording.class, DescentModel::words, DescentModel::withWords)
                                    .when(model -> false)))
            .toList();

    /** The knobs of a plain picture: &eta;, and the steps. */
    static final List<Knob<DescentModel, ?>> PLAIN = ALL.stream()
            .filter(knob -> Set.of("eta", "steps").contains(knob.name()))
            .toList();

    private DescentKnobs() {}

    private static Knob<DescentModel, ?> ofModel(Knob<Descent, ?> knob) {
        return knob.within(DescentModel::descent, DescentModel::with);
    }

    /** Returns a knob from 0 to below 1. Tab passes over it unless the optimizer uses the given method. */
    private static Knob<Descent, Double> share(
            String name,
            Method method,
            String help,
            Function<Optimizer, Double> get,
            BiFunction<Optimizer, Double, Optimizer> set) {
        return KnobInfo.usual(name, name, help)
                .real(new Range(0, 0.99, 0.01), Bounds.atLeast(0L).below(1L), get, set)
                .when(optimizer -> optimizer.method() == method)
                .within(Descent::optimizer, Descent::withOptimizer);
    }

    private static Knob<Descent, ?> surface() {
        return KnobInfo.picture("surface", "surface", "what the ball rolls on: bowl, valley or wells")
                .holding(
                        Codec.named(NAMES, NAMES, NAMES.subList(0, SURFACES.size())),
                        DescentKnobs::name,
                        DescentKnobs::named);
    }

    private static String name(Descent descent) {
        int known = descent.bowl().isPresent() ? 0 : SURFACES.indexOf(descent.surface());
        return known < 0 ? "f" : NAMES.get(known);
    }

    private static Descent named(Descent descent, String name) {
        boolean same = name.equals("f") || name.equals(name(descent));
        return same ? descent : descent.withSurface(SURFACES.get(NAMES.indexOf(name)));
    }

    private static Knob<Descent, ?> curvature() {
        return KnobInfo.question("curvature", "λ", "curvature of the bowl in each direction, like 0.6,2.2")
                .vector(
                        new Range(0.1, 10, 0.1),
                        Bounds.above(0L),
                        NudgeMode.GIVEN,
                        (Descent run) -> run.bowl().orElse(DescentFigure.BOWL).curvature(),
                        (run, curvature) -> run.withSurface(new QuadraticLoss(curvature)))
                .either(descent -> descent.bowl().isPresent(), "f defines the surface; leave one of them out");
    }

    private static Knob<Descent, ?> formula() {
        return KnobInfo.usual(
                        "f",
                        "L",
                        "a loss of x and y, or of x1, x2, x3 ..., in place of curvature, like 'x^4 + (y-1)^2'")
                .holding(
                        new TextCodec<>(List.of(), Expression::parseLoss, f -> new Value.Word(f.toString())),
                        (Descent descent) -> descent.surface() instanceof Expression f ? f : LEVEL,
                        Descent::withF)
                .either(
                        descent -> descent.bowl().isEmpty(),
                        "the surface is a bowl, whose curvature is given; leave one of them out");
    }
}
