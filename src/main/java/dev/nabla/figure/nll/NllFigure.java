package dev.nabla.figure.nll;

import static dev.nabla.figure.WorkedSteps.listed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Figure FIG.14: the loss of a name letter by letter, and which losses are good. */
public final class NllFigure implements TrainedFigure<NllModel> {
    private static final int MOST_BEFORE = 11;

    /**
     * A name as the model after a training step reads it.
     *
     * @param parts forward pass of the name through the model
     * @param p probabilities of all tokens at the selected position
     * @param shares probability of the token that came, at each position
     */
    record NllResults(NllModel model, ForwardTrace parts, Vector p, Vector shares) {
        static NllResults of(NllModel model) {
            ForwardTrace parts = model.parts();
            Matrix p = parts.p();
            Vector shares = Vector.of(parts.places(), t -> p.get(t, parts.token(t + 1)));
            return new NllResults(model, parts, p.row(model.place()), shares);
        }

        double loss() {
            return parts.loss();
        }

        double bits() {
            return loss() / StrictMath.log(2);
        }

        double perplexity() {
            return StrictMath.exp(loss());
        }

        /** Returns -log p of the token that came at each position, in nats. */
        Vector nats() {
            return parts.nats();
        }

        /**
         * Returns p - y at the selected position: the gradient of the logits, not divided by the number of positions.
         */
        Vector gradient() {
            return p.with(model.truth(), slope());
        }

        double slope() {
            return share() - 1;
        }

        /** Returns -log p of the token that came at the selected position, in nats. */
        double cost() {
            return nats().get(model.place());
        }

        /** Returns the held-out loss, in nats. */
        double heldOut() {
            return model.heldOut();
        }

        /** Returns the token that came at the selected position. */
        String came() {
            return NameKnobs.text(model.truth());
        }

        /** Returns the probability of the token that came at the selected position. */
        double share() {
            return p.get(model.truth());
        }
    }

    static final Quantity<NllResults, Double> LOSS = exact("loss", "L", Style.NATS, NllResults::loss);
    static final Quantity<NllResults, Double> BITS = exact("bits", "L in bits", Style.BITS, NllResults::bits);
    static final Quantity<NllResults, Double> PERPLEXITY =
            exact("perplexity", "as unsure as", Style.of(1, "equal letters"), NllResults::perplexity);
    static final Quantity<NllResults, Double> P = exact("p", "p of the next letter", Style.SHARE, NllResults::share);
    static final Quantity<NllResults, Double> COST = exact("nats", "−log p", Style.NATS.places(2), NllResults::cost);
    static final Quantity<NllResults, Double> SLOPE =
            exact("slope", "p − y of the next letter", Style.number(3), NllResults::slope);

    /** Cost of each position, in nats. Shown only in the picture; a guess for the cost of one position hides all. */
    static final Quantity<NllResults, Vector> COSTS =
            Quantity.reals(COST.name(), COST.style(), NllResults::nats).untilTouched();

    static final Quantity<NllResults, Vector> SHARES = Quantity.reals(
                    "shares", "p along the name", Style.SHARE, NllResults::shares)
            .exact()
            .untilTouched();

    static final Quantity<NllResults, Double> HELD_OUT = Quantity.real(
                    "held_out", "held-out loss", Style.NATS, NllResults::heldOut)
            .unless(results -> absent(results.model().examined() < 0, "the held-out names are still being read"));

    static final Quantity<NllResults, Double> BY_PAIR = known("bigram", "by pair", results -> NllModel.Known.BY_PAIR);
    static final Quantity<NllResults, Double> BY_LETTER =
            known("unigram", "by letter", results -> NllModel.Known.BY_LETTER);
    static final Quantity<NllResults, Double> ALIKE = known("uniform", "alike", results -> NllModel.Known.ALIKE);

    private static final Quantities<NllModel, NllResults> QUANTITIES = new Quantities<>(
            NllResults::of,
            List.of(
                    LOSS,
                    BITS,
                    PERPLEXITY,
                    Quantity.word("came", NllResults::came),
                    P,
                    COST,
                    SLOPE,
                    SHARES,
                    Quantity.reals("gradient", "p − y", Style.number(3), NllResults::gradient)
                            .onRequest(),
                    HELD_OUT,
                    known("seen", "training loss", results -> NllModel.Seen.LOSS)
                            .unless(results -> absent(!results.model().isOver(), "shown after the training")),
                    BY_PAIR,
                    BY_LETTER,
                    ALIKE));

    private static Quantity<NllResults, Double> exact(
            String name, String symbol, Style style, Function<NllResults, Double> of) {
        return Quantity.real(name, symbol, style, of).exact().untilTouched();
    }

    /** Returns a loss that is the same for every name, in nats. It is computed when it is first read. */
    private static Quantity<NllResults, Double> known(String name, String symbol, Function<NllResults, Double> nats) {
        return Quantity.real(name, symbol, Style.NATS, nats);
    }

    private static Optional<String> absent(boolean isAbsent, String why) {
        return isAbsent ? Optional.of(why) : Optional.empty();
    }

