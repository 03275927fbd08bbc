package dev.nabla.figure.attention;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.Shapes;
import dev.nabla.frame.Line;
import dev.nabla.math.Attention;
import dev.nabla.math.Decimal;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What FIG.08 shows: who attends to whom, or the stage that has just been worked out. */
final class AttentionSentence {
    private AttentionSentence() {}

    static List<Line> of(AttentionModel model, Optional<AttentionModel> before) {
        Optional<String> problem = model.problem();
        if (problem.isPresent()) {
            return refused(Shapes.in(problem.get()));
        }
        if (before.isPresent() && before.get().causal() != model.causal()) {
            return masked(model);
        }
        return model.isTracing() ? traced(model) : standing(model);
    }

    /** The shapes that do not fit; the cure stands in the picture. */
    private static List<Line> refused(String complaint) {
        int cure = complaint.indexOf(':');
        return List.of(Line.EMPTY.warn(complaint.substring(0, cure)), Line.of(": no weights, no output"));
    }

    private static List<Line> standing(AttentionModel model) {
        Attention attention = model.attention();
        int i = model.row();
        int j = model.column();
        Line query = Line.EMPTY.first(model.query(i));
        Line key = Line.EMPTY.second(model.key(j));
        if (j >= attention.seen(i)) {
            return List.of(
                    Line.join(List.of(query, key.text(" comes later")), " cannot see "), Line.of(": its weight is 0"));
        }
        Vector weights = attention.weights(i);
        return List.of(
                Line.join(
                        List.of(query, key.text(" with weight ").result(Decimal.fixed(weights.get(j), 3))),
                        " attends to "),
                Line.of(rank(model, weights, j)));
    }

    /** How a weight stands among the others; the likeliest may be several. */
    private static String rank(AttentionModel model, Vector weights, int j) {
        double most = weights.max();
        long first = IntStream.range(0, weights.size())
                .filter(k -> weights.get(k) == most)
                .count();
        if (weights.get(j) < most) {
            return first == 1 ? ", most of all to " + model.key(weights.argmax()) : ", more to " + first + " others";
        }
        if (model.attention().seen(model.row()) == 1) {
            return ", for it sees no other";
        }
        return first == 1 ? ", more than to any other" : ", as much as to " + count(first - 1, "other");
    }

    private static String count(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private static List<Line> masked(AttentionModel model) {
        int seen = model.attention().seen(model.row());
        int all = model.k().rows();
        Line query = Line.EMPTY.first(model.query(model.row()));
        if (seen < all) {
            return List.of(
                    query.text(" sees ").second(count(seen, "key")).text(", none that comes later"),
                    Line.of(": scores there are −∞"));
        }
        Line sees = query.text(" sees ").second(all == 1 ? "its only key" : "all " + all + " keys");
        return List.of(sees, Line.of(model.causal() || all == 1 ? ": nothing comes later" : ", also what comes later"));
    }

    private static List<Line> traced(AttentionModel model) {
        Attention attention = model.attention();
        Vector scores = attention.scores(model.row());
        Line query = Line.EMPTY.first(model.query(model.row()));
        return switch (model.stageOfRow()) {
            case 1 -> asked(model, attention, query);
            case 2 ->
                List.of(
                        query.text(" times ").second(three(attention.scale())).text(": the scores"),
                        Line.of(scaled(model, attention)));
            case 3 ->
                List.of(
                        query.text(" takes exp(score − " + WorkedSteps.bracketed(three(scores.max())) + ")"),
                        Line.of(": its largest becomes 1"));
            case 4 ->
                List.of(
                        query.text(" divides by the sum ").second(sum(scores)),
                        Line.of(": weights that sum to ").result("1"));
            default -> mixed(model, attention, query);
        };
    }

    /** The usual scale makes up for the length of a query; another one may not. */
    private static String scaled(AttentionModel model, Attention attention) {
        if (attention.seen(model.row()) < model.k().rows()) {
            return ", −∞ for what comes later";
        }
        double usual = 1 / Math.sqrt(model.q().columns());
        return attention.scale() == usual ? ", as they would be for any length" : "";
    }

    private static List<Line> asked(AttentionModel model, Attention attention, Line query) {
        int j = model.column();
        return List.of(
                query.text(" meets every key"),
                Line.of(" in a dot product: ")
                        .second(model.key(j))
                        .text(" gives " + three(attention.dot(model.row(), j))));
    }

    private static String sum(Vector scores) {
        return Decimal.fixed(new Softmax(scores, 1).exponentials().stream().sum(), 3);
    }

    private static List<Line> mixed(AttentionModel model, Attention attention, Line query) {
        int i = model.row();
        int j = model.column();
        boolean last = model.terms() == model.k().rows();
        return List.of(
                query.text(" adds ")
                        .result(Decimal.fixed(attention.weights(i).get(j), 3))
                        .text(" of the value of ")
                        .second(model.key(j)),
                last
                        ? Line.of(": the output is complete")
                        : Line.of(": out" + Subscript.of(0) + " = ")
                                .result(three(
                                        attention.partial(i, model.terms()).get(0)))
                                .text(" so far"));
    }

    private static String three(double x) {
        return Decimal.typeset(Decimal.significant(x, 3));
    }
}
