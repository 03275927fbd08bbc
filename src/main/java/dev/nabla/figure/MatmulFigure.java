package dev.nabla.figure;

import dev.nabla.figure.CellKnob.Cell;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.BadInput;
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
public final class MatmulFigure implements Figure<MatmulFigure.Model> {
    private static final int MOST_SIDE = 64;
    private static final int MOST_TERMS_SHOWN = 8;

    /**
     * What the figure shows; the shapes may not fit, which is then drawn.
     *
     * @param a the left factor
     * @param b the right factor
     * @param bias added to each row of C
     * @param row of C that is looked at, from 0
     * @param column of C that is looked at, from 0
     * @param terms how many products have been filled in, cell by cell; 0 while nothing is being filled in
     */
    public record Model(Matrix a, Matrix b, Vector bias, int row, int column, long terms) {
        public Model {
            row = Math.max(0, Math.min(a.rows() - 1, row));
            column = Math.max(0, Math.min(b.columns() - 1, column));
            terms = a.columns() == b.rows() ? Math.min(terms, (long) a.rows() * a.columns() * b.columns()) : 0;
        }

        /** The product, if the shapes fit. */
        Optional<Matmul> product() {
            boolean fit = a.columns() == b.rows() && (bias.size() == 1 || bias.size() == b.columns());
            return fit ? Optional.of(new Matmul(a, b, bias)) : Optional.empty();
        }

        Model withA(Matrix other) {
            return new Model(finite(other), b, bias, row, column, terms);
        }

        Model withB(Matrix other) {
            return new Model(a, finite(other), bias, row, column, terms);
        }

        Model withBias(Vector other) {
            return new Model(a, b, other, row, column, terms);
        }

        Model at(Cell cell) {
            boolean here = cell.equals(new Cell(row + 1, column + 1));
            return here ? this : new Model(a, b, bias, cell.row() - 1, cell.column() - 1, 0);
        }

        /** So many products filled in; the cell that is being filled is looked at. */
        Model withTerms(long count) {
            long cell = count == 0 ? (long) row * b.columns() + column : (count - 1) / a.columns();
            return new Model(a, b, bias, (int) (cell / b.columns()), (int) (cell % b.columns()), count);
        }

        private static Matrix finite(Matrix matrix) {
            if (!matrix.isFinite()) {
                throw BadInput.maths("not_finite", matrix + ": every entry must be finite");
            }
            return matrix;
        }
    }

    private static final WholeKnob<Model> TERMS = new WholeKnob<>(
            Label.picture("terms", "k", "products filled in so far, 0 for all of them at once, like 3"),
            0,
            1_000_000,
            Model::terms,
            Model::withTerms,
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
    public Model start() {
        return new Model(
                Matrix.of(List.of(Vector.of(1, 2, 3), Vector.of(4, 5, 6))),
                Matrix.of(List.of(Vector.of(7, 8), Vector.of(9, 10), Vector.of(11, 12))),
                Vector.of(0),
                0,
                0,
                0);
    }

    @Override
    public List<Knob<Model>> knobs() {
        Range entry = new Range(-99, 99, 1);
        return List.of(
                new CellKnob<>(
                        Label.picture("cell", "C", "row,column of the cell of C to look at, like 1,2"),
                        model -> new Cell(model.row() + 1, model.column() + 1),
                        Model::at,
                        model -> model.product().isPresent()
                                ? new Cell(model.a().rows(), model.b().columns())
                                : new Cell(0, 0)),
                new MatrixKnob<>(
                        Label.question("a", "A", "left matrix, like 1,2,3;4,5,6"), entry, Model::a, Model::withA),
                new MatrixKnob<>(
                        Label.question("b", "B", "right matrix, like 7,8;9,10;11,12"), entry, Model::b, Model::withB),
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
                                "added to every row of C: one number a column, or one for all, like 0.5,-1"),
                        entry,
                        VectorKnob.Kind.LIST,
                        Model::bias,
                        Model::withBias),
                TERMS);
    }

    private interface Resize {
        Model to(Model model, int side);
    }

    private static Knob<Model> side(String name, String help, Function<Model, Integer> get, Resize set) {
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
    public List<Spot> spots(Model model) {
        return Figure.super.spots(model).stream()
                .filter(spot ->
                        !spot.knob().equals("a") || spot.part() / model.a().columns() == model.row())
                .filter(spot ->
                        !spot.knob().equals("b") || spot.part() % model.b().columns() == model.column())
                .toList();
    }

    @Override
    public Optional<Stepper<Model>> stepper() {
        return Optional.of(new Stepper<>(TERMS, "next term", 4, 1, model -> model.terms() >= products(model)));
    }

    static long products(Model model) {
        return model.product().map(Matmul::multiplications).orElse(0L);
    }

    @Override
    public void requireAnswer(Model model) {
        new Matmul(model.a(), model.b(), model.bias());
    }

    @Override
    public List<Fact> facts(Model model) {
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
    public List<String> steps(Model model) {
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
        for (int cell = 0; cell < Math.min(c.rows() * c.columns(), MOST_TERMS_SHOWN); cell++) {
            steps.add(step(model, product, cell / c.columns(), cell % c.columns(), c.get(cell)));
        }
        return steps;
    }

    private static String step(Model model, Matmul product, int i, int j, double value) {
        String terms = IntStream.range(0, Math.min(model.a().columns(), MOST_TERMS_SHOWN))
                .mapToObj(k ->
                        number(model.a().get(i, k)) + "·" + number(model.b().get(k, j)))
                .collect(Collectors.joining(" + "));
        String more = model.a().columns() > MOST_TERMS_SHOWN ? " + ..." : "";
        String bias = product.bias(j) == 0 ? "" : " + " + number(product.bias(j));
        return cell("C", i, j) + " = " + terms + more + bias + " = " + number(value);
    }

    /** {@code C₁₂}, or {@code C[7,12]} where there are no such subscripts. */
    static String cell(String matrix, int i, int j) {
        return i < 5 && j < 5
                ? matrix + SoftmaxFigure.index(i) + SoftmaxFigure.index(j)
                : matrix + "[" + (i + 1) + "," + (j + 1) + "]";
    }

    static String number(double x) {
        return Decimal.typeset(Decimal.significant(x, 4));
    }

    @Override
    public List<Line> sentence(Model model, Cursor<Model> cursor) {
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
        String cell = cell("C", model.row(), model.column());
        double value = model.product().get().c().get(model.row(), model.column());
        return List.of(
                Line.EMPTY
                        .first("Row " + (model.row() + 1))
                        .text(" of A meets ")
                        .second("column " + (model.column() + 1))
                        .text(" of B"),
                Line.of(" in the cell ").result(cell + " = " + number(value)));
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    @Override
    public void draw(Model model, Cursor<Model> cursor, Canvas body) {
        new MatmulPicture(model, cursor, body).draw();
    }
}
