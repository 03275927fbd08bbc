package dev.nabla.figure.descent;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Figure.Pace;
import dev.nabla.figure.Figure.Stepper;
import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Wording;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;
import dev.nabla.math.LossSurface;
import dev.nabla.math.Matrix;
import dev.nabla.math.Optimizer;
import dev.nabla.math.Optimizer.Method;
import dev.nabla.math.Precision;
import dev.nabla.math.QuadraticLoss;
import dev.nabla.math.Trajectory;
import dev.nabla.math.Trajectory.RunStatus;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Expression;
import dev.nabla.math.expression.PythonExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Figure FIG.05: a ball on a loss surface moves by gradient descent. The learner changes the learning rate, the start,
 * the surface and the optimizer.
 */
public final class DescentFigure implements Figure.Diverging<DescentModel>, Figure.Guessable<DescentModel> {
    private static final int BURST = 10;

    /** The label of the size of the factor: which part of the way to the bottom a step leaves at most. */
    static final String LEFT = "left per step";

    /** Width of a learning rate, in cells. */
    private static final int RATE = 7;

    /** The bowl at the start: curvature 0.6 along θ₁ and 2.2 along θ₂. */
    static final QuadraticLoss BOWL = new QuadraticLoss(Vector.of(0.6, 2.2));

    /** A run and its status. The status is stored because computing it walks over the whole path. */
    record DescentResults(Trajectory run, RunStatus status) {
        static DescentResults of(Descent descent) {
            Trajectory run = descent.run();
            return new DescentResults(run, run.status());
        }

        Descent descent() {
            return run.descent();
        }

        LossSurface surface() {
            return descent().surface();
        }

        Vector theta() {
            return run.theta();
        }

        Vector gradient() {
            return descent().gradient(theta());
        }

        Matrix gradients() {
            return new Matrix(run.path().stream().map(descent()::gradient).toList());
        }

        /** Returns why there is no single stability limit or factor; empty if there is one. */
        private Optional<String> whyNoLimit() {
            if (descent().stability().isPresent()) {
                return Optional.empty();
            }
            return Optional.of(
                    descent().bowl().isPresent()
                            ? "Adam's steps do not grow with the curvature"
                            : "only a quadratic bowl, given by curvature, has one limit everywhere");
        }

        /** Returns why the run has not converged; empty if it has. */
        private Optional<String> whyNotConverged() {
            return switch (status) {
                case CONVERGED -> Optional.empty();
                case ON_THE_EDGE -> Optional.of("η is at the limit, where no run converges");
                case DIVERGING, OVERFLOWED -> Optional.of("the run diverges");
                case UNDEFINED -> Optional.of("the run has left the domain of f or of its slope");
                default -> Optional.of(descent().noise() > 0 ? "with noise no run converges" : "not at rest yet");
            };
        }

        /** Returns why the loss has not overflowed; empty if it has. */
        private Optional<String> whyNoOverflow() {
            if (run.divergedAt().isPresent()) {
                return Optional.empty();
            }
            return Optional.of(
                    status == RunStatus.UNDEFINED ? "f has no value or no slope there" : "the loss is still finite");
        }
    }

    static final Quantity<DescentResults, Vector> THETA =
            Quantity.reals("theta", "θ", Style.number(3), DescentResults::theta);

    static final Quantity<DescentResults, Double> LOSS = Quantity.real(
                    "loss", "L(θ)", Style.number(4), (DescentResults all) -> all.run()
                            .loss())
            .unless(all -> all.surface().trouble(all.theta()))
            .withDoubt(all -> all.surface().remedy(all.theta()));

    static final Quantity<DescentResults, Vector> GRADIENT =
            Quantity.reals("gradient", "∇L", Style.number(3), DescentResults::gradient);

    static final Quantity<DescentResults, String> STATUS =
            Quantity.word("status", all -> all.status().word());

    static final Quantity<DescentResults, Double> LIMIT = ofBowl("eta_limit", Descent::threshold);

    /**
     * Absolute value of the factor. With momentum the factor is a spectral radius without a sign, so plain descent
     * shows none either.
     */
    static final Quantity<DescentResults, Double> FACTOR = ofBowl(
            "factor", descent -> OptionalDouble.of(Math.abs(descent.factor().getAsDouble())));

    private static final Quantities<DescentModel, DescentResults> QUANTITIES = new Quantities<>(
            model -> DescentResults.of(model.descent()),
            List.of(
                    THETA,
                    LOSS,
                    GRADIENT,
                    STATUS,
                    LIMIT,
                    ofBowl("threshold", Descent::threshold),
                    FACTOR,
                    step("converged_at", "step of rest", Trajectory::convergedAt, DescentResults::whyNotConverged),
                    step("diverged_at", "step of overflow", Trajectory::divergedAt, DescentResults::whyNoOverflow),
                    Quantity.rows("path", Style.number(3), (DescentResults all) -> all.run()
                                    .path())
                            .onRequest(),
                    Quantity.reals("losses", Style.number(3), (DescentResults all) -> all.run()
                                    .losses())
                            .onRequest(),
                    Quantity.table(
                            "gradients",
                            Style.number(3),
                            all -> all.run().path().size(),
                            DescentResults::gradients),
                    Quantity.table(
                            "hessian", Style.number(3), all -> all.theta().size(), all -> all.surface()
                                    .hessian(all.theta()))));

