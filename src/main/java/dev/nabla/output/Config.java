package dev.nabla.output;

import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The user's display settings from the config file, with lines {@code name = value}. {@code #} starts a comment.
 *
 * @param values the valid settings, by name
 * @param complaints one error message per invalid line
 */
public record Config(Map<String, ConfigValue> values, List<String> complaints) {
    public static final Config NONE = new Config(Map.of(), List.of());

    /**
     * The value of a setting and where it was set.
     *
     * @param typed whether it is from an option of the command line, which takes precedence over the environment
     */
    public record ConfigValue(String word, String source, boolean typed) {
        /** Creates the value of a line of the config file. */
        public ConfigValue(String word, String source) {
            this(word, source, false);
        }

        /** Returns the value of an option. */
        public static ConfigValue ofOption(String option, String word) {
            return new ConfigValue(word, "option " + option, true);
        }
    }

    public Config {
        values = Map.copyOf(values);
        complaints = List.copyOf(complaints);
    }

    /**
     * Parses the text of a config file.
     *
     * @param file name of the file in error messages
     */
    public static Config parse(String text, String file) {
        Map<String, ConfigValue> values = new LinkedHashMap<>();
        List<String> complaints = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int comment = line.indexOf('#');
            line = line.substring(0, comment < 0 ? line.length() : comment).strip();
            try {
                if (!line.isEmpty()) {
                    read(line, values);
                }
            } catch (BadInput bad) {
                complaints.add(file + ":" + (i + 1) + ": " + bad.getMessage());
            }
        }
        return new Config(values, complaints);
    }

    private static void read(String line, Map<String, ConfigValue> values) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw BadInput.usage(
                    "bad_config", "'" + line + "' is not a setting; type name = value, like glyphs = braille");
        }
        String name = line.substring(0, equals).strip();
        String word = line.substring(equals + 1).strip();
        List<Setting<?>> settings = new ArrayList<>(DisplayProfile.SETTINGS);
        settings.add(ScreenReader.SETTING);
        List<String> names = settings.stream().<String>map(Setting::name).toList();
        if (!names.contains(name)) {
            throw BadInput.usage("unknown_setting", "unknown setting '" + name + "'", new Problem.OneOf(name, names));
        }
        settings.get(names.indexOf(name)).read(name, word);
        values.put(name, new ConfigValue(word, "config"));
    }
}
