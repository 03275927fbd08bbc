package dev.nabla.figure.loss;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Figure.Pace;
import dev.nabla.figure.Figure.Stepper;
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
import dev.nabla.figure.part.TokenText;
import dev.nabla.figure.part.Wording;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Loss;
import dev.nabla.math.Rounded;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figure FIG.07: p, y and p − y on one scale, and the loss falling as gradient steps change the logits. */
public final class LossFigure implements Figure<LossFigure.LossModel> {
    static final int MOST_STEPS = 500;
    private static final double LEARNT = 1e-3;
    private static final int BURST = 10;
    /** Steps of a run in a second, once it is past its slow start. */
    private static final int STEPS_A_SECOND = 16;
    /** The first step at which a run may be at rest. */
    private static final int FIRST_REST = 30;
    /** Probability of the truth from which little is left to learn. */
    private static final double KNOWN = 0.95;
    /** Number of tokens that the worked steps show. */
    private static final int MOST_SHOWN = 5;

    /**
     * State of the figure.
     *
     * @param begun the loss before any step
     * @param eta learning rate of the steps, &gt; 0 and finite
     * @param steps number of steps taken
     * @param words whether the picture shows the chain rule through softmax where it has room
     */
    public record LossModel(Loss begun, double eta, int steps, Wording words) {
        public LossModel {
            boolean fine = eta > 0 && Double.isFinite(eta);
            BadInput.requireRange(fine, "eta", eta, "the learning rate must be above 0 and finite, like 1");
        }

        /** Returns the loss after every step, from 0 to {@link #steps}. */
        List<Loss> path() {
            List<Loss> path = new ArrayList<>(List.of(begun));
            for (int t = 1; t <= steps; t++) {
                path.add(path.get(t - 1).stepped(eta));
            }
            return path;
        }

        /** Returns the loss after the last step. */
        Loss now() {
            return path().get(steps);
        }

        LossModel withWords(Wording other) {
            return new LossModel(begun, eta, steps, other);
        }

        LossModel withSteps(long count) {
            return new LossModel(begun, eta, (int) count, words);
        }

        /**
         * Returns a model that starts at another loss with no steps. Returns this model if that loss is its current
         * one.
         */
        LossModel with(Loss other) {
            return other.equals(now()) ? this : new LossModel(other, eta, 0, words);
        }
    }

    /** Results of a loss, each computed at most once. */
    static final class LossResults {
        final Loss loss;
        final Vector p;
        final Vector residual;
        private List<Rounded> differences;

        LossResults(Loss loss) {
            this.loss = loss;
            this.p = loss.p();
            this.residual = loss.residual();
        }

        /** Returns the slopes by nudging. They are computed at the first call. */
        List<Rounded> differences() {
            differences = differences == null ? loss.centralDifferences() : differences;
            return differences;
        }

        private Vector numericGradient() {
            return Rounded.values(differences());
        }

        private Optional<String> whyUnmeasured() {
            return numericGradient().isFinite()
                    ? Optional.empty()
                    : Optional.of("the loss is not finite near these logits");
        }
    }

    static final Quantity<LossResults, Vector> P =
            Quantity.reals("p", Style.SHARE, (LossResults results) -> results.p).exact();

    static final Quantity<LossResults, Double> LOSS = Quantity.real(
                    "loss_nats", Style.NATS, (LossResults results) -> results.loss.nats())
            .called("L")
            .exact();

    static final Quantity<LossResults, Double> BITS = Quantity.real(
                    "loss_bits", Style.BITS.places(3), (LossResults results) -> results.loss.bits())
            .called("L in bits")
            .exact();

    static final Quantity<LossResults, Double> KL = Quantity.real(
                    "kl_nats", Style.NATS, (LossResults results) -> results.loss.klNats())
            .called("KL")
            .inWords("KL, how far L is above its least,")
            .exact();

    static final Quantity<LossResults, Vector> GRADIENT = Quantity.reals(
                    "gradient", Style.number(3), (LossResults results) -> results.loss.gradient())
            .called("∂L/∂z");

    private static final Quantities<LossModel, LossResults> QUANTITIES = new Quantities<>(
            model -> new LossResults(model.now()),
            List.of(
                    P,
                    LOSS,
                    BITS,
                    KL,
                    GRADIENT,
                    Quantity.reals("numeric_gradient", Style.number(3), LossResults::numericGradient)
                            .called("∂L/∂z by nudging")
                            .withSteps()
                            .unless(LossResults::whyUnmeasured)
                            .withDoubt(results -> results.loss.doubt(results.differences()))));

    private static final Knob<LossModel, Long> STEPS = KnobInfo.picture(
                    "steps", "steps", "steps z − η·∂L/∂z taken, like 3")
            .whole(0, MOST_STEPS, LossModel::steps, LossModel::withSteps)
            .when(model -> false);

    @Override
    public Info info() {
        return new Info("loss", "FIG.07", "surprise", "It all collapses to p − y", "click the truth").comparing();
    }

