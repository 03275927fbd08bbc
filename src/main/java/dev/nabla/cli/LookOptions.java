package dev.nabla.cli;

import dev.nabla.frame.Size;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Numerals;
import dev.nabla.output.Config;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.Setting;
import dev.nabla.output.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say how a picture looks and how large it is, and what the config file says where they do not. */
public final class LookOptions {
    public static final String SIZE = "--size";
    private static final Size USUAL = new Size(80, 23);
    private static final int LARGEST = 500;

    private LookOptions() {}

    /** Adds an option for each of these settings: {@link DisplayProfile#PICTURE} for what only draws, else {@link DisplayProfile#SETTINGS}. */
    public static void add(CommandSpec spec, List<Setting<?>> settings) {
        for (Setting<?> setting : settings) {
            Options.add(
                    spec,
                    "--" + setting.name(),
                    setting.words(),
                    setting.help() + " (default: the config file's, else what is detected)");
        }
    }

    /** What the options ask for. */
    public static Map<String, Config.Asked> given(ParseResult parsed) {
        Map<String, Config.Asked> given = new HashMap<>();
        for (Setting<?> setting : DisplayProfile.SETTINGS) {
            String word = parsed.matchedOptionValue("--" + setting.name(), null);
            if (word != null) {
                given.put(setting.name(), new Config.Asked(word, "option --" + setting.name()));
            }
        }
        return given;
    }

    /** What the options ask for, and where they do not, the config file. */
    public static Map<String, Config.Asked> asked(ParseResult parsed, Environment console) {
        return asked(given(parsed), console);
    }

    private static Map<String, Config.Asked> asked(Map<String, Config.Asked> options, Environment console) {
        Map<String, Config.Asked> asked = new HashMap<>(console.config().values());
        asked.putAll(options);
        return asked;
    }

    public static DisplayProfile look(ParseResult parsed, Environment console) {
        return look(given(parsed), console);
    }

    public static DisplayProfile look(Map<String, Config.Asked> options, Environment console) {
        return DisplayProfile.detect(console.here(), asked(options, console));
    }

    /** Lines as they are written here. */
    public static String spelt(String lines, ParseResult parsed, Environment console) {
        return Text.spelt(lines, look(parsed, console).glyphs().value());
    }

    /** The config file's mistakes, a line each: said, but no reason to stop. */
    public static String complaints(Environment console) {
        StringBuilder said = new StringBuilder();
        for (String line : console.config().complaints()) {
            said.append(Reply.said(line));
        }
        return said.toString();
    }

    /** Adds the option for a size; {@code help} says of what. */
    public static void addSize(CommandSpec spec, String help) {
        Options.add(spec, SIZE, "width x height " + help);
    }

    /** The size that was asked for. */
    public static Optional<Size> size(ParseResult parsed) {
        String text = parsed.matchedOptionValue(SIZE, null);
        return text == null ? Optional.empty() : Optional.of(size(text));
    }

    /** The terminal's size less a line for the prompt; 80x23 where there is no terminal. */
    public static Size room(Environment console) {
        Optional<Size> terminal = console.outIsTerminal() ? console.size().get() : Optional.empty();
        return terminal.map(size -> new Size(size.width(), size.height() - 1)).orElse(USUAL);
    }

    /** A size like 80x24. */
    public static Size size(String text) {
        String[] parts = text.split("x", -1);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw BadInput.usage("bad_size", SIZE + " '" + text + "' is not a size; type width x height, like 80x24");
        }
        try {
            return new Size((int) Numerals.whole(parts[0], 1, LARGEST), (int) Numerals.whole(parts[1], 1, LARGEST));
        } catch (BadInput bad) {
            throw bad.about(SIZE + " " + text + ":");
        }
    }
}
