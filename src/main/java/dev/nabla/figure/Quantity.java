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
 * A named number, row, table or word that follows from a model. Facts, picture, steps, sentence and code all use this
 * declaration.
 *
 * @param <R> intermediate results of the model; the model itself if there are none
 * @param <V> the Java type of the quantity: {@code Double}, {@code Vector}
 * @param name its name in commands, JSON and lessons, like {@code entropy_bits}
 * @param symbol its name in the picture, like {@code entropy}
 * @param style how its numbers are written
 * @param of computes it
 * @param value converts it to the value of a fact
 * @param absent returns why it does not exist; {@link #of} is not called then
 * @param visibility where it is shown
 * @param rounding returns its possible rounding error; see {@link Fact#rounding}
 * @param calm tests whether it may be absent or infinite without a warning
 * @param doubt returns why its digits may be wrong; empty if they are reliable
 * @param words its name in sentences, or that of each component; empty if that is the symbol
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
        Function<R, Optional<String>> doubt,
        List<String> words) {

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
                results -> Optional.empty(),
                List.of());
    }

    public static <R> Quantity<R, Double> real(String name, Style style, Function<R, Double> of) {
        return any(name, style, of, Value.Real::new);
    }

    /** Returns a number with the symbol that the picture uses. */
    public static <R> Quantity<R, Double> real(String name, String symbol, Style style, Function<R, Double> of) {
        return real(name, style, of).called(symbol);
    }

    /** Returns a quantity for a small count or a position; positions count from 1. */
    public static <R> Quantity<R, Long> whole(String name, ToLongFunction<R> of) {
        return any(name, Style.WHOLE, of::applyAsLong, Value.Whole::new);
    }

    /** Returns a quantity for a count that can be large; its digits are grouped in threes. */
    public static <R> Quantity<R, Long> count(String name, ToLongFunction<R> of) {
        return any(name, Style.GROUPED, of::applyAsLong, Value.Whole::new);
    }

    /** Returns a count with the symbol that the picture uses. */
    public static <R> Quantity<R, Long> count(String name, String symbol, ToLongFunction<R> of) {
        return count(name, of).called(symbol);
    }

    public static <R> Quantity<R, List<Integer>> wholes(String name, Function<R, List<Integer>> of) {
        return any(name, Style.WHOLE, of, Value.Wholes::new);
    }

    public static <R> Quantity<R, Vector> reals(String name, Style style, Function<R, Vector> of) {
        return any(name, style, of, Value.Reals::new);
    }

    /** Returns a list of numbers with the symbol that the picture uses. */
    public static <R> Quantity<R, Vector> reals(String name, String symbol, Style style, Function<R, Vector> of) {
        return reals(name, style, of).called(symbol);
    }

    public static <R> Quantity<R, List<Vector>> rows(String name, Style style, Function<R, List<Vector>> of) {
        return any(name, style, of, Value.Rows::new);
    }

    public static <R> Quantity<R, String> word(String name, Function<R, String> of) {
        return any(name, Style.WHOLE, of, Value.Word::new);
    }

    /** Returns a quantity of any other kind. */
    public static <R> Quantity<R, Value> of(String name, Style style, Function<R, Value> of) {
        return any(name, style, of, value -> value);
    }

    /** Returns a table that is printed only on request, and computed only when one of its rows is read. */
    public static <R> Quantity<R, List<Vector>> table(
            String name, Style style, ToIntFunction<R> rows, Function<R, Matrix> of) {
        return rows(name, style, (R results) -> new Computed<>(rows.applyAsInt(results), results, of))
                .onRequest();
    }

    /** The rows of a matrix, which is computed when a row is first read. */
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

    /** Returns a copy with the symbol that the picture uses. */
    public Quantity<R, V> called(String other) {
        return new Quantity<>(name, other, style, of, value, absent, visibility, rounding, calm, doubt, words);
    }

    /**
     * Returns a copy with the name that students read in sentences, like {@code share of the dot}, or with one for each
     * component.
     */
    public Quantity<R, V> inWords(String... others) {
        return new Quantity<>(
                name, symbol, style, of, value, absent, visibility, rounding, calm, doubt, List.of(others));
    }

    /** Returns a copy with another number of decimals, for example where there is little room. */
    public Quantity<R, V> places(int other) {
        Style brief = style.places(other);
        return new Quantity<>(name, symbol, brief, of, value, absent, visibility, rounding, calm, doubt, words);
    }

    /** Returns a copy that is absent for models for which {@code why} returns a reason. */
    public Quantity<R, V> unless(Function<R, Optional<String>> why) {
        return new Quantity<>(name, symbol, style, of, value, why, visibility, rounding, calm, doubt, words);
    }

    /** Returns a copy that is printed only when it is requested by name. */
    public Quantity<R, V> onRequest() {
        return in(Visibility.ON_REQUEST);
    }

    /** Returns a copy that a command prints only with the worked steps, because it checks another quantity. */
    public Quantity<R, V> withSteps() {
        return in(Visibility.WITH_STEPS);
    }

    /** Returns a copy that is printed without being requested. */
    public Quantity<R, V> printed() {
        return in(Visibility.PRINTED);
    }

    /** Returns a copy that an open guess hides only after the figure has been changed. */
    public Quantity<R, V> untilTouched() {
        return in(Visibility.PRINTED_UNTIL_TOUCHED);
    }

    private Quantity<R, V> in(Visibility other) {
        return new Quantity<>(name, symbol, style, of, value, absent, other, rounding, calm, doubt, words);
    }

    /** Returns a copy with rounding error 0, for a computation without cancellation: a true 0 is a computed 0. */
    public Quantity<R, V> exact() {
        return rounded(results -> 0);
    }

    /** Returns a copy whose rounding error follows from the results. */
    public Quantity<R, V> rounded(ToDoubleFunction<R> most) {
        return new Quantity<>(name, symbol, style, of, value, absent, visibility, most, calm, doubt, words);
    }

    /** Returns a copy that causes no warning if it is absent or infinite. */
    public Quantity<R, V> withoutWarning() {
        return withoutWarningWhere(results -> true);
    }

    /** Returns a copy that causes no warning if it is absent or infinite for models that fulfil {@code where}. */
    public Quantity<R, V> withoutWarningWhere(Predicate<R> where) {
        return new Quantity<>(name, symbol, style, of, value, absent, visibility, rounding, where, doubt, words);
    }

    /** Returns a copy with a reason why its digits may be wrong; an empty reason means they are reliable. */
    public Quantity<R, V> withDoubt(Function<R, Optional<String>> why) {
        return new Quantity<>(name, symbol, style, of, value, absent, visibility, rounding, calm, why, words);
    }

    public V of(R results) {
        return of.apply(results);
    }

    /** Returns the fact with its value, or with the reason why it is absent. */
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

    /** Returns the absent fact with a reason. */
    public Fact missing(String why) {
        return missing(why, false);
    }

    private Fact missing(String why, boolean quiet) {
        return fact(new Value.Absent(why), Fact.ROUNDING, quiet, "");
    }

    private Fact fact(Value is, double most, boolean quiet, String doubted) {
        return new Fact(name, symbol, is, style, visibility, most, quiet, doubted, words);
    }
}
