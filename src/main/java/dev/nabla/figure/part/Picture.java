package dev.nabla.figure.part;

import dev.nabla.figure.Figure;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.ViewState;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackPart;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.function.Supplier;

/**
 * All that a picture of a figure is drawn from.
 *
 * @param results what was computed from the model
 * @param steps computes the worked steps, for the space that a picture leaves free
 */
public record Picture<M extends Record, R>(
        M model, R results, ViewState<M> cursor, Knobs<M> knobs, Supplier<List<String>> steps) {
    public static <M extends Record, R> Picture<M, R> of(
            Figure<M> figure, Quantities<M, R> quantities, M model, ViewState<M> cursor) {
        return of(figure, model, quantities.results().apply(model), cursor);
    }

    /** Returns a picture of a model that may have no results. */
    public static <M extends Record, R> Picture<M, R> of(Figure<M> figure, M model, R results, ViewState<M> cursor) {
        Knobs<M> knobs = new Knobs<>(figure.knobs(), model, cursor);
        return new Picture<>(model, results, cursor, knobs, () -> figure.steps(model));
    }

    public KnobView knob(String name) {
        return knobs.at(name);
    }

    /** Returns component {@code part} of a knob, counted from 0. */
    public KnobView knob(String name, int part) {
        return knobs.at(name, part);
    }

    public boolean hides(Quantity<?, ?> quantity) {
        return cursor.hides(quantity);
    }

    public boolean shows(Quantity<R, ?> quantity) {
        return cursor.shows(quantity, results);
    }

    /** Writes a number for a column of {@code cells} cells; see {@link ViewState#column(Quantity, Object, int)}. */
    public <N extends Number> String column(Quantity<R, N> quantity, int cells) {
        return cursor.column(quantity, results, cells);
    }

    /** Writes component i, counted from 0; see {@link ViewState#column(Quantity, Object, int, int)}. */
    public String column(Quantity<R, Vector> quantity, int i, int cells) {
        return cursor.column(quantity, results, i, cells);
    }

    /** Writes a number for a sentence; see {@link ViewState#sentence(Quantity, Object)}. */
    public <N extends Number> String sentence(Quantity<R, N> quantity) {
        return cursor.sentence(quantity, results);
    }

    /** Writes a number derived from a quantity; see {@link ViewState#number(Quantity, double, int)}. */
    public String number(Quantity<?, ?> quantity, double x, int cells) {
        return cursor.number(quantity, x, cells);
    }

    /** Returns a part with the worked steps, {@code left} cells from its left; it goes at the given rank. */
    public TrackPart workedOut(int least, int rank, int left) {
        return new TrackPart(
                Track.free(least).goesAt(rank),
                part -> WorkedOut.draw(part.part(part.area().afterColumns(left)), cursor, steps));
    }
}
