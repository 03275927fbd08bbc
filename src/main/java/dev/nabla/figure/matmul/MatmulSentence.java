package dev.nabla.figure.matmul;

import static dev.nabla.figure.WorkedSteps.count;

import dev.nabla.figure.matmul.MatmulModel.Names;
import dev.nabla.frame.Line;
import dev.nabla.math.Matmul;
import java.util.List;

/** What FIG.03 shows: the row and the column that meet, or why they cannot. */
final class MatmulSentence {
    private MatmulSentence() {}

    static List<Line> of(MatmulModel model) {
        if (!model.innerFits()) {
            Line left = Line.EMPTY
                    .warn("Shapes do not line up")
                    .text(": " + model.names().a() + " has ");
            Line right = Line.of(" and " + model.names().b() + " has ");
            return List.of(
                    left.first(count(model.a().columns(), "column")),
                    right.second(count(model.b().rows(), "row")));
        }
        return model.product().map(product -> meeting(model, product)).orElseGet(() -> withoutBias(model));
    }

    private static List<Line> withoutBias(MatmulModel model) {
        String given = count(model.bias().size(), "number");
        String text = ": " + model.names().c() + " has " + model.places() + ", it has " + given;
        return List.of(Line.EMPTY.warn("The bias does not fit").text(text));
    }

    private static List<Line> meeting(MatmulModel model, Matmul product) {
        int i = model.row();
        int j = model.column();
        int done = model.done(i, j);
        Names names = model.names();
        Line row = Line.EMPTY.first("Row " + (i + 1)).text(" of " + names.a() + " meets ");
        Line pair = model.isLayer()
                ? row.second("x")
                : row.second("column " + (j + 1)).text(" of B");
        if (done < model.a().columns()) {
            String sum = MatmulFigure.number(product.partial(i, j, done));
            return List.of(pair, Line.of(" in " + names.c(i, j) + ": ").result(sum + " so far"));
        }
        String result =
                names.c(i, j) + " = " + MatmulFigure.numbers(product, i, j).value();
        String bias = ", the bias " + MatmulFigure.number(product.bias(i, j));
        return model.isLayer()
                ? List.of(pair, Line.of(bias + " is added: ").result(result), Line.of(" in y = Wx + b"))
                : List.of(
                        pair, Line.of(" in the cell ").result(result), Line.of(model.hasBias() ? bias + " added" : ""));
    }
}
