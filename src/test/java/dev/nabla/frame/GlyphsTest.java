package dev.nabla.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GlyphsTest {
    /** The safe glyphs as the design lists them, retyped here so that one list checks the other. */
    private static final String DESIGNED =
            "°²·¼½×Σβδεηθλστ∂∇−∞≈≤≥⋮√•₁₂₃₄₅←↑→↓─━│┌┐└┘├┤┬┴┼═║╔╗╚╝▀▁▂▃▄▅▆▇█▏▎▍▌▋▊▉▐" + "▖▗▘▙▚▛▜▝▞▟■▲►▼◄○●";

    private static boolean allAllowed(Glyphs glyphs, String text) {
        return text.chars().allMatch(c -> glyphs.allows((char) c));
    }

    @Test
    void asciiAllowsOnlyAsciiAndTheOthersTheSafeListToo() {
        for (char c = 0; c < 0xffff; c++) {
            boolean ascii = c >= ' ' && c <= '~';
            boolean safe = ascii || DESIGNED.indexOf(c) >= 0;
            boolean braille = c >= 0x2800 && c <= 0x28ff;
            assertThat(Glyphs.ASCII.allows(c)).isEqualTo(ascii);
            assertThat(Glyphs.QUADRANT.allows(c)).isEqualTo(safe);
            assertThat(Glyphs.BRAILLE.allows(c)).isEqualTo(safe || braille);
        }
    }

    @Test
    void everySafeGlyphCanBeSpeltInAscii() {
        // The eighths and quadrants are drawn by bar, column and dots, never spelt.
        for (char c : DESIGNED.replaceAll("[▁-▇▖▗▘▙▚▛▜▝▞▟]", "").toCharArray()) {
            assertThat(Glyphs.ASCII.spell(String.valueOf(c)))
                    .as(String.valueOf(c))
                    .isNotEmpty()
                    .doesNotContain("?");
        }
    }

    @Table
    void asciiSpellsWhatTheOthersDraw(String text, String spelt) {
        assertThat(Glyphs.ASCII.spell(text)).isEqualTo(spelt);
        assertThat(Glyphs.BRAILLE.spell(text)).isEqualTo(text);
        assertThat(Glyphs.ASCII.width(text)).isEqualTo(spelt.length());
    }

    /** It is on keyboards, but not in every font. */
    @ParameterizedTest
    @EnumSource(Glyphs.class)
    void aCubeIsSpeltAtEveryLevel(Glyphs glyphs) {
        assertThat(glyphs.spell("12x³")).isEqualTo("12x^3");
    }

    /** Names have them: what braille and quadrants draw, and ASCII. */
    @Table
    void lettersOfEveryScriptAreDrawnAsTheyAre(String text, String drawn, int width, String ascii) {
        assertThat(Glyphs.BRAILLE.spell(text)).isEqualTo(drawn);
        assertThat(Glyphs.QUADRANT.spell(text)).isEqualTo(drawn);
        assertThat(Glyphs.BRAILLE.width(text)).isEqualTo(width);
        assertThat(Glyphs.ASCII.spell(text)).isEqualTo(ascii);
        assertThat(Glyphs.ASCII.spells(text)).isEqualTo(!ascii.contains("?"));
    }

    @Test
    void aMarkNeedsALetterAndWhatNobodySeesIsShown() {
        assertThat(Glyphs.BRAILLE.spell("e\u0301a \u0301 \u0e31")).isEqualTo("e\u0301a ? ?");
        assertThat(Glyphs.BRAILLE.width("e\u0301a")).isEqualTo(2);
        assertThat(Glyphs.ASCII.spell("e\u0301a")).isEqualTo("ea");
        assertThat(Glyphs.BRAILLE.spell("a\u3164b\ufe0fc\u200dd\u202e")).isEqualTo("a?b?c?d?");
    }

    @Property
    void whateverIsSpeltIsAllowedOrALetter(@ForAll String text, @ForAll Glyphs glyphs) {
        String spelt = glyphs.spell(text);
        assertThat(spelt.codePoints())
                .allMatch(c -> Character.isBmpCodePoint(c) && glyphs.allows((char) c.intValue())
                        || glyphs != Glyphs.ASCII && (Letters.isLetter(c) || Letters.isMark(c)));
        assertThat(spelt.codePoints()).noneMatch(ControlCharacters::is).noneMatch(ControlCharacters::isInvisible);
    }

    @ParameterizedTest
    @EnumSource(Glyphs.class)
    void everyMaskOfDotsHasAnAllowedGlyph(Glyphs glyphs) {
        for (int mask = 1; mask < 256; mask++) {
            char glyph = glyphs.dots(mask);
            assertThat(glyphs.allows(glyph)).as("mask %s", mask).isTrue();
            assertThat(glyph).isNotIn(' ', '\u2800');
        }
    }

    @Table
    void dotsAreShownAsTheLevelCan(Glyphs glyphs, int mask, char glyph) {
        assertThat(glyphs.dots(mask)).isEqualTo(glyph);
    }

    /** In ASCII columns grow in thirds and bars in whole cells. */
    @Table
    void barsGrowInEighthsAndAreNeverEmptyAboveZeroColumnsToo(
            double length, String bar, String column, String asciiBar, String asciiColumn) {
        assertThat(Glyphs.BRAILLE.bar(length, 4)).isEqualTo(bar);
        assertThat(Glyphs.QUADRANT.column(length, 4)).isEqualTo(column);
        assertThat(Glyphs.ASCII.bar(length, 4)).isEqualTo(asciiBar);
        assertThat(Glyphs.ASCII.column(length, 4)).isEqualTo(asciiColumn);
    }

    @Property
    void aLongerBarIsNeverDrawnShorterNorWiderThanItsRoom(
            @ForAll @DoubleRange(min = 0, max = 60) double a,
            @ForAll @DoubleRange(min = 0, max = 60) double b,
            @ForAll @IntRange(max = 50) int most,
            @ForAll Glyphs glyphs) {
        String shorter = glyphs.bar(Math.min(a, b), most);
        String longer = glyphs.bar(Math.max(a, b), most);
        assertThat(shorter.length()).isLessThanOrEqualTo(longer.length());
        assertThat(longer.length()).isLessThanOrEqualTo(most);
        assertThat(allAllowed(glyphs, longer)).isTrue();
    }

    @Test
    void aDotBetweenNumbersIsSpeltSoThatItIsNoPoint() {
        assertThat(Glyphs.ASCII.spell("1·7 + 2·(−9) = (−1)·−2, W·x, a·b, FIG.02 · pick"))
                .isEqualTo("1*7 + 2*(-9) = (-1)*-2, W.x, a.b, FIG.02 . pick");
        assertThat(Glyphs.ASCII.spell("0.6·θ₁, θ − η·∇L, p[t]·p[j], σ·(1 − σ), ε·f'(x), q₁·k₁, |a|·|b|, · 2"))
                .isEqualTo(
                        "0.6*theta1, theta - eta*grad L, p[t]*p[j], sigma*(1 - sigma), eps*f'(x), q1*k1, |a|.|b|, . 2");
        assertThat(Glyphs.ASCII.spell("η (eta) is, λ (lambda)max, θ (an angle)"))
                .isEqualTo("eta is, lambda max, theta (an angle)");
    }
}
