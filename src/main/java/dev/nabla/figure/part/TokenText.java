package dev.nabla.figure.part;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.VectorCodec;
import dev.nabla.figure.VectorCodec.NudgeMode;
import dev.nabla.frame.Line;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Knobs and texts that softmax, sampling and the loss share: logits and temperature, and the names and shares of
 * tokens.
 */
public final class TokenText {
    private static final List<String> WORDS = List.of("mat", "rug", "moon", "tax");

    private TokenText() {}

    public static <M extends Record> Knob<M, ?> logits(Function<M, Vector> get, BiFunction<M, Vector, M> set) {
        return logits(model -> 0.0, get, set);
    }

    /**
     * Returns a knob for the logits.
     *
     * @param middle the center of the range in which the keys move them, 4 to each side
     */
    public static <M extends Record> Knob<M, ?> logits(
            ToDoubleFunction<M> middle, Function<M, Vector> get, BiFunction<M, Vector, M> set) {
        return KnobInfo.question("logits", "z", "raw scores, like 2.1,0.5,-1,-0.5; -inf masks a token")
                .inRows()
                .bound(
                        model -> new VectorCodec(round(middle.applyAsDouble(model)), NudgeMode.LIST, Bounds.NONE),
                        get,
                        set);
    }

    private static Range round(double middle) {
        return new Range(middle - 4, middle + 4, 0.1);
    }

    public static <M extends Record> Knob<M, ?> tau(Function<M, Double> get, BiFunction<M, Double, M> set) {
        return KnobInfo.usual("tau", "τ", "temperature: below 1 sharpens, above 1 flattens, like 0.5")
                .labelled("τ temperature", "τ temp")
                .real(new Range(0.1, 10, 0.05).byRatios(), Bounds.above(0L), get, set);
    }

    /**
     * Returns the text {@code all} for a model that keeps all tokens, for which {@code kept} is 0; no text otherwise.
     */
    public static <M extends Record> Function<M, List<String>> all(ToLongFunction<M> kept) {
        return model -> kept.applyAsLong(model) == 0 ? List.of("all") : List.of();
    }

    /** Returns the word of token j of n, from 0, if n is 4 as in the course's example; otherwise its number from 1. */
    public static String word(int n, int j) {
        return n == WORDS.size() ? WORDS.get(j) : "token " + (j + 1);
    }

    /** Returns the symbol of token j of n, from 0, with its word if it has one: {@code z₁ mat}. */
    public static String symbol(int n, int j) {
        String symbol = "z" + Subscript.of(j);
        return n == WORDS.size() ? symbol + " " + WORDS.get(j) : symbol;
    }

    /** Returns a share as a chance with its article: {@code a 75.7 % chance}, {@code an 88.1 % chance}. */
    public static String chance(double share) {
        String percent = Style.PERCENT.sentence(share);
        return (percent.matches("(8|11\\.|18\\.|o).*") ? "an " : "a ") + percent + " chance";
    }

    /**
     * Returns clauses that compare how often token j, from 0, came up in {@code draws} draws with its P.
     *
     * @param before the start of the sentence
     * @param count how often the token came up
     */
    public static List<Line> drawn(Line before, int j, int count, int draws, Vector p) {
        Line share = before.first(word(p.size(), j))
                .text(" came up in ")
                .result(Style.PERCENT.sentence((double) count / draws));
        return List.of(share, Line.of(", against P = " + Style.SHARE.sentence(p.get(j))));
    }
}
