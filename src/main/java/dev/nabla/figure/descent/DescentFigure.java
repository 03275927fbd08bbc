package dev.nabla.figure.descent;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Figure.Stepper;
import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Range;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Bowl;
import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;
import dev.nabla.math.Matrix;
import dev.nabla.math.Optimizer;
import dev.nabla.math.Optimizer.Method;
import dev.nabla.math.Precision;
import dev.nabla.math.Trajectory;
import dev.nabla.math.Trajectory.Status;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** FIG.05: a ball rolls down a bowl in steps of the learning rate, or out of it. */
public final class DescentFigure implements Figure.Diverging<Descent>, Figure.Ghostly<Descent> {
    static final Bowl BOWL = new Bowl(Vector.of(0.6, 2.2));
    /** Steps and components that are worked out. */
    private static final int MOST_SHOWN = 5;

    @Override
    public Info info() {
        String title = "Gradient descent: roll downhill";
        return new Info("descent", "FIG.05", "bowl", title, "click the bowl to drop the ball").comparing();
    }

    @Override
    public Descent start() {
        return new Descent(0.18, Vector.of(-2.5, 1.5), BOWL, 0, Optimizer.SGD, 0, 1, Precision.FLOAT64, Descent.TOL);
    }

    @Override
    public List<Knob<Descent, ?>> knobs() {
        return DescentKnobs.ALL;
    }

    @Override
    public Optional<Stepper<Descent>> stepper() {
        return Optional.of(new Stepper<>(DescentKnobs.STEPS, "step", 10, 1, DescentFigure::isOver));
    }

    @Override
    public List<Command<Descent>> commands() {
        String help = "pick the ball up, so that the arrows move it; Tab goes on";
        return List.of(new Command<>("drop", 'd', "drop", help, UnaryOperator.identity(), List.of("start")));
    }

    /** Where the first step may land. */
    @Override
    public Ghost ghost(Descent descent) {
        return new Ghost(new Range(-6, 6, 0.1), descent.start(), 2);
    }

    private static boolean isOver(Descent descent) {
        Trajectory run = descent.run();
        boolean gone = run.theta().stream().anyMatch(Double::isNaN);
        return gone || run.status() == Status.CONVERGED || descent.steps() == Descent.MOST_STEPS;
    }

    /** Of each component at each step: 0.1 in a bowl, for 25 characters of a formula 1, for Adam 0.5 more. */
    @Override
    public double effort(Descent descent) {
        double slope =
                descent.bowl().isPresent() ? 0.1 : descent.surface().toString().length() / 25.0;
        double adam = descent.optimizer().method() == Method.ADAM ? 0.5 : 0;
        return descent.steps() * descent.start().size() * (slope + adam);
    }

    @Override
    public Optional<String> divergence(Descent descent) {
        Status status = descent.run().status();
        if (status != Status.DIVERGING && status != Status.OVERFLOWED) {
            return Optional.empty();
        }
        OptionalDouble edge = descent.threshold();
        String below = edge.isPresent() ? "one below " + Decimal.significant(edge.getAsDouble(), 6) : "a smaller one";
        return Optional.of("eta " + Decimal.shortest(descent.eta()) + ": the run "
                + (status == Status.OVERFLOWED ? "overflowed" : "diverges") + "; type " + below);
    }

    @Override
    public List<String> factsOnRequest() {
        return List.of("path", "losses", "gradients", "hessian");
    }

    @Override
    public List<Fact> facts(Descent descent) {
        Trajectory run = descent.run();
        Vector theta = run.theta();
        List<Vector> path = run.path();
        String known = descent.bowl().isPresent()
                ? "Adam's steps do not grow with the curvature"
                : "only a bowl, given by curvature, has the same one everywhere";
        Status status = run.status();
        OptionalInt rest = status == Status.CONVERGED ? run.convergedAt() : OptionalInt.empty();
        String held = status == Status.UNDEFINED ? "f has no value there, or no slope" : "the loss stayed a number";
        Fact loss = descent.surface()
                .trouble(theta)
                .map(why -> Fact.absent("loss", why))
                .orElseGet(() -> Fact.real("loss", run.loss(), "", 4)
                        .doubted(descent.surface().remedy(theta)));
        return List.of(
                Fact.reals("theta", theta, 3).called("θ"),
                loss.called("L(θ)"),
                Fact.reals("gradient", descent.gradient(theta), 3).called("∇L"),
                Fact.word("status", status.word()),
                orAbsent("eta_limit", descent.threshold(), known).calmly().called(threshold(descent)),
                orAbsent("threshold", descent.threshold(), known).calmly().called(threshold(descent)),
                orAbsent("factor", size(descent.factor()), known).calmly().called("size of " + factor(descent)),
                step("converged_at", rest, unrest(descent, status)).called("step of rest"),
                step("diverged_at", run.divergedAt(), held).called("step of overflow"),
                Fact.rows("path", path, 3).whenAsked(),
                Fact.reals("losses", run.losses(), 3).whenAsked(),
                Fact.later(
                        "gradients",
                        path.size(),
                        () -> new Matrix(path.stream().map(descent::gradient).toList()),
                        3),
                Fact.later("hessian", theta.size(), () -> descent.surface().hessian(theta), 3));
    }

    /** Why a run has not converged. */
    private static String unrest(Descent descent, Status status) {
        return switch (status) {
            case ON_THE_EDGE -> "on the edge nothing comes to rest";
            case DIVERGING, OVERFLOWED -> "the run diverges";
            case UNDEFINED -> "the run has left the places where f has a value and a slope";
            default ->
                descent.noise() > 0
                        ? "with noise nothing comes to rest"
                        : "more than " + Decimal.shortest(descent.tol())
                                + " of the way to the bottom is left, or will be";
        };
    }

