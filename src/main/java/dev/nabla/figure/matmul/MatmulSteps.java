package dev.nabla.figure.matmul;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Matmul;
import dev.nabla.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/** A product of matrices worked out: what it costs, then a line a cell. */
final class MatmulSteps {
    private static final int MOST_SHOWN = 8;

    private MatmulSteps() {}

    static List<String> of(MatmulModel model) {
        if (model.product().isEmpty()) {
            return List.of("A is " + model.a().shape() + ", B is " + model.b().shape()
                    + ": a row of A must be as long as a column of B");
        }
        Matmul product = model.product().get();
        Matrix c = product.c();
        List<String> steps = new ArrayList<>();
        steps.add(model.a().shape() + " times " + model.b().shape() + " is " + c.shape() + ": " + c.rows() * c.columns()
                + " dot products of length " + model.a().columns() + ", " + product.multiplications()
                + " multiplications");
        if (model.isLayer()) {
            steps.add("W = A, x = B, y = C: y = Wx + b, with one number of b for each row of W");
        }
        steps.addAll(cells(model));
        return steps;
    }

    /** The first cells of C, a line each; none where the shapes do not fit. */
    static List<String> cells(MatmulModel model) {
        List<String> cells = new ArrayList<>();
        if (model.product().isPresent()) {
            Matmul product = model.product().get();
            for (int cell = 0; cell < Math.min(product.c().rows() * product.c().columns(), MOST_SHOWN); cell++) {
                cells.add(cell(model, product, cell));
            }
        }
        return cells;
    }

    private static String cell(MatmulModel model, Matmul product, int cell) {
        int i = cell / product.c().columns();
        int j = cell % product.c().columns();
        String terms = WorkedSteps.listed(
                model.a().columns(),
                MOST_SHOWN,
                " + ",
                k -> MatmulFigure.bracketed(model.a().get(i, k)) + "·"
                        + MatmulFigure.bracketed(model.b().get(k, j)));
        String bias = product.bias(i, j) == 0 ? "" : " + " + MatmulFigure.bracketed(product.bias(i, j));
        return model.names().c(i, j) + " = " + terms + bias + " = "
                + MatmulFigure.numbers(product, i, j).value();
    }
}
