package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A piece of a typed list; what cannot be read in it is complained of at its place in the whole.
 *
 * @param whole all that was typed
 * @param begin how much of it stands before the piece
 * @param text the piece
 */
record Part(String whole, int begin, String text) {

    /** The pieces between any of the separators, empty ones too. */
    static List<Part> of(String whole, String separators) {
        List<Part> parts = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= whole.length(); i++) {
            if (i == whole.length() || separators.indexOf(whole.charAt(i)) >= 0) {
                parts.add(new Part(whole, begin, whole.substring(begin, i)));
                begin = i + 1;
            }
        }
        return parts;
    }

    <T> T read(Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (BadInput bad) {
            throw bad.within(whole, begin);
        }
    }
}
