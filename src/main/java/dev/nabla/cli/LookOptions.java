package dev.nabla.cli;

import dev.nabla.frame.Size;
import dev.nabla.math.BadInput;
import dev.nabla.math.Numerals;
import dev.nabla.view.Config;
import dev.nabla.view.Look;
import dev.nabla.view.Setting;
import dev.nabla.view.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say how a picture looks and how large it is, and what the config file says where they do not. */
final class LookOptions {
    static final String SIZE = "--size";
    private static final Size USUAL = new Size(80, 23);
    private static final int LARGEST = 500;

    private LookOptions() {}

    /** Adds an option for each of these settings: {@link Look#PICTURE} for what only draws, else {@link Look#SETTINGS}. */
    static void add(CommandSpec spec, List<Setting<?>> settings) {
        for (Setting<?> setting : settings) {
            Options.add(
                    spec,
                    "--" + setting.name(),
                    setting.words(),
                    setting.help() + " (default: the config file's, else what is detected)");
        }
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

    /** Lines as they are written here. */
    static String spelt(String lines, ParseResult parsed, Console console) {
        return Text.spelt(lines, look(parsed, console).glyphs().value());
    }

    /** The config file's mistakes, a line each: said, but no reason to stop. */
    static String complaints(Console console) {
        StringBuilder said = new StringBuilder();
        for (String line : console.config().complaints()) {
            said.append(Reply.said(line));
        }
        return said.toString();
    }

    /** Adds the option for a size; {@code help} says of what. */
    static void addSize(CommandSpec spec, String help) {
        Options.add(spec, SIZE, "width x height " + help);
    }

    /** The size that was asked for. */
    static Optional<Size> size(ParseResult parsed) {
        String text = parsed.matchedOptionValue(SIZE, null);
        return text == null ? Optional.empty() : Optional.of(size(text));
    }

    /** The terminal's size less a line for the prompt; 80x23 where there is no terminal. */
    static Size room(Console console) {
        Optional<Size> terminal = console.outIsTerminal() ? console.size().get() : Optional.empty();
        return terminal.map(size -> new Size(size.width(), size.height() - 1)).orElse(USUAL);
    }

    /** A size like 80x24. */
    static Size size(String text) {
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
