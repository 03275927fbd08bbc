package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.frame.Cell;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Ink;
import dev.nabla.output.Palette.Theme;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    private static Cell cell(Tone tone, Weight weight) {
        return new Cell('x', tone, weight);
    }

    private static int color(Colors colors, Theme theme, Tone tone) {
        return new Palette(colors, theme).ink(cell(tone, Weight.PLAIN)).color();
    }

    /** Columns: 256 dark, 256 light, 16 dark, 16 light; -1 is the terminal's own colour. */
    @Table
    void everyToneHasTheColourOfTheTable(Tone tone, int dark, int light, int dark16, int light16) {
        assertThat(color(Colors.INDEXED, Theme.DARK, tone)).isEqualTo(dark);
        assertThat(color(Colors.INDEXED, Theme.LIGHT, tone)).isEqualTo(light);
        assertThat(color(Colors.SIXTEEN, Theme.DARK, tone)).isEqualTo(dark16);
        assertThat(color(Colors.SIXTEEN, Theme.LIGHT, tone)).isEqualTo(light16);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theTonesThatMeanSomethingNeverShareAColour(Theme theme) {
        for (Colors colors : List.of(Colors.INDEXED, Colors.SIXTEEN)) {
            Set<Integer> seen = new HashSet<>();
            for (Tone tone : List.of(Tone.FIRST, Tone.SECOND, Tone.RESULT, Tone.WARN, Tone.TEXT)) {
                assertThat(seen.add(color(colors, theme, tone)))
                        .as("%s %s", colors, tone)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Tone.class)
    void monoHasNoColourAndTellsByWeight(Tone tone) {
        Palette mono = new Palette(Colors.MONO, Theme.DARK);
        assertThat(mono.ink(cell(tone, Weight.PLAIN)).color()).isEqualTo(Ink.DEFAULT);
        assertThat(mono.ink(cell(tone, Weight.BOLD)).bold()).isTrue();
        assertThat(mono.ink(cell(tone, Weight.REVERSE)).reverse()).isTrue();
    }

    @Test
    void reverseIsReverseInEveryPalette() {
        for (Colors colors : Colors.values()) {
            for (Theme theme : Theme.values()) {
                Ink ink = new Palette(colors, theme).ink(cell(Tone.SECOND, Weight.REVERSE));
                assertThat(ink.reverse()).isTrue();
            }
        }
    }

    @Test
    void whereNoColourTellsThemContoursKeepEverySecondDotAndPathsAll() {
        Cell contour = new Cell('\u28ff', Tone.CONTOUR2, Weight.PLAIN);
        Cell path = new Cell('\u28ff', Tone.PATH1, Weight.PLAIN);
        Palette mono = new Palette(Colors.MONO, Theme.DARK);
        assertThat(mono.glyph(contour)).isEqualTo('\u2895');
        assertThat(mono.glyph(path)).isEqualTo('\u28ff');
        assertThat(new Palette(Colors.SIXTEEN, Theme.DARK).glyph(contour)).isEqualTo('\u28ff');
    }

    /** The cube and the greys of xterm's 256colres.h. */
    @Table
    void indicesAreTheColoursOfXterm(int index, String hex) {
        assertThat(Rgb.of(index, Theme.DARK)).isEqualTo(hex);
    }
}
