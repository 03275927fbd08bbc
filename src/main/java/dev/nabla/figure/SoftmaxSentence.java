package dev.nabla.figure;

import dev.nabla.figure.SoftmaxFigure.Model;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;

/** What happened in FIG.06, told from the difference between the model and the one before. */
final class SoftmaxSentence {
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
            return shifted(now.shift() - old.shift());
        }
        if (now.softmax().tau() != old.softmax().tau()) {
            return heated(now);
        }
        return nudged(now, old);
    }

    private static List<Line> standing(Model now) {
        int top = now.softmax().argmax() - 1;
        return List.of(
                Line.EMPTY
                        .first(SoftmaxFigure.token(now, top))
                        .text(" holds ")
                        .result(percent(now.softmax().p().get(top)))
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
                        .first(SoftmaxFigure.token(now, top))
                        .text(" came up in ")
                        .result(percent(share)),
                Line.of(", against P = " + Decimal.fixed(now.softmax().p().get(top), 3)));
    }

    private static List<Line> shifted(double by) {
        return List.of(
                Line.of("All logits moved by ")
                        .second((by < 0 ? "−" : "+") + amount(Math.abs(by)))
                        .text(": ")
                        .result("P stays the same"),
                Line.of(", only differences count"));
    }

    private static List<Line> heated(Model now) {
        double tau = now.softmax().tau();
        int top = now.softmax().argmax() - 1;
        String effect = tau < 1 ? " sharpens:" : tau > 1 ? " flattens:" : " leaves the scores alone:";
        return List.of(
                Line.EMPTY
                        .second("τ = " + Decimal.drawn(tau, 2, 6))
                        .text(effect + " ")
                        .first(SoftmaxFigure.token(now, top))
                        .text(" holds ")
                        .result(percent(now.softmax().p().get(top))),
                Line.of(", and the order stays as it was"));
    }

    private static List<Line> nudged(Model now, Model old) {
        Vector logits = now.softmax().logits();
        for (int j = 0; j < logits.size(); j++) {
            double by = logits.get(j) - old.softmax().logits().get(j);
            if (by != 0) {
                Line moved = Line.EMPTY
                        .first("z" + Subscript.of(j))
                        .text((by > 0 ? " went up " : " went down ") + amount(Math.abs(by)) + ": ")
                        .first(SoftmaxFigure.token(now, j));
                return effect(
                        moved, now.softmax().p().get(j) - old.softmax().p().get(j));
            }
        }
        return standing(now);
    }

    private static List<Line> effect(Line moved, double gain) {
        String points = Decimal.fixed(Math.abs(gain) * 100, 1) + " points";
        return gain >= 0
                ? List.of(moved.text(" gains ").result(points), Line.of(", and every other token pays for it"))
                : List.of(moved.text(" loses ").warn(points), Line.of(", and every other token takes a part"));
    }

    /** With one place, and with two what one place would show as nothing. */
    private static String amount(double by) {
        return Decimal.drawn(by, by < 0.05 ? 2 : 1, 6);
    }

    /** A share below 1 is never told as all. */
    private static String percent(double share) {
        String percent = Decimal.fixed(share * 100, 1);
        return (percent.equals("100.0") && share < 1 ? "over 99.9" : percent) + " %";
    }
}
