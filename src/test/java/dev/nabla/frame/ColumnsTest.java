package dev.nabla.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
    @ParameterizedTest
    @CsvSource({"BRAILLE, '  1e−7┤'", "QUADRANT, '  1e−7┤'", "ASCII, '  1e-7|'"})
    void theAxisHasTheMinusOfItsGlyphs(Glyphs glyphs, String label) {
        Canvas canvas = new Canvas(new Size(12, 4), Font.of(glyphs));
        new Columns(List.of(1.0, 2e-7), Tone.RESULT).draw(canvas);
        assertThat(canvas.frame().row(0)).startsWith("     1");
        assertThat(canvas.frame().row(3)).startsWith(label);
    }
}
