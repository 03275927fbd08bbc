package dev.nabla.figure.law;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.ScalingGrid;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import dev.nabla.math.ScalingLaw;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Figure FIG.20: twenty small trainings, a law that fits their losses, and a larger model whose loss it predicts.
 * Beside it models of several sizes that spend the same work.
 */
public final class LawFigure
        implements Figure.Diverging<LawModel>, Figure.Guessable<LawModel>, Figure.LinkedFigure<LawModel> {
    static final Quantity<LawNumbers, Double> FORECAST =
            fitted("forecast", "the law says", Style.NATS, LawNumbers::forecast).inWords("forecast of the law");
    static final Quantity<LawNumbers, Double> CAME =
            ofLarger("came", "it came to", LawNumbers::came).inWords("loss that came");
    static final Quantity<LawNumbers, Double> MISS =
            ofLarger("miss", "came − forecast", LawNumbers::miss).inWords("loss that came less the forecast");

    static final Quantity<LawNumbers, Long> PARAMETERS =
            Quantity.count("parameters", "weights, N", LawNumbers::weights).inWords("number of weights");
    private static final Quantity<LawNumbers, Long> FLOPS =
            Quantity.count("flops", "work, flops", LawNumbers::flops).inWords("number of operations");

    static final Quantity<LawNumbers, Double> C = ofLaw("c", 3, ScalingLaw::c);
    static final Quantity<LawNumbers, Double> A = ofLaw("a", 3, ScalingLaw::a);
    static final Quantity<LawNumbers, Double> ALPHA = ofLaw("alpha", 2, ScalingLaw::alpha);
    static final Quantity<LawNumbers, Double> B = ofLaw("b", 3, ScalingLaw::b);
    static final Quantity<LawNumbers, Double> BETA = ofLaw("beta", 2, ScalingLaw::beta);

    static final Quantity<LawNumbers, Vector> SAME_WORK = Quantity.reals(
                    "same_work_losses", "losses of equal work", Style.NATS, LawNumbers::sameWork)
            .onRequest();

    private static final Quantity<LawNumbers, List<Vector>> LOSSES =
            Quantity.table("losses", Style.NATS, (LawNumbers numbers) -> ScalingGrid.SIZES.size(), LawNumbers::losses);

    private static final Quantities<LawModel, LawNumbers> QUANTITIES = with(LOSSES);

    /** Those of the picture, whose digits are the small runs. */
    private static final Quantities<LawModel, LawNumbers> DRAWN = with(LOSSES.printed()
            .inWords("losses of models 1 to 4, each after 500, 1,000, 2,000, 4,000 and 8,000 names")
            .unless(LawNumbers::noLaw)
            .withoutWarningWhere(numbers -> !numbers.model().hasLaw()));

    private static Quantities<LawModel, LawNumbers> with(Quantity<LawNumbers, List<Vector>> losses) {
        return new Quantities<>(
                LawNumbers::new,
                List.of(
                        FORECAST,
                        CAME,
                        MISS,
                        PARAMETERS,
                        FLOPS,
                        C,
                        A,
                        ALPHA,
                        B,
                        BETA,
                        fitted("rms", "off, rms", Style.number(4), LawNumbers::rms)
                                .inWords("usual distance of the small runs from the law"),
                        SAME_WORK,
                        Quantity.count("best_parameters", "best weights of equal work", LawNumbers::bestSize)
                                .onRequest(),
                        losses));
    }

    private static final Range RING = new Range(1.8, 2.8, 0.01);

    private static Quantity<LawNumbers, Double> ofLaw(String name, int places, Function<ScalingLaw, Double> of) {
        return fitted(name, name, Style.number(places), numbers -> of.apply(numbers.law()));
    }

    /** Returns a quantity that exists once the law is fitted. */
    private static Quantity<LawNumbers, Double> fitted(
            String name, String symbol, Style style, Function<LawNumbers, Double> of) {
        return Quantity.real(name, symbol, style, of).unless(LawNumbers::noLaw);
    }

    /** Returns a loss that exists once the larger model is trained. */
    private static Quantity<LawNumbers, Double> ofLarger(String name, String symbol, Function<LawNumbers, Double> of) {
        return Quantity.real(name, symbol, Style.NATS, of)
                .unless(LawNumbers::untrained)
                .withoutWarningWhere(numbers -> !numbers.model().isTrained());
    }

    @Override
    public Info info() {
        String title = "A law: what will a larger model reach?";
        return new Info("law", "FIG.20", "law", title, "predict it, then train it");
    }

    @Override
    public LawModel start() {
        return LawModel.start();
    }

    @Override
    public List<Knob<LawModel, ?>> knobs() {
        return LawKnobs.all();
    }

    @Override
    public List<FigureAction<LawModel>> commands() {
        String help = "show models of several sizes that spend the same work, or hide them";
        return List.of(new FigureAction<>(
                "same-work", 'w', "same work", help, model -> model.withSameWork(!model.sameWork()), List.of("work")));
    }

    /** A step is a run. The larger model is the last one. */
    @Override
    public Optional<Stepper<LawModel>> stepper() {
        return Optional.of(new Stepper<LawModel>(
                LawKnobs.RUNS,
                "one more run",
                "runs",
                model -> new Pace(LawModel.ALL, 1, 60),
                LawModel::isTrained,
                model -> true,
                Optional.<PieceWork<LawModel>>of(LawModel::shown)));
    }

    @Override
    public boolean isSameRun(LawModel model, LawModel other) {
        return model.larger().equals(other.larger());
    }

    @Override
    public double effort(LawModel model) {
        return model.effort();
    }

    @Override
    public String linkedFigure(LawModel model, String knob) {
        return Map.of("n_embd", "matmul", "work", "scale").getOrDefault(knob, "train");
    }

    /** Returns a ring for the loss of the larger model. */
    @Override
    public Ghost ghost(LawModel model) {
        return new Ghost(RING, Vector.of(2.5), 2, true);
    }

    @Override
    public Optional<String> divergence(LawModel model) {
        return model.isTrained()
                ? new LawNumbers(model).diverged().map(why -> "eta " + Decimal.shortest(model.eta()) + ": " + why)
                : Optional.empty();
    }

    @Override
    public Quantities<LawModel, LawNumbers> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<Fact> pictureFacts(LawModel model, Predicate<String> wanted) {
        return DRAWN.facts(model, wanted);
    }

    @Override
    public Optional<String> caveat(LawModel model) {
        String what = model.runs() == 0 ? "nothing was trained" : "the larger model was not trained";
        return model.runs() == LawModel.ALL
                ? Optional.empty()
                : Optional.of("runs is " + model.runs() + ", so " + what + "; give up to " + LawModel.ALL);
    }

    @Override
    public List<String> steps(LawModel model) {
        LawNumbers numbers = new LawNumbers(model);
        String n = Decimal.grouped(model.weights());
        String d = Decimal.grouped(model.names());
        List<String> steps = new ArrayList<>();
        steps.add("N = 12·n_embd² + 70·n_embd = 12·" + model.nEmbd() + "² + 70·" + model.nEmbd() + " = " + n);
        steps.add("work = 6·N·7·D = 6·" + n + "·7·" + d + " = " + Decimal.grouped(numbers.flops()) + " flops");
        if (!model.hasLaw()) {
            steps.add(model.runs() + " of " + LawModel.SMALL + " small runs; a law is fitted to all of them");
            return steps;
        }
        ScalingLaw law = numbers.law();
        double ofSize = law.a() / Math.pow(model.weights(), law.alpha());
        double ofNames = law.b() / Math.pow(model.names(), law.beta());
        steps.add("least squares over " + LawModel.SMALL + " runs: L = c + a/N^alpha + b/D^beta with c = "
                + number(law.c())
                + ", a = " + number(law.a()) + ", alpha = " + number(law.alpha()) + ", b = " + number(law.b())
                + ", beta = " + number(law.beta()));
        steps.add("a/N^alpha = " + number(law.a()) + "/" + n + "^" + number(law.alpha()) + " = " + number(ofSize));
        steps.add("b/D^beta = " + number(law.b()) + "/" + d + "^" + number(law.beta()) + " = " + number(ofNames));
        steps.add("forecast = " + number(law.c()) + " + " + number(ofSize) + " + " + number(ofNames) + " = "
                + number(numbers.forecast()));
        if (model.isTrained() && numbers.diverged().isEmpty()) {
            steps.add("came − forecast = " + number(numbers.came()) + " − " + number(numbers.forecast()) + " = "
                    + number(numbers.miss()));
        }
        return steps;
    }

    /**
     * Returns a program that fits the law to the mean losses of each size and of each number of names. That gives the
     * same law as all runs, because each size has read each number of names.
     */
    @Override
    public Python python(LawModel model) {
        if (!model.hasLaw()) {
            return new Python("# $runs runs; a law needs all " + LawModel.SMALL + "\nprint($parameters)\n");
        }
        Matrix losses = new LawNumbers(model).losses();
        return new Python(
                        """
                N, of_n = $sizes, $by_size
                D = $reads  # rounded, so the last digits differ
                of_d = $by_names  # mean losses
                def fit(x, y, k):  # a line through y and x^-k
                    u = [each**-k for each in x]
                    mu, my = sum(u) / len(u), sum(y) / len(y)
                    a = sum((p - mu)*q for p, q in zip(u, y)) / sum((p - mu)**2 for p in u)
                    return sum((my + a*(p - mu) - q)**2 for p, q in zip(u, y)), k, a, mu
                off, alpha, a, at_n = min(fit(N, of_n, k/100) for k in range(1, 155))
                off, beta, b, at_d = min(fit(D, of_d, k/100) for k in range(1, 155))
                c = sum(of_n)/4 - a*at_n - b*at_d  # $c, $a/N^$alpha, $b/D^$beta
                print(c + a / $parameters**alpha + b / $names**beta)  #= $forecast
                """)
                .with("sizes", ScalingGrid.weights().toString())
                .with("reads", ScalingGrid.NAMES.toString())
                .with("by_size", rounded(losses))
                .with("by_names", rounded(losses.transposed()));
    }

    /** Returns the mean of each row, to six decimals. */
    private static Vector rounded(Matrix losses) {
        return Vector.of(losses.rows(), i -> Math.rint(losses.row(i).mean() * 1e6) / 1e6);
    }

    @Override
    public List<Line> sentence(LawModel model, ViewState<LawModel> cursor) {
        return new LawSentence(new LawNumbers(model)).sentence();
    }

    @Override
    public void draw(LawModel model, ViewState<LawModel> cursor, Canvas body) {
        new LawPicture(Picture.of(this, QUANTITIES, model, cursor), body).draw();
    }
}
