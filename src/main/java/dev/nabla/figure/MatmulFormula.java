package dev.nabla.figure;

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

    /** Draws three rows from the top of the canvas, products so many cells apart. */
    void draw(Canvas canvas, int apart) {
        if (model.product().isEmpty()) {
            canvas.put(NAME, 1, rule(), Tone.DIM);
            return;
        }
        int i = model.row();
        int j = model.column();
        int n = model.a().columns();
        int shown = Math.min(n, (canvas.width() - REST) / apart);
        canvas.put(NAME, 0, model.names().c(i, j), Tone.RESULT, Weight.BOLD);
        for (int k = 0; k < shown; k++) {
            term(canvas, TERMS + k * apart, i, k, j, k < model.done(i, j));
        }
        int x = TERMS + shown * apart;
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
                ? equals.result(MatmulFigure.number(product.c().get(i, j)))
                : equals.result(MatmulFigure.number(product.partial(i, j, done)))
                        .dim(" so far");
    }

    private void term(Canvas canvas, int x, int i, int k, int j, boolean done) {
        String sign = k == 0 ? "= " : "+ ";
        double left = model.a().get(i, k);
        double right = model.b().get(k, j);
        MatmulNames names = model.names();
        canvas.put(x, 0, Line.EMPTY.dim(sign).first(names.a(i, k)).dim("·").second(names.b(k, j)));
        String times = canvas.glyphs() == Glyphs.ASCII ? "*" : "·";
        canvas.put(
                x,
                1,
                Line.EMPTY.dim(sign).first(MatmulFigure.number(left)).dim(times).second(MatmulFigure.bracketed(right)));
        canvas.put(x, 2, Line.EMPTY.dim(sign).text(done ? MatmulFigure.number(left * right) : "·"));
    }
}
