package dev.nabla.figure;

import dev.nabla.frame.Line;
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
        if (model.product().isEmpty()) {
            return List.of(Line.EMPTY
                    .warn("The bias does not fit")
                    .text(": " + model.names().c() + " has "
                            + (model.b().columns() == 1
                                    ? count(model.a().rows(), "row")
                                    : count(model.b().columns(), "column"))
                            + ", it has " + count(model.bias().size(), "number")));
        }
        int i = model.row();
        int j = model.column();
        MatmulNames names = model.names();
        int done = model.done(i, j);
        boolean whole = done == model.a().columns();
        double value = whole
                ? model.product().get().c().get(i, j)
                : model.product().get().partial(i, j, done);
        Line row = Line.EMPTY.first("Row " + (i + 1)).text(" of " + names.a() + " meets ");
        Line meeting = model.isLayer()
                ? row.second("x")
                : row.second("column " + (j + 1)).text(" of B");
        String result = names.c(i, j) + " = " + MatmulFigure.number(value);
        String bias = MatmulFigure.number(model.product().get().bias(i, j));
        if (!whole) {
            return List.of(
                    meeting, Line.of(" in " + names.c(i, j) + ": ").result(MatmulFigure.number(value) + " so far"));
        }
        return model.isLayer()
                ? List.of(
                        meeting,
                        Line.of(", the bias " + bias + " is added: ").result(result),
                        Line.of(" in y = Wx + b"))
                : List.of(
                        meeting,
                        Line.of(" in the cell ").result(result),
                        Line.of(model.hasBias() ? ", the bias " + bias + " added" : ""));
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
