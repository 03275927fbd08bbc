package dev.nabla.figure.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.TestsFigures;
import dev.nabla.figure.FigureState;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.gpt.TrainingRun;
import java.util.DoubleSummaryStatistics;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cuts cost, and a table of them that fills while one looks. */
@TestsFigures
class BlockTest {
    /** Two of the rows that the figure remembers are trained again. */
    @ParameterizedTest
    @EnumSource(names = {"HEADS", "HEADS_PLACE"})
    void whatACutCostsSixSeedsIsWhatTheFigureRemembers(Ablation cut) {
        DoubleSummaryStatistics costs = LongStream.rangeClosed(1, 6)
                .mapToDouble(seed -> heldOut(seed, cut) - heldOut(seed, Ablation.NONE))
                .summaryStatistics();
        SeedCosts remembered = SeedCosts.of(cut);
        assertThat(costs.getMin()).isCloseTo(remembered.least(), within(5e-4));
        assertThat(costs.getMax()).isCloseTo(remembered.most(), within(5e-4));
    }

    private static double heldOut(long seed, Ablation cut) {
        return new TrainingRun(Recipe.standard().withSeed(seed).withCut(cut)).heldOut(BlockModel.OF);
    }

    @Test
    void theTableFillsCutByCutAndRestsOnceItIsFull() {
        FigureState<BlockModel> live = FigureState.of(new BlockFigure()).worked(1);
        int before = 0;
        while (!live.shown().equals(live.model())) {
            assertThat(live.shown().compared()).isGreaterThanOrEqualTo(before);
            before = live.shown().compared();
            live = live.worked(10);
        }
        assertThat(live.shown().compared()).isEqualTo(BlockModel.CUTS);
        assertThat(live.tickMillis()).isZero();
    }

    @Test
    void whatTheMaskAndTwoPartsTogetherCostIsToldOnceTheyAreChosen() {
        BlockModel open = new BlockFigure().start();
        for (Ablation cut : Ablation.values()) {
            boolean asked = cut == Ablation.MASK || cut == Ablation.HEADS_PLACE;
            assertThat(open.withholds(cut)).as(cut.word()).isEqualTo(asked);
            assertThat(open.withCut(cut).withholds(cut)).as(cut.word()).isFalse();
        }
    }
}
