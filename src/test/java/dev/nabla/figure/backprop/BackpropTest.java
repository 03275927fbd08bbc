package dev.nabla.figure.backprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.TestsFigures;
import dev.nabla.figure.FigureState;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.math.Decimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The slope of a weight by the walk back, by nudging, and for the last matrix by hand. */
@TestsFigures
class BackpropTest {
    private static final BackpropModel START = new BackpropFigure().start();

    @ParameterizedTest
    @EnumSource
    void nudgingBothWaysAgreesInEveryMatrix(Tensor tensor) {
        BackpropModel model = START.withTensor(tensor).withEps(1e-5);
        double gradient = model.parts().slopes().get(model.index());
        assertThat(model.central()).isCloseTo(gradient, within(1e-9));
    }

    @Test
    void inTheLastMatrixItIsTheMeanOfPMinusYTimesX() {
        ForwardTrace parts = START.parts();
        int j = (int) START.row() - 1;
        int i = (int) START.column() - 1;
        double mean = IntStream.range(0, parts.places())
                .mapToDouble(t -> (parts.p().get(t, j) - (parts.token(t + 1) == j ? 1 : 0))
                        * parts.out().get(t, i))
                .average()
                .orElseThrow();
        assertThat(parts.slopes().get(START.index())).isCloseTo(mean, within(1e-14));
    }

    /** It is a word, so that nothing of the model is read where figures are listed. */
    @Test
    void theTitleCountsTheWeights() {
        assertThat(new BackpropFigure().info().title())
                .contains(" " + Decimal.grouped(BackpropModel.shape().parameters()) + " ");
    }

    @Test
    void rowAndColumnStayWithinTheMatrix() {
        BackpropModel far = START.withTensor(Tensor.MLP_FC2).withColumn(64);
        assertThat(far.withTensor(Tensor.WPE))
                .isEqualTo(START.withTensor(Tensor.WPE).withColumn(16));
        FigureState<BackpropModel> live = FigureState.of(new BackpropFigure()).set("row", "27");
        assertThat(live.model().weightName()).isEqualTo("lm_head[.,4]");
        assertThat(live.set("matrix", "attn_wq").model().weightName()).isEqualTo("attn_wq[16,4]");
    }
}
