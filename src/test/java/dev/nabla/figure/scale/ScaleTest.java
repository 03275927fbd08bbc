package dev.nabla.figure.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.FigureState;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Shape;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a model weighs, against the models that are trained here. */
@TestsFigures
class ScaleTest {
    private static final ScaleModel START = ScaleModel.start();

    @Property(tries = 300)
    void weighsWhatAModelHasThatIsTrained(
            @ForAll @IntRange(min = 2, max = 128) int vocab,
            @ForAll @IntRange(min = 1, max = 64) int embd,
            @ForAll @IntRange(min = 1, max = 8) int layers,
            @ForAll @IntRange(min = 1, max = 64) int block) {
        assertThat(START.sized(vocab, embd, layers, block).made(false, false).parameters())
                .isEqualTo(new Shape(vocab, embd, 1, block, layers).parameters());
    }

    @Test
    void theFirstColumnIsTheModelOfTheOtherFigures() {
        assertThat(START.beside().get("microGPT").parameters())
                .isEqualTo(Recipe.standard().shape().parameters())
                .isEqualTo(4192);
        assertThat(START.beside().get("GPT-2").parameters()).isEqualTo(124_439_808);
    }

    /** Twice as long rows: a table of tokens doubles, a block has four times as many. */
    @Test
    void rowsCountOnceInTablesAndTwiceInBlocks() {
        ScaleModel wide = START.sized(START.vocab(), 32, 1, START.blockSize());
        assertThat(wide.embedding()).isEqualTo(2 * START.embedding());
        assertThat(wide.attention()).isEqualTo(4 * START.attention());
        assertThat(wide.mlp()).isEqualTo(4 * START.mlp());
    }

    @Test
    void theLongestTrainingIsToldInTheLargestUnitThatFits() {
        assertThat(List.of(0.5, 59.0, 60.0, 7200.0, 86_400.0, 31_557_600.0))
                .extracting(ScaleFigure::time)
                .containsExactly("0.5 sec", "59 sec", "1 min", "2 hours", "1 day", "1 year");
        assertThat(FigureState.of(new ScaleFigure())
                        .set("speed", "1e-3")
                        .model()
                        .seconds())
                .isEqualTo(START.flops() * 1e10 / 1e-3);
    }
}
