package dev.nabla.figure;

import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * A named number, row, table or word that follows from a model: declared once, and shown by facts, picture, steps,
 * sentence and code.
 *
 * @param <R> what a figure works out of its model; the model itself where there is nothing to keep
 * @param <V> what the quantity is in Java: {@code Double}, {@code Vector}
 * @param name its name on every surface, like {@code entropy_bits}
 * @param symbol what the picture calls it, like {@code entropy}
 * @param style how its numbers are written
 * @param of computes it
 * @param value makes of it what a fact holds
 * @param absent says why it does not exist; {@link #of} is not asked then
 * @param visibility where it is shown
 * @param rounding how far doubles may have moved it; see {@link Fact#rounding}
 * @param calm where it may be absent or not finite without a warning
 * @param doubt says why its digits are not to be trusted, where they are not
 */
public record Quantity<R, V>(
        String name,
        String symbol,
        Style style,
        Function<R, V> of,
        Function<V, Value> value,
        Function<R, Optional<String>> absent,
        Visibility visibility,
        ToDoubleFunction<R> rounding,
        Predicate<R> calm,
        Function<R, Optional<String>> doubt) {

    private static <R, V> Quantity<R, V> any(String name, Style style, Function<R, V> of, Function<V, Value> value) {
        return new Quantity<>(
                name,
                name,
                style,
                of,
                value,
                results -> Optional.empty(),
                Visibility.PRINTED,
                results -> Fact.ROUNDING,
                results -> false,
                results -> Optional.empty());
    }

    public static <R> Quantity<R, Double> real(String name, Style style, Function<R, Double> of) {
        return any(name, style, of, Value.Real::new);
    }

    /** A small count or a position; positions count from 1. */
    public static <R> Quantity<R, Long> whole(String name, ToLongFunction<R> of) {
        return any(name, Style.WHOLE, of::applyAsLong, Value.Whole::new);
    }

    /** A count that can be large. */
    public static <R> Quantity<R, Long> count(String name, ToLongFunction<R> of) {
        return any(name, Style.GROUPED, of::applyAsLong, Value.Whole::new);
    }

    public static <R> Quantity<R, List<Integer>> wholes(String name, Function<R, List<Integer>> of) {
        return any(name, Style.WHOLE, of, Value.Wholes::new);
    }

    public static <R> Quantity<R, Vector> reals(String name, Style style, Function<R, Vector> of) {
        return any(name, style, of, Value.Reals::new);
    }

    public static <R> Quantity<R, List<Vector>> rows(String name, Style style, Function<R, List<Vector>> of) {
        return any(name, style, of, Value.Rows::new);
    }

    public static <R> Quantity<R, String> word(String name, Function<R, String> of) {
        return any(name, Style.WHOLE, of, Value.Word::new);
    }

    /** A quantity of any other kind. */
    public static <R> Quantity<R, Value> of(String name, Style style, Function<R, Value> of) {
        return any(name, style, of, value -> value);
    }

    /** A table that is printed only on request, and computed only when one of its rows is looked at. */
    public static <R> Quantity<R, List<Vector>> table(
            String name, Style style, ToIntFunction<R> rows, Function<R, Matrix> of) {
        return rows(name, style, (R results) -> new Computed<>(rows.applyAsInt(results), results, of))
                .onRequest();
    }

    /** The rows of a matrix, which is computed with the first that is looked at. */
    private static final class Computed<R> extends AbstractList<Vector> {
        private final int rows;
        private final R results;
        private final Function<R, Matrix> of;
        private Matrix matrix;

        Computed(int rows, R results, Function<R, Matrix> of) {
            this.rows = rows;
            this.results = results;
            this.of = of;
        }

        @Override
        public Vector get(int i) {
            matrix = matrix == null ? of.apply(results) : matrix;
            return matrix.row(i);
        }

        @Override
        public int size() {
            return rows;
        }
    }

    /** Returns this quantity under the symbol that the picture has for it. */
    public Quantity<R, V> called(String other) {
        return new Quantity<>(name, other, style, of, value, absent, visibility, rounding, calm, doubt);
    }

    /** Returns this quantity with fewer places, for where there is little room. */
    public Quantity<R, V> places(int other) {
        Style brief = style.places(other);
        return new Quantity<>(name, symbol, brief, of, value, absent, visibility, rounding, calm, doubt);
    }

    /** Returns this quantity, which does not exist where there is a reason for that. */
    public Quantity<R, V> unless(Function<R, Optional<String>> why) {
        return new Quantity<>(name, symbol, style, of, value, why, visibility, rounding, calm, doubt);
    }

    /** Returns this quantity, printed only when it is asked for by name. */
    public Quantity<R, V> onRequest() {
        return in(Visibility.ON_REQUEST);
    }

    /** Returns this quantity, which an open guess leaves on the first picture and hides once the figure was touched. */
    public Quantity<R, V> untilTouched() {
        return in(Visibility.PRINTED_UNTIL_TOUCHED);
    }

    private Quantity<R, V> in(Visibility other) {
        return new Quantity<>(name, symbol, style, of, value, absent, other, rounding, calm, doubt);
    }

    /** Returns this quantity, in which nothing cancels: 0 in truth is 0 in doubles. */
    public Quantity<R, V> exact() {
        return rounded(results -> 0);
    }

    /** Returns this quantity with a rounding of its own. */
    public Quantity<R, V> rounded(ToDoubleFunction<R> most) {
        return new Quantity<>(name, symbol, style, of, value, absent, visibility, most, calm, doubt);
    }

    /** Returns this quantity, whose absence or infinity causes no warning. */
    public Quantity<R, V> withoutWarning() {
        return calmlyWhere(results -> true);
    }

    /** Returns this quantity, whose absence or infinity causes no warning where it is expected. */
    public Quantity<R, V> calmlyWhere(Predicate<R> where) {
        return new Quantity<>(name, symbol, style, of, value, absent, visibility, rounding, where, doubt);
    }

    /** Returns this quantity, whose digits may be wrong for a reason. */
    public Quantity<R, V> withDoubt(Function<R, Optional<String>> why) {
        return new Quantity<>(name, symbol, style, of, value, absent, visibility, rounding, calm, why);
    }

    public V of(R results) {
        return of.apply(results);
    }

    /** Computes it as a fact: with its value, or with the reason why there is none. */
    public Fact fact(R results) {
        Optional<String> why = absent.apply(results);
        boolean quiet = calm.test(results);
        return why.isPresent()
                ? missing(why.get(), quiet)
                : fact(
                        value.apply(of.apply(results)),
                        rounding.applyAsDouble(results),
                        quiet,
                        doubt.apply(results).orElse(""));
    }

    /** The fact that it does not exist. */
    public Fact missing(String why) {
        return missing(why, false);
    }

    private Fact missing(String why, boolean quiet) {
        return fact(new Value.Absent(why), Fact.ROUNDING, quiet, "");
    }

    private Fact fact(Value is, double most, boolean quiet, String doubted) {
        return new Fact(name, symbol, is, style, visibility, most, quiet, doubted);
    }
}
