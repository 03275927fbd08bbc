package dev.nabla.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Table;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What stands on a scale: the scale itself, sliders, columns. */
class ScalesTest {
    @Test
    void theEndsFallOnTheMiddlesOfTheOuterCells() {
        Scale scale = Scale.linear(-4, 4, 10, 26);
        assertThat(scale.cell(-4)).isEqualTo(10);
        assertThat(scale.cell(0)).isEqualTo(18);
        assertThat(scale.cell(4)).isEqualTo(26);
        assertThat(scale.value(18)).isZero();
        assertThat(Scale.log(0.1, 10, 0, 20).cell(1)).isEqualTo(10);
        assertThat(Scale.log(0.1, 10, 0, 20).value(10)).isCloseTo(1, within(1e-15));
    }

    @Test
    void whatLiesBeyondRestsOnTheNearerEnd() {
        Scale scale = Scale.linear(0, 1, 0, 9);
        assertThat(scale.cell(1e300)).isEqualTo(9);
        assertThat(scale.cell(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(scale.cell(Double.NaN)).isZero();
        assertThat(scale.value(99)).isEqualTo(1);
        assertThat(Scale.log(0.1, 10, 0, 9).cell(0)).isZero();
        assertThat(Scale.log(0.1, 10, 0, 9).cell(-1)).isZero();
        assertThat(Scale.linear(0, 1, 3, 3).value(3)).isZero();
    }

    @Property
    void aCellsValueLiesInThatCell(
            @ForAll @IntRange(max = 200) int from,
            @ForAll @IntRange(max = 200) int to,
            @ForAll @IntRange(max = 200) int cell,
            @ForAll boolean log) {
        Scale scale = new Scale(0.1, 10, from, to, log);
        int kept = Math.max(Math.min(from, to), Math.min(Math.max(from, to), cell));
        assertThat(scale.cell(scale.value(kept))).isEqualTo(kept);
    }

    @Property
    void aValueIsAtMostHalfACellFromItsCells(@ForAll @DoubleRange(min = -4, max = 4) double value) {
        Scale scale = Scale.linear(-4, 4, 0, 16);
        assertThat(scale.value(scale.cell(value))).isCloseTo(value, within(0.25 + 1e-12));
    }

    private static String slider(Glyphs glyphs, double value, double origin, boolean open) {
        Canvas canvas = new Canvas(new Size(11, 1), Font.of(glyphs));
        Slider slider = new Slider(Scale.linear(-5, 5, 0, 10), value, origin, Tone.SECOND);
        if (open) {
            slider.drawOpen(canvas, 0);
        } else {
            slider.draw(canvas, 0);
        }
        return canvas.frame().row(0);
    }

    @Table
    void aSliderIsThickFromItsOriginToItsHandle(Glyphs glyphs, double value, double origin, boolean open, String row) {
        assertThat(slider(glyphs, value, origin, open)).isEqualTo(row);
    }

    @Table
    void theAxisHasTheMinusOfItsGlyphs(Glyphs glyphs, String label) {
        Canvas canvas = new Canvas(new Size(12, 4), Font.of(glyphs));
        new Columns(List.of(1.0, 2e-7), Tone.RESULT).draw(canvas);
        assertThat(canvas.frame().row(0)).startsWith("     1");
        assertThat(canvas.frame().row(3)).startsWith(label);
    }

    private static List<String> columns(Double... values) {
        Canvas canvas = new Canvas(new Size(14, 3), Font.of(Glyphs.BRAILLE));
        new Columns(List.of(values), Tone.SECOND).draw(canvas);
        return canvas.frame().rows();
    }

    @Test
    void columnsStandOnALogarithmicAxisOfWholeDecades() {
        assertThat(columns(1.0, 10.0, 100.0, 1000.0))
                .containsExactly("  1000┤   █   ", "      │  ██   ", "     1┤▁███   ");
    }

    @Test
    void whatIsNotFiniteIsACrossAtTheTop() {
        List<String> rows = columns(10.0, Double.POSITIVE_INFINITY, Double.NaN);
        assertThat(rows.get(0).chars().filter(c -> c == '×')).hasSize(2);
    }

    @Test
    void moreColumnsThanRoomShowTheNewestLast() {
        Canvas canvas = new Canvas(new Size(17, 4), Font.of(Glyphs.BRAILLE));
        List<Double> falling = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(i -> Math.pow(10, 3 - i / 333.0))
                .toList();
        new Columns(falling, Tone.SECOND).draw(canvas);
        Frame frame = canvas.frame();
        assertThat(frame.cell(16, 3).tone()).isEqualTo(Tone.SECOND);
        assertThat(frame.cell(15, 3).tone()).isEqualTo(Tone.DIM);
    }

    @Test
    void noColumnsAtAllAreStillAnAxis() {
        assertThat(columns()).hasSize(3).allMatch(row -> row.contains("┤") || row.contains("│"));
        assertThat(columns(0.0, 0.0)).hasSize(3);
    }

    @Table
    void theBarLeavesTheZeroLineInHalfCells(double share, String row) {
        Canvas canvas = new Canvas(new Size(9, 1), Font.of(Glyphs.BRAILLE));
        new SignedBar(share, 4, Tone.RESULT).draw(canvas, 4, 0);
        assertThat(canvas.frame().row(0)).isEqualTo(row);
    }
}
