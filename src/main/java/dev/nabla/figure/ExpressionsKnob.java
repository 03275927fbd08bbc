package dev.nabla.figure;

import dev.nabla.math.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A knob that holds functions of x applied one after the other, or none; the keys go through a few such lists.
 *
 * @param presets the lists, the empty one among them
 * @param otherwise what counts while the list is empty
 */
public record ExpressionsKnob<M extends Record>(
        Label label,
        List<List<Expression>> presets,
        String otherwise,
        Function<M, List<Expression>> get,
        BiFunction<M, List<Expression>, M> set)
        implements Knob<M> {
    public ExpressionsKnob {
        presets = List.copyOf(presets);
    }

    @Override
    public int stops(M model) {
        return 1;
    }

    @Override
    public Value value(M model) {
        List<String> texts = texts(model);
        return texts.isEmpty() ? new Value.Absent(otherwise) : new Value.Words(texts);
    }

    @Override
    public M parse(M model, String text) {
        return set.apply(model, text.strip().equals(AlternativeKnob.NONE) ? List.of() : Expression.list(text));
    }

    @Override
    public String text(M model) {
        List<String> texts = texts(model);
        return texts.isEmpty() ? AlternativeKnob.NONE : String.join(",", texts);
    }

    private List<String> texts(M model) {
        List<String> texts = new ArrayList<>();
        for (Expression expression : get.apply(model)) {
            texts.add(expression.toString());
        }
        return texts;
    }

    /** From functions of one's own the keys lead back to the first list. */
    @Override
    public M nudge(M model, int part, int across, int up, Stride stride) {
        return drag(model, part, presets.indexOf(get.apply(model)) + (double) across * stride.whole(), 0);
    }

    @Override
    public M drag(M model, int part, double x, double y) {
        int nearest = (int) Math.max(0, Math.min(presets.size() - 1, Math.round(x)));
        return set.apply(model, presets.get(nearest));
    }

    @Override
    public M copy(M model, M from) {
        return set.apply(model, get.apply(from));
    }
}
