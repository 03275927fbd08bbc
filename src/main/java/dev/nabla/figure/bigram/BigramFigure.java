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
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.ContextCounts;
import dev.nabla.gpt.Corpus;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Figure FIG.10: how often each letter follows another in thousands of names, the loss of a name predicted from these
 * counts alone, and what changes if the table looks further back than one letter.
 */
public final class BigramFigure implements Figure.LinkedFigure<BigramModel> {
    /**
     * A model with what its table says.
     *
     * @param counts how often each token followed the context
     * @param after probability of each token after the context
     * @param shares probability of each letter of the name and of its end
     */
    record BigramResults(BigramModel model, Vector counts, Vector after, Vector shares) {
        static BigramResults of(BigramModel model) {
            return new BigramResults(model, model.counts(), model.after(), model.shares());
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
            return (int) counts.get(model.next());
        }

        int total() {
            return (int) counts.sum();
        }

        /** Returns the mean of -log p over the name, in nats: 2.141 for amelia and one letter back. */
        double loss() {
            return shares.map(BigramFigure::nats).sum() / shares.size();
        }

        /** Returns the perplexity of the name: the number of equally likely letters with the same loss per letter. */
        double lettersAlike() {
            return StrictMath.exp(loss());
        }

        double lossByPair() {
            return model.pairs().loss(model.heldOut());
        }

        double lossByLetter() {
            return model.pairs().lossByLetter(model.heldOut());
        }

        double lossOfAlike() {
            return StrictMath.log(after.size());
        }

        /** Returns the held-out loss of the table. */
        double heldOut() {
            return lossOf(model.back());
        }

        /** Returns the held-out loss of a table that looks back another number of letters. */
        double lossOf(int back) {
            return BigramModel.table(back).heldOut(model.alpha());
        }

        /** Returns the held-out losses of the tables of 0 to 5 letters back. */
        Vector heldOuts() {
            return Vector.of(BigramModel.TABLES, this::lossOf);
        }

        /** Returns the loss of the table on the names that it has counted. */
        double seen() {
            return model.table().seen(model.alpha());
        }

        long cells() {
            return model.table().size();
        }

        long filled() {
            return model.table().filled();
        }

        /** Returns how often each token followed the context, in the order of the picture. */
        List<Integer> drawnCounts() {
            return NameKnobs.tokens().stream()
                    .map(next -> (int) counts.get(next))
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

    static final Quantity<BigramResults, Double> HELD_OUT =
            Quantity.real("held_out", Style.NATS, BigramResults::heldOut).called("held out");

    private static final Quantity<BigramResults, Double> SEEN = Quantity.real("seen", Style.NATS, BigramResults::seen)
            .called("names counted")
            .inWords("loss on the names counted");

    static final Quantity<BigramResults, Long> CELLS =
            Quantity.count("cells", BigramResults::cells).inWords("number of cells");

    static final Quantity<BigramResults, Long> FILLED = Quantity.count("filled", BigramResults::filled)
            .called("cells filled")
            .inWords("number of filled cells");

    /** Held-out loss of the standard GPT after its training. Shown only in picture and sentence. */
    static final Quantity<BigramResults, Double> GPT =
            Quantity.real("gpt", Style.NATS, (BigramResults results) -> BigramModel.lossOfGpt());

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
                    HELD_OUT,
                    SEEN,
                    CELLS,
                    FILLED,
                    Quantity.wholes("counts", BigramResults::drawnCounts).onRequest(),
                    Quantity.reals("held_outs", Style.NATS, BigramResults::heldOuts)
                            .onRequest()));

    private static final Knob<BigramModel, Long> BACK = KnobInfo.usual(
                    "back", "back", "letters to look back, like 2; those before the letter are the name's")
            .labelled("letters back", "back")
            .whole(0, ContextCounts.MOST_BACK, BigramModel::back, BigramModel::withBack);

    @Override
    public Info info() {
        return new Info("bigram", "FIG.10", "counts", "Which letter follows which", "pick a letter");
    }

    @Override
    public BigramModel start() {
        int[] start = Corpus.standard().letters("ma");
        return new BigramModel(start[0], start[1], "amelia", 1, 1, BigramModel.TABLES, true);
    }

    @Override
    public List<Knob<BigramModel, ?>> knobs() {
        return List.of(
                NameKnobs.token(
                        KnobInfo.question(
                                "letter", "letter", "which letter to look behind, . for the beginning, like m"),
                        BigramModel::letter,
                        BigramModel::withLetter),
                NameKnobs.token(
                        KnobInfo.question("next", "next", "the letter that follows, . for the end, like a"),
                        BigramModel::next,
                        BigramModel::withNext),
                NameKnobs.name(BigramModel::name, BigramModel::withName),
                KnobInfo.usual("alpha", "added", "what is added to every count, like 1")
                        .labelled("added to each", "added")
                        .real(
                                Range.decades(0.01, 100),
                                Bounds.atLeast(BigramModel.LEAST).atMost(BigramModel.MOST),
                                BigramModel::alpha,
                                BigramModel::withAlpha),
                BACK);
    }

