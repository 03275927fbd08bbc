package dev.nabla.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;

class SignedBarTest {
    @Table
    void theBarLeavesTheZeroLineInHalfCells(double share, String row) {
        Canvas canvas = new Canvas(new Size(9, 1), Font.of(Glyphs.BRAILLE));
        new SignedBar(share, 4, Tone.RESULT).draw(canvas, 4, 0);
        assertThat(canvas.frame().row(0)).isEqualTo(row);
    }
}
