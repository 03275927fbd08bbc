package dev.nabla.figure.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.FigureState;
import dev.nabla.math.Vector;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bias of FIG.03 goes with the sizes of the matrices, as long as it fitted them before. */
class MatmulBiasTest {
    private static final FigureState<MatmulModel> START = FigureState.of(new MatmulFigure());
    private static final FigureState<MatmulModel> LAYER = START.play("layer");

    private static Vector bias(FigureState<MatmulModel> live) {
        assertThat(live.model().product()).isPresent();
        return live.model().bias();
    }

    @Test
    void inALayerItGrowsAndShrinksWithTheRowsOfW() {
        assertThat(bias(LAYER)).isEqualTo(Vector.of(1, 2));
        assertThat(bias(LAYER.set("a_rows", "3"))).isEqualTo(Vector.of(1, 2, 0));
        assertThat(bias(LAYER.set("a_rows", "1"))).isEqualTo(Vector.of(1));
        assertThat(bias(LAYER.set("a", "1,0,0;0,1,0;0,0,1"))).isEqualTo(Vector.of(1, 2, 0));
    }

    @Test
    void underAProductItGrowsAndShrinksWithTheColumnsOfB() {
        FigureState<MatmulModel> biased = START.set(Map.of("bias", "5,-1"));
        assertThat(bias(biased.set("b_columns", "3"))).isEqualTo(Vector.of(5, -1, 0));
        assertThat(bias(biased.set("a_rows", "3"))).isEqualTo(Vector.of(5, -1));
    }

    @Test
    void oneForAllStaysOneForAll() {
        assertThat(bias(START.set(Map.of("bias", "4")).set("b_columns", "3"))).isEqualTo(Vector.of(4));
    }

    @Test
    void oneThatWasTypedTooLongIsNotMadeToFit() {
        FigureState<MatmulModel> typed = START.set(Map.of("bias", "1,2,3,4")).set("b_columns", "3");
        assertThat(typed.model().product()).isEmpty();
        assertThat(typed.model().bias()).isEqualTo(Vector.of(1, 2, 3, 4));
    }

    @Test
    void whatDoesNotLineUpIsNamedAsItIsOnTheScreen() {
        assertThat(LAYER.set("b_rows", "4").sentence()).contains("W has 3 columns and x has 4 rows");
        assertThat(START.set("b_rows", "4").sentence()).contains("A has 3 columns and B has 4 rows");
    }
}
