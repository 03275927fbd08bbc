package dev.nabla.figure.softmax;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.TokenText;
import dev.nabla.figure.part.Wording;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Softmax;
import dev.nabla.math.Softmax.Distribution;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Figure FIG.06: logits on sliders, probabilities as bars, and the temperature. */
public final class SoftmaxFigure implements Figure.Guessable<SoftmaxFigure.SoftmaxModel> {
    private static final int MOST_SHOWN = 6;

    /**
     * State of the figure.
     *
     * @param softmax logits and temperature
     * @param shift number that has been added to every logit; the logits already include it
     * @param words whether the picture shows the entropy and subtracts the largest logit even if no number is added
     */
    public record SoftmaxModel(Softmax softmax, double shift, Wording words) {
        SoftmaxModel with(Vector logits, double tau) {
            return new SoftmaxModel(new Softmax(logits, tau), shift, words);
        }

        SoftmaxModel withWords(Wording other) {
            return new SoftmaxModel(softmax, shift, other);
        }

        /** Returns whether the picture leaves out the entropy. */
        boolean isPlain() {
            return words == Wording.PLAIN;
        }

        /** Returns whether the picture shows the exponentials of the logits as they are, without subtracting m. */
        boolean showsPlainExponentials() {
            return isPlain() && shift == 0;
        }

        /** Returns the exponentials that the picture shows. */
        Vector exponentials() {
            return showsPlainExponentials() ? softmax.plain() : softmax.exponentials();
        }

        /** Returns a copy whose total shift is {@code c}. */
        SoftmaxModel withShift(double c) {
            Vector moved = softmax.logits().map(z -> moved(z, c - shift));
            return new SoftmaxModel(new Softmax(moved, softmax.tau()), c, words);
        }

        /**
         * Returns z + by, rounded to a multiple of 1e-9 and never minus zero. There and back is then the identity, as
         * long as doubles are that fine.
         */
        private static double moved(double z, double by) {
            double sum = z + by;
            return by == 0 || !(Math.abs(sum) < 1e6) ? sum : Math.rint(sum * 1e9) / 1e9 + 0.0;
        }
    }

    static final Quantity<Distribution, Vector> P =
            Quantity.reals("p", Style.SHARE, Distribution::p).exact().untilTouched();

    static final Quantity<Distribution, Double> ENTROPY = Quantity.real(
                    "entropy_bits", Style.BITS, Distribution::entropyBits)
            .called("entropy")
            .exact()
            .untilTouched();

    private static final Quantities<SoftmaxModel, Distribution> QUANTITIES = new Quantities<>(
            model -> model.softmax().distribution(),
            List.of(
                    P,
                    Quantity.reals("log_p", Style.number(3), Distribution::logP)
                            .called("log p")
                            .exact()
                            .withoutWarning()
                            .untilTouched(),
                    Quantity.real("sum", Style.number(3), Distribution::sum).called("Σ"),
                    Quantity.whole("argmax", (Distribution all) -> all.softmax().argmax())
                            .called("winner")
                            .untilTouched(),
                    ENTROPY,
                    Quantity.real("entropy_nats", Style.NATS, Distribution::entropyNats)
                            .called("entropy in nats")
                            .exact()
                            .untilTouched(),
                    Quantity.real("perplexity", Style.of(2, "tokens"), Distribution::perplexity)
                            .untilTouched(),
                    Quantity.real("logsumexp", Style.NATS, Distribution::logSumExp),
                    Quantity.table("jacobian", Style.number(3), all -> all.p().size(), all -> all.softmax()
                            .jacobian())));

    /** What the plain picture shows. */
    private static final Quantities<SoftmaxModel, SoftmaxModel> PLAIN = new Quantities<>(
            model -> model,
            List.of(
                    Quantity.reals("p", Style.SHARE, (SoftmaxModel model) -> model.softmax()
                                    .p())
                            .exact()
                            .untilTouched(),
                    Quantity.real("plain_sum", Style.number(3), (SoftmaxModel model) -> model.exponentials()
                                    .sum())
                            .called("Σ"),
                    Quantity.whole("argmax", (SoftmaxModel model) -> model.softmax()
                                    .argmax())
                            .called("winner")
                            .untilTouched()));

    @Override
    public Info info() {
        return new Info("softmax", "FIG.06", "shares", "Softmax turns scores into shares", "drag any slider")
                .comparing();
    }

