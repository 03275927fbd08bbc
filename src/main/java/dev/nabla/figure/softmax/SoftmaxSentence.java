package dev.nabla.figure.softmax;

import dev.nabla.figure.Style;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.part.TokenText;
import dev.nabla.figure.softmax.SoftmaxFigure.SoftmaxModel;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Writes what happened in FIG.06, from the difference between the model and the previous one.
 *
 * @param top the likeliest token, from 0
 */
record SoftmaxSentence(Softmax softmax, Vector p, int top) {
    /** Least change of P that is visible in three decimals. */
    private static final double VISIBLE = 5e-4;

    static List<Line> of(SoftmaxModel now, Optional<SoftmaxModel> before) {
        Softmax softmax = now.softmax();
        SoftmaxSentence it = new SoftmaxSentence(softmax, softmax.p(), softmax.argmax() - 1);
        Optional<SoftmaxModel> comparable =
                before.filter(old -> old.softmax().logits().size() == it.p.size());
        if (comparable.isEmpty()) {
            return it.standing();
        }
        SoftmaxModel old = comparable.get();
        if (now.shift() != old.shift()) {
            return it.shifted(now.shift() - old.shift(), old.softmax().p());
        }
        return softmax.tau() != old.softmax().tau() ? it.tauChanged(old.softmax()) : it.nudged(old.softmax());
    }

    private Line holds(String before) {
        return Line.of(before)
                .first(TokenText.word(p.size(), top))
                .text(" has ")
                .result(TokenText.chance(p.get(top)));
    }

    private List<Line> standing() {
        return List.of(holds("").text(" of coming next"), Line.of(": scores in, shares of 1 out"));
    }

    /** Returns the sentence for a shift. Large doubles are too coarse to keep the differences between logits. */
    private List<Line> shifted(double by, Vector before) {
        boolean kept = IntStream.range(0, p.size()).allMatch(j -> Math.abs(p.get(j) - before.get(j)) < VISIBLE);
        Line moved = Line.of("All logits ").second((by < 0 ? "down " : "up ") + amount(Math.abs(by)));
        double plain = softmax.plain().sum();
        String why = plain == 0
                ? ", but plain exp z is 0"
                : Double.isInfinite(plain) ? ", but plain exp z is ∞" : ", only differences count";
        return kept
                ? List.of(moved.text(": ").result("P stays the same"), Line.of(why))
                : List.of(moved.text(": ").warn("P changes"), Line.of(", doubles this large lose the differences"));
    }

    private List<Line> tauChanged(Softmax old) {
        boolean colder = softmax.tau() < old.tau();
        Line head = Line.of("τ ").text(colder ? "down to " : "up to ").second(Decimal.nonzero(softmax.tau(), 2, 6));
        return p.equals(old.p())
                ? List.of(head.text(": ").result("P stays as it was"), holds(", "))
                : List.of(
                        head.text(colder ? " sharpens" : " flattens"),
                        holds(": "),
                        Line.of(", and the order stays as it was"));
    }

    /** Returns the sentence for a change of one logit: how its P changed, and that the others changed the other way. */
    private List<Line> nudged(Softmax old) {
        int[] moved = IntStream.range(0, p.size())
                .filter(j -> softmax.logits().get(j) != old.logits().get(j))
                .toArray();
        if (moved.length != 1) {
            return standing();
        }
        int j = moved[0];
        String way = way(softmax.logits().get(j) - old.logits().get(j));
        Line head = Line.EMPTY.first("z" + Subscript.of(j)).text(way).first(TokenText.word(p.size(), j));
        double gain = p.get(j) - old.p().get(j);
        if (gain == 0) {
            return List.of(head.text(" keeps ").result(Style.PERCENT.sentence(p.get(j))));
        }
        return gain > 0
                ? List.of(head.text(" gains ").result(points(gain)), Line.of(", the others lose as much"))
                : List.of(head.text(" loses ").warn(points(-gain)), Line.of(", the others gain as much"));
    }

    private static String way(double by) {
        if (Double.isInfinite(by)) {
            return by < 0 ? " is masked: " : " is no longer masked: ";
        }
        return (by > 0 ? " went up " : " went down ") + amount(Math.abs(by)) + ": ";
    }

    private static String points(double gain) {
        return gain < VISIBLE ? "less than 0.1 points" : Decimal.fixed(gain * 100, 1) + " points";
    }

    /** Formats a change of a logit with one decimal, or with two if one would show 0. */
    private static String amount(double by) {
        return Decimal.nonzero(by, by < 0.05 ? 2 : 1, 6);
    }
}
