package dev.nabla.figure.bigram;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Bigram;
import dev.nabla.gpt.Corpus;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * Figure FIG.10: how often each letter follows another in thousands of names, and the loss of a name predicted from
 * these counts alone.
 */
public final class BigramFigure implements Figure.LinkedFigure<BigramModel> {
    /**
     * A model with its table of pairs.
     *
     * @param after probability of each token after the selected letter
     * @param shares probability of each letter of the name and of its end
     */
    record BigramResults(BigramModel model, Bigram pairs, Vector after, Vector shares) {
        static BigramResults of(BigramModel model) {
            Bigram pairs = model.pairs();
            return new BigramResults(model, pairs, pairs.after(model.letter()), model.shares());
        }

        double p() {
            return after.get(model.next());
        }

        double largest() {
            return after.max();
        }

        String likeliest() {
            return NameKnobs.text(after.argmax());
        }

        int count() {
            return pairs.count(model.letter(), model.next());
        }

        int total() {
            return pairs.count(model.letter());
        }

        double loss() {
            return model.loss();
        }

        /** Returns the perplexity of the name: the number of equally likely letters with the same loss per letter. */
        double lettersAlike() {
            return StrictMath.exp(loss());
        }

        double lossByPair() {
            return pairs.loss(model.heldOut());
        }

        double lossByLetter() {
            return pairs.lossByLetter(model.heldOut());
        }

        double lossOfAlike() {
            return StrictMath.log(after.size());
        }

        /** Returns how often each token followed the selected letter, in the order of the picture. */
        List<Integer> counts() {
            return NameKnobs.tokens().stream()
                    .map(next -> pairs.count(model.letter(), next))
                    .toList();
        }
    }

    static final Quantity<BigramResults, Double> P =
            Quantity.real("p", Style.SHARE, BigramResults::p).exact();

    /** Probability of each token after the selected letter. Shown only in the picture. */
    static final Quantity<BigramResults, Vector> EACH_P = Quantity.reals("p", Style.SHARE, BigramResults::after);

    static final Quantity<BigramResults, Long> COUNT = Quantity.count("count", BigramResults::count);

    static final Quantity<BigramResults, Long> TOTAL = Quantity.count("total", BigramResults::total);

    static final Quantity<BigramResults, Vector> SHARES =
            Quantity.reals("shares", Style.SHARE, BigramResults::shares).exact().called("p along the name");

    static final Quantity<BigramResults, Double> LOSS =
            Quantity.real("loss", Style.NATS, BigramResults::loss).called("mean −log p");

    static final Quantity<BigramResults, Double> BIGRAM =
            Quantity.real("bigram", Style.NATS, BigramResults::lossByPair).called("all names, by pair");

    static final Quantity<BigramResults, Double> UNIGRAM =
            Quantity.real("unigram", Style.NATS, BigramResults::lossByLetter).called("by letter");

    static final Quantity<BigramResults, Double> UNIFORM =
            Quantity.real("uniform", Style.NATS, BigramResults::lossOfAlike).called("alike");

    /** Perplexity of the name. Shown only in the sentence. */
    private static final Quantity<BigramResults, Double> ALIKE =
            Quantity.real("letters_alike", Style.of(1, "letters"), BigramResults::lettersAlike);

    private static final Quantities<BigramModel, BigramResults> QUANTITIES = new Quantities<>(
            BigramResults::of,
            List.of(
                    P,
                    Quantity.real("p_max", Style.SHARE, BigramResults::largest)
                            .exact()
                            .called("largest p"),
                    Quantity.word("likeliest", BigramResults::likeliest),
                    COUNT,
                    TOTAL,
                    SHARES,
                    LOSS,
                    BIGRAM,
                    UNIGRAM,
                    UNIFORM,
                    Quantity.wholes("counts", BigramResults::counts).onRequest()));

    @Override
    public Info info() {
        return new Info("bigram", "FIG.10", "counts", "Which letter follows which", "pick a letter");
    }

    @Override
    public BigramModel start() {
        int[] start = Corpus.standard().letters("ma");
        return new BigramModel(start[0], start[1], "amelia", 1);
    }

