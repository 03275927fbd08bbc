package dev.nabla.figure.backprop;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.TextCodec;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Figure FIG.15b: how far the slope by nudging is from the slope of the walk back, for nudges from 1 to 1e-15. A large
 * nudge meets the bend of the loss, a tiny one its last digits.
 */
public final class NudgeFigure implements TrainedFigure<NudgeModel> {
    private static final Style SIX = Style.number(6);

    /** Milliseconds between two nudges that are tried. */
    private static final int PACE = 200;

    /** Least error that is written with four decimals. */
    private static final double LEAST_PLAIN = 1e-4;

    /** The names of the knobs of FIG.15 that also select the weight here. */
    private static final List<String> SHARED = List.of("matrix", "row", "column", "name", "steps");

    /**
     * A weight with its slopes.
     *
     * @param nudged the slope by nudging for each size
     * @param gradient its slope by the walk back
     * @param forward the slope by nudging with the selected size
     */
    record NudgeResults(NudgeModel model, Vector nudged, double gradient, double forward) {
        static NudgeResults of(NudgeModel model) {
            BackpropModel weight = model.weight();
            double gradient = weight.parts().slopes().get(weight.index());
            return new NudgeResults(model, model.nudged(), gradient, weight.forward(weight.eps()));
        }

        /** Returns how far nudging is off, for each size. */
        Vector errors() {
            return nudged.map(slope -> Math.abs(slope - gradient));
        }

        /** Returns in how many decimals both slopes agree, for each size: -log10 of the error, 2 for 0.01. */
        Vector decimals() {
            return errors().map(error -> 0 - Math.log10(error));
        }

        /** Returns the position of the size that comes nearest; of equal ones that of the largest. */
        int nearest() {
            Vector errors = errors();
            return IntStream.range(0, errors.size())
                    .boxed()
                    .min(Comparator.comparingDouble(errors::get))
                    .orElseThrow();
        }

        double nearestSize() {
            return NudgeModel.SIZES.get(nearest());
        }

        /** Returns the positions of the sizes that have been tried, in the order of trying. */
        List<Integer> tried() {
            return NudgeModel.order(nearest()).subList(0, (int) model.tried());
        }

        double gap() {
            return Math.abs(forward - gradient);
        }
    }

    static final Quantity<NudgeResults, Double> GRADIENT =
            real("gradient", "∂L/∂w by the walk back", NudgeResults::gradient);
    static final Quantity<NudgeResults, Double> FORWARD = real("forward", "∂L/∂w by nudging", NudgeResults::forward);
    static final Quantity<NudgeResults, Double> GAP =
            real("gap", "nudging is off by", NudgeResults::gap).inWords("error of nudging");
    static final Quantity<NudgeResults, Vector> ERRORS =
            reals("errors", "off by, for ε from 1 to 1e−15", SIX, NudgeResults::errors);

    private static final Quantities<NudgeModel, NudgeResults> QUANTITIES = new Quantities<>(
            NudgeResults::of,
            List.of(
                    GRADIENT,
                    FORWARD,
                    GAP,
                    Quantity.word("nearest", (NudgeResults all) -> Decimal.shortest(all.nearestSize()))
                            .called("ε that comes nearest"),
                    reals(
                                    "decimals",
                                    "decimals that agree, for ε from 1 to 1e−15",
                                    Style.number(1),
                                    NudgeResults::decimals)
                            .withoutWarning(),
                    ERRORS.onRequest(),
                    reals("nudged", "by nudging, for ε from 1 to 1e−15", SIX, NudgeResults::nudged)
                            .onRequest()));

    private static Quantity<NudgeResults, Double> real(String name, String symbol, Function<NudgeResults, Double> of) {
        return Quantity.real(name, symbol, SIX, of).exact();
    }

    private static Quantity<NudgeResults, Vector> reals(
            String name, String symbol, Style style, Function<NudgeResults, Vector> of) {
        return Quantity.reals(name, symbol, style, of).exact();
    }

    private static final Knob<NudgeModel, Long> TRIED = KnobInfo.picture(
                    "tried", "tried", "sizes of the nudge that have been tried, like 4")
            .whole(0, NudgeModel.SIZES.size(), NudgeModel::tried, NudgeModel::withTried)
            .when(model -> false);

    @Override
    public Info info() {
        return new Info("nudge", "FIG.15b", "nudge", "How small a nudge is small enough?", "←→ chooses ε").onlyShown();
    }

    @Override
    public NudgeModel start() {
        return new NudgeModel(new BackpropFigure().start().withEps(1), NudgeModel.SIZES.size());
    }

