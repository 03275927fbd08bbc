package dev.nabla.figure.heads;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.listed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.frame.Line;
import dev.nabla.math.Attention;
import dev.nabla.math.Decimal;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/** FIG.12 in words: where the query looks, and whether its head has a habit. */
final class HeadsWords {
    private static final double HALF = 0.5;
    private static final double MOST = 0.8;

    private HeadsWords() {}

    static List<Line> sentence(HeadsModel model) {
        Attention attention = model.attention();
        int t = model.query();
        Vector shares = attention.weights(t);
        Line query = Line.EMPTY.first(model.letter(t));
        if (model.seen() == 1) {
            return List.of(
                    query.text(" sees only itself: its share is ").result("1"),
                    Line.of(", whatever its query and its key are"));
        }
        if (model.steps() == 0) {
            return List.of(
                    Line.of("Nothing learnt yet: ")
                            .first(model.letter(t))
                            .text(" takes about " + Decimal.fixed(1.0 / model.seen(), 2) + " of each"),
                    Line.of(" of the " + model.seen() + " that it sees"));
        }
        int j = shares.argmax();
        String share = Decimal.fixed(shares.get(j), 2);
        Line looks = j == t
                ? query.text(" looks at itself with ").result(share)
                : query.text(j == 0 ? " rests on the beginning with " : j < t ? " looks back at " : " looks ahead at ")
                        .result(j == 0 ? "" : model.letter(j))
                        .text(j == 0 ? "" : " with ")
                        .result(share);
        return List.of(looks, Line.of(": head " + model.head() + habit(model, attention)));
    }

    private static String habit(HeadsModel model, Attention attention) {
        if (model.mean(attention, 1).orElse(0) >= HALF) {
            return " mostly reads the letter before";
        }
        if (!model.causal() && model.mean(attention, -1).orElse(0) >= HALF) {
            return " mostly reads the letter it is to guess";
        }
        return model.begin(attention).orElse(0) >= MOST ? " rests on the beginning" : " has no one habit";
    }

    static List<String> steps(HeadsModel model) {
        Attention attention = model.attention();
        int t = model.query();
        int seen = model.seen();
        Softmax row = new Softmax(Vector.of(seen, attention.scores(t)::get), 1);
        int j = row.p().argmax();
        Vector q = attention.q().row(t);
        Vector k = attention.k().row(j);
        Vector v = attention.v().column(0);
        int size = q.size();
        List<String> steps = new ArrayList<>();
        steps.add("q of " + model.letter(t) + " = (" + listed(size, size, ", ", i -> number(q.get(i), 4)) + ")");
        steps.add("k of " + model.letter(j) + " = (" + listed(size, size, ", ", i -> number(k.get(i), 4)) + ")");
        steps.add("q·k = " + product(q, k) + " = " + number(attention.dot(t, j)));
        steps.add("its score = q·k/√" + size + " = " + number(row.logits().get(j)));
        steps.add("all scores: "
                + listed(seen, seen, ", ", i -> number(row.logits().get(i), 4)));
        steps.add("exp(score − largest): "
                + listed(seen, seen, ", ", i -> number(row.exponentials().get(i), 4)) + "; together "
                + number(row.exponentials().sum()));
        steps.add("shares: " + listed(seen, seen, ", ", i -> number(row.p().get(i), 4)));
        steps.add("out₁ = Σ share·v₁ = " + product(row.p(), v) + " = "
                + number(attention.out(t).get(0)));
        return steps;
    }

    private static String product(Vector a, Vector b) {
        return listed(a.size(), a.size(), " + ", i -> {
            String first = number(a.get(i), 4);
            return (i == 0 ? first : bracketed(first)) + "·" + bracketed(number(b.get(i), 4));
        });
    }
}