    @Override
    public List<Knob<BigramModel, ?>> knobs() {
        return List.of(
                NameKnobs.token(
                        KnobInfo.question(
                                "letter", "letter", "which letter to look behind, . for the beginning, like m"),
                        BigramModel::letter,
                        (model, letter) -> new BigramModel(letter, model.next(), model.name(), model.alpha())),
                NameKnobs.token(
                        KnobInfo.question("next", "next", "the letter that follows, . for the end, like a"),
                        BigramModel::next,
                        (model, next) -> new BigramModel(model.letter(), next, model.name(), model.alpha())),
                NameKnobs.name(
                        BigramModel::name,
                        (model, name) -> new BigramModel(model.letter(), model.next(), name, model.alpha())),
                KnobInfo.usual("alpha", "added", "what is added to every count, like 1")
                        .labelled("added to each", "added")
                        .real(
                                Range.decades(0.01, 100),
                                Bounds.atLeast(BigramModel.LEAST).atMost(BigramModel.MOST),
                                BigramModel::alpha,
                                (model, alpha) -> new BigramModel(model.letter(), model.next(), model.name(), alpha)));
    }

    /**
     * Returns the figure that taught what a knob changes: the loss for the name, else softmax, which also makes
     * probabilities.
     */
    @Override
    public String linkedFigure(BigramModel model, String knob) {
        return knob.equals("name") ? "loss" : "softmax";
    }

    @Override
    public Quantities<BigramModel, BigramResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(BigramModel model) {
        Bigram pairs = model.pairs();
        String alpha = number(model.alpha());
        int count = pairs.count(model.letter(), model.next());
        int total = pairs.count(model.letter());
        int vocab = NameKnobs.tokens().size();
        String p = "p(" + NameKnobs.text(model.next()) + " after " + NameKnobs.text(model.letter()) + ")";
        List<String> steps = new ArrayList<>();
        steps.add(p + " = (" + count + " + " + alpha + ")/(" + total + " + " + vocab + "·" + alpha + ") = "
                + number(count + model.alpha()) + "/" + number(total + vocab * model.alpha()) + " = "
                + number(model.p()));
        int[] tokens = model.tokens();
        Vector shares = model.shares();
        for (int t = 0; t < shares.size(); t++) {
            steps.add("−log p(" + NameKnobs.text(tokens[t + 1]) + " after " + NameKnobs.text(tokens[t]) + ") = −log "
                    + number(shares.get(t)) + " = " + number(nats(shares.get(t))));
        }
        steps.add("mean = ("
                + WorkedSteps.listed(shares.size(), shares.size(), " + ", t -> number(nats(shares.get(t)))) + ")/"
                + shares.size() + " = " + number(model.loss()));
        return steps;
    }

    @Override
    public Python python(BigramModel model) {
        return new Python(
                """
                counts = [$counts]  #1 what followed $letter
                chars = [".", *"abcdefghijklmnopqrstuvwxyz"]
                alpha = $alpha  # nothing is impossible
                total = sum(counts) + alpha * len(chars)  # $total counted
                probs = {b: (n + alpha) / total for b, n in zip(chars, counts)}
                print(probs["$next"])  #= $p
                """);
    }

    @Override
    public List<Line> sentence(BigramModel model, ViewState<BigramModel> cursor) {
        BigramResults answer = BigramResults.of(model);
        return cursor.isFocused("name") ? name(answer) : pair(answer);
    }

    @Override
    public void draw(BigramModel model, ViewState<BigramModel> cursor, Canvas body) {
        new BigramPicture(this, model, cursor, body).draw();
    }

    private static List<Line> name(BigramResults answer) {
        String alike = ALIKE.style().counted(ALIKE.style().sentence(ALIKE.of(answer)));
        return List.of(
                Line.of(answer.model().name() + " costs ")
                        .result(LOSS.style().sentence(LOSS.of(answer)))
                        .text(" a letter, as much as " + alike + " alike"),
                Line.of("; its end is guessed too"));
    }

    private static List<Line> pair(BigramResults answer) {
        BigramModel model = answer.model();
        int count = answer.count();
        String letter = NameKnobs.text(model.letter());
        String next = NameKnobs.text(model.next());
        String share = P.style().sentence(P.of(answer));
        boolean begins = letter.equals(".");
        boolean ends = next.equals(".");
        if (count == 0) {
            String none = begins
                    ? "No name " + (ends ? "was empty" : "began with " + next)
                    : ends ? "No name ended after " + letter : "After " + letter + ", " + next + " never came";
            Line added = Line.of(": only the " + number(model.alpha()) + " that is added gives it ");
            return List.of(Line.of(none), added.result(share));
        }
        String came = begins
                ? "A name began with " + next
                : ends ? "A name ended after " + letter : "After " + letter + ", " + next + " came";
        String often = " " + (count == 1 ? "once" : COUNT.style().sentence(count) + " times") + " of "
                + TOTAL.style().sentence(answer.total());
        return List.of(
                Line.of(came + often), Line.of(": the table says ").result(share), Line.of(", counted, not learnt"));
    }

    private static double nats(double p) {
        return 0 - StrictMath.log(p);
    }
}
