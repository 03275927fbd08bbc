package dev.nabla.cli;

import dev.nabla.cli.input.Inputs;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.expression.InputSuggestion;
import dev.nabla.math.expression.Numerals;
import dev.nabla.output.Config;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.PlainText;
import dev.nabla.output.ScreenReader;
import dev.nabla.output.Setting;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The values given for the {@link Options} of a command, and the defaults for those that are missing. */
public record Arguments(ParseResult parsed, Environment console) {
    /** End of the error message about a name that cannot be the path of a folder. */
    public static final String FOLDER = "folder; type a path like my-course";

    private static final int LARGEST = 500;

    /** Returns everything that was typed after the command's name. */
    public List<String> words() {
        return parsed.expandedArgs();
    }

    /**
     * Checks how a command is used.
     *
     * @throws BadInput with this message, as a usage error, unless the condition holds
     */
    public static void require(boolean condition, String complaint) {
        if (!condition) {
            throw BadInput.usage("usage", complaint);
        }
    }

    /**
     * Returns the value given.
     *
     * @throws BadInput with this message if the value is missing
     */
    public static String require(Optional<String> given, String complaint) {
        require(given.isPresent(), complaint);
        return given.get();
    }

    /** Returns whether the command has this option. */
    boolean declares(String option) {
        return parsed.commandSpec().optionsMap().containsKey(option);
    }

    public boolean has(String option) {
        return parsed.hasMatchedOption(option);
    }

    /**
     * Returns whether JSON was asked for. In a line with errors, {@code --json} counts even if picocli stopped before
     * it.
     */
    public boolean json() {
        return has(Options.JSON) || !parsed.errors().isEmpty() && words().contains(Options.JSON);
    }

    public Optional<String> value(String option) {
        OptionSpec declared = parsed.commandSpec().optionsMap().get(option);
        return declared == null
                ? Optional.empty()
                : Optional.ofNullable(declared.<Object>getValue()).map(Object::toString);
    }

    /** Returns the operand at this position, counted from 0. */
    public Optional<String> operand(int position) {
        return Optional.ofNullable(parsed.matchedPositionalValue(position, (Object) null))
                .map(Object::toString);
    }

    /** Returns the error for a subcommand that is missing or that the command does not have. */
    public BadInput noSubcommand() {
        Options options = Options.of(parsed.commandSpec());
        Optional<String> word = operand(0);
        return word.isEmpty()
                ? BadInput.usage("usage", options.missing() + options.see())
                : BadInput.usage(
                        "usage",
                        "unknown action '" + word.get() + "'",
                        new Problem.OneOf(word.get(), options.command().subcommands()));
    }

    /**
     * Returns the integer given for an option, if any. It may be from {@code least} to {@code most}.
     *
     * @throws BadInput that names the option, if the value is no such integer
     */
    public Optional<Long> whole(String option, long least, long most) {
        return value(option)
                .map(text -> InputSuggestion.read(option, text, typed -> Numerals.whole(typed, least, most)));
    }

    /** Returns the integer given for an option, from {@code least} to {@code most}, or its default {@code usual}. */
    public int whole(String option, int least, int most, int usual) {
        return whole(option, least, most).map(Long::intValue).orElse(usual);
    }

    /** Returns the number given for an option, if any. */
    public Optional<Double> number(String option) {
        return value(option).map(text -> InputSuggestion.read(option, text, Numerals::number));
    }

    /** Returns the choice given for the option of a setting, if any. */
    public <E> Optional<E> chosen(Setting<E> setting) {
        String option = "--" + setting.name();
        return value(option).map(word -> setting.read(option, word));
    }

    /** Returns the folder of the course that was named with {@code --lessons}, or of nabla's own. */
    public Path lessons() {
        return value(Options.LESSONS).map(this::folder).orElse(console.lessons());
    }

    private Path folder(String name) {
        return console.disk().at(name, FOLDER, "leave out " + Options.LESSONS);
    }

    public Course course() {
        return console.courses().apply(lessons());
    }

    /** Returns the display settings by name: those of the options, and of the config file where no option is given. */
    public Map<String, Config.ConfigValue> asked() {
        Map<String, Config.ConfigValue> requested =
                new HashMap<>(console.config().values());
        for (Setting<?> setting : DisplayProfile.SETTINGS) {
            String word = value("--" + setting.name()).orElse(null);
            if (word != null) {
                requested.put(setting.name(), Config.ConfigValue.ofOption("--" + setting.name(), word));
            }
        }
        if (has(ScreenReader.OPTION)) {
            requested.put(ScreenReader.SETTING.name(), Config.ConfigValue.ofOption(ScreenReader.OPTION, "on"));
        }
        return requested;
    }

    public DisplayProfile displayProfile() {
        return DisplayProfile.detect(console.here(), asked());
    }

    /** Returns the lines with the characters that the chosen glyph level allows. */
    public String forDisplay(String lines) {
        return PlainText.forDisplay(lines, displayProfile().glyphs().value());
    }

    /** Returns a table with column heads, or its sentences where text is told line by line. */
    public String text(Listing rows) {
        return displayProfile().isLineByLine() ? String.join("\n", rows.sentences()) : rows.text();
    }

    /** Returns the value of {@code --size}, if given. */
    public Optional<Size> size() {
        return value(Options.SIZE).map(Arguments::size);
    }

    /**
     * Reads a size like {@code 80x24}, with sides of 1 to 500.
     *
     * @throws BadInput if the text is no such size
     */
    public static Size size(String text) {
        String[] parts = text.split("x", -1);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw BadInput.usage("bad_size", "'" + text + "' is not a size; type width x height, like 80x24")
                    .forInput(Options.SIZE);
        }
        return Inputs.named(Options.SIZE + " " + text + ":", () -> new Size(side(parts[0]), side(parts[1])));
    }

    private static int side(String text) {
        return (int) Numerals.whole(text, 1, LARGEST);
    }
}
