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
                            .text(": A has ")
                            .first(count(model.a().columns(), "column")),
                    Line.of(" and B has ").second(count(model.b().rows(), "row")));
        }
        if (model.product().isEmpty()) {
            return List.of(Line.EMPTY
                    .warn("The bias does not fit")
                    .text(": C has " + count(model.b().columns(), "column")));
        }
        String cell = MatmulFigure.cell("C", model.row(), model.column());
        int done = model.done(model.row(), model.column());
        boolean whole = done == model.a().columns();
        double value = whole
                ? model.product().get().c().get(model.row(), model.column())
                : model.product().get().partial(model.row(), model.column(), done);
        return List.of(
                Line.EMPTY
                        .first("Row " + (model.row() + 1))
                        .text(" of A meets ")
                        .second("column " + (model.column() + 1))
                        .text(" of B"),
                whole
                        ? Line.of(" in the cell ").result(cell + " = " + MatmulFigure.number(value))
                        : Line.of(" in " + cell + ": ").result(MatmulFigure.number(value) + " so far"));
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