    @Override
    public LossModel start() {
        return new LossModel(new Loss(Vector.of(2.1, 0.5, -1.0, -0.5), 1, 1), 1, 0, Wording.SYMBOLS);
    }

    @Override
    public List<Knob<LossModel, ?>> knobs() {
        return List.of(
                TokenText.logits(
                        model -> model.now().logits(),
                        (model, logits) -> model.with(model.now().withLogits(logits))),
                KnobInfo.question("truth", "y", "position of the token that came, like 2")
                        .labelled("truth y")
                        .whole(
                                Bounds.atLeast(1L).called("1 to the number of logits"),
                                1,
                                (LossModel model) -> model.begun().logits().size(),
                                model -> model.begun().truth(),
                                (model, truth) -> model.with(model.now().withTruth(truth.intValue())))
                        .either(
                                model -> model.begun().target().isEmpty(),
                                "target says what came; leave one of them out"),
                KnobInfo.usual(
                                "target",
                                "y",
                                "shares of what came in place of one truth, which sum to 1, like 0.7,0.1,0.1,0.1")
                        .vector(
                                new Range(0, 1, 0.01),
                                Bounds.atLeast(0L).atMost(1L),
                                NudgeMode.GIVEN,
                                (LossModel model) -> model.begun().y(),
                                (model, target) -> model.with(model.now().withTarget(target)))
                        .either(
                                model -> model.begun().target().isPresent(),
                                "the truth is one token; leave one of them out"),
                TokenText.tau(
                        model -> model.begun().tau(),
                        (model, tau) -> model.with(model.now().withTau(tau))),
                KnobInfo.picture("eta", "η", "learning rate of a step, like 1")
                        .labelled("η of a step")
                        .real(
                                new Range(0.1, 10, 0.1),
                                Bounds.above(0L),
                                LossModel::eta,
                                (model, eta) -> new LossModel(model.begun(), eta, model.steps(), model.words())),
                STEPS,
                KnobInfo.picture("words", "words", "what the picture shows: all, or plain without the chain rule")
                        .word(Wording.class, LossModel::words, LossModel::withWords)
                        .when(model -> false));
    }

    @Override
    public Optional<Stepper<LossModel>> stepper() {
        return Optional.of(new Stepper<LossModel>(
                STEPS,
                "step",
                "steps",
                model -> Pace.rising(model.steps(), BURST),
                LossFigure::isOver,
                model -> true,
                Optional.empty()));
    }

    private static boolean isOver(LossModel model) {
        List<Loss> path = model.path();
        double now = path.get(model.steps()).nats();
        return model.steps() >= MOST_STEPS || !(now >= LEARNT) || isAtRest(path, model.steps());
    }

    /** Returns whether the loss moved by less than a hundredth of its start in the last second of a run. */
    private static boolean isAtRest(List<Loss> path, int steps) {
        return steps >= FIRST_REST
                && Math.abs(path.get(steps - STEPS_A_SECOND).nats()
                                - path.get(steps).nats())
                        < path.get(0).nats() / 100;
    }

    @Override
    public Quantities<LossModel, LossResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public Python python(LossModel model) {
        Loss loss = model.now();
        boolean soft = loss.target().isPresent();
        boolean warm = loss.tau() != 1;
        return new Python(
                        """
                import math
                $given
                $warm
                exps = [math.exp(val - max(logits)) for val in logits]
                probs = [e / sum(exps) for e in exps]  #1 $p
                loss_t = -$log  #= $loss_nats
                $hard
                grad = [$slope for p, y in zip(probs, truth)]  # $gradient
                print(grad$at)  # $gradient$of
                print(loss_t)  #= $loss_nats
                """)
                .with(
                        "given",
                        soft
                                ? "logits, truth = $logits, $target"
                                : "logits, target_id = $logits, $id  # counted from 0")
                .with("id", loss.truth() - 1)
                .with(
                        "log",
                        soft
                                ? "sum(y * math.log(p) for p, y in zip(probs, truth) if y > 0)"
                                : "math.log(probs[target_id])")
                .with("hard", soft ? "" : "truth = [float(i == target_id) for i in range(len(logits))]")
                .with("of", soft ? "" : "[" + loss.truth() + "]")
                .with("at", soft ? "" : "[target_id]")
                .with("warm", warm ? "logits = [l / $tau for l in logits]  # temperature" : "")
                .with("slope", warm ? "(p - y) / $tau" : "p - y");
    }

    @Override
    public List<String> steps(LossModel model) {
        return worked(new LossResults(model.now()));
    }

