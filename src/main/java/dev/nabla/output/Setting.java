package dev.nabla.output;

import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Problem;
import dev.nabla.math.expression.InputSuggestion;
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A display setting that is given as an option or in the config file.
 *
 * @param name name of the option and of the line in the file
 * @param help text for {@code --help}: the possible values
 * @param values the possible values; empty if they cannot be listed
 * @param reader parses a value from the name as typed and the word; throws {@link BadInput} if it is invalid
 * @param word converts a value to its word
 */
public record Setting<E>(
        String name, String help, List<E> values, BiFunction<String, String, E> reader, Function<E, String> word) {

    /** Returns a setting whose values are the constants of an enum, in lower case. */
    public static <E extends Enum<E>> Setting<E> of(String name, String help, E[] values) {
        return among(name, help, Arrays.asList(values), value -> value.name().toLowerCase(Locale.ROOT));
    }

    /** Returns a setting with a few values. */
    public static <E> Setting<E> among(String name, String help, List<E> values, Function<E, String> word) {
        return new Setting<>(name, help, values, (written, typed) -> named(written, typed, values, word), word);
    }

    private static <E> E named(String written, String typed, List<E> values, Function<E, String> word) {
        for (E value : values) {
            if (word.apply(value).equals(typed)) {
                return value;
            }
        }
        List<String> words = values.stream().map(word).toList();
        throw BadInput.usage("unknown_word", written + " '" + typed + "' is unknown", new Problem.OneOf(typed, words));
    }

    /** Returns a setting that is a number from {@code lo} to {@code hi}, both included. */
    static Setting<Double> number(String name, String help, double lo, double hi) {
        return new Setting<>(
                name, help, List.of(), (written, typed) -> within(written, typed, lo, hi), Decimal::shortest);
    }

    private static double within(String written, String typed, double lo, double hi) {
        double x = InputSuggestion.read(written, typed, Numerals::number);
        if (x >= lo && x <= hi) {
            return x;
        }
        throw BadInput.usage(
                "out_of_range",
                written + " '" + typed + "' is out of range; type a number from " + Decimal.shortest(lo) + " to "
                        + Decimal.shortest(hi));
    }

    /** Returns the words to choose from; null if they cannot be listed. */
    public List<String> choices() {
        if (values.isEmpty()) {
            return null;
        }
        List<String> words = new ArrayList<>();
        for (E value : values) {
            words.add(word.apply(value));
        }
        return words;
    }

    /**
     * Parses a word.
     *
     * @param written how the setting was written, for the error message
     * @throws BadInput if the word is not a value of this setting
     */
    public E read(String written, String typed) {
        return reader.apply(written, typed);
    }
}
