package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.output.DisplayProfile.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;

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
    void everyChoiceFollowsFromTheSurroundings(String what, String env, String encoding, String value, String reason) {
        DisplayProfile look = look(env, !what.endsWith(" in a pipe"), encoding);
        DisplayProfile.Decision<?> choice =
                switch (what.split(" ")[0]) {
                    case "glyphs" -> look.glyphs();
                    case "colors" -> look.colors();
                    case "theme" -> look.theme();
                    case "mouse" -> look.mouse();
                    case "clipboard" -> look.clipboard();
                    case "screen-reader" -> look.screenReader();
                    case "presentation" -> look.presentation();
                    default -> look.pictures();
                };
        assertThat(choice.value()).hasToString(value);
        assertThat(choice.reason()).isEqualTo(reason);
    }
}