    /** With momentum it has no sign, and so without. */
    private static OptionalDouble size(OptionalDouble factor) {
        return factor.isPresent() ? OptionalDouble.of(Math.abs(factor.getAsDouble())) : factor;
    }

    private static Fact orAbsent(String name, OptionalDouble value, String why) {
        return value.isPresent() ? Fact.real(name, value.getAsDouble(), "", 4) : Fact.absent(name, why);
    }

    private static Fact step(String name, OptionalInt at, String why) {
        return at.isPresent()
                ? Fact.whole(name, at.getAsInt())
                : Fact.absent(name, why).calmly();
    }

    /** The limit that η must stay below on a bowl, in symbols. */
    static String threshold(Descent descent) {
        return descent.optimizer().method() == Method.MOMENTUM ? "2(1+beta)/λmax" : "2/λmax";
    }

    /** The label of the factor of the slowest direction, the flattest or the steepest: {@code factor 1−0.6η}; only plain descent has a formula. */
    static String factor(Descent descent) {
        return descent.stability()
                .filter(run -> descent.optimizer().method() == Method.SGD)
                .map(run -> run.eta() < run.fastest()
                        ? run.lambdas().min()
                        : run.lambdas().max())
                .map(lambda -> "factor 1−" + Decimal.significant(lambda, 3) + "η")
                .orElse("factor");
    }

    /** A learning rate as it is drawn: two places, or up to four digits where it has them. */
    static String rate(double eta) {
        String places = Decimal.drawn(eta, 2, 7);
        String digits = Decimal.typeset(Decimal.significant(eta, 4));
        return digits.length() > places.length() ? digits : places;
    }

    @Override
    public List<Line> sentence(Descent descent, ViewState<Descent> cursor) {
        return new DescentSentence(descent).clauses();
    }

    @Override
    public List<String> steps(Descent descent) {
        List<String> steps = new ArrayList<>();
        descent.bowl().ifPresent(bowl -> steps.addAll(factors(descent, bowl.curvature())));
        if (descent.surface() instanceof Expression f) {
            steps.add("L(θ) = " + Decimal.typeset(f.toString()) + naming(f.dimensions()));
        }
        List<Vector> path = descent.run().path();
        for (int t = 0; t < Math.min(path.size(), MOST_SHOWN + 1); t++) {
            steps.add(step(descent, t, path.get(t)));
        }
        if (path.size() > MOST_SHOWN + 1) {
            steps.add("...");
            steps.add(step(descent, path.size() - 1, path.get(path.size() - 1)));
        }
        return steps;
    }

    private static List<String> factors(Descent descent, Vector lambdas) {
        List<String> steps = new ArrayList<>();
        if (descent.threshold().isPresent()) {
            String threshold = number(descent.threshold().getAsDouble());
            steps.add("λmax = " + number(lambdas.max()) + ", so η must stay below " + threshold);
        }
        boolean plain = descent.optimizer().method() == Method.SGD;
        for (int i = 0; i < Math.min(plain ? lambdas.size() : 0, MOST_SHOWN); i++) {
            String lambda = number(lambdas.get(i));
            steps.add("a step multiplies the direction with λ = " + lambda + " by 1 − " + number(descent.eta()) + "·"
                    + lambda + " = " + number(1 - descent.eta() * lambdas.get(i)));
        }
        return steps;
    }

    private static String step(Descent descent, int t, Vector theta) {
        return "step " + t + ": θ = (" + numbers(theta) + "), ∇L = (" + numbers(descent.gradient(theta)) + "), L = "
                + number(descent.loss(theta));
    }

    private static String numbers(Vector v) {
        return WorkedSteps.listed(v.size(), MOST_SHOWN, ", ", i -> number(v.get(i)));
    }

    /** How the variables of a formula of so many dimensions relate to theta. */
    private static String naming(int dimensions) {
        return switch (dimensions) {
            case 1 -> ", x = θ₁";
            case 2 -> ", x = θ₁, y = θ₂";
            default -> ", x1 = θ₁, x2 = θ₂, ...";
        };
    }

    @Override
    public Python python(Descent descent) {
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

    /** A formula and its slopes; in few variables they are x and y. */
    private static String surface(Expression f) {
        List<String> names =
                IntStream.range(0, f.dimensions()).mapToObj(i -> "x" + (i + 1)).toList();
        String slopes = IntStream.range(0, names.size())
                .mapToObj(i -> f.derivative(i)
                        .map(Expression::python)
                        .orElse("math.nan")
                        .replaceAll(" ([-+]) ", "$1"))
                .collect(Collectors.joining(", "));
        String code = "def f($names): return " + f.python() + "\ndef slopes($names): return [" + slopes + "]\n";
        String known =
                Expression.definitions(code).stream().map(line -> line + "\n").collect(Collectors.joining());
        String plain = ((known + code).contains("math.") ? "import math\n" : "")
                + known
                + code.replace("$names", String.join(", ", names));
        return names.size() > 2
                ? plain.replaceAll("\\bx\\b", "x1").replaceAll("\\by\\b", "x2")
                : plain.replaceAll("\\bx1\\b", "x").replaceAll("\\bx2\\b", "y");
    }

    @Override
    public void draw(Descent descent, ViewState<Descent> cursor, Canvas body) {
        new DescentPicture(descent, cursor, body).draw();
    }
}
