package dev.nabla.figure.part;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
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

/** What the figures of a model that learns names have in common: its letters, a typed name, the step of its training, and how far that is. */
public final class NameKnobs {
    /** So that each letter of a name and its end are predicted. */
    private static final int MOST_LETTERS = 15;

    private static final List<String> NAMES = List.of("amelia", "marie", "carrie", "zzzz");

    private NameKnobs() {}

    /** The tokens as they are shown: the end, a dot, before a to z. */
    public static List<Integer> tokens() {
        int end = Corpus.standard().end();
        return IntStream.rangeClosed(0, end).mapToObj(i -> i == 0 ? end : i - 1).toList();
    }

    public static String text(int token) {
        return Corpus.standard().text(token);
    }

    /** So many tokens of which there is most, the most first; one that must be seen is the last of them if need be. */
    public static List<Integer> largest(Vector of, int most, int seen) {
        List<Integer> largest = new ArrayList<>(tokens());
        largest.sort(Comparator.comparingDouble(token -> -of.get(token)));
        int at = largest.indexOf(seen);
        if (at >= most) {
            largest.set(most - 1, seen);
        }
        return largest.subList(0, Math.min(most, largest.size()));
    }

    /** A knob that holds a token, typed as its letter. */
    public static <M extends Record> Knob<M, Integer> token(
            KnobInfo info, Function<M, Integer> get, BiFunction<M, Integer, M> set) {
        return info.bound(
                model -> Codec.named(tokens().stream().map(NameKnobs::text).toList(), tokens(), tokens()), get, set);
    }

    /** A knob that holds a name of such letters. */
    public static <M extends Record> Knob<M, String> name(Function<M, String> get, BiFunction<M, String, M> set) {
        return name(KnobInfo.question("name", "name", "letters to look at, a to z, like amelia"), get, set);
    }

    public static <M extends Record> Knob<M, String> name(
            KnobInfo info, Function<M, String> get, BiFunction<M, String, M> set) {
        return info.text(NAMES, NameKnobs::checked, get, set);
    }

    /** Such letters in lower case; a complaint where there are none, too many or others. */
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

    /** A knob that holds a place of the name, from 1, which is the end that begins it. */
    public static <M extends Record> Knob<M, Long> position(
            KnobInfo info, boolean rows, Function<M, String> name, Function<M, Long> get, BiFunction<M, Long, M> set) {
        Bounds bounds = Bounds.atLeast(1L).atMost(MOST_LETTERS + 1L).called("1 to the number of letters + 1");
        return info.bound(
                model -> new Codec.WholeCodec(
                        1, name.apply(model).length() + 1, rows, " for " + name.apply(model), bounds),
                get,
                set);
    }
}
