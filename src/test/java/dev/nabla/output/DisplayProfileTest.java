package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.frame.Glyphs;
import dev.nabla.output.DisplayProfile.Surroundings;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Theme;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is concluded from which surroundings; every choice with its reason. */
class DisplayProfileTest {
    /** {@code NAME=value} between blanks. */
    private static DisplayProfile look(String env, boolean terminal, String encoding) {
        Map<String, String> map = new LinkedHashMap<>();
        if (env != null) {
            for (String entry : env.split(" ")) {
                map.put(entry.substring(0, entry.indexOf('=')), entry.substring(entry.indexOf('=') + 1));
            }
        }
        return DisplayProfile.detect(new Surroundings(map, terminal, encoding), Map.of());
    }

    @Table
    void glyphsFollowTheLocaleAndThenTheTerminal(String env, String encoding, Glyphs glyphs, String reason) {
        assertThat(look(env, true, encoding).glyphs()).isEqualTo(new DisplayProfile.Choice<>(glyphs, reason));
    }

    @Table
    void coloursFollowNoColorThenTheTerminal(String env, Colors colors, String reason) {
        assertThat(look(env, true, "UTF-8").colors()).isEqualTo(new DisplayProfile.Choice<>(colors, reason));
    }

    @Table
    void inScreenTheMouseIsTheTerminals(String env, boolean mouse, String reason) {
        assertThat(look(env, true, "UTF-8").mouse()).isEqualTo(new DisplayProfile.Choice<>(mouse, reason));
    }

    @Table
    void theThemeFollowsTheBackgroundThatIsToldElseDark(String env, Theme theme, String reason) {
        assertThat(look(env, true, "UTF-8").theme()).isEqualTo(new DisplayProfile.Choice<>(theme, reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TERM=xterm|true|true|a terminal, TERM=xterm",
                "TERM=xterm|false|false|input or output is not a terminal",
                "TERM=dumb|true|false|TERM=dumb",
                "|true|false|TERM is not set"
            })
    void picturesNeedATerminalThatIsNotDumb(String env, boolean terminal, boolean pictures, String reason) {
        assertThat(look(env, terminal, "UTF-8").pictures()).isEqualTo(new DisplayProfile.Choice<>(pictures, reason));
    }
}
