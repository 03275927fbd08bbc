package dev.nabla.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Draws;
import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.math.Attention;
import dev.nabla.math.Loss;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Draws.class)
class ForwardBackwardTest {
    private static final Recipe STANDARD = Recipe.standard();
    private static final Weights TRAINED =
            new TrainingRun(STANDARD).snapshot(200).weights();
    private static final double NUDGE = 1e-5;

    @Test
    void everySlopeIsWhatNudgingTheWeightSays() {
        slopesAreWhatNudgingSays(TRAINED, Ablation.NONE, "amelia");
    }

    @ParameterizedTest
    @EnumSource
    void soItIsWithTwoLayersAndWithAnyPartLeftOut(Ablation cut) {
        Recipe two = STANDARD.withShape(new Shape(27, 8, 2, 4, 2)).withSeed(5).withCut(cut);
        slopesAreWhatNudgingSays(new TrainingRun(two).snapshot(60).weights(), cut, "anna");
        slopesAreWhatNudgingSays(new TrainingRun(two).snapshot(60).weights(), cut, "christophorus");
    }

    private static void slopesAreWhatNudgingSays(Weights weights, Ablation cut, String name) {
        int[] tokens = STANDARD.corpus().tokens(name);
        double[] slopes = new ForwardTrace(weights, cut, tokens).slopes().toArray();
        double[] nudged = weights.toArray();
        ForwardBackward pass = new ForwardBackward(weights.shape(), nudged, cut);
        for (int i = 0; i < nudged.length; i++) {
            double w = nudged[i];
            nudged[i] = w + NUDGE;
            double above = pass.loss(tokens);
            nudged[i] = w - NUDGE;
            double below = pass.loss(tokens);
            nudged[i] = w;
            double central = (above - below) / (2 * NUDGE);
            assertThat(slopes[i]).as("weight %d", i).isCloseTo(central, within(1e-9 + 1e-7 * Math.abs(central)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.7, 0, 0.25, 1})
    void aWeightScalesTheSlopesOfTheWholeName(double weight) {
        for (String name : List.of("amelia", "maximilianevalentina")) {
            int[] tokens = STANDARD.corpus().tokens(name);
            double[] nudged = TRAINED.toArray();
            ForwardBackward pass = new ForwardBackward(TRAINED.shape(), nudged, Ablation.NONE);
            double[] slopes = new double[nudged.length];
            pass.loss(tokens);
            pass.backWeighted(weight, slopes);
            for (int i = 0; i < nudged.length; i += 7) {
                double w = nudged[i];
                nudged[i] = w + NUDGE;
                double above = sumOfNats(pass, tokens);
                nudged[i] = w - NUDGE;
                double below = sumOfNats(pass, tokens);
                nudged[i] = w;
                double central = weight * (above - below) / (2 * NUDGE);
                assertThat(slopes[i]).as("weight %d", i).isCloseTo(central, within(1e-8 + 1e-7 * Math.abs(central)));
            }
        }
    }

    private static double sumOfNats(ForwardBackward pass, int[] tokens) {
        pass.loss(tokens);
        return Arrays.stream(pass.nats, 0, TRAINED.shape().places(tokens)).sum();
    }

    /** The same model written with the records of the course, forward and back. */
    @Test
    void matrixAttentionAndLossSayTheSame() {
        Weights w = TRAINED;
        List<String> names = STANDARD.corpus().names().subList(3000, 3500);
        for (String name : Draws.some(100, names, "the records of the course")) {
            int[] tokens = STANDARD.corpus().tokens(name);
            ForwardTrace parts = new ForwardTrace(w, Ablation.NONE, tokens);
            ForwardTrace.LayerTrace layer = parts.layer(0);
            int n = parts.places();

            Matrix embedded = Matrix.of(
                    n,
                    t -> sum(
                            w.matrix(Tensor.WTE, 0).row(tokens[t]),
                            w.matrix(Tensor.WPE, 0).row(t)));
            Matrix x0 = normed(embedded);
            Matrix a = normed(x0);
            List<Attention> heads = IntStream.range(0, 4)
                    .mapToObj(h -> new Attention(
                            head(linear(a, w, Tensor.ATTN_WQ), h),
                            head(linear(a, w, Tensor.ATTN_WK), h),
                            head(linear(a, w, Tensor.ATTN_WV), h),
                            true,
                            Attention.usualScale(4)))
                    .toList();
            Matrix mixed = beside(heads.stream().map(h -> h.stages().out()).toList());
            Matrix x1 = plus(x0, linear(mixed, w, Tensor.ATTN_WO));
            Matrix hidden = linear(normed(x1), w, Tensor.MLP_FC1).map(u -> Math.max(0, u));
            Matrix x2 = plus(x1, linear(hidden, w, Tensor.MLP_FC2));
            Matrix z = linear(x2, w, Tensor.LM_HEAD);
            List<Loss> losses = IntStream.range(0, n)
                    .mapToObj(t -> new Loss(z.row(t), tokens[t + 1] + 1, 1))
                    .toList();
            close(layer.shares().get(2), heads.get(2).stages().weights());
            close(layer.hidden(), hidden);
            close(parts.logits(), z);
            assertThat(parts.loss())
                    .isCloseTo(losses.stream().mapToDouble(Loss::nats).sum() / n, within(1e-12));

            Weights slopes = parts.slopes();
            Matrix dz = Matrix.of(n, t -> losses.get(t).gradient().map(d -> d / n));
            close(slopes.matrix(Tensor.LM_HEAD, 0), dz.transposed().times(x2));
            Matrix dx2 = dz.times(w.matrix(Tensor.LM_HEAD, 0));
            close(slopes.matrix(Tensor.MLP_FC2, 0), dx2.transposed().times(hidden));
            Matrix du = dx2.times(w.matrix(Tensor.MLP_FC2, 0)).with(hidden, (d, u) -> u > 0 ? d : 0);
            close(slopes.matrix(Tensor.MLP_FC1, 0), du.transposed().times(normed(x1)));
            Matrix dx1 = plus(dx2, normedBack(x1, du.times(w.matrix(Tensor.MLP_FC1, 0))));
            close(slopes.matrix(Tensor.ATTN_WO, 0), dx1.transposed().times(mixed));
            Matrix dMixed = dx1.times(w.matrix(Tensor.ATTN_WO, 0));
            List<Attention.Gradient> back = IntStream.range(0, 4)
                    .mapToObj(h -> heads.get(h).gradient(head(dMixed, h)))
                    .toList();
            Matrix dq = beside(back.stream().map(Attention.Gradient::q).toList());
            Matrix dk = beside(back.stream().map(Attention.Gradient::k).toList());
            Matrix dv = beside(back.stream().map(Attention.Gradient::v).toList());
            close(slopes.matrix(Tensor.ATTN_WQ, 0), dq.transposed().times(a));
            close(slopes.matrix(Tensor.ATTN_WK, 0), dk.transposed().times(a));
            close(slopes.matrix(Tensor.ATTN_WV, 0), dv.transposed().times(a));
            Matrix da = plus(
                    plus(dq.times(w.matrix(Tensor.ATTN_WQ, 0)), dk.times(w.matrix(Tensor.ATTN_WK, 0))),
                    dv.times(w.matrix(Tensor.ATTN_WV, 0)));
            Matrix de = normedBack(embedded, plus(dx1, normedBack(x0, da)));
            close(slopes.matrix(Tensor.WPE, 0), de.resized(16, 16));
        }
    }

    private static Vector sum(Vector a, Vector b) {
        return Vector.of(a.size(), i -> a.get(i) + b.get(i));
    }

    private static Matrix plus(Matrix a, Matrix b) {
        return a.with(b, Double::sum);
    }

    private static Matrix linear(Matrix x, Weights w, Tensor tensor) {
        return x.times(w.matrix(tensor, 0).transposed());
    }

    private static double r(Vector x) {
        return 1 / Math.sqrt(x.map(v -> v * v).sum() / x.size() + 1e-5);
    }

    private static Matrix normed(Matrix x) {
        return Matrix.of(x.rows(), t -> x.row(t).map(v -> v * r(x.row(t))));
    }

    private static Matrix normedBack(Matrix x, Matrix dy) {
        return Matrix.of(x.rows(), t -> {
            double r = r(x.row(t));
            double along =
                    Matrix.of(x.row(t)).times(Matrix.of(dy.row(t)).transposed()).get(0);
            return Vector.of(x.columns(), i -> r * dy.get(t, i) - r * r * r * along / x.columns() * x.get(t, i));
        });
    }

    private static Matrix head(Matrix x, int h) {
        return Matrix.of(x.rows(), t -> Vector.of(4, i -> x.get(t, 4 * h + i)));
    }

    private static Matrix beside(List<Matrix> heads) {
        return Matrix.of(
                heads.get(0).rows(), t -> Vector.of(16, i -> heads.get(i / 4).get(t, i % 4)));
    }

    private static void close(Matrix actual, Matrix theirs) {
        assertThat(actual.shape()).isEqualTo(theirs.shape());
        for (int i = 0; i < actual.rows() * actual.columns(); i++) {
            assertThat(actual.get(i)).isCloseTo(theirs.get(i), within(1e-12 * Math.max(1, Math.abs(theirs.get(i)))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatThePartsSayAddsUpToTheLogitsAndTheSharesToOne(Ablation cut) {
        Recipe two = STANDARD.withShape(STANDARD.shape().withLayers(2)).withCut(cut);
        Weights weights = new TrainingRun(two).snapshot(30).weights();
        for (String name : List.of("amelia", "zoe", "x", "maximilianevalentina")) {
            ForwardTrace parts =
                    new ForwardTrace(weights, cut, STANDARD.corpus().tokens(name));
            close(
                    plus(
                            plus(parts.logitParts().get(0), parts.logitParts().get(1)),
                            parts.logitParts().get(2)),
                    parts.logits());
            close(parts.logits(parts.out()), parts.logits());
            for (int t = 0; t < parts.places(); t++) {
                double others = parts.p().row(t).with(parts.token(t + 1), 0).sum();
                assertThat(parts.p().get(t, parts.token(t + 1)) - 1 + others).isCloseTo(0, within(1e-15));
                for (Matrix shares : parts.layer(1).shares()) {
                    assertThat(shares.row(t).sum())
                            .isCloseTo(cut.without(Recipe.ModelPart.HEADS) ? 0 : 1, within(1e-15));
                    assertThat(shares.row(t).stream().skip(t + 1).sum() > 0)
                            .isEqualTo(cut == Ablation.MASK && t + 1 < parts.places());
                }
            }
        }
    }

    @Test
    void whatANameNeverReadsHasNoSlope() {
        double[] slopes = new ForwardTrace(
                        TRAINED, Ablation.NONE, STANDARD.corpus().tokens("amelia"))
                .slopes()
                .toArray();
        // 21 letters that are not in it, 9 places behind it, 16 numbers each
        assertThat(Arrays.stream(slopes).filter(d -> d == 0).count()).isGreaterThanOrEqualTo(30 * 16);
    }
}
