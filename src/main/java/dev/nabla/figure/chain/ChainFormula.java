package dev.nabla.figure.chain;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rule of FIG.00 with the numbers of its path.
 *
 * @param model the path
 * @param pinned the product it is compared with
 */
record ChainFormula(ChainModel model, Optional<String> pinned) {
    /** Layers of models of different size. */
    private static final int[] DEPTHS = {12, 24, 48, 96};

    /** The rule, with the numbers of this path. */
    void draw(Canvas canvas, boolean withRate) {
        List<String> factors = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (int edge = 1; edge <= model.edges(); edge++) {
            factors.add("∂" + model.name(edge - 1) + "/∂" + model.name(edge));
            double slope = model.slope(edge);
            String number = Double.isFinite(slope) ? Decimal.drawn(slope, 2, 8) : "none";
            numbers.add(WorkedSteps.bracketed(number));
        }
        String left = "∂L/∂" + model.leafName() + " = ";
        String indent = " ".repeat(left.length() - 2);
        canvas.put(0, 0, left + joined(canvas, factors, left), Tone.TEXT);
        canvas.put(0, 1, indent + "= " + joined(canvas, numbers, left), Tone.DIM);
        Line product =
                Line.of(indent + "= ").result(ChainFigure.number(model.chain().product()));
        canvas.put(0, 2, pinned.map(kept -> product.dim("   pinned " + kept)).orElse(product));
        if (withRate) {
            rate(canvas.part(canvas.area().afterRows(4)));
        }
    }

    /** All factors, or where they do not fit the first ones and the last. */
    private static String joined(Canvas canvas, List<String> factors, String left) {
        int most = canvas.width() - canvas.width(left);
        int n = factors.size();
        String all = String.join(" · ", factors.subList(0, Math.min(n, most)));
        for (int first = Math.min(n - 2, most); first > 0 && canvas.width(all) > most; first--) {
            all = String.join(" · ", factors.subList(0, first)) + " ··· " + factors.get(n - 1);
        }
        return all;
    }

    /** What a deeper path would make of the signal if every edge changed it as these do on average. */
    private void rate(Canvas canvas) {
        double each = model.chain().decades() / model.edges();
        if (!Double.isFinite(each)) {
            return;
        }
        canvas.put(
                0, 0, "at this rate, × " + Decimal.drawn(Math.pow(10, each), 3, 9) + " an edge on average:", Tone.DIM);
        for (int i = 0; i < DEPTHS.length; i++) {
            double decades = each * DEPTHS[i];
            canvas.right(3, i + 1, String.valueOf(DEPTHS[i]), Tone.TEXT);
            canvas.put(4, i + 1, "edges", Tone.DIM);
            String left = Math.abs(decades) < 300
                    ? ChainFigure.signal(Math.pow(10, decades))
                    : Decimal.typeset("1e" + Math.round(decades));
            canvas.right(22, i + 1, left, decades > 2 || decades < -2 ? Tone.WARN : Tone.TEXT);
        }
    }
}
