package dev.nabla.figure.bigram;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.Letters;
import dev.nabla.figure.part.NextToken;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Bigram;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/** FIG.10 in words and worked out. */
final class BigramWords {
    private BigramWords() {}

    static List<Line> sentence(BigramModel model, ViewState<BigramModel> cursor) {
        return cursor.on("name") ? name(model) : pair(model);
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
        String often = " " + (count == 1 ? "once" : Letters.grouped(count) + " times") + " of "
                + Letters.grouped(model.pairs().count(model.letter()));
        return List.of(
                Line.of(came + often), Line.of(": the table says ").result(share), Line.of(", counted, not learnt"));
    }

    static List<String> steps(BigramModel model) {
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

    private static double nats(double p) {
        return 0 - StrictMath.log(p);
    }
}
