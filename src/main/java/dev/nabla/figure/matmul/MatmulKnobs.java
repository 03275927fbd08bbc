package dev.nabla.figure.matmul;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Codec.Position.Cell;
import dev.nabla.figure.Codec.Reals.Kind;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/** The ways into FIG.03: the cell that is looked at, the entries, the sides of the matrices, the bias. */
final class MatmulKnobs {
    private static final int MOST_SIDE = 64;

    static final Knob<MatmulModel, Long> TERMS = KnobInfo.picture(
                    "terms", "k", "products filled in so far, 0 for all of them at once, like 3")
            .whole(0, 1_000_000, MatmulModel::terms, MatmulModel::withTerms)
            .when(model -> false);

    private MatmulKnobs() {}

    static List<Knob<MatmulModel, ?>> all() {
        Range entry = new Range(-99, 99, 1);
        return List.of(
                KnobInfo.picture("cell", "C", "row,column of the cell of C to look at, like 1,2")
                        .bound(
                                model -> new Codec.Position(
                                        model.product().isPresent()
                                                ? new Cell(
                                                        model.a().rows(),
                                                        model.b().columns())
                                                : new Cell(0, 0)),
                                model -> new Cell(model.row() + 1, model.column() + 1),
                                MatmulModel::at),
                KnobInfo.question("a", "A", "left matrix, like 1,2,3;4,5,6")
                        .matrix(entry, MatmulModel::a, MatmulModel::withA),
                KnobInfo.question("b", "B", "right matrix, like 7,8;9,10;11,12")
                        .matrix(entry, MatmulModel::b, MatmulModel::withB),
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
                KnobInfo.question(
                                "bias",
                                "b",
                                "added to every row of C: one number a column, or one for all, like 0.5,-1; to one"
                                        + " column one number a row")
                        .vector(entry, Kind.FITTED, MatmulModel::bias, MatmulModel::withBias),
                TERMS);
    }

    private static Knob<MatmulModel, ?> side(
            String name,
            String help,
            ToLongFunction<MatmulModel> get,
            BiFunction<MatmulModel, Integer, MatmulModel> set) {
        return KnobInfo.picture(name, help, help + ", 1 to " + MOST_SIDE + ", new ones filled with 0, like 2")
                .whole(1, MOST_SIDE, get, (model, side) -> set.apply(model, side.intValue()));
    }
}
