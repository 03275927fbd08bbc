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
    private static final int[] XTERM = {
        0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
        0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff
    };
    private static final int[] VGA = {
        0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa,
        0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff
    };

    private static Cell cell(Tone tone, Weight weight) {
        return new Cell('x', tone, weight);
    }

    private static int color(Colors colors, Theme theme, Tone tone) {
        return new Palette(colors, theme).ink(cell(tone, Weight.PLAIN)).color();
    }

    /** Columns: 256 dark, 256 light, 16 dark, 16 light, 256 either, 16 either; -1 is the terminal's own colour. */
    @Table
    void everyToneHasTheColourOfTheTable(
            Tone tone, int dark, int light, int dark16, int light16, int either, int either16) {
        assertThat(color(Colors.INDEXED, Theme.EITHER, tone)).isEqualTo(either);
        assertThat(color(Colors.SIXTEEN, Theme.EITHER, tone)).isEqualTo(either16);
        assertThat(color(Colors.INDEXED, Theme.DARK, tone)).isEqualTo(dark);
        assertThat(color(Colors.INDEXED, Theme.LIGHT, tone)).isEqualTo(light);
        assertThat(color(Colors.SIXTEEN, Theme.DARK, tone)).isEqualTo(dark16);
        assertThat(color(Colors.SIXTEEN, Theme.LIGHT, tone)).isEqualTo(light16);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theTonesThatMeanSomethingNeverLookAlike(Theme theme) {
        for (Colors colors : List.of(Colors.INDEXED, Colors.SIXTEEN)) {
            Set<Ink> seen = new HashSet<>();
            for (Tone tone : List.of(Tone.FIRST, Tone.SECOND, Tone.RESULT, Tone.WARN, Tone.TEXT)) {
                assertThat(seen.add(new Palette(colors, theme).ink(cell(tone, Weight.PLAIN))))
                        .as("%s %s", colors, tone)
                        .isTrue();
            }
        }
    }

    /**
     * The contrast of WCAG 2.2, from 1 to 21. The 16 colours are those of two terminals that publish them: xterm
     * (XTerm-col.ad) and the VGA text mode.
     */
    @ParameterizedTest
    @EnumSource(Tone.class)
    void forAnUnknownBackgroundEveryToneHasAContrastOfThreeToBlackAndToWhite(Tone tone) {
        int indexed = color(Colors.INDEXED, Theme.EITHER, tone);
        if (indexed != Ink.DEFAULT) {
            requireContrast(Integer.parseInt(Rgb.of(indexed, Theme.EITHER).substring(1), 16));
        }
        int sixteen = color(Colors.SIXTEEN, Theme.EITHER, tone);
        if (sixteen != Ink.DEFAULT) {
            requireContrast(XTERM[sixteen]);
            boolean drawsLinesOnly = sixteen == 8;
            if (!drawsLinesOnly) {
                requireContrast(VGA[sixteen]);
            }
        }
    }

    private static void requireContrast(int rgb) {
        double luminance = luminance(rgb);
        String as = "%06x".formatted(rgb);
        assertThat((luminance + 0.05) / 0.05).as(as + " on black").isGreaterThanOrEqualTo(3);
        assertThat(1.05 / (luminance + 0.05)).as(as + " on white").isGreaterThanOrEqualTo(3);
    }

    /** The relative luminance of an sRGB colour, from 0 for black to 1 for white. */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int level) {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Test
    void theContrastOfGrey767676ToWhiteIsThatOfWcag() {
        assertThat(1.05 / (luminance(0x767676) + 0.05)).isBetween(4.54, 4.55);
        assertThat(luminance(0xffffff)).isEqualTo(1);
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
