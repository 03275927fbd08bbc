package dev.nabla.cli;

import dev.nabla.figure.Spelling;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.math.BadInput;
import dev.nabla.math.Numerals;
import dev.nabla.view.Colors;
import dev.nabla.view.Look;
import dev.nabla.view.Palette;
import dev.nabla.view.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that say how a picture looks, read from words. */
final class Words {
    private static final int LARGEST = 500;

    private Words() {}

    /** Adds --glyphs, --color and --theme, which override what is detected. */
    static void addLook(CommandSpec spec) {
        add(spec, "--glyphs", "braille, quadrant or ascii (default: what the terminal can)");
        add(spec, "--color", "256, 16 or mono (default: what the terminal can)");
        add(spec, "--theme", "dark or light background (default: what the terminal says, else dark)");
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

    /** The detected look with what the options say instead. */
    static Look look(ParseResult parsed, Look detected) {
        return new Look(
                chosen(parsed, "--glyphs", Glyphs.values(), Words::lower, detected.glyphs()),
                chosen(parsed, "--color", Colors.values(), Colors::word, detected.colors()),
                chosen(parsed, "--theme", Theme.values(), Words::lower, detected.theme()),
                detected.pictures());
    }

    static Palette palette(Look look) {
        return new Palette(look.colors().value(), look.theme().value());
    }

    private static <E> Look.Choice<E> chosen(
            ParseResult parsed, String option, E[] values, Function<E, String> name, Look.Choice<E> detected) {
        String word = parsed.matchedOptionValue(option, null);
        return word == null ? detected : new Look.Choice<>(oneOf(option, word, values, name), option + " " + word);
    }

    /** The value with the name that was typed. */
    static <E> E oneOf(String option, String word, E[] values, Function<E, String> name) {
        List<String> names = Arrays.stream(values).map(name).toList();
        if (!names.contains(word)) {
            throw BadInput.usage(
                    "unknown_word", option + " '" + word + "' is unknown; " + Spelling.suggest(word, names));
        }
        return values[names.indexOf(word)];
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
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
