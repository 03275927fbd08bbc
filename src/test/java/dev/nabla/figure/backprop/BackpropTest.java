package dev.nabla.figure.backprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.gpt.Weights;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The slope of a weight by the walk back, by nudging, and for the last matrix by hand. */
@TestsFigures
class BackpropTest {
    private static final BackpropModel START = new BackpropFigure().start();
    private static final Size LARGE = new Size(120, 35);

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

    /** The ledger of a weight: what comes back at each position times what it multiplied. */
    @ParameterizedTest
    @EnumSource
    void itsUsesAddUpToItsSlopeInEveryMatrix(Tensor tensor) {
        for (BackpropModel model : List.of(
                START.withTensor(tensor), START.withTensor(tensor).withRow(13).withColumn(2))) {
            ForwardTrace parts = model.parts();
            double sum = parts.uses(model.slice(), (int) model.row() - 1, (int) model.column() - 1).stream()
                    .mapToDouble(use -> use.handed() * use.input())
                    .sum();
            assertThat(sum).isCloseTo(parts.slopes().get(model.index()), within(1e-12));
        }
    }

    /** The guess of i, for which l asks, reaches the rows of m and of the other letters through keys and values. */
    @Test
    void aGuessReachesTheRowsOfEarlierLettersAsNudgingShows() {
        int place = 4;
        Weights weights = START.weights();
        Vector reach = START.withPosition(place + 1).reach(START.parts());
        int m = START.parts().token(2);
        assertThat(Corpus.standard().text(m)).isEqualTo("m");
        double squares = 0;
        for (int j = 0; j < weights.shape().nEmbd(); j++) {
            int at = weights.shape().slice(Tensor.WTE, 0).from()
                    + m * weights.shape().nEmbd()
                    + j;
            double up = nats(weights.with(at, weights.get(at) + 1e-6), place);
            double down = nats(weights.with(at, weights.get(at) - 1e-6), place);
            squares += Math.pow((up - down) / 2e-6, 2);
        }
        assertThat(Math.sqrt(squares)).isCloseTo(reach.get(2), within(1e-6)).isBetween(0.1, 0.2);
        assertThat(reach.get(4)).isBetween(1.0, 1.2);
    }

    private static double nats(Weights weights, int place) {
        return new ForwardTrace(weights, Recipe.Ablation.NONE, Corpus.standard().tokens("amelia"))
                .nats()
                .get(place);
    }

    /** A guess cannot reach a letter that comes later, and each letter reaches itself most. */
    @Test
    void aGuessReachesNoLaterLetter() {
        Matrix slopes = START.parts().embeddingSlopes(4);
        assertThat(slopes.row(5).norm()).isZero();
        assertThat(slopes.row(6).norm()).isZero();
        assertThat(START.withName("abc").position()).isEqualTo(4);
    }

    @Test
    void theWalkPassesTheMatricesFromTheLastToTheFirst() {
        assertThat(LongStream.rangeClosed(0, 9)
                        .map(walked -> START.withWalked(walked).reached()))
                .containsExactly(0L, 432L, 1456L, 2480L, 2736L, 2992L, 3248L, 3504L, 3760L, 4192L);
        assertThat(START.withWalked(1).hasPassed(Tensor.LM_HEAD)).isTrue();
        assertThat(START.withWalked(8).hasPassed(Tensor.WTE)).isFalse();
        assertThat(START.isDone()).isTrue();
    }

    /** A matrix takes 0.4 s, so the whole walk takes less than 6 s. Training that is left goes on in short ticks. */
    @Test
    void theWalkTakesItsTimeButTheTrainingBeforeItDoesNot() {
        FigureState<BackpropModel> live =
                FigureState.of(new BackpropFigure(), START.withWalked(0)).run();
        assertThat(live.tickMillis()).isEqualTo(400);
        FigureState<BackpropModel> untrained = FigureState.of(
                        new BackpropFigure(), START.withWalked(3).withSteps(997))
                .worked(0);
        assertThat(untrained.shown().steps()).isLessThan(997);
        assertThat(untrained.shown().walked()).isZero();
        assertThat(untrained.tickMillis()).isLessThan(100);
        FigureState<BackpropModel> trained = untrained.worked(10_000);
        assertThat(trained.shown()).isEqualTo(trained.model());
        assertThat(trained.tickMillis()).isZero();
    }

