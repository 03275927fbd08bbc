package dev.nabla.figure.chain;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Chain;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Composition;
import java.util.ArrayList;
import java.util.List;

/** FIG.00 worked out: the functions forward, then the slopes multiplied back from the loss. */
final class ChainSteps {
    private static final int MOST = 12;

    private ChainSteps() {}

    static List<String> of(ChainModel model) {
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
        Vector partials = model.chain().partials();
        steps.add("∂L/∂L = 1");
        for (int edge = 1; edge <= Math.min(partials.size(), MOST); edge++) {
            double before = edge == 1 ? 1 : partials.get(edge - 2);
            steps.add("∂L/∂" + model.name(edge) + " = " + ChainFigure.number(before) + " · "
                    + WorkedSteps.bracketed(ChainFigure.number(model.slope(edge))) + " = "
                    + ChainFigure.number(partials.get(edge - 1)));
        }
        if (partials.size() > MOST) {
            more(partials.size(), "edges", steps);
            steps.add("∂L/∂" + model.leafName() + " = "
                    + ChainFigure.number(model.chain().product()));
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
