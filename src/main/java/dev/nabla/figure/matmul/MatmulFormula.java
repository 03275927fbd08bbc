package dev.nabla.figure.matmul;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matmul;

/** The dot product of the cell that is looked at in FIG.03, term under term, the bias last. */
record MatmulFormula(MatmulModel model) {
    static final int ROWS = 3;
    private static final int NAME = 3;
    private static final int TERMS = 8;
    /** Cells that what follows the products needs. */
    private static final int REST = 24;

    /** What has to hold before there is a product. */
    private String rule() {
        MatmulNames names = model.names();
        boolean column = model.b().columns() == 1;
        if (model.a().columns() != model.b().rows()) {
            return "a row of " + names.a() + " must be as long as a column of " + names.b();
        }
        return "a bias has a number for each " + (column ? "row" : "column") + " of " + names.c() + ", or one for all";
    }

    /** Draws three rows from the top of the canvas, products at least so many cells apart. */
    void draw(Canvas canvas, int least) {
        if (model.product().isEmpty()) {
            canvas.put(NAME, 1, rule(), Tone.DIM);
            return;
        }
        int i = model.row();
        int j = model.column();
        int n = model.a().columns();
        canvas.put(NAME, 0, model.names().c(i, j), Tone.RESULT, Weight.BOLD);
        int x = TERMS;
        int shown = 0;
        while (shown < n && x + apart(shown, least) + REST <= canvas.width() + TERMS) {
            term(canvas, x, i, shown, j, shown < model.done(i, j));
            x += apart(shown++, least);
        }
        if (shown < n) {
            canvas.put(x, 2, "+ ...", Tone.DIM);
            x += 6;
        }
        if (model.hasBias()) {
            x += bias(canvas, x, i, j);
        }
        canvas.put(x, 2, sum(i, j));
    }

    /** The bias in all three rows; says how many cells it took. */
    private int bias(Canvas canvas, int x, int i, int j) {
        String number = MatmulFigure.bracketed(model.product().get().bias(i, j));
        String name = "b" + (model.bias().size() == 1 ? "" : Subscript.of(model.biasPart(i, j)));
        canvas.put(x, 0, Line.EMPTY.dim("+ ").text(name));
        canvas.put(x, 1, Line.EMPTY.dim("+ ").text(number));
        canvas.put(x, 2, Line.EMPTY.dim("+ ").text(number));
        return Math.max(canvas.width(name), canvas.width(number)) + 4;
    }

    private Line sum(int i, int j) {
        Matmul product = model.product().get();
        int done = model.done(i, j);
        Line equals = Line.EMPTY.dim("= ");
        return done == model.a().columns()
                ? equals.result(MatmulFigure.numbers(product, i, j).value())
                : equals.result(MatmulFigure.number(product.partial(i, j, done)))
                        .dim(" so far");
    }

    private void term(Canvas canvas, int x, int i, int k, int j, boolean done) {
        String sign = k == 0 ? "= " : "+ ";
        MatmulNames names = model.names();
        canvas.put(x, 0, Line.EMPTY.dim(sign).first(names.a(i, k)).dim("·").second(names.b(k, j)));
        String times = canvas.glyphs() == Glyphs.ASCII ? "*" : "·";
        canvas.put(x, 1, Line.EMPTY.dim(sign).first(left(i, k)).dim(times).second(MatmulFigure.bracketed(right(k, j))));
        canvas.put(x, 2, Line.EMPTY.dim(sign).text(done ? product(i, k, j) : "·"));
    }

    /** In brackets if it is negative and stands behind a plus sign. */
    private static String behind(int k, double x) {
        return k == 0 ? MatmulFigure.number(x) : MatmulFigure.bracketed(x);
    }

    private String left(int i, int k) {
        return behind(k, model.a().get(i, k));
    }

    private double right(int k, int j) {
        return model.b().get(k, j);
    }

    private String product(int i, int k, int j) {
        String product =
                MatmulFigure.numbers(model.product().orElseThrow(), i, j).term(k);
        return k == 0 ? product : WorkedSteps.bracketed(product);
    }

    /** From a product to the next: at least so many cells, more where its numbers are long. */
    private int apart(int k, int least) {
        String factors = left(model.row(), k) + "·" + MatmulFigure.bracketed(right(k, model.column()));
        String product = product(model.row(), k, model.column());
        return Math.max(least, 3 + Math.max(factors.length(), product.length()));
    }
}
