package dev.nabla.figure.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.Settings;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** FIG.00 in plain words after the guess of section 00: a slope of 0.4 is played near L, then near w. */
class PlainPictureTest {
    private static final List<Map<String, String>> PLAYS = List.of(
            Map.of("slopes", "0.8,0.8,0.8,0.8,0.8,0.4"),
            Map.of("slopes", "0.8,0.8,0.8,0.8,0.8,0.8"),
            Map.of("slopes", "0.4,0.8,0.8,0.8,0.8,0.8"));

    private static FigureState<?> opened() {
        ChainFigure figure = new ChainFigure();
        return FigureState.of(figure, Settings.apply(figure, figure.start(), Map.of("words", "plain")));
    }

    private static FigureState<?> played() {
        FigureState<?> live = opened().playing(PLAYS);
        for (int i = 0; live.cursor().running() && i < 1000; i++) {
            live = live.tick();
        }
        return live;
    }

    private static List<String> rows(FigureState<?> live) {
        return live.view(new Size(74, 24), Font.of(Glyphs.BRAILLE)).rows();
    }

    /** 0.8 to the 5th is 0.328 and half of 0.8 to the 6th is 0.131; near w half of each is left: 0.164, 0.131. */
    @Test
    void bothPlacesOfTheLowSlopeStandSideBySide() {
        assertThat(rows(played()))
                .anySatisfy(row -> assertThat(row.strip()).endsWith("near L   near w"))
                .anySatisfy(row -> assertThat(row.strip()).endsWith("0.328    0.164"))
                .anySatisfy(row -> assertThat(row.strip()).endsWith("0.131    0.131"));
    }

    @Test
    void aResetTakesTheFirstPlaceAway() {
        assertThat(rows(played().reset())).isEqualTo(rows(opened()));
    }

    @Test
    void aFadingNudgeOfANegativePathIsSaidToLowerL() {
        FigureState<?> fading = opened().set(Map.of("slopes", "0.8,0.8,0.8,0.8,0.8,-0.2"));
        assertThat(rows(fading)).anySatisfy(row -> assertThat(row.strip())
                .isEqualTo("A nudge of 1 at w moves L by −0.0655: the nudge fades, and L goes down"));
    }
}