    @Override
    public Info info() {
        return new Info("nll", "FIG.14", "loss", "What is a good loss?", "type a name");
    }

    @Override
    public NllModel start() {
        return new NllModel("amelia", 3, 1000, 1000);
    }

    @Override
    public List<Knob<NllModel, ?>> knobs() {
        return List.of(
                NameKnobs.name(NllModel::name, NllModel::withName),
                NameKnobs.position(
                        KnobInfo.question(
                                "position", "position", "position of the guess, 1 for the first letter, like 3"),
                        true,
                        NllModel::name,
                        NllModel::position,
                        NllModel::withPosition),
                Trained.knob());
    }

    @Override
    public String linkedFigure(NllModel model, String knob) {
        return knob.equals("steps") ? "train" : "loss";
    }

    @Override
    public Quantities<NllModel, NllResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(NllModel model) {
        NllResults reading = NllResults.of(model);
        Vector nats = reading.nats();
        int[] tokens = model.tokens();
        int n = nats.size();
        List<String> steps = new ArrayList<>();
        for (int t = 0; t < n; t++) {
            String came =
                    NameKnobs.text(tokens[t + 1]) + " after ." + model.name().substring(0, t);
            String p = number(reading.shares().get(t));
            steps.add("−log p(" + came + ") = −log " + p + " = " + number(nats.get(t)));
        }
        String loss = number(reading.loss());
        steps.add("L = their mean = (" + listed(n, n, " + ", t -> number(nats.get(t), 4)) + ")/" + n + " = " + loss);
        steps.add("in bits L/log 2 = " + loss + "/" + number(StrictMath.log(2)) + " = " + number(reading.bits()));
        steps.add("e^L = " + number(reading.perplexity()) + ": as unsure as among that many equally likely letters");
        steps.add("p − y of " + NameKnobs.text(model.truth()) + " at position " + model.position() + " = "
                + number(reading.share()) + " − 1 = " + number(reading.slope()));
        return steps;
    }

    @Override
    public Python python(NllModel model) {
        return new Python(
                        """
                import math
                probs = $shares  #1 what each letter got, and the end
                losses = [-math.log(p) for p in probs]  #1 $nats at place $position
                loss = sum(losses) / len(losses)  #= $loss nats
                grad = probs[$place] - 1  # p - y of what came there: $slope
                print(loss / math.log(2))  # $bits bits
                print(math.exp(loss))  # as unsure as $perplexity equal letters
                print(loss)  #= $loss
                """)
                .with("place", model.place());
    }

    @Override
    public List<Line> sentence(NllModel model, ViewState<NllModel> cursor) {
        return cursor.isFocused("name")
                ? name(NllResults.of(model))
                : cursor.isFocused("position") ? guess(NllResults.of(model)) : training(model);
    }

    @Override
    public void draw(NllModel model, ViewState<NllModel> cursor, Canvas body) {
        new NllPicture(Picture.of(this, QUANTITIES, model, cursor), body).draw();
    }

    private static List<Line> guess(NllResults reading) {
        NllModel model = reading.model();
        int truth = model.truth();
        int likeliest = reading.p().argmax();
        String came = model.place() == model.name().length() ? "the end" : NameKnobs.text(truth);
        Line after = model.place() == 0 ? Line.of("As the first letter ") : Line.of("After " + before(model) + ", ");
        Line costs = after.first(came)
                .text(" had " + share(reading.share()) + " and costs ")
                .result(nats(COST.of(reading)))
                .text(" nats");
        String likelier = NameKnobs.text(likeliest) + " was more likely, "
                + share(reading.p().get(likeliest));
        return List.of(costs, Line.of(likeliest == truth ? "; no other was more likely" : "; " + likelier));
    }

    private static List<Line> name(NllResults reading) {
        String alike = PERPLEXITY.style().sentence(reading.perplexity());
        return List.of(
                Line.of(reading.model().name() + " costs ")
                        .result(nats(reading.loss()))
                        .text(" nats per letter"),
                Line.of(", as unsure as " + PERPLEXITY.style().counted(alike)),
                Line.of("; its end is guessed too"));
    }

    private static List<Line> training(NllModel model) {
        String blind = " costs ln 27 = " + nats(NllModel.Known.ALIKE);
        Line pairs = Line.of("Guessing" + blind + ", counting pairs " + nats(NllModel.Known.BY_PAIR));
        if (model.examined() < model.steps()) {
            return List.of(pairs, Line.of("; the held-out names are being read"));
        }
        String held = nats(model.heldOut());
        return model.steps() == 0
                ? List.of(Line.of("Nothing learnt yet: ").result(held).text(", and guessing" + blind))
                : List.of(pairs, Line.of("; this model is at ").result(held));
    }

    /** Returns what stood before the selected position, like {@code .am}; only its last letters if it is long. */
    private static String before(NllModel model) {
        String before = "." + model.name().substring(0, model.place());
        int n = before.length();
        return n <= MOST_BEFORE ? before : "..." + before.substring(n - MOST_BEFORE + 3);
    }

    private static String nats(double nats) {
        return COST.style().sentence(nats);
    }

    private static String share(double p) {
        return P.style().sentence(p);
    }
}
