package dev.nabla.figure.matmul;

import dev.nabla.frame.Line;
import dev.nabla.math.Matmul;
import java.util.List;

/** FIG.03 in words: the row and the column that meet, or why they cannot. */
final class MatmulSentence {
    private MatmulSentence() {}

    static List<Line> of(MatmulModel model) {
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
}
