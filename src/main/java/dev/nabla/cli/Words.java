package dev.nabla.cli;

import dev.nabla.frame.Size;
import dev.nabla.math.BadInput;
import dev.nabla.math.Numerals;
import dev.nabla.view.Config;
import dev.nabla.view.Look;
import dev.nabla.view.Setting;
import dev.nabla.view.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that say how a picture looks, read from words. */
final class Words {
    private static final int LARGEST = 500;

    private Words() {}

    /** Adds an option for each of these settings: {@link Look#PICTURE} for what only draws, else {@link Look#SETTINGS}. */
    static void addLook(CommandSpec spec, List<Setting<?>> settings) {
        for (Setting<?> setting : settings) {
            add(spec, "--" + setting.name(), setting.help() + " (default: the config file's, else what is detected)");
        }
    }

    static void add(CommandSpec spec, String name, String help) {
        spec.addOption(OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel(name.substring(2).toUpperCase(Locale.ROOT))
                .description(help)
                .build());
    }

    static void addFlag(CommandSpec spec, String name, String help) {
        spec.addOption(OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(help)
                .build());
    }

    /** What the options ask for. */
    static Map<String, Config.Asked> given(ParseResult parsed) {
        Map<String, Config.Asked> given = new HashMap<>();
        for (Setting<?> setting : Look.SETTINGS) {
            String word = parsed.matchedOptionValue("--" + setting.name(), null);
            if (word != null) {
                given.put(setting.name(), new Config.Asked(word, "option --" + setting.name()));
            }
        }
        return given;
    }

    /** What the options ask for, and where they do not, the config file. */
    static Map<String, Config.Asked> asked(ParseResult parsed, Console console) {
        return asked(given(parsed), console);
    }

    private static Map<String, Config.Asked> asked(Map<String, Config.Asked> options, Console console) {
        Map<String, Config.Asked> asked = new HashMap<>(console.config().values());
        asked.putAll(options);
        return asked;
    }

    static Look look(ParseResult parsed, Console console) {
        return look(given(parsed), console);
    }

    static Look look(Map<String, Config.Asked> options, Console console) {
        return Look.detect(console.here(), asked(options, console));
    }

    /** The config file's mistakes, a line each: said, but no reason to stop. */
    static String complaints(Console console) {
        StringBuilder said = new StringBuilder();
        for (String line : console.config().complaints()) {
            said.append("nabla: ").append(Text.harmless(line)).append('\n');
        }
        return said.toString();
    }

    /** Adds the option for a course by somebody else, wherever a course is read. */
    static void addLessons(CommandSpec spec) {
        add(spec, "--lessons", "folder of the course (default: nabla's own)");
    }

    /** The folder of the course that was named, or nabla's own. */
    static Path lessons(ParseResult parsed, Console console) {
        String folder = parsed.matchedOptionValue("--lessons", null);
        return folder == null ? console.lessons() : folder(folder);
    }

    /** The folder of a name, which need not be there. */
    static Path folder(String name) {
        try {
            if (!name.isBlank()) {
                return Path.of(name);
            }
        } catch (InvalidPathException unspeakable) {
            // said below
        }
        throw BadInput.usage("usage", "'" + name + "' is no name of a folder; type a path like my-course");
    }

    /** A size like 80x24. */
    static Size size(String text) {
        String[] parts = text.split("x", -1);
        if (parts.length != 2) {
            throw BadInput.usage("bad_size", "--size '" + text + "' is not a size; type width x height, like 80x24");
        }
        try {
            return new Size((int) Numerals.whole(parts[0], 1, LARGEST), (int) Numerals.whole(parts[1], 1, LARGEST));
        } catch (BadInput bad) {
            throw bad.about("--size " + text + ":");
        }
    }
}
