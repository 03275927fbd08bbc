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
        Matrix c = model.product().get().c();
        String dots =
                c.rows() * c.columns() + " dot products of length " + model.a().columns();
        long multiplications = model.product().get().multiplications();
        List<String> steps = new ArrayList<>();
        steps.add(a + " times " + b + " is " + c.shape() + ": " + dots + ", " + multiplications + " multiplications");
        if (model.isLayer()) {
            steps.add("W = A, x = B, y = C: y = Wx + b, with one number of b for each row of W");
        }
        steps.addAll(cells(model));
        return steps;
    }

    /** The first cells of C, a line each; none where the shapes do not fit. */
    static List<String> cells(MatmulModel model) {
        List<String> cells = new ArrayList<>();
        int p = model.b().columns();
        for (int cell = 0;
                model.product().isPresent() && cell < Math.min((long) model.a().rows() * p, MOST_SHOWN);
                cell++) {
            cells.add(cell(model, cell / p, cell % p));
        }
        return cells;
    }

    private static String cell(MatmulModel model, int i, int j) {
        Matmul product = model.product().orElseThrow();
        String terms = WorkedSteps.listed(model.a().columns(), MOST_SHOWN, " + ", k -> term(model, i, j, k));
        String bias = product.bias(i, j) == 0 ? "" : " + " + bracketed(product.bias(i, j));
        return model.names().c(i, j) + " = " + terms + bias + " = "
                + MatmulFigure.numbers(product, i, j).value();
    }

    private static String term(MatmulModel model, int i, int j, int k) {
        return bracketed(model.a().get(i, k)) + "·" + bracketed(model.b().get(k, j));
    }
}
