package dev.nabla.figure.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@TestsFigures
class MatmulPlaneTest {
    private static final Matrix SHEAR = Matrix.of(Vector.of(1, 0.5), Vector.of(0, 1));

    private static FigureState<?> plane() {
        return FigureState.of(new MatmulFigure()).set(Map.of("a", "1,0.5;0,1", "b", "1,-1;1,0.5", "drawn", "true"));
    }

    private static Frame body(FigureState<?> figure, int width, int height) {
        Canvas canvas = new Canvas(new Size(width, height), Font.of(Glyphs.BRAILLE));
        figure.body(canvas);
        return canvas.frame();
    }

    /** 1·2 + 0.5·(−1) = 1.5 and 0·2 + 1·(−1) = −1; 1·(−2) + 0.5·2 = −1 and 0·(−2) + 1·2 = 2. */
    @Test
    void aTakesAPointAsOftenAlongEachColumnAsItsNumbersSay() {
        assertThat(MatmulPlane.image(SHEAR, 2, -1)).isEqualTo(Vector.of(1.5, -1));
        assertThat(MatmulPlane.image(SHEAR, -2, 2)).isEqualTo(Vector.of(-1, 2));
        assertThat(MatmulPlane.image(SHEAR, 1, 0)).isEqualTo(SHEAR.column(0));
        assertThat(MatmulPlane.image(SHEAR, 0, 1)).isEqualTo(SHEAR.column(1));
    }

    /**
     * The plane is 42 cells wide and 18 high, so 84 by 72 dots, one cell from the left. It reaches 2.6 up, and so
     * 2.6·84/72 = 3.0333 to the right: 13.846 dots a unit, with (0, 0) at dot 42, 36. So (1, 0) is dot 55.8, 36, that
     * is cell 27, 9; (0.5, 1) is dot 48.9, 22.2, cell 24, 5; (1.5, 1) is dot 62.8, 22.2, cell 31, 5.
     */
    @Test
    void theColumnsOfAAreTheTipsOfTheArrowsAndAxIsItsPoint() {
        Frame drawn = body(plane(), 80, 18);
        assertThat(drawn.cell(1 + 27, 9)).satisfies(cell -> {
            assertThat(cell.glyph()).isEqualTo('●');
            assertThat(cell.tone()).isEqualTo(Tone.FIRST);
        });
        assertThat(drawn.cell(1 + 24, 5)).satisfies(cell -> {
            assertThat(cell.glyph()).isEqualTo('●');
            assertThat(cell.tone()).isEqualTo(Tone.FIRST);
        });
        assertThat(drawn.cell(1 + 31, 5)).satisfies(cell -> {
            assertThat(cell.glyph()).isEqualTo('●');
            assertThat(cell.tone()).isEqualTo(Tone.RESULT);
        });
    }

    /**
     * With the scale above: (−2, 2), the upper left corner of the grid, is dot 14.3, 8.3, cell 7, 2, and goes to (−1,
     * 2), dot 28.2, 8.3, cell 14, 2. (−2, 1) is dot 14.3, 22.2, cell 7, 5, and goes to (−1.5, 1), dot 21.2, 22.2, cell
     * 10, 5.
     */
    @Test
    void theGridPointsLieWhereAPutsThem() {
        Frame sheared = body(plane(), 80, 18);
        Frame still = body(plane().set("a", "1,0;0,1"), 80, 18);
        assertThat(sheared.cell(1 + 14, 2).tone()).isEqualTo(Tone.CONTOUR2);
        assertThat(sheared.cell(1 + 7, 2).tone()).isEqualTo(Tone.GRID);
        assertThat(still.cell(1 + 7, 2).tone()).isEqualTo(Tone.CONTOUR2);
        assertThat(sheared.cell(1 + 10, 5).tone()).isEqualTo(Tone.CONTOUR2);
        assertThat(sheared.cell(1 + 7, 5).tone()).isEqualTo(Tone.GRID);
        assertThat(still.cell(1 + 7, 5).tone()).isEqualTo(Tone.CONTOUR2);
    }

    @Test
    void theSentenceSaysWhereTheUnitVectorsAndXGo() {
        assertThat(plane().sentence())
                .isEqualTo("(1, 0) goes to (1, 0) and (0, 1) to (0.5, 1), its columns; (1, 1) goes to (1.5, 1)");
        assertThat(plane().set("a", "0,-1;1,0").set("cell", "1,2").sentence())
                .isEqualTo("(1, 0) goes to (0, 1) and (0, 1) to (−1, 0), its columns; (−1, 0.5) goes to (−0.5, −1)");
    }

    @Test
    void theKnobsAreTheEntriesOfAAndThePointX() {
        assertThat(plane().spots().stream().map(Object::toString))
                .hasSize(6)
                .allMatch(spot -> spot.contains("knob=a,") || spot.contains("knob=b,"));
        FigureState<?> nudged = plane().set("a", 2, "1.5");
        assertThat(nudged.sentence()).contains("(0, 1) to (1.5, 1)", "(1, 1) goes to (2.5, 1)");
    }

    @Test
    void thePlaneIsOfferedWhereATakesThePlaneToThePlane() {
        assertThat(plane().offers("drawn")).isTrue();
        assertThat(plane().play("drawn").model()).extracting("drawn").isEqualTo(false);
        FigureState<?> start = FigureState.of(new MatmulFigure());
        assertThat(start.offers("drawn")).isFalse();
        FigureState<?> wide = start.set("drawn", "true");
        assertThat(body(wide, 80, 18).rows()).isEqualTo(body(start, 80, 18).rows());
        assertThat(plane().set("bias", "1,2").sentence()).startsWith("Row 1 of A meets column 1 of B");
        assertThat(plane().set("b", "1;2;3").sentence())
                .isEqualTo("Shapes do not line up: A has 2 columns and B has 3 rows");
    }

    @Test
    void theTablesAreAboveThePlaneWhereThereIsRoom() {
        FigureState<?> tables = plane().set("drawn", "false");
        assertThat(String.join("\n", body(tables, 120, 31).rows()))
                .contains("worked out", "(1, 0) goes to column 1 of A", "C₁₁  = A₁₁·B₁₁");
        assertThat(String.join("\n", body(tables, 80, 18).rows())).doesNotContain("goes to");
    }

    @Test
    void aGuessAboutCHidesWhereTheGridGoes() {
        FigureState<?> asked = plane().guessing(new Guess(List.of("c"), Optional.empty(), false));
        Frame hidden = body(asked, 80, 18);
        assertThat(hidden.cell(1 + 14, 2).tone()).isNotEqualTo(Tone.CONTOUR2);
        assertThat(hidden.cell(1 + 31, 5).glyph()).isNotEqualTo('●');
        assertThat(String.join("\n", hidden.rows())).doesNotContain("1.5").contains("·");
    }
}
