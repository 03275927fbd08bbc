package dev.nabla.figure.babble;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.TokenText;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.NameStats;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figure FIG.17: a trained model generates a name, one random number (dart) per letter. The temperature decides whether
 * the result is a known name.
 */
public final class BabbleFigure implements TrainedFigure<BabbleModel> {
    private static final String UNCOUNTED = "names are still being thrown";

    /**
     * A name sampled from a model, and statistics of its samples.
     *
     * @param name the generated name
     * @param tally statistics of a thousand names at the model's temperature; empty until all are sampled
     */
    record BabbleResults(NameSampler.GeneratedName name, Optional<NameStats> tally) {
        static BabbleResults of(BabbleModel model) {
            return new BabbleResults(model.name(), model.tally(model.tau()));
        }

        /** Returns the random number of each letter, from 0 to below 1. */
        Vector darts() {
            return Vector.of(name.darts().size(), t -> name.darts().get(t).dart());
        }

        /** Returns the probabilities of the letters that were sampled. */
        Vector hits() {
            return Vector.of(name.darts().size(), t -> name.darts().get(t).p());
        }

        Optional<String> uncounted() {
            return tally.isEmpty() ? Optional.of(UNCOUNTED) : Optional.empty();
        }
    }

    static final Quantity<BabbleResults, Double> P = Quantity.real(
                    "p", Style.number(6), (BabbleResults answer) -> answer.name()
                            .p())
            .exact()
            .called("p of the name");

    static final Quantity<BabbleResults, Vector> DARTS = Quantity.reals("darts", Style.number(3), BabbleResults::darts);

    static final Quantity<BabbleResults, Long> KNOWN = Quantity.whole(
                    "known",
                    (BabbleResults answer) -> answer.tally().orElseThrow().known())
            .called("known names of 1,000")
            .inWords("number of known names in a thousand")
            .unless(BabbleResults::uncounted);

    static final Quantity<BabbleResults, Long> DIFFERENT = Quantity.whole(
                    "different",
                    (BabbleResults answer) -> answer.tally().orElseThrow().different())
            .called("different of 1,000")
            .inWords("number of different names in a thousand")
            .unless(BabbleResults::uncounted);

    private static final Quantities<BabbleModel, BabbleResults> QUANTITIES = new Quantities<>(
            BabbleResults::of,
            List.of(
                    Quantity.word(
                            "name", (BabbleResults answer) -> answer.name().text()),
                    Quantity.word(
                                    "known_name",
                                    (BabbleResults answer) -> BabbleModel.knows(answer.name()) ? "yes" : "no")
                            .called("a name it knows"),
                    Quantity.whole(
                            "length",
                            (BabbleResults answer) -> answer.name().text().length()),
                    P,
                    DARTS,
                    Quantity.reals("hits", Style.SHARE, BabbleResults::hits)
                            .exact()
                            .called("shares that were hit"),
                    Quantity.whole("lucky", (BabbleResults answer) -> lucky(answer.name()))
                            .called("hits that were not likeliest")
                            .inWords("number of hits that were not the likeliest"),
                    KNOWN,
                    DIFFERENT));

    @Override
    public Info info() {
        return new Info("babble", "FIG.17", "dice", "Letter by letter, with dice", "throw again");
    }

    @Override
    public BabbleModel start() {
        return new BabbleModel(0.5, 1, 5, ".", 0, 1000, BabbleModel.ALL);
    }

