package dev.nabla.figure.softmax;

import dev.nabla.figure.part.NextToken;
import dev.nabla.figure.softmax.SoftmaxFigure.Model;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What happened in FIG.06, told from the difference between the model and the one before. */
final class SoftmaxSentence {
    /** By how much P must change to be seen in its three places. */
    private static final double VISIBLE = 5e-4;

    private SoftmaxSentence() {}

    static List<Line> of(Model now, Optional<Model> before) {
        if (before.isEmpty()
                || before.get().softmax().logits().size()
                        != now.softmax().logits().size()) {
            return standing(now);
        }
        Model old = before.get();
        if (now.draws() != old.draws()) {
            return sampled(now);
        }
        if (now.shift() != old.shift()) {
            return shifted(now, old);
        }
        return now.softmax().tau() != old.softmax().tau() ? heated(now, old) : new SoftmaxNudge(now, old).clauses();
    }

    static List<Line> standing(Model now) {
        int top = now.softmax().argmax() - 1;
        return List.of(
                Line.EMPTY
                        .first(NextToken.word(now.softmax().logits().size(), top))
                        .text(" holds ")
                        .result(NextToken.percent(now.softmax().p().get(top)))
                        .text(" of the next token"),
                Line.of(": scores in, shares of 1 out"));
    }

    private static List<Line> sampled(Model now) {
        int top = now.softmax().argmax() - 1;
        if (now.draws() == 0) {
            return standing(now);
        }
        double share = (double) now.counts()[top] / now.draws();
        return List.of(
                Line.of(now.draws() + (now.draws() == 1 ? " draw: " : " draws: "))
                        .first(NextToken.word(now.softmax().logits().size(), top))
                        .text(" came up in ")
                        .result(NextToken.percent(share)),
                Line.of(", against P = " + Decimal.fixed(now.softmax().p().get(top), 3)));
    }

    /** Far out doubles are too coarse to keep the differences. */
    private static List<Line> shifted(Model now, Model old) {
        double by = now.shift() - old.shift();
        Line moved = Line.of("All logits moved by ")
                .second((by < 0 ? "−" : "+") + amount(Math.abs(by)))
                .text(": ");
        Vector p = now.softmax().p();
        Vector before = old.softmax().p();
        boolean kept = IntStream.range(0, p.size()).allMatch(j -> Math.abs(p.get(j) - before.get(j)) < VISIBLE);
        return kept
                ? List.of(moved.result("P stays the same"), Line.of(", only differences count"))
                : List.of(moved.warn("P changes"), Line.of(", doubles this large lose the differences"));
    }

    /** Against τ = 1, or where τ has come nearer to 1, against the τ before. */
    private static List<Line> heated(Model now, Model old) {
        double tau = now.softmax().tau();
        double before = old.softmax().tau();
        Line head = Line.EMPTY.second("τ = " + degree(tau));
        if (now.softmax().p().equals(old.softmax().p())) {
            return List.of(head.text(": ").result("P stays as it was"), holds(now, ", "));
        }
        boolean nearer = tau != 1 && tau < 1 == tau > before;
        String from = nearer ? ", " + (tau < before ? "down" : "up") + " from " + degree(before) + "," : "";
        String effect = tau == 1 ? " leaves the scores alone" : tau < before ? " sharpens" : " flattens";
        return List.of(head.text(from + effect), holds(now, ": "), Line.of(", and the order stays as it was"));
    }

    private static Line holds(Model now, String blank) {
        int top = now.softmax().argmax() - 1;
        return Line.of(blank)
                .first(NextToken.word(now.softmax().logits().size(), top))
                .text(" holds ")
                .result(NextToken.percent(now.softmax().p().get(top)));
    }

    private static String degree(double tau) {
        return Decimal.nonzero(tau, 2, 6);
    }

    /** With one place, and with two what one place would show as nothing. */
    static String amount(double by) {
        return Decimal.nonzero(by, by < 0.05 ? 2 : 1, 6);
    }
}
