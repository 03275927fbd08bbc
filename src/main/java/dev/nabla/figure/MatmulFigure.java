package dev.nabla.figure;

import dev.nabla.figure.CellKnob.Cell;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matmul;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** FIG.03: B above C and A left of it, so that a row and a column meet in the cell that is their dot product. */
public final class MatmulFigure implements Figure<MatmulModel> {
    private static final int MOST_SIDE = 64;
    private static final int MOST_TERMS_SHOWN = 8;

    private static final WholeKnob<MatmulModel> TERMS = new WholeKnob<>(
            Label.picture("terms", "k", "products filled in so far, 0 for all of them at once, like 3"),
            0,
            1_000_000,
            MatmulModel::terms,
            MatmulModel::withTerms,
            model -> false);

    @Override
    public String id() {
        return "matmul";
    }

    @Override
    public String number() {
        return "FIG.03";
    }

    @Override
    public String title() {
        return "A matmul is a table of dot products";
    }

    @Override
    public String invitation() {
        return "pick a cell of C";
    }

    @Override
    public MatmulModel start() {
        return new MatmulModel(
                Matrix.of(List.of(Vector.of(1, 2, 3), Vector.of(4, 5, 6))),
                Matrix.of(List.of(Vector.of(7, 8), Vector.of(9, 10), Vector.of(11, 12))),
                Vector.of(0),
                0,
                0,
                0);
    }

    @Override
    public List<Knob<MatmulModel>> knobs() {
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
                        VectorKnob.Kind.LIST,
                        MatmulModel::bias,
                        MatmulModel::withBias),
                TERMS);
    }

    private interface Resize {
        MatmulModel to(MatmulModel model, int side);
    }

    private static Knob<MatmulModel> side(String name, String help, Function<MatmulModel, Integer> get, Resize set) {
        return new WholeKnob<>(
                Label.picture(name, name, help + ", 1 to " + MOST_SIDE + ", new ones filled with 0, like 2"),
                1,
                MOST_SIDE,
                model -> get.apply(model),
                (model, side) -> set.to(model, side.intValue()),
                model -> true);
    }

    /** Of the entries only those of the row and column that meet in the cell; Tab would take for ever otherwise. */
    @Override
    public List<Spot> spots(MatmulModel model) {
        return Figure.super.spots(model).stream()
                .filter(spot ->
                        !spot.knob().equals("a") || spot.part() / model.a().columns() == model.row())
                .filter(spot ->
                        !spot.knob().equals("b") || spot.part() % model.b().columns() == model.column())
                .toList();
    }

    @Override
    public Optional<Stepper<MatmulModel>> stepper() {
        return Optional.of(new Stepper<>(TERMS, "next term", 4, 1, model -> model.terms() >= products(model)));
    }

    @Override
    public List<Trick<MatmulModel>> tricks() {
        return List.of(new Trick<>("layer", "Wx + b", MatmulModel::asLayer));
    }

    static long products(MatmulModel model) {
        return model.product().map(Matmul::multiplications).orElse(0L);
    }

    @Override
    public void requireAnswer(MatmulModel model) {
        new Matmul(model.a(), model.b(), model.bias());
    }

    @Override
    public List<Fact> facts(MatmulModel model) {
        if (model.product().isEmpty()) {
            String why = "A is " + model.a().shape() + " and B is " + model.b().shape();
            return List.of(Fact.absent("c", why), Fact.absent("multiplications", why));
        }
        Matmul product = model.product().get();
        return List.of(
                Fact.rows("c", product.c().toRows(), 2),
                Fact.whole("rows", model.a().rows()),
                Fact.whole("cols", model.b().columns()),
                Fact.whole("multiplications", product.multiplications()));
    }

    @Override
    public List<String> steps(MatmulModel model) {
        if (model.product().isEmpty()) {
            return List.of("A is " + model.a().shape() + ", B is " + model.b().shape()
                    + ": a row of A must be as long as a column of B");
        }
        Matmul product = model.product().get();
        Matrix c = product.c();
        List<String> steps = new ArrayList<>();
        steps.add(model.a().shape() + " times " + model.b().shape() + " is " + c.shape() + ": " + c.rows() * c.columns()
                + " dot products of length " + model.a().columns() + ", " + product.multiplications()
                + " multiplications");
        if (model.isLayer()) {
            steps.add("W = A, x = B, y = C: y = Wx + b, with one number of b for each row of W");
        }
        for (int cell = 0; cell < Math.min(c.rows() * c.columns(), MOST_TERMS_SHOWN); cell++) {
            steps.add(step(model, product, cell / c.columns(), cell % c.columns(), c.get(cell)));
        }
        return steps;
    }

    private static String step(MatmulModel model, Matmul product, int i, int j, double value) {
        String terms = IntStream.range(0, Math.min(model.a().columns(), MOST_TERMS_SHOWN))
                .mapToObj(k ->
                        number(model.a().get(i, k)) + "·" + number(model.b().get(k, j)))
                .collect(Collectors.joining(" + "));
        String more = model.a().columns() > MOST_TERMS_SHOWN ? " + ..." : "";
        String bias = product.bias(i, j) == 0 ? "" : " + " + bracketed(product.bias(i, j));
        return model.names().c(i, j) + " = " + terms + more + bias + " = " + number(value);
    }

    static String number(double x) {
        return Decimal.typeset(Decimal.significant(x, 4));
    }

    /** A number behind a plus sign. */
    static String bracketed(double x) {
        return x < 0 ? "(" + number(x) + ")" : number(x);
    }

    @Override
    public List<Line> sentence(MatmulModel model, Cursor<MatmulModel> cursor) {
        return MatmulSentence.of(model);
    }

    @Override
    public void draw(MatmulModel model, Cursor<MatmulModel> cursor, Canvas body) {
        new MatmulPicture(model, cursor, body).draw();
    }
}