    static List<String> worked(LossResults results) {
        Loss loss = results.loss;
        Vector residual = results.residual;
        int n = residual.size();
        int t = loss.truth() - 1;
        String truth = Subscript.of(t);
        String nats = number(loss.nats());
        Rounded numeric = results.differences().get(t);
        // If p is too small for a double, only its logarithm is known.
        boolean known = results.p.get(t) > 0 || Double.isInfinite(loss.nats());
        List<String> steps = new ArrayList<>();
        if (loss.target().isPresent()) {
            String terms = WorkedSteps.listed(
                    n, MOST_SHOWN, " − ", j -> number(loss.y().get(j)) + "·log " + predicted(results, j));
            steps.add("L = −Σ y·log p = −" + terms + " = " + nats + " nats");
            steps.add("KL = L − entropy of y = " + number(loss.klNats()) + " nats");
        } else {
            steps.add(
                    "L = −log p" + truth + (known ? " = −log " + predicted(results, t) : "") + " = " + nats + " nats");
        }
        steps.add("L = " + nats + "/log 2 = " + number(loss.bits()) + " bits");
        for (int j = 0; j < n; j++) {
            // Shows the first tokens, and the truth in any case.
            if (j == t || j < MOST_SHOWN - (t >= MOST_SHOWN ? 1 : 0)) {
                String name = "p" + Subscript.of(j) + " − y" + Subscript.of(j);
                String difference =
                        predicted(results, j) + " − " + number(loss.y().get(j));
                steps.add(name + " = " + difference + " = " + number(residual.get(j)));
            }
        }
        steps.add(
                n > MOST_SHOWN
                        ? WorkedSteps.leftOut(n - MOST_SHOWN, "") + "; all of them sum to 0"
                        : "their sum is 0: what "
                                + (loss.target().isEmpty()
                                        ? "the truth gains, the others lose"
                                        : "some gain, the others lose"));
        if (loss.tau() != 1) {
            String quotient = number(residual.get(t)) + "/" + number(loss.tau());
            String slope = number(loss.gradient().get(t));
            steps.add("∂L/∂z" + truth + " = (p" + truth + " − y" + truth + ")/τ = " + quotient + " = " + slope);
        }
        if (Double.isFinite(numeric.x())) {
            steps.add("check: (L(z" + truth + "+h) − L(z" + truth + "−h))/2h = " + number(numeric.x())
                    + loss.doubt(List.of(numeric)).map(why -> "; " + why).orElse(""));
        }
        return steps;
    }

    /**
     * Formats p[j]. If six digits would round the truth's p to 1, it shows the difference instead: {@code 1 − 2.8e−10}.
     */
    private static String predicted(LossResults results, int j) {
        String p = number(results.p.get(j));
        double lacks = -results.residual.get(j);
        return p.equals("1") && results.loss.target().isEmpty() && lacks > 0 ? "(1 − " + number(lacks) + ")" : p;
    }

    @Override
    public List<Line> sentence(LossModel model, ViewState<LossModel> cursor) {
        Loss now = model.now();
        String truth = TokenText.word(now.logits().size(), now.truth() - 1);
        if (Double.isInfinite(now.nats())) {
            return List.of(
                    Line.of("The truth ").second(truth).text(" has p = 0: ").warn("L = ∞"),
                    Line.of(", yet p − y is only "
                            + Decimal.typeset(Decimal.significant(-now.y().get(now.truth() - 1), 3))));
        }
        boolean stepped = cursor.before()
                .filter(old -> old.steps() != model.steps() && old.begun().equals(model.begun()))
                .isPresent();
        return model.steps() > 0 && stepped ? stepped(model, now) : standing(now, truth);
    }

    private static List<Line> standing(Loss now, String truth) {
        if (now.target().isPresent()) {
            Line kl = Line.of("L is ")
                    .result(KL.style().sentence(now.klNats()))
                    .text(" above the entropy of ")
                    .second("y");
            return List.of(kl, Line.of(": p − y pulls each share to its own"));
        }
        double p = now.p().get(now.truth() - 1);
        String share = p == 0 ? "less than any double" : Style.SHARE.sentence(p);
        Line head = Line.of("Truth: ").second(truth).text(", and p gave it ").first(share);
        Line raise = Line.of(": ").result("raise").text(" its logit, ");
        return p >= KNOWN
                ? List.of(head, Line.of(": p − y is small, little is left to learn"))
                : List.of(head, raise.warn("lower").text(" the others"), Line.of(", each by its own p"));
    }

    private static List<Line> stepped(LossModel model, Loss now) {
        double change = now.nats() - model.begun().nats();
        Line loss = Line.of(model.steps() + (model.steps() == 1 ? " step:" : " steps:"))
                .result(" L");
        String to = LOSS.style().sentence(now.nats());
        String by = LOSS.style().sentence(Math.abs(change));
        return change == 0
                ? List.of(loss.text(" stays at ").result(to), Line.of(", too small a change to count"))
                : List.of(
                        loss.text((change < 0 ? " fell" : " rose") + " by " + by + " to ")
                                .result(to),
                        Line.of(", every logit moved against its p − y"));
    }

    @Override
    public void draw(LossModel model, ViewState<LossModel> cursor, Canvas body) {
        new LossPicture(model, cursor, body).draw();
    }
}
