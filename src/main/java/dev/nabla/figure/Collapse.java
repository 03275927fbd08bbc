package dev.nabla.figure;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Loss;
import dev.nabla.math.Vector;
import java.util.List;

/** The extra room of FIG.07: −1/p times the Jacobian of softmax, in numbers, and what is left of it. */
final class Collapse {
    private static final int MOST = 5;
    private static final int PITCH = 9;
    private static final int LEFT = 3;
    private static final int MATRIX = 18;

    private final Loss loss;
    private final Canvas canvas;
    private final int truth;
    private final int n;

    Collapse(Loss loss, Canvas canvas) {
        this.loss = loss;
        this.canvas = canvas;
        this.truth = loss.truth() - 1;
        this.n = loss.logits().size();
    }

    void draw() {
        if (n > MOST) {
            worked();
            return;
        }
        boolean cold = loss.tau() != 1;
        int result = MATRIX + n * PITCH + 6;
        int simple = result + 15;
        canvas.put(LEFT, 0, "Why it collapses: the chain rule through softmax, in numbers", Tone.TEXT);
        canvas.put(LEFT, 2, "∂L/∂p", Tone.DIM);
        canvas.put(MATRIX - 4, 2, "×", Tone.DIM);
        canvas.put(MATRIX, 2, "∂p/∂z = " + (cold ? "(diag(p) − p·p^T)/τ" : "diag(p) − p·p^T"), Tone.DIM);
        canvas.put(result - 3, 2, Line.EMPTY.dim("=  ").result("∂L/∂z"));
        canvas.put(simple - 3, 2, Line.EMPTY.dim("=  ").result(cold ? "(p − y)/τ" : "p − y"));
        Vector gradient = loss.gradient();
        List<Vector> jacobian = loss.jacobian();
        for (int j = 0; j < n; j++) {
            row(j, 3 + j, jacobian.get(j), gradient.get(j), result, simple);
        }
        canvas.put(
                LEFT,
                4 + n,
                Line.EMPTY
                        .dim("Only the row of the ")
                        .second("truth")
                        .dim(" counts; its −1/p cancels the p in every entry. What is left: ")
                        .first("p")
                        .text(" − ")
                        .second("y")
                        .dim(cold ? ", over τ." : "."));
    }

    private void row(int j, int y, Vector row, double gradient, int result, int simple) {
        boolean counts = j == truth;
        Tone tone = counts ? Tone.SECOND : Tone.DIM;
        Weight weight = counts ? Weight.BOLD : Weight.PLAIN;
        double slope = counts ? -1 / loss.p().get(j) : 0;
        bracketed(LEFT, y, 8, three(slope), tone, weight);
        canvas.put(MATRIX - 2, y, "[", Tone.DIM);
        for (int k = 0; k < n; k++) {
            canvas.right(MATRIX + (k + 1) * PITCH - 2, y, three(row.get(k)), tone, weight);
        }
        canvas.put(MATRIX + n * PITCH, y, "]", Tone.DIM);
        Tone sign = gradient < 0 ? Tone.RESULT : Tone.WARN;
        bracketed(result, y, 7, Decimal.typeset(signed(gradient)), sign, weight);
        String difference = Decimal.fixed(loss.p().get(j), 3) + " − " + (counts ? "1" : "0");
        canvas.put(simple, y, difference, Tone.TEXT);
    }

    private void bracketed(int x, int y, int field, String number, Tone tone, Weight weight) {
        canvas.put(x - 2, y, "[", Tone.DIM);
        canvas.right(x + field, y, number, tone, weight);
        canvas.put(x + field + 1, y, "]", Tone.DIM);
    }

    private static String three(double x) {
        return Decimal.drawn(x, 3, 7);
    }

    private static String signed(double x) {
        String plain = Decimal.signed(x, 3);
        return plain.length() <= 7 ? plain : Decimal.drawn(x, 3, 7);
    }

    private void worked() {
        List<String> steps = new LossFigure().steps(new LossFigure().start().with(loss));
        canvas.put(LEFT, 0, "worked out", Tone.TEXT);
        for (int i = 0; i < Math.min(steps.size(), canvas.height() - 1); i++) {
            canvas.put(LEFT, i + 1, steps.get(i), Tone.DIM);
        }
    }
}
