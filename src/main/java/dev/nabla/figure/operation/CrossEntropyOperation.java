package dev.nabla.figure.operation;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.TextCodec;
import dev.nabla.figure.Value;
import dev.nabla.figure.VectorCodec;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Line;
import dev.nabla.math.BadInput;
import dev.nabla.math.CrossEntropy;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.List;

/** {@code solve cross_entropy}: the loss of a batch, its rows and its gradient. */
public final class CrossEntropyOperation implements Figure.WithoutPicture<CrossEntropy> {
    /** Number of rows, and of terms in a sum, that the worked steps show. */
    private static final int MOST_SHOWN = 5;

    private static final Quantity<CrossEntropy, Double> LOSS = Quantity.real(
                    "loss_nats", Style.NATS, CrossEntropy::nats)
            .called("mean L")
            .exact();

    private static final Quantities<CrossEntropy, CrossEntropy> QUANTITIES = Quantities.of(List.of(
            LOSS,
            Quantity.real("loss_bits", Style.BITS.places(3), CrossEntropy::bits)
                    .called("mean L in bits")
                    .exact(),
            Quantity.real("perplexity", Style.number(2), CrossEntropy::perplexity)
                    .exact(),
            Quantity.reals("losses_nats", Style.NATS, CrossEntropy::rows)
                    .called("L of each row")
                    .exact(),
            Quantity.table(
                            "p",
                            Style.SHARE,
                            (CrossEntropy batch) -> batch.logits().rows(),
                            CrossEntropy::p)
                    .exact(),
            Quantity.table(
                            "gradient",
                            Style.number(3),
                            (CrossEntropy batch) -> batch.logits().rows(),
                            CrossEntropy::gradient)
                    .called("∂L/∂z")));

    @Override
    public Info info() {
        return Info.withoutPicture("cross_entropy", "batch", "A batch has one loss, the mean of its rows");
    }

    @Override
    public CrossEntropy start() {
        return new CrossEntropy(Matrix.of(Vector.of(2.1, 0.5, -1), Vector.of(0, 1, -0.5)), List.of(1, 3));
    }

    @Override
    public List<Knob<CrossEntropy, ?>> knobs() {
        Codec<List<Integer>> positions = new TextCodec<>(
                List.of(),
                List.of(),
                CrossEntropyOperation::positions,
                Value.Wholes::new,
                false,
                Bounds.atLeast(1L).called("1 to the number of columns"));
        return List.of(
                KnobInfo.question("logits", "z", "raw scores, one row per prediction, like 2.1,0.5,-1;0,1,-0.5")
                        .matrix(new Range(-4, 4, 0.1), CrossEntropy::logits, CrossEntropy::withLogits),
                KnobInfo.question("truth", "y", "position of the token that came in each row, like 1,3")
                        .holding(positions, CrossEntropy::truth, CrossEntropy::withTruth));
    }

    private static List<Integer> positions(String text) {
        List<Integer> positions = new ArrayList<>();
        for (double x : VectorCodec.only(Numerals.matrix(text).vectors()).toArray()) {
            if (x != Math.rint(x) || x < 1 || x > Integer.MAX_VALUE) {
                throw BadInput.usage(
                        "bad_number",
                        "'" + Decimal.shortest(x) + "' is no position; type whole numbers from 1, like 1,3");
            }
            positions.add((int) x);
        }
        return positions;
    }

    @Override
    public Quantities<CrossEntropy, CrossEntropy> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(CrossEntropy batch) {
        Vector rows = batch.rows();
        Matrix p = batch.p();
        int n = rows.size();
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < Math.min(n, MOST_SHOWN); i++) {
            int truth = batch.truth().get(i) - 1;
            // If p is too small for a double, only its logarithm is known.
            String share =
                    p.get(i, truth) > 0 || Double.isInfinite(rows.get(i)) ? " = −log " + number(p.get(i, truth)) : "";
            steps.add("row " + (i + 1) + ": L" + Subscript.of(i) + " = −log p" + Subscript.of(truth) + share + " = "
                    + number(rows.get(i)) + " nats");
        }
        if (n > MOST_SHOWN) {
            steps.add(WorkedSteps.leftOut(n - MOST_SHOWN, "row"));
        }
        String sum = WorkedSteps.listed(n, MOST_SHOWN, " + ", i -> number(rows.get(i)));
        String mean = number(batch.nats());
        steps.add("L = (" + sum + ")/" + n + " = " + mean + " nats");
        steps.add("L = " + mean + "/log 2 = " + number(batch.bits()) + " bits");
        steps.add("perplexity = exp(" + mean + ") = " + number(batch.perplexity()));
        int truth = batch.truth().get(0) - 1;
        steps.add("∂L/∂z of row 1 at the truth = (" + number(p.get(0, truth)) + " − 1)/" + n + " = "
                + number(batch.gradient().get(0, truth)));
        return steps;
    }

    @Override
    public Python python(CrossEntropy batch) {
        return new Python(
                        """
                import math
                rows, targets = $logits, $ids  # counted from 0
                def cross_entropy(logits, target_id):
                    exps = [math.exp(val - max(logits)) for val in logits]
                    return math.log(sum(exps)) - (logits[target_id] - max(logits))
                losses = [cross_entropy(z, t) for z, t in zip(rows, targets)]
                loss = sum(losses) / len(losses)  #= $loss_nats
                print(loss)  #= $loss_nats
                """)
                .with(
                        "ids",
                        batch.truth().stream()
                                .map(position -> position - 1)
                                .toList()
                                .toString());
    }

    @Override
    public List<Line> sentence(CrossEntropy batch, ViewState<CrossEntropy> cursor) {
        Vector rows = batch.rows();
        int worst = rows.argmax();
        return List.of(
                Line.of("The mean loss of " + WorkedSteps.count(rows.size(), "row") + " is ")
                        .result(Style.NATS.sentence(batch.nats()) + " nats"),
                Line.of("; row " + (worst + 1) + " surprises most, with " + Style.NATS.sentence(rows.get(worst))
                        + "."));
    }
}