    @Override
    public List<Knob<NudgeModel, ?>> knobs() {
        List<Knob<NudgeModel, ?>> knobs = new ArrayList<>();
        knobs.add(KnobInfo.usual("eps", "ε", "by how much the weight is nudged, like 1e-7")
                .labelled("ε")
                .holding(
                        new TextCodec<>(NudgeModel.SIZES, Numerals::number, Value.Real::new),
                        model -> model.weight().eps(),
                        (model, eps) -> model.withWeight(model.weight().withEps(eps))));
        for (Knob<BackpropModel, ?> knob : new BackpropFigure().knobs()) {
            if (SHARED.contains(knob.name())) {
                knobs.add(
                        knob.within(NudgeModel::weight, NudgeModel::withWeight).when(model -> false));
            }
        }
        knobs.add(TRIED);
        return List.copyOf(knobs);
    }

    @Override
    public Optional<Stepper<NudgeModel>> stepper() {
        return Optional.of(new Stepper<NudgeModel>(
                TRIED,
                "one ε",
                "sizes",
                model -> new Pace(NudgeModel.SIZES.size(), 1, PACE),
                NudgeModel::isDone,
                model -> true,
                Optional.<PieceWork<NudgeModel>>of(NudgeModel::shown)));
    }

    @Override
    public String linkedFigure(NudgeModel model, String knob) {
        return "derivative";
    }

    @Override
    public Quantities<NudgeModel, NudgeResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(NudgeModel model) {
        NudgeResults answer = NudgeResults.of(model);
        BackpropModel weight = model.weight();
        double eps = weight.eps();
        double loss = weight.loss(0);
        double nudged = weight.loss(eps);
        return List.of(
                "w = " + weight.weightName() + " = " + number(weight.weights().get(weight.index())),
                "L(w) = " + number(loss, 16),
                "L(w + " + number(eps) + ") = " + number(nudged, 16),
                "by nudging (L(w + ε) − L(w))/ε = " + number(nudged - loss) + "/" + number(eps) + " = "
                        + number(answer.forward()),
                "the walk back says ∂L/∂w = " + number(answer.gradient()),
                "nudging is off by " + number(answer.gap()),
                "of all sixteen ε " + number(answer.nearestSize()) + " comes nearest");
    }

    @Override
    public Python python(NudgeModel model) {
        BackpropModel weight = model.weight();
        return new Python(
                        """
                loss = $loss  # L of $weight_name as it is
                nudged = $nudged_loss  # L with $weight_name raised by eps
                eps = $eps
                slope = (nudged - loss) / eps  #2 the walk back says $gradient
                print(slope)  #= $forward
                """)
                .with("weight_name", weight.weightName())
                .with("loss", weight.loss(0))
                .with("nudged_loss", weight.loss(weight.eps()));
    }

    @Override
    public List<Line> sentence(NudgeModel model, ViewState<NudgeModel> cursor) {
        NudgeResults answer = NudgeResults.of(model);
        if (model.tried() == 0) {
            return List.of(
                    Line.of("No nudge has been tried yet"),
                    Line.of(": sixteen sizes, from both ends towards the middle"));
        }
        if (!model.isDone()) {
            int last = answer.tried().get((int) model.tried() - 1);
            return List.of(Line.of("ε = " + power(NudgeModel.SIZES.get(last)) + " is off by ")
                    .second(off(answer.errors().get(last))));
        }
        if (answer.gradient() == 0 && answer.errors().max() == 0) {
            return List.of(Line.of("The slope is 0, and every nudge says so"));
        }
        double eps = model.weight().eps();
        String best = power(answer.nearestSize());
        Line off = Line.of(
                        "ε = " + power(eps) + (eps == answer.nearestSize() ? " comes nearest, off by " : " is off by "))
                .result(off(answer.gap()));
        if (eps == answer.nearestSize()) {
            return List.of(off, Line.of("; with smaller steps the digits run out"));
        }
        return List.of(
                off,
                Line.of(
                        eps > answer.nearestSize()
                                ? ": the step is long, and L bends"
                                : ": L changes in its last digits only"),
                Line.of("; " + best + " comes nearest"));
    }

    @Override
    public void draw(NudgeModel model, ViewState<NudgeModel> cursor, Canvas body) {
        new NudgePicture(Picture.of(this, QUANTITIES, model, cursor), body).draw();
    }

    /** Writes a size of a nudge: 1, 0.1, and a smaller power of ten as 1e−2. */
    static String power(double eps) {
        long digits = Math.round(-Math.log10(eps));
        boolean small = digits > 1 && eps == Double.parseDouble("1e-" + digits);
        return Decimal.typeset(small ? "1e-" + digits : Decimal.shortest(eps));
    }

    /** Writes an error with four decimals, a smaller one with one digit and a power of ten. */
    static String off(double error) {
        return error == 0
                ? "0"
                : error < LEAST_PLAIN ? Decimal.drawn(error, 9, 5) : Decimal.typeset(Decimal.fixed(error, 4));
    }
}
