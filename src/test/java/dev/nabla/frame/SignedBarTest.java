package dev.nabla.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedBarTest {
    @ParameterizedTest
    @CsvSource({
        "0, '    │    '",
        "-0.0, '    │    '",
        "NaN, '    │    '",
        "1, '    │████'",
        "-1, '████│    '",
        "0.5, '    │██  '",
        "-0.4, '  ▐█│    '",
        "0.375, '    │█▌  '",
        "1e-9, '    │▌   '",
        "-1e-9, '   ▐│    '",
        "7, '    │████'",
        "-Infinity, '████│    '"
    })
    void theBarLeavesTheZeroLineInHalfCells(double share, String row) {
        Canvas canvas = new Canvas(new Size(9, 1), Font.of(Glyphs.BRAILLE));
        new SignedBar(share, 4, Tone.RESULT).draw(canvas, 4, 0);
        assertThat(canvas.frame().row(0)).isEqualTo(row);
    }
}