    /** Puts the letters looked back first where they are what the picture compares. */
    @Override
    public List<Focus> stops(BigramModel model, List<Focus> all) {
        List<Focus> stops = new ArrayList<>(all);
        if (!model.isPairs()) {
            stops.sort(Comparator.comparing((Focus stop) -> !stop.knob().equals(BACK.name())));
        }
        return stops;
    }

    /** Looks further back, table by table. A figure that opens with the table of pairs is not meant to be run. */
    @Override
    public Optional<Stepper<BigramModel>> stepper() {
        return Optional.of(new Stepper<>(
                BACK,
                "further back",
                "letters",
                model -> new Pace(ContextCounts.MOST_BACK, 1, 200),
                model -> model.back() == ContextCounts.MOST_BACK,
                model -> !model.isPairs(),
                Optional.of(BigramModel::shown)));
    }

    /**
     * Returns the figure that taught what a knob changes: the loss for the name, the training for the GPT that the
     * tables are compared with, else softmax, which also makes probabilities.
     */
    @Override
    public String linkedFigure(BigramModel model, String knob) {
        return switch (knob) {
            case "name" -> "loss";
            case "back" -> "train";
            default -> "softmax";
        };
    }

    @Override
    public Quantities<BigramModel, BigramResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(BigramModel model) {
        BigramResults answer = BigramResults.of(model);
        String alpha = number(model.alpha());
        int count = answer.count();
        int total = answer.total();
        int vocab = NameKnobs.tokens().size();
        List<String> steps = new ArrayList<>();
        steps.add(p(model.next(), model.context()) + " = (" + count + " + " + alpha + ")/(" + total + " + " + vocab
                + "·" + alpha + ") = " + number(count + model.alpha()) + "/" + number(total + vocab * model.alpha())
                + " = " + number(answer.p()));
        int[] tokens = model.tokens();
        Vector shares = answer.shares();
        for (int t = 0; t < shares.size(); t++) {
            steps.add("−log " + p(tokens[t + 1], model.context(tokens, t + 1)) + " = −log " + number(shares.get(t))
                    + " = " + number(nats(shares.get(t))));
        }
        steps.add("mean = ("
                + WorkedSteps.listed(shares.size(), shares.size(), " + ", t -> number(nats(shares.get(t)))) + ")/"
                + shares.size() + " = " + number(answer.loss()));
        if (!model.isPairs()) {
            steps.add("cells = " + vocab + "^(" + model.back() + " + 1) = "
                    + CELLS.style().sentence(answer.cells())
                    + ", filled " + FILLED.style().sentence(answer.filled()));
        }
        return steps;
    }

    private static String p(int token, String context) {
        return "p(" + NameKnobs.text(token) + (context.isEmpty() ? ")" : " after " + context + ")");
    }

    @Override
    public Python python(BigramModel model) {
        return new Python(
                        """
                counts = [$counts]  #1 what followed $context
                chars = [".", *"abcdefghijklmnopqrstuvwxyz"]  # "." first, as drawn
                alpha = $alpha  # nothing is impossible
                total = sum(counts) + alpha * len(chars)  # $total counted
                probs = {b: (n + alpha) / total for b, n in zip(chars, counts)}
                print(probs["$next"])  #= $p
                """)
                .with("context", model.back() == 0 ? "anything" : model.context());
    }

    @Override
    public List<Line> sentence(BigramModel model, ViewState<BigramModel> cursor) {
        BigramResults answer = BigramResults.of(model);
        return cursor.isFocused("name")
                ? name(answer)
                : looksBack(model, cursor) ? LookBackSentence.of(answer, cursor) : pair(answer);
    }

    /**
     * Returns whether the picture compares the tables of 0 to 5 letters back. The table of pairs is drawn whole unless
     * the keys are about to leave it.
     */
    static boolean looksBack(BigramModel model, ViewState<BigramModel> cursor) {
        return !model.isPairs() || cursor.isFocused(BACK.name()) || cursor.running();
    }

    @Override
    public void draw(BigramModel model, ViewState<BigramModel> cursor, Canvas body) {
        Picture<BigramModel, BigramResults> all = Picture.of(this, QUANTITIES, model, cursor);
        if (looksBack(model, cursor)) {
            new LookBackPicture(all, body).draw();
        } else {
            new BigramPicture(all, body).draw();
        }
    }

    private static List<Line> name(BigramResults answer) {
        String alike = ALIKE.style().counted(ALIKE.style().sentence(ALIKE.of(answer)));
        return List.of(
                Line.of(answer.model().name() + " costs ")
                        .result(LOSS.style().sentence(LOSS.of(answer)))
                        .text(" nats per letter"),
                Line.of(", like choosing among " + alike),
                Line.of("; its end is predicted too"));
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
