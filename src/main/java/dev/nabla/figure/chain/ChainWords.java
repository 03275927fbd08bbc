package dev.nabla.figure.chain;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Line;
import dev.nabla.math.Chain;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Composition;
import java.util.ArrayList;
import java.util.List;

/** FIG.00 in words, how much of the signal has come how far and what becomes of it; and worked out, forward and back. */
final class ChainWords {
    private static final int MOST = 12;

    private ChainWords() {}

    static List<Line> sentence(ChainModel model) {
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
        Line leaves = at.second(three(chain.slopes().get(left))).text(" leaves ");
        return List.of(
                leaves.result(three(chain.partials().get(edge - 1))),
                Line.of(left == 0 ? "; it has arrived" : "; " + WorkedSteps.count(left, "edge") + " to go"));
    }

    private static List<Line> arrived(ChainModel model, Chain chain) {
        Line product = Line.of("The product of " + WorkedSteps.count(model.edges(), "slope") + " is ")
                .result(three(chain.product()));
        Line way = Line.of(" on its way to the leaf");
        String size = ", about " + ChainWords.size(chain);
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

    private static String three(double x) {
        return Decimal.typeset(Decimal.significant(x, 3));
    }

    static List<String> steps(ChainModel model) {
        List<String> steps = new ArrayList<>();
        model.composition().ifPresent(f -> forward(model, f, steps));
        backward(model, steps);
        Chain chain = model.chain();
        switch (chain.status()) {
            case UNDEFINED -> steps.add(Decimal.typeset(model.trouble()));
            case VANISHED, OVERFLOWED ->
                steps.add("the product is about " + size(chain) + ", " + (chain.product() == 0 ? "smaller" : "larger")
                        + " than any double");
            case STOPPED -> steps.add("a slope of 0 lets nothing through");
            default -> {}
        }
        return steps;
    }

    private static void forward(ChainModel model, Composition composition, List<String> steps) {
        List<Composition.Link> links = composition.links();
        for (int i = 0; i < Math.min(links.size(), MOST); i++) {
            Composition.Link link = links.get(i);
            String name = model.name(links.size() - i - 1);
            String slope = link.f().derivative().map(Object::toString).orElse("its slope");
            steps.add(name + " = f" + Subscript.of(i) + "(" + ChainFigure.number(link.input()) + ") = "
                    + ChainFigure.number(link.value()) + " with f" + Subscript.of(i) + " = "
                    + Decimal.typeset(link.f().toString()) + "; slope " + Decimal.typeset(slope) + " = "
                    + ChainFigure.number(link.slope()));
        }
        more(links.size(), "functions", steps);
    }

    private static void backward(ChainModel model, List<String> steps) {
        Chain chain = model.chain();
        Vector partials = chain.partials();
        steps.add("∂L/∂L = 1");
        for (int edge = 1; edge <= Math.min(partials.size(), MOST); edge++) {
            double before = edge == 1 ? 1 : partials.get(edge - 2);
            steps.add("∂L/∂" + model.name(edge) + " = " + ChainFigure.number(before) + " · "
                    + WorkedSteps.bracketed(ChainFigure.number(chain.slopes().get(partials.size() - edge))) + " = "
                    + ChainFigure.number(partials.get(edge - 1)));
        }
        if (partials.size() > MOST) {
            more(partials.size(), "edges", steps);
            steps.add("∂L/∂" + model.leafName() + " = " + ChainFigure.number(chain.product()));
        }
    }

    private static void more(int n, String what, List<String> steps) {
        if (n > MOST) {
            steps.add("... and " + (n - MOST) + " more " + what);
        }
    }

    /** A product that no double holds, as a power of ten. */
    static String size(Chain chain) {
        return Decimal.typeset("1e" + Math.round(chain.decades()));
    }
}