    /** What a plain picture shows. */
    private static final Quantities<DescentModel, DescentResults> PLAIN =
            new Quantities<>(model -> DescentResults.of(model.descent()), List.of(THETA, LOSS));

    /** Declares the step at which the run came to an end of its own. */
    private static Quantity<DescentResults, Long> step(
            String name,
            String symbol,
            Function<Trajectory, OptionalInt> of,
            Function<DescentResults, Optional<String>> whyNone) {
        return Quantity.whole(name, (DescentResults all) -> of.apply(all.run()).getAsInt())
                .called(symbol)
                .unless(whyNone)
                .withoutWarning();
    }

    /** Declares a quantity that exists only on a quadratic bowl and without Adam. */
    private static Quantity<DescentResults, Double> ofBowl(String name, Function<Descent, OptionalDouble> of) {
        return Quantity.real(name, Style.number(4), (DescentResults all) -> of.apply(all.descent())
                        .getAsDouble())
                .unless(DescentResults::whyNoLimit)
                .withoutWarning();
    }

    @Override
    public Info info() {
        String title = "Gradient descent: roll downhill";
        return new Info("descent", "FIG.05", "bowl", title, "click the bowl to drop the ball").comparing();
    }

    @Override
    public Info info(DescentModel model) {
        Info info = info();
        return model.isPlain()
                ? new Info(info.id(), info.number(), info.noun(), info.title(), "nudge η, watch L").comparing()
                : info;
    }

    @Override
    public DescentModel start() {
        Descent descent =
                new Descent(0.18, Vector.of(-2.5, 1.5), BOWL, 0, Optimizer.SGD, 0, 1, Precision.FLOAT64, Descent.TOL);
        return new DescentModel(descent, Wording.SYMBOLS);
    }

    @Override
    public List<Knob<DescentModel, ?>> knobs() {
        return DescentKnobs.ALL;
    }

    @Override
    public List<Knob<DescentModel, ?>> knobs(DescentModel model) {
        return model.isPlain() ? DescentKnobs.PLAIN : DescentKnobs.ALL;
    }

    @Override
    public Optional<Stepper<DescentModel>> stepper() {
        return Optional.of(new Stepper<>(
                DescentKnobs.STEPS,
                "step",
                "steps",
                model -> Pace.rising(model.descent().steps(), BURST),
                model -> isOver(model.descent()),
                model -> true,
                Optional.empty()));
    }

    @Override
    public List<FigureAction<DescentModel>> commands() {
        String help = "pick the ball up to choose where it starts; Tab goes on";
        return List.of(new FigureAction<>("drop", 'd', "drop", help, UnaryOperator.identity(), List.of("start")));
    }

    @Override
    public List<FigureAction<DescentModel>> commands(DescentModel model) {
        return model.isPlain() ? List.of() : commands();
    }

    /** Returns a ghost at the start of the run. The learner moves it to where the first step may land. */
    @Override
    public Ghost ghost(DescentModel model) {
        return new Ghost(new Range(-6, 6, 0.1), model.descent().start(), 2);
    }

    /** Returns whether more steps show nothing new: θ is NaN, the run has converged, or the step limit is reached. */
    private static boolean isOver(Descent descent) {
        Trajectory run = descent.run();
        boolean isNaN = run.theta().stream().anyMatch(Double::isNaN);
        return isNaN || run.status() == RunStatus.CONVERGED || descent.steps() == Descent.MOST_STEPS;
    }

    /**
     * Returns the estimated cost in microseconds: steps times components times the cost of one component. A component
     * costs 0.1 on a bowl, or 1 per 25 characters of a formula; Adam adds 0.5.
     */
    @Override
    public double effort(DescentModel model) {
        Descent descent = model.descent();
        double slope =
                descent.bowl().isPresent() ? 0.1 : descent.surface().toString().length() / 25.0;
        double adam = descent.optimizer().method() == Method.ADAM ? 0.5 : 0;
        return descent.steps() * descent.start().size() * (slope + adam);
    }

    @Override
    public Optional<String> divergence(DescentModel model) {
        Descent descent = model.descent();
        RunStatus status = descent.run().status();
        if (status != RunStatus.DIVERGING && status != RunStatus.OVERFLOWED) {
            return Optional.empty();
        }
        OptionalDouble edge = descent.threshold();
        String below = edge.isPresent() ? "one below " + Decimal.significant(edge.getAsDouble(), 6) : "a smaller one";
        return Optional.of("eta " + Decimal.shortest(descent.eta()) + ": the run "
                + (status == RunStatus.OVERFLOWED ? "overflowed" : "diverges") + "; type " + below);
    }

