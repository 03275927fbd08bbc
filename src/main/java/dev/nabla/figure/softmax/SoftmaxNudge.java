package dev.nabla.figure.softmax;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.part.NextToken;
import dev.nabla.figure.softmax.SoftmaxFigure.Model;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.stream.IntStream;

/** What other logits have made of P in FIG.06, and who pays for it. */
record SoftmaxNudge(Model now, Model old) {
    /** What one place shows as a tenth of a point. */
    private static final double LEAST = 0.0005;

    List<Line> clauses() {
        Vector logits = now.softmax().logits();
        Vector before = old.softmax().logits();
        List<Integer> moved = IntStream.range(0, logits.size())
                .filter(j -> logits.get(j) != before.get(j))
                .boxed()
                .toList();
        if (moved.size() == 1) {
            return one(moved.get(0));
        }
        List<Line> standing = SoftmaxSentence.standing(now);
        return moved.isEmpty()
                ? standing
                : List.of(
                        Line.of(moved.size() + " logits changed"),
                        Line.join(List.of(Line.of(":"), standing.get(0)), " "));
    }

    private List<Line> one(int j) {
        Line moved = Line.EMPTY
                .first("z" + Subscript.of(j))
                .text(" " + way(j) + ": ")
                .first(NextToken.word(now.softmax().logits().size(), j));
        double share = now.softmax().p().get(j);
        double gain = share - old.softmax().p().get(j);
        if (gain == 0) {
            return List.of(moved.text(" keeps ").result(NextToken.percent(share)), Line.of(", " + idle(share)));
        }
        return gain > 0
                ? List.of(moved.text(" gains ").result(points(gain)), Line.of(others(j, " pays for it", " pay for it")))
                : List.of(moved.text(" loses ").warn(points(-gain)), Line.of(others(j, " takes a part", " take it")));
    }

    /** Why nothing has changed. */
    private String idle(double share) {
        if (now.softmax().p().size() == 1) {
            return "for it is alone";
        }
        return share > 0.5 ? "the others are too far off to count" : "too far off to count";
    }

    private String way(int j) {
        double z = now.softmax().logits().get(j);
        double by = z - old.softmax().logits().get(j);
        if (Double.isInfinite(by)) {
            return by < 0 ? "is masked" : "is no longer masked";
        }
        return (by > 0 ? "went up " : "went down ") + SoftmaxSentence.amount(Math.abs(by));
    }

    private static String points(double gain) {
        return gain < LEAST ? "less than 0.1 points" : Decimal.fixed(gain * 100, 1) + " points";
    }

    /** Every other token, unless some are masked, or so far off that nothing reaches them. */
    private String others(int j, String each, String some) {
        Vector p = now.softmax().p();
        Vector before = old.softmax().p();
        boolean all = IntStream.range(0, p.size()).allMatch(k -> k == j || p.get(k) != before.get(k));
        String token = p.size() == 2 ? "the other token" : "every other token";
        return ", and " + (all ? token + each : "others" + some);
    }
}
