package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.frame.Glyphs;
import dev.nabla.output.Config.ConfigValue;
import dev.nabla.output.DisplayProfile.Decision;
import dev.nabla.output.DisplayProfile.Surroundings;
import dev.nabla.output.Palette.Colors;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The user's settings as a file. */
class ConfigTest {
    @Test
    void aSettingIsALineAndACommentIsNone() {
        Config config = Config.parse("# mine\nglyphs = ascii\n\n  color=mono # quiet\nmouse = off\n", "config");
        assertThat(config.values())
                .isEqualTo(Map.of(
                        "glyphs", new ConfigValue("ascii", "config"),
                        "color", new ConfigValue("mono", "config"),
                        "mouse", new ConfigValue("off", "config")));
        assertThat(config.complaints()).isEmpty();
    }

    @Table
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
        assertThat(look.glyphs()).isEqualTo(new Decision<>(Glyphs.QUADRANT, "config"));
        assertThat(look.colors().value()).isEqualTo(Colors.SIXTEEN);
    }

    @Test
    void anOptionBeatsTheEnvironmentAndThatBeatsTheConfig() {
        Map<String, ConfigValue> on =
                Config.parse("screen-reader = on", "config").values();
        Map<String, ConfigValue> option = Map.of("screen-reader", ConfigValue.ofOption("--screen-reader", "on"));
        assertThat(screenReader("", on)).isEqualTo(new Decision<>(true, "config"));
        assertThat(screenReader("0", on)).isEqualTo(new Decision<>(false, "NABLA_SCREEN_READER=0"));
        assertThat(screenReader("0", option)).isEqualTo(new Decision<>(true, "option --screen-reader"));
        assertThat(screenReader("", Map.of())).isEqualTo(new Decision<>(false, "default"));
    }

    private static Decision<Boolean> screenReader(String variable, Map<String, ConfigValue> requested) {
        Surroundings here = new Surroundings(Map.of("NABLA_SCREEN_READER", variable), true, "UTF-8");
        return DisplayProfile.detect(here, requested).screenReader();
    }
}
