package dev.nabla.figure;

import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A knob that holds one of a few words, in the order in which the keys go through them. */
public record WordKnob<M extends Record>(
        Label label, List<String> words, Function<M, String> get, BiFunction<M, String, M> set) implements Knob<M> {
    public WordKnob {
        words = List.copyOf(words);
    }

    /** A knob over the constants of an enum, in lower case. */
    static <M extends Record, E extends Enum<E>> WordKnob<M> of(
            Label label, Class<E> type, Function<M, E> get, BiFunction<M, E, M> set) {
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            words.add(word(constant));
        }
        return new WordKnob<>(
                label,
                words,
                model -> word(get.apply(model)),
                (model, word) -> set.apply(model, Enum.valueOf(type, word.toUpperCase(Locale.ROOT))));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int stops(M model) {
        return 1;
    }

    @Override
    public Value value(M model) {
        return new Value.Word(get.apply(model));
    }

    @Override
    public M parse(M model, String text) {
        if (!words.contains(text)) {
            throw BadInput.usage("unknown_word", "'" + text + "' is unknown; " + Spelling.suggest(text, words));
        }
        return set.apply(model, text);
    }

    @Override
    public String text(M model) {
        return get.apply(model);
    }

    @Override
    public M nudge(M model, int part, int across, int up, Stride stride) {
        M next = model;
        for (long i = Math.min(words.size(), stride.whole()); i > 0; i--) {
            next = drag(next, part, words.indexOf(get.apply(next)) + (double) across, 0);
        }
        return next;
    }

    @Override
    public M drag(M model, int part, double x, double y) {
        int nearest = (int) Math.max(0, Math.min(words.size() - 1, Math.round(x)));
        return set.apply(model, words.get(nearest));
    }

    @Override
    public M copy(M model, M from) {
        return set.apply(model, get.apply(from));
    }
}
