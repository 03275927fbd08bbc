package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Glyphs;
import dev.nabla.output.Config.Asked;
import dev.nabla.output.DisplayProfile.Choice;
import dev.nabla.output.DisplayProfile.Surroundings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The user's settings as a file. */
class ConfigTest {
    @Test
    void aSettingIsALineAndACommentIsNone() {
        Config config = Config.parse("# mine\nglyphs = ascii\n\n  color=mono # quiet\nmouse = off\n", "config");
        assertThat(config.values())
                .isEqualTo(Map.of(
                        "glyphs", new Asked("ascii", "config"),
                        "color", new Asked("mono", "config"),
                        "mouse", new Asked("off", "config")));
        assertThat(config.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "glpyhs = ascii|config:1: unknown setting 'glpyhs'; did you mean 'glyphs'?",
                "glyphs = emoji|config:1: glyphs 'emoji' is unknown; one of braille, quadrant, ascii",
                "theme = drak|config:1: theme 'drak' is unknown; did you mean 'dark'?",
                "mouse|config:1: 'mouse' is not a setting; type name = value, like glyphs = braille",
                "= ascii|config:1: unknown setting ''; one of glyphs, color, theme, aspect, mouse",
                "aspect = 9|config:1: aspect '9' is out of range; type a number from 1 to 4",
                "aspect = wide|config:1: aspect 'wide' is not a number; type one like 0.5, -1e-3, 1/3 or pi",
                "glyphs =|config:1: glyphs '' is unknown; one of braille, quadrant, ascii"
            })
    void aMistakeIsNamedWithItsLineAndChangesNothing(String line, String complaint) {
        Config config = Config.parse(line, "config");
        assertThat(config.complaints()).containsExactly(complaint);
        assertThat(config.values()).isEmpty();
    }

    @Test
    void oneMistakeLeavesTheOtherLinesInForce() {
        Config config = Config.parse("colour = 16\ntheme = light\n", "config");
        assertThat(config.complaints()).hasSize(1);
        assertThat(config.values()).containsOnlyKeys("theme");
    }

    @Test
    void theConfigBeatsWhatIsDetectedAndSaysSo() {
        Surroundings here = new Surroundings(Map.of("LANG", "en_US.UTF-8", "TERM", "xterm"), true, "UTF-8");
        DisplayProfile look = DisplayProfile.detect(
                here, Config.parse("glyphs = quadrant", "config").values());
        assertThat(look.glyphs()).isEqualTo(new Choice<>(Glyphs.QUADRANT, "config"));
        assertThat(look.colors().value()).isEqualTo(Colors.SIXTEEN);
    }
}
