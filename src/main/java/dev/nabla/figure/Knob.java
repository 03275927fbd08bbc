package dev.nabla.figure;

import dev.nabla.math.BadInput;

/**
 * A named input of a figure: the only way its model changes.
 *
 * <p>The same knob is the arrow keys' target, the {@code --flag}, the lesson key and the JSON key. Nudging and dragging
 * keep within bounds and never throw; reading text throws {@link BadInput}.
 *
 * @param <M> the model
 */
public sealed interface Knob<M extends Record>
        permits AlternativeKnob,
                CellKnob,
                ExpressionKnob,
                ExpressionsKnob,
                FlagKnob,
                FormulaKnob,
                MatrixKnob,
                NumberKnob,
                VectorKnob,
                WholeKnob,
                WordKnob {
    Label label();

    default String name() {
        return label().name();
    }

    /** How many places of it the keys can stop at: 0 for one that does nothing now, n for a vector's components. */
    int stops(M model);

    Value value(M model);

    /** How many components its vector has; 0 where it holds none, or one whose size follows from other knobs. */
    default int components(M model) {
        return 0;
    }

    /** The model with what the text says. */
    M parse(M model, String text);

    /** The model with a value, which is what {@link #parse} makes of its text; a knob of numbers takes them as they are. */
    default M take(M model, Value value) {
        return parse(model, value.text());
    }

    /** The text that {@link #parse} reads back to the same value. */
    String text(M model);

    /** The model after a nudge of one place: {@code across} steps to the right, {@code up} steps up where it moves both ways. */
    M nudge(M model, int part, int across, int up, Stride stride);

    /** Whether the up and down arrows move its value, as a point's, instead of the focus. */
    default boolean movesUp(M model) {
        return false;
    }

    /** The model with the place at (x, y), snapped to a step; y counts only for what moves both ways. */
    M drag(M model, int part, double x, double y);

    /** The model with this knob's value as another model has it. */
    M copy(M model, M from);
}
