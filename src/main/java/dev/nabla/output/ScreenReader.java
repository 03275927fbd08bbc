package dev.nabla.output;

import dev.nabla.output.Config.ConfigValue;
import dev.nabla.output.DisplayProfile.Decision;
import dev.nabla.output.DisplayProfile.Surroundings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The setting of readers who do not see pictures. It replaces pictures by sentences, and no line is drawn twice. An
 * option sets it, else a variable of the environment, else the config file.
 */
public final class ScreenReader {
    /** The setting in the config file. Its option has no value. */
    public static final Setting<Boolean> SETTING =
            Setting.among("screen-reader", "on or off", List.of(true, false), on -> on ? "on" : "off");

    public static final String OPTION = "--screen-reader";

    /** The variables that set it, nabla's own before the one that several programs share. */
    public static final List<String> VARIABLES = List.of("NABLA_SCREEN_READER", "ACCESSIBLE");

    private static final List<String> OFF = List.of("0", "off", "no", "false");

    private ScreenReader() {}

    static Decision<Boolean> decide(Surroundings here, Map<String, ConfigValue> requested) {
        ConfigValue given = requested.get(SETTING.name());
        Optional<Decision<Boolean>> variable = variable(here);
        if (variable.isPresent() && (given == null || !given.typed())) {
            return variable.get();
        }
        return given == null
                ? new Decision<>(false, "default")
                : new Decision<>(SETTING.read(SETTING.name(), given.word()), given.source());
    }

    /** Returns the decision of the first variable that is not empty; any word that does not mean off means on. */
    private static Optional<Decision<Boolean>> variable(Surroundings here) {
        for (String name : VARIABLES) {
            String word = here.get(name);
            if (!word.isEmpty()) {
                return Optional.of(new Decision<>(!OFF.contains(word.toLowerCase(Locale.ROOT)), name + "=" + word));
            }
        }
        return Optional.empty();
    }
}
