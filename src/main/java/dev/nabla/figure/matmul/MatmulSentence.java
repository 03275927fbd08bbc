package dev.nabla.figure.matmul;

import dev.nabla.frame.Line;
import dev.nabla.math.Matmul;
import java.util.List;

/** What FIG.03 shows: the row and the column that meet, or why they cannot. */
final class MatmulSentence {
    private MatmulSentence() {}

    static List<Line> of(MatmulModel model) {
        if (model.a().columns() != model.b().rows()) {
            return List.of(
                    Line.EMPTY
                            .warn("Shapes do not line up")
                            .text(": " + model.names().a() + " has ")
                            .first(count(model.a().columns(), "column")),
                    Line.of(" and " + model.names().b() + " has ")
                            .second(count(model.b().rows(), "row")));
        }
        return model.product().isPresent() ? meeting(model, model.product().get()) : withoutBias(model);
    }

    private static List<Line> withoutBias(MatmulModel model) {
        String needed = model.b().columns() == 1
                ? count(model.a().rows(), "row")
                : count(model.b().columns(), "column");
        return List.of(Line.EMPTY
                .warn("The bias does not fit")
                .text(": " + model.names().c() + " has " + needed + ", it has "
                        + count(model.bias().size(), "number")));
    }

    private static List<Line> meeting(MatmulModel model, Matmul product) {
        int i = model.row();
        int j = model.column();
        int done = model.done(i, j);
        Line pair = pair(model);
        String cell = model.names().c(i, j);
        if (done < model.a().columns()) {
            String sum = MatmulFigure.number(product.partial(i, j, done));
            return List.of(pair, Line.of(" in " + cell + ": ").result(sum + " so far"));
        }
        String result = cell + " = " + MatmulFigure.numbers(product, i, j).value();
        String bias = ", the bias " + MatmulFigure.number(product.bias(i, j));
        return model.isLayer()
                ? List.of(pair, Line.of(bias + " is added: ").result(result), Line.of(" in y = Wx + b"))
                : List.of(
                        pair, Line.of(" in the cell ").result(result), Line.of(model.hasBias() ? bias + " added" : ""));
    }

    private static Line pair(MatmulModel model) {
        Line row = Line.EMPTY
                .first("Row " + (model.row() + 1))
                .text(" of " + model.names().a() + " meets ");
        return model.isLayer()
                ? row.second("x")
                : row.second("column " + (model.column() + 1)).text(" of B");
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
