package dev.nabla.figure.attention;

import static dev.nabla.figure.WorkedSteps.count;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Line;
import dev.nabla.math.Attention;
import dev.nabla.math.Decimal;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;

/** What FIG.08 shows: who attends to whom, or the stage that has just been worked out. */
final class AttentionSentence {
    private AttentionSentence() {}

    static List<Line> of(AttentionModel model, Optional<AttentionModel> before) {
        if (model.problem().isPresent()) {
            return List.of(Line.EMPTY.warn(model.misfit()), Line.of(": no weights, no output"));
        }
        Attention attention = model.attention();
        if (before.isPresent() && before.get().causal() != model.causal()) {
            return masked(model, attention);
        }
        return model.isTracing() ? traced(model, attention) : standing(model, attention);
    }

    private static List<Line> standing(AttentionModel model, Attention attention) {
        int j = model.column();
        Line query = Line.EMPTY.first(model.query(model.row()));
        if (j >= attention.seen(model.row())) {
            return List.of(
                    query.text(" cannot see ").second(model.key(j)).text(", which comes later"),
                    Line.of(": its weight is 0"));
        }
        Vector weights = attention.weights(model.row());
        Line attends = query.text(" attends to ").second(model.key(j)).text(" with weight ");
        return List.of(attends.result(Decimal.fixed(weights.get(j), 3)), Line.of(rank(model, weights, j)));
    }

    /** How a weight stands among the others; the likeliest may be several. */
    private static String rank(AttentionModel model, Vector weights, int j) {
        double most = weights.max();
        long first = weights.stream().filter(weight -> weight == most).count();
        if (weights.get(j) < most) {
            return first == 1 ? ", most of all to " + model.key(weights.argmax()) : ", more to " + first + " others";
        }
        if (model.attention().seen(model.row()) == 1) {
            return ", for it sees no other";
        }
        return first == 1 ? ", more than to any other" : ", as much as to " + count(first - 1, "other");
    }

    private static List<Line> masked(AttentionModel model, Attention attention) {
        int seen = attention.seen(model.row());
        int all = model.k().rows();
        Line sees = Line.EMPTY.first(model.query(model.row())).text(" sees ");
        if (seen < all) {
            Line keys = sees.second(count(seen, "key")).text(", none that comes later");
            return List.of(keys, Line.of(": scores there are −∞"));
        }
        String later = model.causal() || all == 1 ? ": nothing comes later" : ", also what comes later";
        return List.of(sees.second(all == 1 ? "its only key" : "all " + all + " keys"), Line.of(later));
    }

    private static List<Line> traced(AttentionModel model, Attention attention) {
        Vector scores = attention.scores(model.row());
        Line query = Line.EMPTY.first(model.query(model.row()));
        return switch (model.stageOfRow()) {
            case 1 -> {
                String dot = three(attention.dot(model.row(), model.column()));
                Line gives = Line.of(" in a dot product: ").second(model.key(model.column()));
                yield List.of(query.text(" meets every key"), gives.text(" gives " + dot));
            }
            case 2 -> {
                Line times = query.text(" times ").second(three(attention.scale()));
                yield List.of(times.text(": the scores"), Line.of(scaled(model, attention)));
            }
            case 3 -> {
                String most = WorkedSteps.bracketed(three(scores.max()));
                yield List.of(query.text(" takes exp(score − " + most + ")"), Line.of(": its largest becomes 1"));
            }
            case 4 -> {
                String sum = Decimal.fixed(
                        new Softmax(scores, 1).exponentials().stream().sum(), 3);
                Line divides = query.text(" divides by the sum ").second(sum);
                yield List.of(divides, Line.of(": weights that sum to ").result("1"));
            }
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

    private static List<Line> mixed(AttentionModel model, Attention attention, Line query) {
        int i = model.row();
        int j = model.column();
        String weight = Decimal.fixed(attention.weights(i).get(j), 3);
        Line adds =
                query.text(" adds ").result(weight).text(" of the value of ").second(model.key(j));
        if (model.terms() == model.k().rows()) {
            return List.of(adds, Line.of(": the output is complete"));
        }
        String sum = three(attention.partial(i, model.terms()).get(0));
        return List.of(
                adds, Line.of(": out" + Subscript.of(0) + " = ").result(sum).text(" so far"));
    }

    private static String three(double x) {
        return Decimal.typeset(Decimal.significant(x, 3));
    }
}
