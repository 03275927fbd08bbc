package dev.nabla.figure.matmul;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Figure.Stepper;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.PositionCodec;
import dev.nabla.figure.PositionCodec.MatrixIndex;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.VectorCodec.NudgeMode;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.DotNumbers;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Matmul;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Figure FIG.03: a matrix product. B stands above C and A at its left, so that a row and a column meet in the cell that
 * is their dot product.
 */
public final class MatmulFigure implements Figure<MatmulModel> {
    /** Number of cells, and of products per cell, that the worked steps show. */
    private static final int MOST_SHOWN = 8;

    private static final int MOST_SIDE = 64;
    private static final String UPSTREAM =
            "how a loss changes with C, for grad_a, grad_b and grad_bias: a number for each entry, or one for all, like 1";

    /**
     * A model whose shapes fit, with its product.
     *
     * @param c the product
     */
    record MatmulResults(MatmulModel model, Matmul matmul, Matrix c) {
        static MatmulResults of(MatmulModel model) {
            return of(model, model.product().orElseThrow());
        }

        static MatmulResults of(MatmulModel model, Matmul matmul) {
            return new MatmulResults(model, matmul, matmul.c());
        }

        private Matmul.Gradient gradient() {
            return matmul.gradient(model.upstream());
        }

        private Matrix biasGradient() {
            return Matrix.of(matmul.biasGradient(model.upstream()));
        }
    }

    static final Quantity<MatmulResults, List<Vector>> C = Quantity.rows(
                    "c", Style.number(2), (MatmulResults product) -> product.c().vectors())
            .called("C");

    static final Quantity<MatmulResults, Long> MULTIPLICATIONS = Quantity.whole(
                    "multiplications",
                    (MatmulResults product) -> product.matmul().multiplications())
            .inWords("number of multiplications");

    private static final Quantities<MatmulModel, MatmulResults> QUANTITIES = new Quantities<>(
            MatmulResults::of,
            List.of(
                    C,
                    Quantity.whole("rows", (MatmulResults product) -> product.c()
                                    .rows())
                            .inWords("number of rows of C"),
                    Quantity.whole("cols", (MatmulResults product) -> product.c()
                                    .columns())
                            .inWords("number of columns of C"),
                    MULTIPLICATIONS,
                    Quantity.table(
                            "grad_a",
                            Style.number(2),
                            product -> product.model().a().rows(),
                            product -> product.gradient().a()),
                    Quantity.table(
                            "grad_b",
                            Style.number(2),
                            product -> product.model().b().rows(),
                            product -> product.gradient().b()),
                    Quantity.table("grad_bias", Style.number(2), product -> 1, MatmulResults::biasGradient)));

    private static final Knob<MatmulModel, Long> TERMS = KnobInfo.picture(
                    "terms", "k", "products filled in so far, 0 for all of them at once, like 3")
            .whole(0, 1_000_000, MatmulModel::terms, MatmulModel::withTerms)
            .when(model -> false);

    private static final Figure.FigureAction<MatmulModel> LAYER =
            new Figure.FigureAction<>("layer", 'w', "", "take a column of B as x: y = W·x + b", MatmulModel::asLayer);

    @Override
    public Info info() {
        return new Info("matmul", "FIG.03", "table", "A matmul is a table of dot products", "pick a cell of C");
    }

    @Override
    public Info info(MatmulModel model) {
        return model.showsPlane()
                ? new Info("matmul", "FIG.03", "plane", "What A does to the plane", "change a number of A")
                : info();
    }

    @Override
    public MatmulModel start() {
        Matrix a = Numerals.matrix("1,2,3;4,5,6");
        Matrix b = Numerals.matrix("7,8;9,10;11,12");
        return new MatmulModel(a, b, Vector.of(0), Matrix.of(Vector.of(1)), 0, 0, 0, false);
    }

