package dev.nabla.figure.bigram;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.Letters;
import dev.nabla.figure.part.NextToken;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Bigram;
import dev.nabla.gpt.Corpus;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/** FIG.10: how often which letter follows which in thousands of names, and what a name costs who knows no more than that. */
public final class BigramFigure implements Figure.Leading<BigramModel> {
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
                Letters.token(
                        KnobInfo.question(
                                "letter", "letter", "which letter to look behind, . for the beginning, like m"),
                        BigramModel::letter,
                        (model, letter) -> new BigramModel(letter, model.next(), model.name(), model.alpha())),
                Letters.token(
                        KnobInfo.question("next", "next", "the letter that follows, . for the end, like a"),
                        BigramModel::next,
                        (model, next) -> new BigramModel(model.letter(), next, model.name(), model.alpha())),
                Letters.name(
                        BigramModel::name,
                        (model, name) -> new BigramModel(model.letter(), model.next(), name, model.alpha())),
                KnobInfo.usual("alpha", "added", "what is added to every count, like 1")
                        .real(
                                Range.decades(0.01, 100),
                                Bounds.atLeast(BigramModel.LEAST).atMost(BigramModel.MOST),
                                BigramModel::alpha,
                                (model, alpha) -> new BigramModel(model.letter(), model.next(), model.name(), alpha)));
    }

    /** Shares are made by softmax elsewhere, and −log p is the loss. */
    @Override
    public String leads(BigramModel model, String knob) {
        return knob.equals("name") ? "loss" : "softmax";
    }

    @Override
    public List<String> factsOnRequest() {
        return List.of("counts");
    }

    @Override
    public List<Fact> facts(BigramModel model) {
        Bigram pairs = model.pairs();
        Vector after = pairs.after(model.letter());
        List<Integer> counts = Letters.tokens().stream()
                .map(next -> pairs.count(model.letter(), next))
                .toList();
        return List.of(
                Fact.real("p", after.get(model.next()), "", 3).rounded(0),
                Fact.real("p_max", after.max(), "", 3).rounded(0).called("largest p"),
                Fact.word("likeliest", Letters.text(after.argmax())),
                Fact.whole("count", pairs.count(model.letter(), model.next())),
                Fact.whole("total", pairs.count(model.letter())),
                Fact.reals("shares", model.shares(), 3).rounded(0).called("p along the name"),
                Fact.real("loss", model.loss(), "nats", 3).called("mean −log p"),
                Fact.real("bigram", pairs.loss(model.heldOut()), "nats", 3).called("all names, by pair"),
                Fact.real("unigram", pairs.lossByLetter(model.heldOut()), "nats", 3)
                        .called("by letter"),
                Fact.real("uniform", StrictMath.log(counts.size()), "nats", 3).called("alike"),
                Fact.wholes("counts", counts).whenAsked());
    }

    @Override
    public List<String> steps(BigramModel model) {
        Bigram pairs = model.pairs();
        String alpha = number(model.alpha());
        int count = pairs.count(model.letter(), model.next());
        int total = pairs.count(model.letter());
        int vocab = Letters.tokens().size();
        String p = "p(" + Letters.text(model.next()) + " after " + Letters.text(model.letter()) + ")";
        List<String> steps = new ArrayList<>();
        steps.add(p + " = (" + count + " + " + alpha + ")/(" + total + " + " + vocab + "·" + alpha + ") = "
                + number(count + model.alpha()) + "/" + number(total + vocab * model.alpha()) + " = "
                + number(model.p()));
        int[] tokens = model.tokens();
        Vector shares = model.shares();
        for (int t = 0; t < shares.size(); t++) {
            steps.add("−log p(" + Letters.text(tokens[t + 1]) + " after " + Letters.text(tokens[t]) + ") = −log "
                    + number(shares.get(t)) + " = " + number(nats(shares.get(t))));
        }
        steps.add("mean = ("
                + WorkedSteps.listed(shares.size(), shares.size(), " + ", t -> number(nats(shares.get(t)))) + ")/"
                + shares.size() + " = " + number(model.loss()));
        return steps;
    }

    @Override
    public String python(BigramModel model) {
        return """
                counts = [$counts]  #1 what followed $letter
                chars = [".", *"abcdefghijklmnopqrstuvwxyz"]
                alpha = $alpha  # nothing is impossible
                total = sum(counts) + alpha * len(chars)  # $total counted
                probs = {b: (n + alpha) / total for b, n in zip(chars, counts)}
                print(probs["$next"])  #= $p
                """;
    }

    @Override
    public List<Line> sentence(BigramModel model, ViewState<BigramModel> cursor) {
        return cursor.on("name") ? name(model) : pair(model);
    }

    @Override
    public void draw(BigramModel model, ViewState<BigramModel> cursor, Canvas body) {
        new BigramPicture(model, cursor, body).draw();
    }

    private static List<Line> name(BigramModel model) {
        double loss = model.loss();
        String alike = Decimal.drawn(StrictMath.exp(loss), 1, 8);
        return List.of(
                Line.of(model.name() + " costs ")
                        .result(Decimal.drawn(loss, 3, 8))
                        .text(" a letter, as much as " + alike + " letters alike"),
                Line.of("; its end is guessed too"));
    }

    private static List<Line> pair(BigramModel model) {
        int count = model.pairs().count(model.letter(), model.next());
        String letter = Letters.text(model.letter());
        String next = Letters.text(model.next());
        String share = NextToken.share(model.p());
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
        String often = " " + (count == 1 ? "once" : Decimal.grouped(count) + " times") + " of "
                + Decimal.grouped(model.pairs().count(model.letter()));
        return List.of(
                Line.of(came + often), Line.of(": the table says ").result(share), Line.of(", counted, not learnt"));
    }

    private static double nats(double p) {
        return 0 - StrictMath.log(p);
    }
}
