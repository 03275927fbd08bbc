package dev.nabla.view;

import dev.nabla.frame.Glyphs;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a picture may look here, each choice with its reason; the first rule that matches decides.
 *
 * @param glyphs how fine
 * @param colors how colourful
 * @param theme on what background
 * @param pictures whether pictures make sense at all; otherwise sentences
 */
public record Look(Choice<Glyphs> glyphs, Choice<Colors> colors, Choice<Theme> theme, Choice<Boolean> pictures) {

    /** What a browser shows, whatever the terminal can. */
    public static final Look BROWSER = new Look(
            new Choice<>(Glyphs.BRAILLE, "a browser"),
            new Choice<>(Colors.INDEXED, "a browser"),
            new Choice<>(Theme.DARK, "a browser"),
            new Choice<>(true, "a browser"));

    /** A decision and why it fell so. */
    public record Choice<T>(T value, String reason) {}

    /**
     * What is known about the surroundings.
     *
     * @param env environment variables
     * @param terminal whether input and output are a terminal
     * @param encoding the JVM's native encoding
     */
    public record Surroundings(Map<String, String> env, boolean terminal, String encoding) {
        String get(String name) {
            return env.getOrDefault(name, "");
        }
    }

    public static Look detect(Surroundings here) {
        return new Look(glyphs(here), colors(here), theme(here), pictures(here));
    }

    private static Choice<Glyphs> glyphs(Surroundings here) {
        String variable = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .filter(name -> !here.get(name).isEmpty())
                .findFirst()
                .orElse("");
        String where = variable.isEmpty() ? "native encoding " + here.encoding() : variable + "=" + here.get(variable);
        String encoding = variable.isEmpty() ? here.encoding() : here.get(variable);
        String term = here.get("TERM");
        if (!encoding.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8")) {
            return new Choice<>(Glyphs.ASCII, where + " is not UTF-8");
        }
        if (term.equals("linux")) {
            return new Choice<>(Glyphs.ASCII, "TERM=linux has a console font without braille");
        }
        if (term.startsWith("rxvt")) {
            return new Choice<>(Glyphs.QUADRANT, "TERM=" + term + " often lacks braille");
        }
        return new Choice<>(Glyphs.BRAILLE, where + " is UTF-8");
    }

    private static Choice<Colors> colors(Surroundings here) {
        String term = here.get("TERM");
        if (!here.get("NO_COLOR").isEmpty()) {
            return new Choice<>(Colors.MONO, "NO_COLOR is set");
        }
        if (!here.get("COLORTERM").isEmpty()) {
            return new Choice<>(Colors.INDEXED, "COLORTERM=" + here.get("COLORTERM"));
        }
        if (term.contains("256color")
                || Stream.of("xterm-kitty", "alacritty", "foot", "wezterm", "xterm-ghostty")
                        .anyMatch(term::equals)) {
            return new Choice<>(Colors.INDEXED, "TERM=" + term);
        }
        if (term.startsWith("vt") || term.isEmpty() || term.equals("dumb")) {
            return new Choice<>(Colors.MONO, term.isEmpty() ? "TERM is not set" : "TERM=" + term + " has no colours");
        }
        return new Choice<>(Colors.SIXTEEN, "TERM=" + term + " says nothing about 256 colours");
    }

    private static Choice<Theme> theme(Surroundings here) {
        String background = here.get("COLORFGBG").replaceAll(".*;", "");
        if (background.matches("7|15")) {
            return new Choice<>(Theme.LIGHT, "COLORFGBG=" + here.get("COLORFGBG"));
        }
        return new Choice<>(
                Theme.DARK, background.isEmpty() ? "nothing says otherwise" : "COLORFGBG=" + here.get("COLORFGBG"));
    }

    private static Choice<Boolean> pictures(Surroundings here) {
        if (!here.terminal()) {
            return new Choice<>(false, "input or output is not a terminal");
        }
        if (here.get("TERM").equals("dumb") || here.get("TERM").isEmpty()) {
            return new Choice<>(false, here.get("TERM").isEmpty() ? "TERM is not set" : "TERM=dumb");
        }
        return new Choice<>(true, "a terminal, TERM=" + here.get("TERM"));
    }
}
