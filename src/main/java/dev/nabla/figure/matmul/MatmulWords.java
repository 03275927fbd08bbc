package dev.nabla.figure.matmul;

import static dev.nabla.figure.matmul.MatmulFigure.bracketed;

import dev.nabla.figure.CodeLine;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Line;
import dev.nabla.math.Matmul;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/** FIG.03 in words, the row and the column that meet or why they cannot; worked out, a line a cell; and in Python. */
final class MatmulWords {
    private static final int MOST_SHOWN = 8;

    private MatmulWords() {}

    static List<Line> sentence(MatmulModel model) {
        String misfit = model.innerFits() ? "The bias does not fit" : "Shapes do not line up";
        return model.product()
                .map(product -> meeting(model, product))
                .orElseGet(() -> List.of(Line.EMPTY.warn(misfit).text(": " + model.mismatch())));
    }

    private static List<Line> meeting(MatmulModel model, Matmul product) {
        int i = model.row();
        int j = model.column();
        int done = model.done(i, j);
        String cell = model.names().c(i, j);
        Line row =
                Line.EMPTY.first("Row " + (i + 1)).text(" of " + model.names().a() + " meets ");
        Line pair = model.isLayer()
                ? row.second("x")
                : row.second("column " + (j + 1)).text(" of B");
        if (done < model.a().columns()) {
            String sum = MatmulFigure.number(product.partial(i, j, done));
            return List.of(pair, Line.of(" in " + cell + ": ").result(sum + " so far"));
        }
        String result = cell + " = " + MatmulFigure.numbers(product, i, j).value();
        String bias = ", the bias " + MatmulFigure.number(product.bias(i, j));
        if (model.isLayer()) {
            return List.of(pair, Line.of(bias + " is added: ").result(result), Line.of(" in y = W·x + b"));
        }
        String added = model.hasBias() ? bias + " added" : "";
        return List.of(pair, Line.of(" in the cell ").result(result), Line.of(added));
    }

    static List<String> steps(MatmulModel model) {
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

    static String python(MatmulModel model) {
        boolean layer = model.product().isPresent() && model.isLayer();
        String code = layer
                ? """
                w, x, bias = $a, $x, $bias
                def linear(x, w):  # a row of w for every output
                    return [sum(wi * xi for wi, xi in zip(wo, x)) for wo in w]
                y = [yi + bi for yi, bi in zip(linear(x, w), bias)]
                print(y[$i])  #= $c[$cell]
                """
                : """
                a = $a  #1 $m
                b = $b  #2 $n
                assert len(a[0]) == len(b)  # $inner
                columns = list(zip(*b))
                c = [[sum(p * q for p, q in zip(row, column))$tail
                print(c[$i][$j])  #= $c[$cell]
                """;
        String inner =
                "inner sizes, " + model.a().columns() + " and " + model.b().rows();
        int size = Matmul.biasSize(model.a(), model.b());
        boolean fits = Matmul.biasFits(model.a(), model.b(), model.bias());
        String tail = model.hasBias()
                ? " + bj\n      for column, bj in zip(columns, $bias" + (fits ? "" : ", strict=True")
                        + ")] for row in a]"
                : " for column in columns]\n     for row in a]";
        Vector bias =
                model.bias().size() == 1 ? Vector.of(size, k -> model.bias().get(0)) : model.bias();
        return code.replace("$x", CodeLine.list(model.b().column(0)))
                .replace("$m", model.a().shape())
                .replace("$n", model.b().shape())
                .replace("$inner", inner)
                .replace("$tail", tail)
                .replace("$bias", CodeLine.list(bias))
                .replace("$i]", model.row() + "]")
                .replace("$j]", model.column() + "]")
                .replace("$cell", model.cell().row() + "," + model.cell().column());
    }
}
