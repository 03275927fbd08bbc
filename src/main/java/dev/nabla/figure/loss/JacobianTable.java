package dev.nabla.figure.loss;

import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.math.Decimal;
import dev.nabla.math.Loss;
import dev.nabla.math.Vector;
import java.util.List;

/** The extra room of FIG.07: −1/p times the Jacobian of softmax, in numbers, what is left of it, and the same slopes measured. */
final class JacobianTable {
    static final int LEAST_ROWS = 10;

    private static final int MOST = 5;
    private static final int HEADS = 2;
    private static final int PITCH = 9;
    private static final int LEFT = 3;
    private static final int COLUMN = 15;
    private static final int MATRIX = 18;

    private final Loss loss;
    private final Canvas canvas;
    private final int truth;
    private final int n;
    private final boolean tempered;
    private final int gradient;
    private final int difference;
    private final int measured;
    /** The slopes of L taken without any formula, from L a little to either side; an infinite L has none. */
    private final Vector numeric;

    JacobianTable(Loss loss, Canvas canvas) {
        this.loss = loss;
        this.canvas = canvas;
        this.truth = loss.truth() - 1;
        this.n = loss.logits().size();
        this.tempered = loss.tau() != 1;
        this.gradient = MATRIX + n * PITCH + 6;
        this.difference = gradient + COLUMN;
        this.measured = difference + COLUMN;
        this.numeric = loss.numericGradient();
    }

    void draw() {
        if (n > MOST) {
            WorkedOut.draw(canvas.part(canvas.area().afterColumns(LEFT)), "worked out", LossSteps.of(loss));
            return;
        }
        heads();
        List<Vector> jacobian = loss.jacobian();
        for (int j = 0; j < n; j++) {
            row(j, HEADS + 1 + j, jacobian.get(j));
        }
        String cancels = " counts; its −1/p cancels the p in every entry. What is left: ";
        Line head = Line.EMPTY.dim("Only the row of the ").second("truth").dim(cancels);
        Line reason = head.first("p").text(" − ").second("y").dim(tempered ? ", over τ." : ".");
        List<Line> lines = Wrap.lines(reason, canvas.width() - 2 * LEFT, canvas.glyphs());
        for (int i = 0; i < lines.size(); i++) {
            canvas.put(LEFT, HEADS + 2 + n + i, lines.get(i));
        }
    }

    private void heads() {
        canvas.put(LEFT, 0, "Why it collapses: the chain rule through softmax, in numbers", Tone.TEXT);
        canvas.put(LEFT, HEADS, "∂L/∂p", Tone.DIM);
        canvas.put(MATRIX - 4, HEADS, "×", Tone.DIM);
        canvas.put(MATRIX, HEADS, "∂p/∂z = " + (tempered ? "(diag(p) − p·p^T)/τ" : "diag(p) − p·p^T"), Tone.DIM);
        canvas.put(gradient - 3, HEADS, Line.EMPTY.dim("=  ").result("∂L/∂z"));
        if (fits(difference)) {
            canvas.put(difference - 3, HEADS, Line.EMPTY.dim("=  ").result(tempered ? "(p − y)/τ" : "p − y"));
        }
        if (isMeasured()) {
            canvas.put(measured - 3, HEADS, "≈  (L(z+h) − L(z−h))/2h", Tone.DIM);
        }
    }

    /** Whether there is room for the column that begins here. */
    private boolean fits(int column) {
        return column + COLUMN <= canvas.width();
    }

    private boolean isMeasured() {
        return numeric.isFinite() && fits(measured);
    }

    private void row(int j, int y, Vector row) {
        boolean counts = j == truth;
        Tone tone = counts ? Tone.SECOND : Tone.DIM;
        Weight weight = counts ? Weight.BOLD : Weight.PLAIN;
        bracketed(LEFT, y, 8, three(counts ? -1 / loss.p().get(j) : 0), tone, weight);
        canvas.put(MATRIX - 2, y, "[", Tone.DIM);
        for (int k = 0; k < n; k++) {
            canvas.right(MATRIX + (k + 1) * PITCH - 2, y, three(row.get(k)), tone, weight);
        }
        canvas.put(MATRIX + n * PITCH, y, "]", Tone.DIM);
        slope(gradient, y, loss.gradient().get(j), weight);
        if (fits(difference)) {
            canvas.put(difference, y, Decimal.fixed(loss.p().get(j), 3) + " − " + (counts ? "1" : "0"), Tone.TEXT);
        }
        if (isMeasured()) {
            slope(measured, y, numeric.get(j), Weight.PLAIN);
        }
    }

    private void slope(int x, int y, double slope, Weight weight) {
        bracketed(x, y, 7, Decimal.typeset(signed(slope)), slope < 0 ? Tone.RESULT : Tone.WARN, weight);
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
}
