package dev.nabla.figure.operation;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.VectorCodec.NudgeMode;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Line;
import dev.nabla.math.Norm;
import dev.nabla.math.Norm.Kind;
import dev.nabla.math.Rounded;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

/** {@code solve norm}: rms or layer normalisation of a vector, and its gradients by an upstream. */
public final class NormOperation implements Figure.WithoutPicture<NormOperation.NormModel> {
    /** Number of components that the worked steps show. */
    private static final int MOST_SHOWN = 5;

    private static final Range ENTRY = new Range(-9, 9, 0.1);

    /** A norm and the slopes that come back from behind it. */
    public record NormModel(Norm norm, Vector upstream) {
        public NormModel {
            norm.gradient(upstream);
        }
    }

    private static final Quantity<NormModel, Vector> Y = Quantity.reals(
                    "y", Style.number(3), (NormModel model) -> model.norm().y())
            .unless(NormOperation::whyUndefined)
            .withDoubt(model -> model.norm().yDoubt());

    private static final Quantities<NormModel, NormModel> QUANTITIES = Quantities.of(List.of(
            Quantity.real("mean", Style.number(3), (NormModel model) -> model.norm()
                            .mean())
                    .unless(model -> isLayer(model) ? Optional.empty() : Optional.of("rms norm subtracts no mean"))
                    .withDoubt(model -> model.norm().meanDoubt())
                    .withoutWarningWhere(model -> !isLayer(model)),
            Quantity.real("mean_square", Style.number(3), (NormModel model) -> model.norm()
                            .meanSquare())
                    .called("mean square"),
            Quantity.real(
                    "root", Style.number(3), (NormModel model) -> model.norm().root()),
            Y,
            slopes("grad_x", "∂L/∂x", Norm.Gradient::x),
            slopes("grad_gain", "∂L/∂gain", Norm.Gradient::gain)
                    .withDoubt(model -> Rounded.doubt(gradient(model).byGain())),
            slopes("grad_shift", "∂L/∂shift", Norm.Gradient::shift)
                    .withDoubt(model -> Rounded.doubt(gradient(model).byShift()))));

    private static Norm.Gradient gradient(NormModel model) {
        return model.norm().gradient(model.upstream());
    }

    private static Quantity<NormModel, Vector> slopes(String name, String symbol, Function<Norm.Gradient, Vector> of) {
        return Quantity.reals(name, Style.number(3), (NormModel model) -> of.apply(gradient(model)))
                .called(symbol)
                .unless(NormOperation::whyUndefined);
    }

    private static Optional<String> whyUndefined(NormModel model) {
        String left = isLayer(model) ? "all components are equal" : "all components are 0";
        return model.norm().isUndefined()
                ? Optional.of(left + " and eps is 0: 0 would be divided by 0; give an eps like 1e-5")
                : Optional.empty();
    }

    private static boolean isLayer(NormModel model) {
        return model.norm().kind() == Kind.LAYER;
    }

    @Override
    public Info info() {
        return Info.withoutPicture("norm", "norm", "A vector loses its size and keeps its direction");
    }

    @Override
    public NormModel start() {
        Vector one = Vector.of(1);
        return new NormModel(new Norm(Kind.RMS, Vector.of(3, 4), 1e-5, one, Vector.of(0)), one);
    }

    @Override
    public List<Knob<NormModel, ?>> knobs() {
        return List.of(
                KnobInfo.question("x", "x", "the vector, like 3,4")
                        .inRows()
                        .vector(ENTRY, NudgeMode.LIST, Norm::x, Norm::withX)
                        .within(NormModel::norm, NormOperation::with),
                KnobInfo.usual("kind", "kind", "rms divides by the size; layer subtracts the mean first")
                        .word(Kind.class, Norm::kind, Norm::withKind)
                        .within(NormModel::norm, NormOperation::with),
                KnobInfo.usual("eps", "ε", "what is added to the mean square, like 1e-5")
                        .real(Range.decades(1e-12, 1), Bounds.atLeast(0L), Norm::eps, Norm::withEps)
                        .within(NormModel::norm, NormOperation::with),
                each(
                        "gain",
                        "factor of each component after that: a number for each, or one for all, like 1",
                        Norm::gain,
                        Norm::withGain),
                each(
                        "shift",
                        "added to each component last: a number for each, or one for all, like 0",
                        Norm::shift,
                        Norm::withShift),
                KnobInfo.usual(
                                "upstream",
                                "∂L/∂y",
                                "how a loss changes with y, for the gradients: a number for each, or one for all, like 1")
                        .vector(
                                ENTRY,
                                NudgeMode.FITTED,
                                NormModel::upstream,
                                (model, upstream) -> new NormModel(model.norm(), upstream)));
    }

    private static NormModel with(NormModel model, Norm norm) {
        return new NormModel(norm, model.upstream());
    }

