package dev.nabla.figure.matmul;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;
import static dev.nabla.figure.matmul.MatmulFigure.C;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.matmul.MatmulFigure.MatmulResults;
import dev.nabla.figure.matmul.MatmulModel.MatrixNames;
import dev.nabla.figure.part.DotNumbers;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matmul;
import java.util.List;
import java.util.Optional;

/**
 * Draws the dot product of the selected cell of FIG.03. Each term has three rows: names, numbers, product. The bias
 * comes last.
 */
record MatmulFormula(Picture<MatmulModel, Optional<MatmulResults>> all, Canvas canvas) {
    static final int ROWS = 3;
    private static final int NAME = 3;
    private static final int TERMS = 8;
    /** Least distance between two terms, in cells. */
    private static final int APART = 12;
    /** Cells reserved for the last term and what follows it. */
    private static final int REST = 24;

    private MatmulModel model() {
        return all.model();
    }

    void draw() {
        all.results().ifPresentOrElse(this::cell, () -> canvas.put(NAME, 1, model().rule(), Tone.DIM));
    }

    private void cell(MatmulResults results) {
        Matmul product = results.matmul();
        int i = model().row();
        int j = model().column();
        DotNumbers numbers = MatmulFigure.numbers(product, i, j);
        int n = model().a().columns();
        int done = model().done(i, j);
        String name = model().names().c(i, j);
        canvas.put(NAME, 0, name, Tone.RESULT, Weight.BOLD);
        int x = Math.max(TERMS, NAME + canvas.width(name) + 1);
        for (int k = 0; k < (model().hasBias() ? n + 1 : n); k++) {
            List<Line> term =
                    k == n ? bias(product) : term(product, k, k < done && !all.hides(C) ? numbers.term(k) : "·");
            int next = x + Math.max(APART, widest(term) + 1);
            if (next + REST > canvas.width() + APART) {
                canvas.put(x, 2, "+ ...", Tone.DIM);
                x += 6;
                break;
            }
            canvas.put(x, 0, term);
            x = next;
        }
        Line equals = Line.EMPTY.dim("= ");
        String sum = done == n ? numbers.value() : number(product.partial(i, j, done));
        canvas.put(x, 2, equals.result(all.cursor().text(C, results, c -> sum)).dim(done == n ? "" : " so far"));
    }

    private int widest(List<Line> lines) {
        return lines.stream().mapToInt(line -> canvas.width(line.plain())).max().orElseThrow();
    }

    private List<Line> term(Matmul product, int k, String term) {
        int i = model().row();
        int j = model().column();
        MatrixNames names = model().names();
        Line sign = Line.EMPTY.dim(k == 0 ? "= " : "+ ");
        String times = canvas.glyphs() == Glyphs.ASCII ? "*" : "·";
        String left = behind(k, number(product.a().get(i, k)));
        return List.of(
                sign.first(names.a(i, k)).dim("·").second(names.b(k, j)),
                sign.first(left).dim(times).second(bracketed(product.b().get(k, j))),
                sign.text(behind(k, term)));
    }

    /** Returns a number as it stands after a sign: in brackets if it is negative, except in the first term. */
    private static String behind(int k, String number) {
        return k == 0 ? number : bracketed(number);
    }

    private List<Line> bias(Matmul product) {
        int part = model().biasPart(model().row(), model().column());
        Line plus = Line.EMPTY.dim("+ ");
        Line number = plus.text(bracketed(product.bias().get(part)));
        return List.of(plus.text("b" + (model().bias().size() == 1 ? "" : Subscript.of(part))), number, number);
    }
}
