package dev.nabla.figure;

import dev.nabla.figure.CellKnob.Cell;
import java.util.List;
import java.util.function.Function;

/** The ways into FIG.03: the cell that is looked at, the entries, the sides of the matrices, the bias. */
final class MatmulKnobs {
    private static final int MOST_SIDE = 64;

    static final WholeKnob<MatmulModel> TERMS = new WholeKnob<>(
            Label.picture("terms", "k", "products filled in so far, 0 for all of them at once, like 3"),
            0,
            1_000_000,
            MatmulModel::terms,
            MatmulModel::withTerms,
            model -> false);

    private MatmulKnobs() {}

    static List<Knob<MatmulModel>> all() {
        Range entry = new Range(-99, 99, 1);
        return List.of(
                new CellKnob<>(
                        Label.picture("cell", "C", "row,column of the cell of C to look at, like 1,2"),
                        model -> new Cell(model.row() + 1, model.column() + 1),
                        MatmulModel::at,
                        model -> model.product().isPresent()
                                ? new Cell(model.a().rows(), model.b().columns())
                                : new Cell(0, 0)),
                new MatrixKnob<>(
                        Label.question("a", "A", "left matrix, like 1,2,3;4,5,6"),
                        entry,
                        MatmulModel::a,
                        MatmulModel::withA),
                new MatrixKnob<>(
                        Label.question("b", "B", "right matrix, like 7,8;9,10;11,12"),
                        entry,
                        MatmulModel::b,
                        MatmulModel::withB),
                side(
                        "a_rows",
                        "rows of A",
                        model -> model.a().rows(),
                        (model, m) -> model.withA(model.a().resized(m, model.a().columns()))),
                side(
                        "a_columns",
                        "columns of A",
                        model -> model.a().columns(),
                        (model, n) -> model.withA(model.a().resized(model.a().rows(), n))),
                side(
                        "b_rows",
                        "rows of B",
                        model -> model.b().rows(),
                        (model, n) -> model.withB(model.b().resized(n, model.b().columns()))),
                side(
                        "b_columns",
                        "columns of B",
                        model -> model.b().columns(),
                        (model, p) -> model.withB(model.b().resized(model.b().rows(), p))),
                new VectorKnob<>(
                        Label.question(
                                "bias",
                                "b",
                                "added to every row of C: one number a column, or one for all, like 0.5,-1; to one"
                                        + " column one number a row"),
                        entry,
                        VectorKnob.Kind.FITTED,
                        MatmulModel::bias,
                        MatmulModel::withBias),
                TERMS);
    }

    private interface Resize {
        MatmulModel to(MatmulModel model, int side);
    }

    private static Knob<MatmulModel> side(String name, String help, Function<MatmulModel, Integer> get, Resize set) {
        return new WholeKnob<>(
                Label.picture(name, help, help + ", 1 to " + MOST_SIDE + ", new ones filled with 0, like 2"),
                1,
                MOST_SIDE,
                model -> get.apply(model),
                (model, side) -> set.to(model, side.intValue()),
                model -> true);
    }
}