    @Override
    public SoftmaxModel start() {
        return new SoftmaxModel(new Softmax(Vector.of(2.1, 0.5, -1.0, -0.5), 1), 0, Wording.SYMBOLS);
    }

    @Override
    public List<Knob<SoftmaxModel, ?>> knobs() {
        return List.of(
                TokenText.logits(
                        SoftmaxModel::shift,
                        model -> model.softmax().logits(),
                        (model, logits) -> model.with(logits, model.softmax().tau())),
                KnobInfo.picture("shift", "c", "number added to every logit, like 1000")
                        .labelled("all + c", "all +c")
                        .real(new Range(-1000, 1000, 10), SoftmaxModel::shift, SoftmaxModel::withShift),
                TokenText.tau(
                        model -> model.softmax().tau(),
                        (model, tau) -> model.with(model.softmax().logits(), tau)),
                KnobInfo.picture("words", "words", "what the picture shows: all, or plain without the entropy")
                        .word(Wording.class, SoftmaxModel::words, SoftmaxModel::withWords)
                        .when(model -> false));
    }

    @Override
    public Optional<String> insteadOf(String knob) {
        return knob.equals("draws") || knob.equals("seed")
                ? Optional.of("nabla show sample draws, with --count and --seed")
                : Optional.empty();
    }

    /** Returns a ghost for the end of the first token's bar. */
    @Override
    public Ghost ghost(SoftmaxModel model) {
        return new Ghost(new Range(0, 1, 0.01), Vector.of(start().softmax().p().get(0)), 3);
    }

    @Override
    public Quantities<SoftmaxModel, Distribution> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<Fact> pictureFacts(SoftmaxModel model, Predicate<String> wanted) {
        return model.isPlain() ? PLAIN.facts(model, wanted) : facts(model, wanted);
    }

    @Override
    public List<String> steps(SoftmaxModel model) {
        Softmax softmax = model.softmax();
        Vector z = softmax.logits();
        Vector e = model.exponentials();
        Vector p = softmax.p();
        String max = number(z.max());
        String sum = number(e.sum());
        int shown = Math.min(z.size(), MOST_SHOWN);
        List<String> steps = new ArrayList<>();
        if (!model.showsPlainExponentials()) {
            steps.add("m = max z = " + max);
        }
        for (int j = 0; j < shown; j++) {
            String above = model.showsPlainExponentials()
                    ? bracketed(number(z.get(j)))
                    : "(" + number(z.get(j)) + " − " + bracketed(max) + ")";
            String exponent = above + "/" + number(softmax.tau());
            steps.add("e" + Subscript.of(j) + " = exp(" + exponent + ")" + WorkedSteps.exponential(z.get(j), e.get(j)));
        }
        steps.add("Σ = " + WorkedSteps.listed(e.size(), MOST_SHOWN, " + ", j -> number(e.get(j))) + " = " + sum);
        for (int j = 0; j < shown; j++) {
            String index = Subscript.of(j);
            String quotient = number(e.get(j)) + "/" + sum;
            steps.add("p" + index + " = e" + index + "/Σ = " + quotient + " = " + number(p.get(j)));
        }
        if (!model.isPlain()) {
            steps.add("entropy = −Σ p·log₂ p = " + number(softmax.distribution().entropyBits()) + " bits");
        }
        return steps;
    }

    @Override
    public Python python(SoftmaxModel model) {
        Softmax softmax = model.softmax();
        return new Python(
                        """
                import math
                logits, temperature = $logits, $tau  #1 z
                logits = [l / temperature for l in logits]  # before exp, not after
                max_val = max(logits)  #1 $max
                exps = [math.exp(val - max_val) for val in logits]  # $exps
                total = sum(exps)  # $total
                probs = [e / total for e in exps]  #= $p
                print(probs[0])  #= $p[1]
                """)
                .with("max", softmax.logits().max() / softmax.tau())
                .with("exps", softmax.exponentials())
                .with("total", softmax.exponentials().sum());
    }

    @Override
    public List<Line> sentence(SoftmaxModel model, ViewState<SoftmaxModel> cursor) {
        return SoftmaxSentence.of(model, cursor.before());
    }

    @Override
    public int leastRows(SoftmaxModel model) {
        return SoftmaxPicture.LEAST_ROWS;
    }

    @Override
    public void draw(SoftmaxModel model, ViewState<SoftmaxModel> cursor, Canvas body) {
        new SoftmaxPicture(model, cursor, body).draw();
    }
}
