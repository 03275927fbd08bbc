package dev.nabla.figure.matmul;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Codec.Position.Cell;
import dev.nabla.figure.Codec.Reals.Kind;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Figure.Stepper;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.DotNumbers;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Matmul;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** FIG.03: B above C and A left of it, so that a row and a column meet in the cell that is their dot product. */
public final class MatmulFigure implements Figure<MatmulModel> {
    private static final int DIGITS = 4;
    private static final int MOST_SIDE = 64;
    private static final String UPSTREAM =
            "how a loss changes with C, for grad_a, grad_b and grad_bias: a number for each entry, or one for all, like 1";

    private static final Knob<MatmulModel, Long> TERMS = KnobInfo.picture(
                    "terms", "k", "products filled in so far, 0 for all of them at once, like 3")
            .whole(0, 1_000_000, MatmulModel::terms, MatmulModel::withTerms)
            .when(model -> false);

    @Override
    public Info info() {
        return new Info("matmul", "FIG.03", "table", "A matmul is a table of dot products", "pick a cell of C");
    }

    @Override
    public MatmulModel start() {
        Matrix a = Numerals.matrix("1,2,3;4,5,6");
        Matrix b = Numerals.matrix("7,8;9,10;11,12");
        return new MatmulModel(a, b, Vector.of(0), Matrix.of(Vector.of(1)), 0, 0, 0);
    }

    @Override
    public List<Knob<MatmulModel, ?>> knobs() {
        Range entry = new Range(-99, 99, 1);
        Function<MatmulModel, Codec<Cell>> cells =
                model -> new Codec.Position(new Cell(model.a().rows(), model.b().columns()));
        String bias =
                "added to every row of C: one number a column, or one for all, like 0.5,-1; to one column one number a row";
        return List.of(
                KnobInfo.picture("cell", "C", "row,column of the cell of C to look at, like 1,2")
                        .bound(cells, MatmulModel::cell, MatmulModel::at),
                KnobInfo.question("a", "A", "left matrix, like 1,2,3;4,5,6")
                        .matrix(entry, MatmulModel::a, MatmulModel::withA),
                KnobInfo.question("b", "B", "right matrix, like 7,8;9,10;11,12")
                        .matrix(entry, MatmulModel::b, MatmulModel::withB),
                side("a_rows", "rows of A", m -> m.a().rows(), (m, n) -> m.resizedA(n, m.a().columns())),
                side("a_columns", "columns of A", m -> m.a().columns(), (m, n) -> m.resizedA(m.a().rows(), n)),
                side("b_rows", "rows of B", m -> m.b().rows(), (m, n) -> m.resizedB(n, m.b().columns())),
                side("b_columns", "columns of B", m -> m.b().columns(), (m, n) -> m.resizedB(m.b().rows(), n)),
                KnobInfo.usual("bias", "b", bias).vector(entry, Kind.FITTED, MatmulModel::bias, MatmulModel::withBias),
                KnobInfo.usual("upstream", "∂L/∂C", UPSTREAM)
                        .matrix(entry, MatmulModel::upstream, MatmulModel::withUpstream)
                        .when(model -> false),
                TERMS);
    }

    private static Knob<MatmulModel, Long> side(
            String name, String side, ToLongFunction<MatmulModel> get, BiFunction<MatmulModel, Long, MatmulModel> set) {
        return KnobInfo.picture(name, side, side + ", 1 to " + MOST_SIDE + ", new ones filled with 0, like 2")
                .whole(1, MOST_SIDE, get, set);
    }

    /** The cell and the sizes first; of the entries only those that meet in the cell: Tab would take for ever otherwise. */
    @Override
    public List<Focus> stops(MatmulModel model, List<Focus> all) {
        Comparator<Focus> order =
                Comparator.comparing(spot -> List.of("a", "b", "bias").indexOf(spot.knob()));
        return all.stream().filter(spot -> meets(model, spot)).sorted(order).toList();
    }

    private static boolean meets(MatmulModel model, Focus spot) {
        return switch (spot.knob()) {
            case "a" -> spot.part() / model.a().columns() == model.row();
            case "b" -> spot.part() % model.b().columns() == model.column();
            case "cell" -> model.product().isPresent();
            case "bias" -> model.hasBias();
            default -> true;
        };
    }

    @Override
    public Optional<Stepper<MatmulModel>> stepper() {
        return Optional.of(new Stepper<>(TERMS, "next term", 4, 1, MatmulModel::isWhole));
    }

    @Override
    public List<Figure.Command<MatmulModel>> commands() {
        return List.of(
                new Figure.Command<>("layer", 'w', "", "take a column of B as x: y = W·x + b", MatmulModel::asLayer));
    }

    @Override
    public void requireAnswer(MatmulModel model) {
        new Matmul(model.a(), model.b(), model.bias());
        if (model.upstream().rows() > 1 || model.upstream().columns() > 1) {
            model.upstream().spread("upstream", "C", model.a().rows(), model.b().columns());
        }
    }

    @Override
    public List<Fact> facts(MatmulModel model) {
        if (model.product().isEmpty()) {
            String why = "a row of A has " + model.a().columns() + " numbers, a column of B "
                    + model.b().rows();
            return List.of(Fact.absent("c", why).called("C"), Fact.absent("multiplications", why));
        }
        Matmul product = model.product().get();
        return List.of(
                Fact.rows("c", product.c().vectors(), 2).called("C"),
                Fact.whole("rows", model.a().rows()),
                Fact.whole("cols", model.b().columns()),
                Fact.whole("multiplications", product.multiplications()),
                Fact.later("grad_a", model.a().rows(), () -> gradient(model).a(), 2),
                Fact.later("grad_b", model.b().rows(), () -> gradient(model).b(), 2),
                Fact.later("grad_bias", 1, () -> Matrix.of(product.biasGradient(model.upstream())), 2));
    }

    private static Matmul.Gradient gradient(MatmulModel model) {
        return model.product().orElseThrow().gradient(model.upstream());
    }

    @Override
    public List<String> steps(MatmulModel model) {
        return MatmulWords.steps(model);
    }

    static String number(double x) {
        return WorkedSteps.number(x, DIGITS);
    }

    /** A number behind a plus sign or in a product. */
    static String bracketed(double x) {
        return WorkedSteps.bracketed(number(x));
    }

    /** The numbers that add up to C[i,j]. */
    static DotNumbers numbers(Matmul product, int i, int j) {
        return new DotNumbers(product.cell(i, j), MatmulFigure::number, DIGITS);
    }

    @Override
    public String python(MatmulModel model) {
        return MatmulWords.python(model);
    }

    @Override
    public List<Line> sentence(MatmulModel model, ViewState<MatmulModel> cursor) {
        return MatmulWords.sentence(model);
    }

    @Override
    public void draw(MatmulModel model, ViewState<MatmulModel> cursor, Canvas body) {
        MatmulPicture.of(model, cursor, body).draw();
    }
}