    /** Both axes are powers of ten: the error falls with the nudge, and grows again when the digits of L run out. */
    @Test
    void nudgingIsNearestInTheMiddleAndTriedFromBothEnds() {
        NudgeModel model = new NudgeFigure().start();
        NudgeFigure.NudgeResults answer = NudgeFigure.NudgeResults.of(model);
        assertThat(answer.nearestSize()).isEqualTo(1e-7);
        assertThat(answer.errors().get(7)).isLessThan(1e-7);
        for (int i = 1; i <= 7; i++) {
            assertThat(answer.errors().get(i)).isLessThan(answer.errors().get(i - 1) / 2);
        }
        assertThat(answer.errors().get(14)).isGreaterThan(answer.errors().get(7));
        List<Integer> order = NudgeModel.order(answer.nearest());
        assertThat(order).startsWith(0, 15, 1, 14).endsWith(7).hasSize(16).doesNotHaveDuplicates();
    }

    @Test
    void aLargeWindowShowsTheSlopesOfTheRowInEachMatrixThatTheWalkHasPassed() {
        BackpropModel three = START.withTensor(Tensor.MLP_FC1).withRow(3).withColumn(2);
        double slope = three.parts().slopes().get(three.withColumn(1).index());
        String shown = Decimal.typeset(Decimal.fixed(slope, 4));
        assertThat(rows(new BackpropFigure(), three, LARGE))
                .anyMatch(row -> row.matches(" .*mlp_fc1 .* " + shown + "( +−?0\\.\\d{4}){3} *"));
        assertThat(rows(new BackpropFigure(), three.withWalked(2), LARGE))
                .anyMatch(row -> row.matches(" .*mlp_fc1 .*( +·){4} *"))
                .anyMatch(row -> row.matches(" .*mlp_fc2 .*( +−?0\\.\\d{4}){4} *"));
        assertThat(rows(new BackpropFigure(), three.withRow(40), LARGE))
                .anyMatch(row -> row.matches(" .*mlp_fc1 .*( +−?0\\.\\d{4}){4} *"))
                .anyMatch(row -> row.matches("   lm_head .* one *"));
    }

    @Test
    void aLargeWindowAddsUpTheSlopeOfTheChosenWeightOnceTheWalkHasPassedIt() {
        FigureState<BackpropModel> walked = FigureState.of(new BackpropFigure()).set("walked", "1");
        assertThat(ledger(walked))
                .containsExactly(
                        "lm_head[a,4].grad          =  0.0000",
                        "at .    −0.1327 × −1.6045 +=  0.2129",
                        "at a     0.0017 × −2.3140 += −0.0039",
                        "at m     0.0326 × −0.0873 += −0.0028",
                        "at e     0.0035 × −2.0274 += −0.0070",
                        "at l     0.0166 × −0.7272 += −0.0120",
                        "at i    −0.1227 × −2.8143 +=  0.3454",
                        "at a     0.0010 × −3.3380 += −0.0033",
                        "─".repeat(36),
                        "sum                           0.5292");
        assertThat(ledger(walked.set("matrix", "wte"))).hasSize(10).endsWith("sum" + " ".repeat(32) + "·");
        assertThat(ledger(walked.set("name", "christophersson"))).isEmpty();
    }

    private static List<String> ledger(FigureState<?> live) {
        return live.view(LARGE, Font.of(Glyphs.BRAILLE)).rows().stream()
                .dropWhile(row -> !row.contains(".grad"))
                .takeWhile(row -> !row.isBlank())
                .map(row -> row.substring(row.length() - 37).strip())
                .toList();
    }

    @Test
    void aLargeWindowNamesThreeOtherNudgedWeightsOnceAllSizesAreTried() {
        String names = "thin: lm_head[a,16]  lm_head[a,1]  lm_head[a,2]";
        NudgeModel model =
                new NudgeFigure().start().withWeight(START.withColumn(15).withEps(1));
        assertThat(rows(new NudgeFigure(), model, LARGE)).anyMatch(row -> row.contains(names));
        assertThat(rows(new NudgeFigure(), model.withTried(15), LARGE)).noneMatch(row -> row.contains("thin:"));
        NudgeModel unread =
                model.withWeight(START.withTensor(Tensor.WTE).withRow(26).withEps(1));
        assertThat(rows(new NudgeFigure(), unread, LARGE)).noneMatch(row -> row.contains("thin:"));
        assertThat(rows(new NudgeFigure(), model, new Size(80, 23))).noneMatch(row -> row.contains("thin:"));
    }

    private static <M extends Record> List<String> rows(Figure<M> figure, M model, Size size) {
        return FigureState.of(figure, model).view(size, Font.of(Glyphs.BRAILLE)).rows();
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
