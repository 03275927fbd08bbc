package dev.nabla.output;

import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Theme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The display settings, each with the reason for its value. A setting comes from an option, else from the config file,
 * else from the first rule that matches the environment.
 *
 * @param glyphs the glyph level
 * @param colors number of colours
 * @param theme kind of background
 * @param aspect height of a cell divided by its width
 * @param mouse whether mouse events are requested
 * @param clipboard whether a program may write to the clipboard (OSC 52)
 * @param screenReader whether the reader does not see pictures
 * @param presentation how the tutor appears
 */
public record DisplayProfile(
        Decision<Glyphs> glyphs,
        Decision<Colors> colors,
        Decision<Theme> theme,
        Decision<Double> aspect,
        Decision<Boolean> mouse,
        Decision<Boolean> clipboard,
        Decision<Boolean> screenReader,
        Decision<Presentation> presentation) {
    public static final Setting<Glyphs> GLYPHS = Setting.of("glyphs", "braille, quadrant or ascii", Glyphs.values());
    private static final Setting<Colors> COLOR =
            Setting.among("color", "256, 16 or mono", List.of(Colors.values()), Colors::word);
    private static final Setting<Theme> THEME =
            Setting.of("theme", "dark or light background, or colours that are readable on both", Theme.values());
    private static final Setting<Boolean> MOUSE =
            Setting.among("mouse", "on or off", List.of(true, false), on -> on ? "on" : "off");
    private static final Setting<Double> ASPECT =
            Setting.number("aspect", "cell height / width, 1 to 4; set it so that circles look round", 1, 4);

    /** Languages with characters two cells wide. Terminals in their locales may draw other characters wide, too. */
    private static final List<String> WIDE = List.of("ja", "ko", "zh");

    /** The settings that affect a picture. */
    public static final List<Setting<?>> PICTURE = List.of(GLYPHS, COLOR, THEME, ASPECT);

    /** All settings. */
    public static final List<Setting<?>> SETTINGS = List.of(GLYPHS, COLOR, THEME, ASPECT, MOUSE);

    /** How the tutor, and whatever changes while it is shown, appears. */
    public enum Presentation {
        /** Pictures that are drawn again when they change. */
        PICTURES,
        /** Sentences, each printed once. */
        LINES,
        /** Neither, as there is no terminal. */
        NONE
    }

    /** The value of a setting and the reason for it. */
    public record Decision<T>(T value, String reason) {}

    /**
     * The environment that settings are derived from.
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

    /**
     * Returns the settings for a browser, independent of the terminal.
     *
     * @param requested values set by option or config file, by name of the setting
     */
    public static DisplayProfile browser(Map<String, Config.ConfigValue> requested) {
        Surroundings browser = new Surroundings(
                Map.of("LANG", "UTF-8", "TERM", "browser", "COLORTERM", "truecolor", "COLORFGBG", "15;0"),
                true,
                "UTF-8");
        return detect(browser, requested);
    }

    /**
     * Returns the settings for this environment.
     *
     * @param requested values set by option or config file, by name of the setting
     */
    public static DisplayProfile detect(Surroundings here, Map<String, Config.ConfigValue> requested) {
        Decision<Colors> colors = chosen(COLOR, requested, colors(here));
        Decision<Boolean> screenReader = ScreenReader.decide(here, requested);
        return new DisplayProfile(
                chosen(GLYPHS, requested, glyphs(here)),
                colors,
                chosen(THEME, requested, theme(here)),
                chosen(ASPECT, requested, new Decision<>(Font.USUAL_ASPECT, "default, fits most fonts")),
                chosen(MOUSE, requested, mouse(here)),
                clipboard(here),
                screenReader,
                presentation(here, screenReader));
    }

    /** Returns whether pictures are drawn, and why. */
    public Decision<Boolean> pictures() {
        return new Decision<>(presentation.value() == Presentation.PICTURES, presentation.reason());
    }

    /** Returns whether the tutor tells sentences line by line. */
    public boolean isLineByLine() {
        return presentation.value() == Presentation.LINES;
    }

    public Font font() {
        return new Font(glyphs.value(), aspect.value());
    }

    public Palette palette() {
        return new Palette(colors.value(), theme.value());
    }

    /** Returns the value and reason of every setting, by name. */
    public Map<String, Decision<?>> settings() {
        Map<String, Decision<?>> rows = new LinkedHashMap<>();
        rows.put(GLYPHS.name(), worded(GLYPHS, glyphs));
        rows.put(COLOR.name(), worded(COLOR, colors));
        rows.put(THEME.name(), worded(THEME, theme));
        rows.put(ASPECT.name(), worded(ASPECT, aspect));
        rows.put(MOUSE.name(), worded(MOUSE, mouse));
        rows.put(ScreenReader.SETTING.name(), worded(ScreenReader.SETTING, screenReader));
        return rows;
    }

    private static <E> Decision<String> worded(Setting<E> setting, Decision<E> choice) {
        return new Decision<>(setting.word().apply(choice.value()), choice.reason());
    }

    private static <E> Decision<E> chosen(
            Setting<E> setting, Map<String, Config.ConfigValue> requested, Decision<E> detected) {
        Config.ConfigValue word = requested.get(setting.name());
        return word == null
                ? detected
                : new Decision<>(setting.read("--" + setting.name(), word.word()), word.source());
    }

    private static Decision<Glyphs> glyphs(Surroundings here) {
        String variable = "";
        for (String name : List.of("LANG", "LC_CTYPE", "LC_ALL")) {
            variable = here.get(name).isEmpty() ? variable : name;
        }
        String locale = here.get(variable);
        String where = variable.isEmpty() ? "native encoding " + here.encoding() : variable + "=" + locale;
        String encoding = variable.isEmpty() ? here.encoding() : locale;
        String term = here.get("TERM");
        if (!encoding.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8")) {
            return new Decision<>(Glyphs.ASCII, where + " is not UTF-8");
        }
        if (WIDE.contains(locale.substring(0, Math.min(2, locale.length())))) {
            return new Decision<>(Glyphs.ASCII, where + ", where terminals may draw │ and α two cells wide");
        }
        if (term.equals("linux")) {
            return new Decision<>(Glyphs.ASCII, "TERM=linux has a console font without braille");
        }
        if (term.startsWith("rxvt")) {
            return new Decision<>(Glyphs.QUADRANT, "TERM=" + term + " often lacks braille");
        }
        return new Decision<>(Glyphs.BRAILLE, where + " is UTF-8");
    }

    private static Decision<Colors> colors(Surroundings here) {
        String term = here.get("TERM");
        if (!here.get("NO_COLOR").isEmpty()) {
            return new Decision<>(Colors.MONO, "NO_COLOR is set");
        }
        if (!here.get("COLORTERM").isEmpty()) {
            return new Decision<>(Colors.INDEXED, "COLORTERM=" + here.get("COLORTERM"));
        }
        if (term.contains("256color")
                || List.of("xterm-kitty", "alacritty", "foot", "wezterm", "xterm-ghostty")
                        .contains(term)) {
            return new Decision<>(Colors.INDEXED, "TERM=" + term);
        }
        if (term.startsWith("vt") || term.isEmpty() || term.equals("dumb")) {
            return new Decision<>(Colors.MONO, term.isEmpty() ? "TERM is not set" : "TERM=" + term + " has no colours");
        }
        return new Decision<>(Colors.SIXTEEN, "TERM=" + term + " says nothing about 256 colours");
    }

    private static Decision<Theme> theme(Surroundings here) {
        String ground = here.get("COLORFGBG");
        String background = ground.substring(ground.lastIndexOf(';') + 1);
        if (background.equals("7") || background.equals("15")) {
            return new Decision<>(Theme.LIGHT, "COLORFGBG=" + ground);
        }
        if (!background.isEmpty()) {
            return new Decision<>(Theme.DARK, "COLORFGBG=" + ground);
        }
        return here.get("TERM").equals("linux")
                ? new Decision<>(Theme.DARK, "TERM=linux has a black background")
                : new Decision<>(Theme.EITHER, "background unknown");
    }

    private static Decision<Boolean> mouse(Surroundings here) {
        return here.get("STY").isEmpty()
                ? new Decision<>(true, "default")
                : new Decision<>(
                        false, "in GNU screen (STY is set), which holds Esc back while a program has the mouse");
    }

    /**
     * Decides whether the terminal accepts OSC 52 by default. tmux and screen need it enabled, and xterm and VTE refuse
     * it.
     */
    private static Decision<Boolean> clipboard(Surroundings here) {
        String within = here.get("TMUX").isEmpty() ? "STY" : "TMUX";
        if (!here.get(within).isEmpty()) {
            return new Decision<>(false, within + " is set, and whether it passes OSC 52 on is not known");
        }
        for (String name : List.of("TERM", "TERM_PROGRAM")) {
            if (List.of("xterm-kitty", "alacritty", "foot", "wezterm", "xterm-ghostty", "WezTerm", "ghostty")
                    .contains(here.get(name))) {
                return new Decision<>(true, name + "=" + here.get(name) + " takes OSC 52");
            }
        }
        return here.get("WT_SESSION").isEmpty()
                ? new Decision<>(false, "nothing says that this terminal takes OSC 52")
                : new Decision<>(true, "Windows Terminal (WT_SESSION is set) takes OSC 52");
    }

    private static Decision<Presentation> presentation(Surroundings here, Decision<Boolean> screenReader) {
        if (screenReader.value()) {
            return new Decision<>(Presentation.LINES, screenReader.reason());
        }
        if (!here.terminal()) {
            return new Decision<>(Presentation.NONE, "input or output is not a terminal");
        }
        if (here.get("TERM").equals("dumb") || here.get("TERM").isEmpty()) {
            return new Decision<>(Presentation.LINES, here.get("TERM").isEmpty() ? "TERM is not set" : "TERM=dumb");
        }
        return new Decision<>(Presentation.PICTURES, "a terminal, TERM=" + here.get("TERM"));
    }
}