    @Override
    public List<Knob<MatmulModel, ?>> knobs() {
        Range entry = new Range(-99, 99, 1);
        Function<MatmulModel, Codec<MatrixIndex>> cells = model ->
                new PositionCodec(new MatrixIndex(model.a().rows(), model.b().columns()));
        String bias =
                "added to every row of C: one number per column, or one for all, like 0.5,-1; to one column one number a row";
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
                KnobInfo.usual("bias", "b", bias)
                        .vector(entry, NudgeMode.FITTED, MatmulModel::bias, MatmulModel::withBias)
                        .when(MatmulModel::hasBias),
                KnobInfo.usual("upstream", "∂L/∂C", UPSTREAM)
                        .matrix(entry, MatmulModel::upstream, MatmulModel::withUpstream)
                        .when(model -> false),
                TERMS,
                KnobInfo.picture("drawn", "drawn", "what A does to the plane, if A is 2x2, true or false")
                        .holding(Codec.flag(), MatmulModel::drawn, MatmulModel::withDrawn)
                        .when(model -> false));
    }

    private static Knob<MatmulModel, Long> side(
            String name, String side, ToLongFunction<MatmulModel> get, BiFunction<MatmulModel, Long, MatmulModel> set) {
        return KnobInfo.picture(name, side, "number of " + side + ", new ones filled with 0, like 2")
                .whole(1, MOST_SIDE, get, set);
    }

    /**
     * Returns the focus stops: the cell and the sizes first. Of the matrices it keeps only the entries of the selected
     * row and column, so that Tab stays short.
     */
    @Override
    public List<Focus> stops(MatmulModel model, List<Focus> all) {
        Comparator<Focus> order =
                Comparator.comparing(spot -> List.of("a", "b", "bias").indexOf(spot.knob()));
        return all.stream().filter(spot -> meets(model, spot)).sorted(order).toList();
    }

    private static boolean meets(MatmulModel model, Focus spot) {
        return switch (spot.knob()) {
            case "a" -> model.showsPlane() || spot.part() / model.a().columns() == model.row();
            case "b" -> spot.part() % model.b().columns() == model.column();
            case "cell" -> model.product().isPresent() && !model.showsPlane();
            default -> !model.showsPlane();
        };
    }

    @Override
    public Optional<Stepper<MatmulModel>> stepper() {
        return Optional.of(new Stepper<>(TERMS, "next term", "products", 4, 1, MatmulModel::isWhole));
    }

    /** The tables are filled step by step; the plane shows all at once. */
    @Override
    public Optional<Stepper<MatmulModel>> stepper(MatmulModel model) {
        return model.showsPlane() ? Optional.empty() : stepper();
    }

    @Override
    public List<Figure.FigureAction<MatmulModel>> commands() {
        return List.of(drawing("draw"), LAYER);
    }

    /** Offers the plane only where A has one. */
    @Override
    public List<Figure.FigureAction<MatmulModel>> commands(MatmulModel model) {
        return model.hasPlane() ? List.of(drawing(model.drawn() ? "tables" : "draw"), LAYER) : List.of(LAYER);
    }

    private static Figure.FigureAction<MatmulModel> drawing(String word) {
        String help = "draw what A does to the plane, or show the tables again";
        return new Figure.FigureAction<>("drawn", 'd', word, help, model -> model.withDrawn(!model.drawn()));
    }

    @Override
    public int leastRows(MatmulModel model) {
        if (model.showsPlane()) {
            return Figure.super.leastRows(model);
        }
        int least = MatmulHeights.least(
                model.a().rows(), Math.max(model.b().rows(), MatmulPicture.SHAPES_HIGH), model.hasBias());
        return Math.min(least, Figure.super.leastRows(model));
    }

    @Override
    public void requireAnswer(MatmulModel model) {
        new Matmul(model.a(), model.b(), model.bias());
        if (model.upstream().rows() > 1 || model.upstream().columns() > 1) {
            model.upstream().spread("upstream", "C", model.a().rows(), model.b().columns());
        }
    }

    @Override
    public Quantities<MatmulModel, MatmulResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<Fact> facts(MatmulModel model, Predicate<String> wanted) {
        if (model.product().isPresent()) {
            return Figure.super.facts(model, wanted);
        }
        String why = "a row of A has " + model.a().columns() + " numbers, a column of B "
                + model.b().rows();
        return List.of(C.missing(why), MULTIPLICATIONS.missing(why));
    }

    /** Returns the terms and the sum of C[i,j], formatted; i and j count from 0. */
    static DotNumbers numbers(Matmul product, int i, int j) {
        return DotNumbers.worked(product.cell(i, j));
    }

    @Override
    public List<String> steps(MatmulModel model) {
        String a = model.a().shape();
        String b = model.b().shape();
        if (model.product().isEmpty()) {
            return List.of("A is " + a + ", B is " + b + ": " + model.rule());
        }
        Matmul product = model.product().get();
        Matrix c = product.c();
        int length = model.a().columns();
        String dots = c.rows() * c.columns() + " dot products of length " + length;
        String cost = dots + ", " + product.multiplications() + " multiplications";
        List<String> steps = new ArrayList<>(List.of(a + " times " + b + " is " + c.shape() + ": " + cost));
        if (model.isLayer()) {
            steps.add("W = A, x = B, y = C: y = W·x + b, with one number of b for each row of W");
        }
        steps.addAll(cells(model, product));
        return steps;
    }

    /** Returns a line for each of the first cells of C, row by row. */
    static List<String> cells(MatmulModel model, Matmul product) {
        List<String> cells = new ArrayList<>();
        int p = model.b().columns();
        for (int cell = 0; cell < Math.min(MOST_SHOWN, (long) model.a().rows() * p); cell++) {
            cells.add(cell(model, product, cell / p, cell % p));
        }
        return cells;
    }

    private static String cell(MatmulModel model, Matmul product, int i, int j) {
        String terms = WorkedSteps.listed(
                model.a().columns(),
                MOST_SHOWN,
                " + ",
                k -> bracketed(model.a().get(i, k)) + "·" + bracketed(model.b().get(k, j)));
        String bias = product.bias(i, j) == 0 ? "" : " + " + bracketed(product.bias(i, j));
        String value = numbers(product, i, j).value();
        return model.names().c(i, j) + " = " + terms + bias + " = " + value;
    }

    @Override
    public Python python(MatmulModel model) {
        boolean layer = model.product().isPresent() && model.isLayer();
        String code = layer
                ? """
                w, x, bias = $a, $x, $added
                def linear(x, w):  # a row of w for every output
                    return [sum(wi * xi for wi, xi in zip(wo, x)) for wo in w]
                y = [yi + bi for yi, bi in zip(linear(x, w), bias)]
                print(y[$i])  #= $c[$place]
                """
                : """
                a = $a  #1 $m
                b = $b  #2 $n
                assert len(a[0]) == len(b)  # $inner
                columns = list(zip(*b))
                c = [[sum(p * q for p, q in zip(row, column))$tail
                print(c[$i][$j])  #= $c[$place]
                """;
        String inner =
                "inner sizes, " + model.a().columns() + " and " + model.b().rows();
        int size = Matmul.biasSize(model.a(), model.b());
        boolean fits = Matmul.biasFits(model.a(), model.b(), model.bias());
        String tail = model.hasBias()
                ? " + bj\n      for column, bj in zip(columns, $added" + (fits ? "" : ", strict=True")
                        + ")] for row in a]"
                : " for column in columns]\n     for row in a]";
        Vector bias =
                model.bias().size() == 1 ? Vector.of(size, k -> model.bias().get(0)) : model.bias();
        return new Python(code)
                .with("x", model.b().column(0))
                .with("m", model.a().shape())
                .with("n", model.b().shape())
                .with("inner", inner)
                .with("tail", tail)
                .with("added", bias)
                .with("i", model.row())
                .with("j", model.column())
                .with("place", model.cell().row() + "," + model.cell().column());
    }

    @Override
    public List<Line> sentence(MatmulModel model, ViewState<MatmulModel> cursor) {
        if (model.showsPlane()) {
            return MatmulPlane.sentence(model, cursor);
        }
        String misfit = model.innerFits() ? "The bias does not fit" : "Shapes do not line up";
        return model.product()
                .map(product -> cursor.before()
                        .filter(before -> !model.isLayer() && model.terms() == 0)
                        .flatMap(before -> moved(before, model))
                        .orElseGet(() -> meeting(model, product)))
                .orElseGet(() -> List.of(Line.EMPTY.warn(misfit).text(": " + model.mismatch())));
    }

    /** Returns what one changed entry of A has changed in C; empty if something else has changed, or nothing. */
    private static Optional<List<Line>> moved(MatmulModel before, MatmulModel model) {
        if (!before.a().shape().equals(model.a().shape())
                || !before.b().equals(model.b())
                || !before.bias().equals(model.bias())) {
            return Optional.empty();
        }
        int n = model.a().columns();
        List<Integer> changed = IntStream.range(0, model.a().rows() * n)
                .filter(at -> before.a().get(at / n, at % n) != model.a().get(at / n, at % n))
                .boxed()
                .toList();
        if (changed.size() != 1) {
            return Optional.empty();
        }
        int i = changed.get(0) / n;
        int k = changed.get(0) % n;
        double was = before.a().get(i, k);
        double is = model.a().get(i, k);
        String by = WorkedSteps.listed(
                model.b().columns(),
                MOST_SHOWN,
                " and ",
                j -> "by " + number((is - was) * model.b().get(k, j)));
        Line entry = Line.EMPTY.first(number(was)).text(" became ").first(number(is));
        return Optional.of(List.of(entry.text(", and row " + (i + 1) + " of C moved"), Line.of(": " + by)));
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
            String sum = number(product.partial(i, j, done));
            return List.of(pair, Line.of(" in " + cell + ": ").result(sum + " so far"));
        }
        String result = cell + " = " + numbers(product, i, j).value();
        String bias = ", the bias " + number(product.bias(i, j));
        if (model.isLayer()) {
            return List.of(pair, Line.of(bias + " is added: ").result(result), Line.of(" in y = W·x + b"));
        }
        String added = model.hasBias() ? bias + " added" : "";
        return List.of(pair, Line.of(" in the cell ").result(result), Line.of(added));
    }

    @Override
    public void draw(MatmulModel model, ViewState<MatmulModel> cursor, Canvas body) {
        Optional<MatmulResults> product = model.product().map(matmul -> MatmulResults.of(model, matmul));
        Picture<MatmulModel, Optional<MatmulResults>> all = Picture.of(this, model, product, cursor);
        if (model.showsPlane()) {
            new MatmulPlane(all, body).drawWithTables();
        } else {
            MatmulPicture.of(all, body).draw();
        }
    }
}
