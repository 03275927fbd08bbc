package dev.nabla.figure.softmax;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.part.NextToken;
import dev.nabla.figure.softmax.SoftmaxFigure.Model;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What happened in FIG.06, told from the difference between the model and the one before. */
final class SoftmaxSentence {
    /** By how much P must change to be seen in its three places. */
    private static final double VISIBLE = 5e-4;
    /** What one place shows as a tenth of a point. */
    private static final double LEAST = 0.0005;

    private final Softmax softmax;
    private final Vector logits;
    private final Vector p;
    private final int n;
    private final int top;

    private SoftmaxSentence(Softmax softmax) {
        this.softmax = softmax;
        this.logits = softmax.logits();
        this.p = softmax.p();
        this.n = logits.size();
        this.top = softmax.argmax() - 1;
    }

    static List<Line> of(Model now, Optional<Model> before) {
        SoftmaxSentence it = new SoftmaxSentence(now.softmax());
        if (before.isEmpty() || before.get().softmax().logits().size() != it.n) {
            return it.standing();
        }
        Model old = before.get();
        if (now.draws() != old.draws()) {
            return now.draws() == 0 ? it.standing() : it.sampled(now);
        }
        if (now.shift() != old.shift()) {
            return it.shifted(now.shift() - old.shift(), old.softmax().p());
        }
        return it.softmax.tau() != old.softmax().tau() ? it.heated(old.softmax()) : it.nudged(old.softmax());
    }

    private String word(int j) {
        return NextToken.word(n, j);
    }

    private Line holds(String before) {
        return Line.of(before).first(word(top)).text(" holds ").result(NextToken.percent(p.get(top)));
    }

    private List<Line> standing() {
        return List.of(holds("").text(" of the next token"), Line.of(": scores in, shares of 1 out"));
    }

    private List<Line> sampled(Model now) {
        double share = (double) now.counts()[top] / now.draws();
        return List.of(
                Line.of(now.draws() + (now.draws() == 1 ? " draw: " : " draws: "))
                        .first(word(top))
                        .text(" came up in ")
                        .result(NextToken.percent(share)),
                Line.of(", against P = " + Decimal.fixed(p.get(top), 3)));
    }

    /** Far out doubles are too coarse to keep the differences. */
    private List<Line> shifted(double by, Vector before) {
        Line moved = Line.of("All logits moved by ")
                .second((by < 0 ? "−" : "+") + amount(Math.abs(by)))
                .text(": ");
        boolean kept = IntStream.range(0, n).allMatch(j -> Math.abs(p.get(j) - before.get(j)) < VISIBLE);
        return kept
                ? List.of(moved.result("P stays the same"), Line.of(", only differences count"))
                : List.of(moved.warn("P changes"), Line.of(", doubles this large lose the differences"));
    }

    /** Against τ = 1, or where τ has come nearer to 1, against the τ before. */
    private List<Line> heated(Softmax old) {
        double tau = softmax.tau();
        double before = old.tau();
        Line head = Line.EMPTY.second("τ = " + degree(tau));
        if (p.equals(old.p())) {
            return List.of(head.text(": ").result("P stays as it was"), holds(", "));
        }
        boolean nearer = tau != 1 && tau < 1 == tau > before;
        String from = nearer ? ", " + (tau < before ? "down" : "up") + " from " + degree(before) + "," : "";
        String effect = tau == 1 ? " leaves the scores alone" : tau < before ? " sharpens" : " flattens";
        return List.of(head.text(from + effect), holds(": "), Line.of(", and the order stays as it was"));
    }

    private static String degree(double tau) {
        return Decimal.nonzero(tau, 2, 6);
    }

    /** What other logits have made of P. */
    private List<Line> nudged(Softmax old) {
        int[] moved = IntStream.range(0, n)
                .filter(j -> logits.get(j) != old.logits().get(j))
                .toArray();
        if (moved.length == 1) {
            return nudged(moved[0], old);
        }
        return moved.length == 0
                ? standing()
                : List.of(Line.of(moved.length + " logits changed"), holds(": ").text(" of the next token"));
    }

    /** What one other logit has made of P, and who pays for it. */
    private List<Line> nudged(int j, Softmax old) {
        Line moved = Line.EMPTY
                .first("z" + Subscript.of(j))
                .text(" " + way(logits.get(j) - old.logits().get(j)) + ": ")
                .first(word(j));
        double share = p.get(j);
        double gain = share - old.p().get(j);
        if (gain == 0) {
            return List.of(moved.text(" keeps ").result(NextToken.percent(share)), Line.of(", " + idle(share)));
        }
        return gain > 0
                ? List.of(moved.text(" gains ").result(points(gain)), others(j, old, " pays for it", " pay for it"))
                : List.of(moved.text(" loses ").warn(points(-gain)), others(j, old, " takes a part", " take it"));
    }

    /** Why nothing has changed. */
    private String idle(double share) {
        if (n == 1) {
            return "for it is alone";
        }
        return share > 0.5 ? "the others are too far off to count" : "too far off to count";
    }

    private static String way(double by) {
        if (Double.isInfinite(by)) {
            return by < 0 ? "is masked" : "is no longer masked";
        }
        return (by > 0 ? "went up " : "went down ") + amount(Math.abs(by));
    }

    private static String points(double gain) {
        return gain < LEAST ? "less than 0.1 points" : Decimal.fixed(gain * 100, 1) + " points";
    }

    /** Every other token, unless some are masked, or so far off that nothing reaches them. */
    private Line others(int j, Softmax old, String each, String some) {
        boolean all = IntStream.range(0, n)
                .allMatch(k -> k == j || p.get(k) != old.p().get(k));
        String token = n == 2 ? "the other token" : "every other token";
        return Line.of(", and " + (all ? token + each : "others" + some));
    }

    /** With one place, and with two what one place would show as nothing. */
    private static String amount(double by) {
        return Decimal.nonzero(by, by < 0.05 ? 2 : 1, 6);
    }
}