    /** Returns a knob for a number of each component, or one for all. */
    private static Knob<NormModel, Vector> each(
            String name, String help, Function<Norm, Vector> get, BiFunction<Norm, Vector, Norm> set) {
        return KnobInfo.usual(name, name, help)
                .vector(ENTRY, NudgeMode.FITTED, get, set)
                .within(NormModel::norm, NormOperation::with);
    }

    @Override
    public Quantities<NormModel, NormModel> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(NormModel model) {
        Norm norm = model.norm();
        int n = norm.x().size();
        boolean layer = isLayer(model);
        List<String> steps = new ArrayList<>();
        String mean = number(norm.mean());
        if (layer) {
            steps.add("mean = ("
                    + WorkedSteps.listed(
                            n, MOST_SHOWN, " + ", i -> bracketed(norm.x().get(i))) + ")/" + n + " = " + mean);
        }
        String minus = layer ? " − " + bracketed(mean) : "";
        String squares = WorkedSteps.listed(n, MOST_SHOWN, " + ", i -> left(norm, i, minus) + "²");
        steps.add("mean square = (" + squares + ")/" + n + " = " + number(norm.meanSquare()));
        String root = number(norm.root());
        steps.add("root = √(" + number(norm.meanSquare()) + " + " + number(norm.eps()) + ") = " + root);
        Optional<String> undefined = whyUndefined(model);
        if (undefined.isPresent()) {
            steps.add(undefined.get());
            return steps;
        }
        Vector y = norm.y();
        Vector gain = norm.gain().spread("gain", "x", n);
        Vector shift = norm.shift().spread("shift", "x", n);
        lines(
                steps,
                n,
                i -> "y" + Subscript.of(i) + " = " + bracketed(gain.get(i)) + "·" + left(norm, i, minus) + "/" + root
                        + " + " + bracketed(shift.get(i)) + " = " + number(y.get(i)));
        steps.addAll(back(model, gain));
        return steps;
    }

    private static void lines(List<String> steps, int n, IntFunction<String> line) {
        for (int i = 0; i < Math.min(n, MOST_SHOWN); i++) {
            steps.add(line.apply(i));
        }
    }

    /** Returns what is divided by the root: {@code (−1)}, or {@code (−1 − 2)} where a mean is subtracted. */
    private static String left(Norm norm, int i, String minus) {
        String x = number(norm.x().get(i));
        return minus.isEmpty() ? bracketed(x) : "(" + x + minus + ")";
    }

    private static List<String> back(NormModel model, Vector gain) {
        Norm norm = model.norm();
        int n = norm.x().size();
        Vector upstream = model.upstream().spread("upstream", "x", n);
        Vector g = Vector.of(n, i -> upstream.get(i) * gain.get(i));
        Vector unit = norm.normalised();
        Vector slopes = norm.gradient(model.upstream()).x();
        String mean = number(g.mean());
        String along = number(Vector.of(n, i -> g.get(i) * unit.get(i)).mean());
        List<String> steps = new ArrayList<>();
        steps.add("g = ∂L/∂y·gain = (" + WorkedSteps.listed(n, MOST_SHOWN, ", ", i -> number(g.get(i))) + ")");
        steps.add("n = (y − shift)/gain = (" + WorkedSteps.listed(n, MOST_SHOWN, ", ", i -> number(unit.get(i))) + ")");
        if (isLayer(model)) {
            steps.add("mean of g = " + mean);
        }
        steps.add("mean of g·n = " + along);
        String centre = isLayer(model) ? " − " + bracketed(mean) : "";
        lines(
                steps,
                n,
                i -> "∂L/∂x" + Subscript.of(i) + " = (" + number(g.get(i)) + centre + " − "
                        + bracketed(unit.get(i)) + "·" + bracketed(along) + ")/" + number(norm.root()) + " = "
                        + number(slopes.get(i)));
        return steps;
    }

    @Override
    public Python python(NormModel model) {
        boolean layer = isLayer(model);
        return new Python(
                        """
                x, gain, shift = $x, $gains, $shifts
                $centre
                ms = sum(xi * xi for xi in x) / len(x)  # $mean_square
                scale = (ms + $eps) ** -0.5
                y = [g * xi * scale + s for xi, g, s in zip(x, gain, shift)]  #= $y
                print(y[0])  #= $y[1]
                """)
                .with(
                        "gains",
                        model.norm().gain().spread("gain", "x", model.norm().x().size()))
                .with(
                        "shifts",
                        model.norm()
                                .shift()
                                .spread("shift", "x", model.norm().x().size()))
                .with("centre", layer ? "mean = sum(x) / len(x)  # $mean\nx = [xi - mean for xi in x]" : "");
    }

    @Override
    public List<Line> sentence(NormModel model, ViewState<NormModel> cursor) {
        if (model.norm().isUndefined()) {
            return List.of(Line.of("Nothing is left to divide by: ").warn("the result would be 0/0"));
        }
        String root = Style.number(3).sentence(model.norm().root());
        return List.of(
                Line.of(isLayer(model) ? "What is above the mean is divided by " : "Each component is divided by ")
                        .result(root),
                Line.of(", the root of the mean square and ε."));
    }
}
