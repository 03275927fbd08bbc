package dev.nabla.figure.matmul;

import static dev.nabla.figure.matmul.MatmulFigure.bracketed;

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
        String a = model.a().shape();
        String b = model.b().shape();
        if (model.product().isEmpty()) {
            return List.of("A is " + a + ", B is " + b + ": " + model.rule());
        }
        Matmul product = model.product().get();
        Matrix c = product.c();
        int length = model.a().columns();
        String dots = c.rows() * c.columns() + " dot products of length " + length;
        String cost = dots + ", " + product.multiplications() + " multiplications";
        List<String> steps = new ArrayList<>(List.of(a + " times " + b + " is " + c.shape() + ": " + cost));
        if (model.isLayer()) {
            steps.add("W = A, x = B, y = C: y = W·x + b, with one number of b for each row of W");
        }
        steps.addAll(cells(model, product));
        return steps;
    }

    /** The first cells of C, a line each. */
    static List<String> cells(MatmulModel model, Matmul product) {
        List<String> cells = new ArrayList<>();
        int p = model.b().columns();
        for (int cell = 0; cell < Math.min(MOST_SHOWN, (long) model.a().rows() * p); cell++) {
            cells.add(cell(model, product, cell / p, cell % p));
        }
        return cells;
    }

    private static String cell(MatmulModel model, Matmul product, int i, int j) {
        String terms = WorkedSteps.listed(
                model.a().columns(),
                MOST_SHOWN,
                " + ",
                k -> bracketed(model.a().get(i, k)) + "·" + bracketed(model.b().get(k, j)));
        String bias = product.bias(i, j) == 0 ? "" : " + " + bracketed(product.bias(i, j));
        String value = MatmulFigure.numbers(product, i, j).value();
        return model.names().c(i, j) + " = " + terms + bias + " = " + value;
    }
}