    @Override
    public Quantities<DescentModel, DescentResults> quantities() {
        return QUANTITIES;
    }

    /** Labels the limit with its formula, which depends on the optimizer, and the factor with its words. */
    @Override
    public List<Fact> facts(DescentModel model, Predicate<String> wanted) {
        List<Fact> facts = new ArrayList<>(Figure.Diverging.super.facts(model, wanted));
        facts.replaceAll(fact -> switch (fact.name()) {
            case "eta_limit", "threshold" -> fact.called(limitFormula(model.descent()));
            case "factor" -> fact.called(LEFT);
            default -> fact;
        });
        return facts;
    }

    @Override
    public List<Fact> pictureFacts(DescentModel model, Predicate<String> wanted) {
        return model.isPlain() ? PLAIN.facts(model, wanted) : facts(model, wanted);
    }

    /** Returns the formula of the limit that η must stay below on a bowl. */
    static String limitFormula(Descent descent) {
        return descent.optimizer().method() == Method.MOMENTUM ? "2(1+beta)/λmax" : "2/λmax";
    }

    /** Returns the learning rate as its knob shows it. */
    static String shownEta(Descent descent) {
        return DescentKnobs.ETA.shown(descent, RATE);
    }

    @Override
    public List<Line> sentence(DescentModel model, ViewState<DescentModel> cursor) {
        return new DescentSentence(model).clauses();
    }

    @Override
    public List<String> steps(DescentModel model) {
        return DescentSteps.of(model);
    }

    @Override
    public Python python(DescentModel model) {
        Descent descent = model.descent();
        boolean bowl = descent.bowl().isPresent();
        boolean exact = descent.noise() == 0 && descent.precision() == Precision.FLOAT64;
        String rule =
                switch (descent.optimizer().method()) {
                    case SGD ->
                        """
                        theta = $start
                        $each
                            theta = [t - learning_rate * g for t, g in zip(theta, grad)]
                        """;
                    case MOMENTUM ->
                        """
                        theta, velocity = $start, $zeros
                        $each
                            velocity = [$beta * v + g for v, g in zip(velocity, grad)]
                            theta = [t - learning_rate * v for t, v in zip(theta, velocity)]
                        """;
                    case ADAM ->
                        """
                        theta, m, v = $start, $zeros, $zeros
                        $each
                            m = [$beta1 * a + (1 - $beta1) * g for a, g in zip(m, grad)]
                            v = [$beta2 * a + (1 - $beta2) * g * g for a, g in zip(v, grad)]
                            m_hat = [a / (1 - $beta1**step) for a in m]
                            root = [(a / (1 - $beta2**step))**0.5 + $epsilon for a in v]
                            theta = [t - learning_rate * a / b for t, a, b in zip(theta, m_hat, root)]
                        """;
                };
        String without = exact ? "" : "# without noise and float32, so the numbers differ\n";
        String code = bowl
                ? "curvature, learning_rate, num_steps = $curvature, $eta, $steps\n" + rule
                        + "loss = sum(c * t * t for c, t in zip(curvature, theta)) / 2\nprint(loss)  #= $loss after step $steps\n"
                : surface((Expression) descent.surface()) + "learning_rate, num_steps = $eta, $steps\n" + rule
                        + "print(f(*theta))  #= $loss after step $steps\n";
        return new Python(without + code)
                .with("each", "for step in range(1, num_steps + 1):\n    grad = $slopes")
                .with("slopes", bowl ? "[c * t for c, t in zip(curvature, theta)]" : "slopes(*theta)")
                .with("zeros", Vector.filled(descent.start().size(), 0));
    }

    /**
     * Returns Python code for a formula and its partial derivatives. One or two variables are named x and y, more are
     * x1, x2, ...
     */
    private static String surface(Expression f) {
        List<String> names =
                IntStream.range(0, f.dimensions()).mapToObj(i -> "x" + (i + 1)).toList();
        String slopes = IntStream.range(0, names.size())
                .mapToObj(i -> f.derivative(i)
                        .map(slope -> new PythonExpression(slope).code())
                        .orElse("math.nan")
                        .replaceAll(" ([-+]) ", "$1"))
                .collect(Collectors.joining(", "));
        String code = "def f($names): return " + new PythonExpression(f).code() + "\ndef slopes($names): return ["
                + slopes + "]\n";
        String known = PythonExpression.definitions(code).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        String plain = ((known + code).contains("math.") ? "import math\n" : "")
                + known
                + code.replace("$names", String.join(", ", names));
        return names.size() > 2
                ? plain.replaceAll("\\bx\\b", "x1").replaceAll("\\by\\b", "x2")
                : plain.replaceAll("\\bx1\\b", "x").replaceAll("\\bx2\\b", "y");
    }

    @Override
    public void draw(DescentModel model, ViewState<DescentModel> cursor, Canvas body) {
        new DescentPicture(model, cursor, body).draw();
    }
}
