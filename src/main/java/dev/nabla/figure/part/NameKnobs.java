package dev.nabla.figure.part;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.WholeCodec;
import dev.nabla.gpt.Corpus;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Tokens and knobs that the figures about the name model share: letters, a typed name and a position in it. */
public final class NameKnobs {
    /** Most letters of a name, so that the model can predict each letter and the end. */
    public static final int MOST_LETTERS = 15;

    /** Names to look at, from the likely to the unlikely. */
    public static final List<String> NAMES = List.of("amelia", "marie", "carrie", "zzzz");

    private NameKnobs() {}

    /** Returns the tokens in display order: the end token, shown as a dot, then a to z. */
    public static List<Integer> tokens() {
        int end = Corpus.standard().end();
        return IntStream.rangeClosed(0, end).mapToObj(i -> i == 0 ? end : i - 1).toList();
    }

    public static String text(int token) {
        return Corpus.standard().text(token);
    }

    /**
     * Returns the {@code most} tokens with the largest values, in descending order. If {@code seen} is not among them,
     * it replaces the last one.
     */
    public static List<Integer> largest(Vector of, int most, int seen) {
        List<Integer> largest = new ArrayList<>(tokens());
        largest.sort(Comparator.comparingDouble(token -> -of.get(token)));
        int at = largest.indexOf(seen);
        if (at >= most) {
            largest.set(most - 1, seen);
        }
        return largest.subList(0, Math.min(most, largest.size()));
    }

    /** Returns a knob for a token, typed as its letter. */
    public static <M extends Record> Knob<M, Integer> token(
            KnobInfo info, Function<M, Integer> get, BiFunction<M, Integer, M> set) {
        return info.bound(
                model -> Codec.named(tokens().stream().map(NameKnobs::text).toList(), tokens(), tokens()), get, set);
    }

    /** Returns a knob for a name of letters a to z. */
    public static <M extends Record> Knob<M, String> name(Function<M, String> get, BiFunction<M, String, M> set) {
        return name(KnobInfo.question("name", "name", "letters to look at, a to z, like amelia"), get, set);
    }

    public static <M extends Record> Knob<M, String> name(
            KnobInfo info, Function<M, String> get, BiFunction<M, String, M> set) {
        return info.text(NAMES, NameKnobs::checked, get, set);
    }

    /**
     * Returns the name in lower case.
     *
     * @throws BadInput if it has no letters, more than 15, or other characters
     */
    public static String checked(String name) {
        Corpus corpus = Corpus.standard();
        int[] letters = corpus.letters(name.toLowerCase(Locale.ROOT));
        if (letters.length == 0) {
            throw BadInput.usage("empty", "has no letter; type a name like amelia");
        }
        if (letters.length > MOST_LETTERS) {
            throw BadInput.usage("too_long", "has " + letters.length + " letters; type at most " + MOST_LETTERS);
        }
        return corpus.text(letters);
    }

    /**
     * Returns a knob for a position in the name, counted from 1; position 1 is the end token before the first letter.
     */
    public static <M extends Record> Knob<M, Long> position(
            KnobInfo info, boolean rows, Function<M, String> name, Function<M, Long> get, BiFunction<M, Long, M> set) {
        Bounds bounds = Bounds.atLeast(1L).atMost(MOST_LETTERS + 1L).called("1 to the number of letters + 1");
        return info.bound(
                model -> new WholeCodec(1, name.apply(model).length() + 1, rows, " for " + name.apply(model), bounds),
                get,
                set);
    }
}
