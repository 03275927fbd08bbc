package dev.nabla.figure.matmul;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureCommand;
import dev.nabla.figure.FigureInfo;
import dev.nabla.figure.Focus;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Stepper;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.DotNumbers;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Matmul;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;

/** FIG.03: B above C and A left of it, so that a row and a column meet in the cell that is their dot product. */
public final class MatmulFigure implements Figure<MatmulModel> {
    private static final int DIGITS = 4;

    @Override
    public FigureInfo info() {
        return new FigureInfo("matmul", "FIG.03", "A matmul is a table of dot products", "pick a cell of C");
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
    public List<Knob<MatmulModel, ?>> knobs() {
        return MatmulKnobs.all();
    }

    /** Of the entries only those of the row and column that meet in the cell; Tab would take for ever otherwise. */
    @Override
    public List<Focus> stops(MatmulModel model, List<Focus> all) {
        return all.stream()
                .filter(spot ->
                        !spot.knob().equals("a") || spot.part() / model.a().columns() == model.row())
                .filter(spot ->
                        !spot.knob().equals("b") || spot.part() % model.b().columns() == model.column())
                .toList();
    }

    @Override
    public Optional<Stepper<MatmulModel>> stepper() {
        return Optional.of(
                new Stepper<>(MatmulKnobs.TERMS, "next term", 4, 1, model -> model.terms() >= products(model)));
    }

    @Override
    public List<FigureCommand<MatmulModel>> commands() {
        return List.of(new FigureCommand<>(
                "layer", 'w', "Wx + b", 8, "take one column of B as x, with a bias: y = Wx + b", MatmulModel::asLayer));
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
            String why = "a row of A has " + model.a().columns() + " numbers, a column of B "
                    + model.b().rows();
            return List.of(Fact.absent("c", why).called("C"), Fact.absent("multiplications", why));
        }
        Matmul product = model.product().get();
        return List.of(
                Fact.rows("c", product.c().toRows(), 2).called("C"),
                Fact.whole("rows", model.a().rows()),
                Fact.whole("cols", model.b().columns()),
                Fact.whole("multiplications", product.multiplications()));
    }

    @Override
    public List<String> steps(MatmulModel model) {
        return MatmulSteps.of(model);
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
    public List<Line> sentence(MatmulModel model, ViewState<MatmulModel> cursor) {
        return MatmulSentence.of(model);
    }

    @Override
    public void draw(MatmulModel model, ViewState<MatmulModel> cursor, Canvas body) {
        new MatmulPicture(model, cursor, body).draw();
    }
}