    @Override
    public List<Knob<BabbleModel, ?>> knobs() {
        return List.of(
                KnobInfo.usual("dice", "dice", "which throws, like 1")
                        .whole(1, BabbleModel.MOST_DICE, BabbleModel::dice, BabbleModel::withDice),
                TokenText.tau(BabbleModel::tau, BabbleModel::withTau),
                KnobInfo.picture("place", "throw", "which throw to look at, like 5")
                        .labelled("throw")
                        .whole(1, 16, BabbleModel::place, BabbleModel::withPlace),
                KnobInfo.usual("begin", "begin", "letters to go on from, . for none, like an")
                        .text(
                                List.of(".", "an", "ma", "q"),
                                BabbleFigure::checked,
                                BabbleModel::begin,
                                BabbleModel::withBegin)
                        .reading(model -> model.begin().equals(".") ? List.of("none") : List.of()),
                KnobInfo.usual("top_k", "top_k", "keep only so many of the likeliest letters, like 3; 0 for all")
                        .kept(
                                NameKnobs.tokens().size(),
                                model -> NameKnobs.tokens().size(),
                                BabbleModel::topK,
                                BabbleModel::withTopK)
                        .reading(TokenText.all(BabbleModel::topK)),
                Trained.knob());
    }

    private static String checked(String begin) {
        String letters = begin.startsWith(".") ? begin.substring(1) : begin;
        return letters.isEmpty() ? "." : NameKnobs.checked(letters);
    }

    /**
     * Returns the figure that taught what a knob changes: softmax for the temperature, sampling for the random numbers.
     */
    @Override
    public String linkedFigure(BabbleModel model, String knob) {
        return Map.of("steps", "train", "tau", "softmax").getOrDefault(knob, "sample");
    }

    @Override
    public Quantities<BabbleModel, BabbleResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(BabbleModel model) {
        NameSampler.GeneratedName name = model.name();
        List<String> steps = new ArrayList<>();
        for (int t = 0; t < name.darts().size(); t++) {
            NameSampler.Throw dart = name.darts().get(t);
            double before = 0;
            for (int token = 0; token < dart.token(); token++) {
                before += dart.shares().get(token);
            }
            String hit = NameKnobs.text(dart.token());
            steps.add("after " + model.before(name, t) + " " + hit + " has the shares from " + number(before) + " to "
                    + number(before + dart.p()) + ", and the dart is " + number(dart.dart()) + ": " + hit);
        }
        int count = name.darts().size();
        String product = count == 1
                ? ""
                : WorkedSteps.listed(
                                count,
                                count,
                                "·",
                                t -> number(name.darts().get(t).p())) + " = ";
        steps.add("p = " + product + number(name.p()));
        return steps;
    }

    /** Returns Python code for the probability of the name, the product of one probability per letter and the end. */
    @Override
    public Python python(BabbleModel model) {
        return new Python(
                """
                # $name, at tau $tau: the share that each dart has hit
                probs = $hits  #1 $lucky not the likeliest
                p = 1.0
                for prob in probs:
                    p *= prob  # a share for each letter, and for the end
                print(p)  #= $p
                """);
    }

    @Override
    public List<Line> sentence(BabbleModel model, ViewState<BabbleModel> cursor) {
        NameSampler.GeneratedName name = model.name();
        int darts = name.darts().size();
        int lucky = lucky(name);
        String hits = lucky == 0
                ? "each dart hit the likeliest letter"
                : lucky == darts
                        ? "no dart hit the likeliest letter"
                        : (darts - lucky) + " of " + darts + " darts hit the likeliest letter";
        String known = BabbleModel.knows(name)
                ? "a name that it knows"
                : "no name of the "
                        + Style.GROUPED.sentence(Corpus.standard().names().size());
        return List.of(Line.EMPTY.result(text(name)).text(", " + known), Line.of(": " + hits));
    }

    @Override
    public void draw(BabbleModel model, ViewState<BabbleModel> cursor, Canvas body) {
        List<NameSampler.GeneratedName> names = model.names(1 + BabblePicture.NEXT);
        new BabblePicture(Picture.of(this, model, names, cursor), body).draw();
    }

    static String text(NameSampler.GeneratedName name) {
        return Value.Word.shown(name.text());
    }

    /** Returns how many darts hit a letter other than the likeliest. */
    static int lucky(NameSampler.GeneratedName name) {
        return (int) name.darts().stream()
                .filter(dart -> !BabbleModel.isLikeliest(dart))
                .count();
    }
}
