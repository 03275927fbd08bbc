package dev.nabla.view;

import dev.nabla.figure.Spelling;
import dev.nabla.math.BadInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Something about the look that can be chosen by a word, as an option and in the config file alike.
 *
 * @param name of the option and of the line in the file
 * @param help what it chooses among, for {@code --help}
 * @param values what can be chosen
 * @param word of each value
 */
public record Setting<E>(String name, String help, List<E> values, Function<E, String> word) {

    /** A setting over the constants of an enum. */
    public static <E extends Enum<E>> Setting<E> of(String name, String help, E[] values) {
        return new Setting<>(
                name, help, Arrays.asList(values), value -> value.name().toLowerCase(Locale.ROOT));
    }

    /** The value of a word; {@code said} is how the setting was written, for the complaint. */
    public E read(String said, String typed) {
        List<String> words = values.stream().map(word).toList();
        if (!words.contains(typed)) {
            throw BadInput.usage(
                    "unknown_word", said + " '" + typed + "' is unknown; " + Spelling.suggest(typed, words));
        }
        return values.get(words.indexOf(typed));
    }
}
