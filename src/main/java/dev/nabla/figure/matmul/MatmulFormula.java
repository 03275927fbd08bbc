package dev.nabla.figure.matmul;

import static dev.nabla.figure.matmul.MatmulFigure.bracketed;
import static dev.nabla.figure.matmul.MatmulFigure.number;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.matmul.MatmulModel.Names;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matmul;
import java.util.List;

/** The dot product of the cell that is looked at in FIG.03, term beside term, each in three rows: names, numbers, product; the bias last. */
record MatmulFormula(MatmulModel model, Canvas canvas) {
    static final int ROWS = 3;
    private static final int NAME = 3;
    private static final int TERMS = 8;
    /** Cells that what follows the products needs. */
    private static final int REST = 24;

    /** Draws three rows from the top of the canvas, products at least so many cells apart. */
    void draw(int least) {
        model.product().ifPresentOrElse(product -> cell(product, least), () -> canvas.put(NAME, 1, rule(), Tone.DIM));
    }

    /** What has to hold before there is a product. */
    private String rule() {
        Names names = model.names();
        String each = model.b().columns() == 1 ? "row" : "column";
        return model.innerFits()
                ? "a bias has a number for each " + each + " of " + names.c() + ", or one for all"
                : "a row of " + names.a() + " must be as long as a column of " + names.b();
    }

    private void cell(Matmul product, int least) {
        int i = model.row();
        int j = model.column();
        int n = model.a().columns();
        int done = model.done(i, j);
        String name = model.names().c(i, j);
        canvas.put(NAME, 0, name, Tone.RESULT, Weight.BOLD);
        int x = Math.max(TERMS, NAME + canvas.width(name) + 1);
        for (int k = 0; k < n; k++) {
            List<Line> term = term(product, k);
            int apart = Math.max(least, widest(term) + 1);
            if (x + apart + REST > canvas.width() + TERMS) {
                canvas.put(x, 2, "+ ...", Tone.DIM);
                x += 6;
                break;
            }
            rows(
                    x,
                    k < done
                            ? term
                            : List.of(
                                    term.get(0),
                                    term.get(1),
                                    Line.EMPTY.dim(sign(k)).text("·")));
            x += apart;
        }
        if (model.hasBias()) {
            List<Line> bias = bias(product);
            rows(x, bias);
            x += widest(bias) + 2;
        }
        Line equals = Line.EMPTY.dim("= ");
        canvas.put(
                x,
                2,
                done == n
                        ? equals.result(MatmulFigure.numbers(product, i, j).value())
                        : equals.result(number(product.partial(i, j, done))).dim(" so far"));
    }

    private static String sign(int k) {
        return k == 0 ? "= " : "+ ";
    }

    private List<Line> term(Matmul product, int k) {
        int i = model.row();
        int j = model.column();
        Names names = model.names();
        Line sign = Line.EMPTY.dim(sign(k));
        String times = canvas.glyphs() == Glyphs.ASCII ? "*" : "·";
        String left = behind(k, number(product.a().get(i, k)));
        return List.of(
                sign.first(names.a(i, k)).dim("·").second(names.b(k, j)),
                sign.first(left).dim(times).second(bracketed(product.b().get(k, j))),
                sign.text(behind(k, MatmulFigure.numbers(product, i, j).term(k))));
    }

    /** In brackets if it is negative and stands behind a plus sign. */
    private static String behind(int k, String number) {
        return k == 0 ? number : WorkedSteps.bracketed(number);
    }

    private List<Line> bias(Matmul product) {
        int part = model.biasPart(model.row(), model.column());
        Line plus = Line.EMPTY.dim("+ ");
        Line number = plus.text(bracketed(product.bias().get(part)));
        return List.of(plus.text("b" + (model.bias().size() == 1 ? "" : Subscript.of(part))), number, number);
    }

    private void rows(int x, List<Line> lines) {
        for (int y = 0; y < ROWS; y++) {
            canvas.put(x, y, lines.get(y));
        }
    }

    private int widest(List<Line> lines) {
        return lines.stream().mapToInt(line -> canvas.width(line.plain())).max().orElseThrow();
    }
}
