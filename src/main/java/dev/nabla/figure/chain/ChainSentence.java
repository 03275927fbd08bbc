package dev.nabla.figure.chain;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Line;
import dev.nabla.math.Chain;
import dev.nabla.math.Decimal;
import java.util.List;

/** FIG.00 in words: how much of the signal has come how far, and what becomes of it. */
final class ChainSentence {
    private ChainSentence() {}

    static List<Line> of(ChainModel model) {
        Chain chain = model.chain();
        if (chain.status() == Chain.Status.UNDEFINED) {
            return List.of(Line.EMPTY.warn("No product here"), Line.of(": " + Decimal.typeset(model.trouble())));
        }
        return model.sent() == 0 ? arrived(model, chain) : underWay(model, chain);
    }

    private static List<Line> underWay(ChainModel model, Chain chain) {
        int edge = model.travelled();
        int left = model.edges() - edge;
        Line at = Line.of("The signal is at ").second(model.name(edge)).text(": times ");
        Line leaves = at.second(number(model.slope(edge))).text(" leaves ");
        return List.of(
                leaves.result(number(chain.partials().get(edge - 1))),
                Line.of(left == 0 ? "; it has arrived" : "; " + WorkedSteps.count(left, "edge") + " to go"));
    }

    private static List<Line> arrived(ChainModel model, Chain chain) {
        Line product = Line.of("The product of " + WorkedSteps.count(model.edges(), "slope") + " is ")
                .result(number(chain.product()));
        Line way = Line.of(" on its way to the leaf");
        String size = ", about " + ChainSteps.size(chain);
        return switch (chain.status()) {
            case STOPPED -> List.of(product, Line.of(": ").warn("a slope of 0 stops the signal"));
            case VANISHED -> List.of(product, Line.of(": ").warn("it VANISHED").text(size));
            case OVERFLOWED -> List.of(product, Line.of(": ").warn("OVERFLOW").text(size));
            case VANISHING -> List.of(product, Line.of(": ").warn("the signal vanishes"), way);
            case EXPLODING -> List.of(product, Line.of(": ").warn("the signal explodes"), way);
            default -> {
                boolean grows = chain.status() == Chain.Status.GROWING;
                Line much = Line.of(grows ? ": more than was sent reaches " : ": that much of the signal reaches ");
                yield List.of(product, much.first("the leaf"), Line.of(" " + model.leafName()));
            }
        };
    }

    private static String number(double x) {
        return Decimal.typeset(Decimal.significant(x, 3));
    }
}
