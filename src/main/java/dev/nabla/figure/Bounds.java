package dev.nabla.figure;

import dev.nabla.math.Decimal;
import java.util.Optional;

/**
 * The numbers that an input can hold, independent of the other inputs.
 *
 * @param least the lower end; empty if there is none
 * @param most the upper end; empty if there is none
 * @param words the text in the help, like {@code 0 to 1}; empty if every finite number is allowed
 */
public record Bounds(Optional<Bound> least, Optional<Bound> most, String words) {
    /** Bounds that allow every finite number. */
    public static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty(), "");

    /**
     * An end of a range.
     *
     * @param at a {@link Long} or a {@link Double}
     * @param open whether the end itself is excluded
     */
    public record Bound(Number at, boolean open) {
        private String words() {
            return at instanceof Long ? at.toString() : Decimal.shortest(at.doubleValue());
        }
    }

    public static Bounds atLeast(Number least) {
        return of(Optional.of(new Bound(least, false)), Optional.empty());
    }

    public static Bounds above(Number least) {
        return of(Optional.of(new Bound(least, true)), Optional.empty());
    }

    public Bounds atMost(Number most) {
        return of(least, Optional.of(new Bound(most, false)));
    }

    public Bounds below(Number most) {
        return of(least, Optional.of(new Bound(most, true)));
    }

    /**
     * Returns these bounds with another help text, for an upper end that depends on other inputs: {@code 1 to the
     * number of logits}.
     */
    public Bounds called(String other) {
        return new Bounds(least, most, other);
    }

    /** Returns the help text between {@code before} and {@code behind}; "" if there is no help text. */
    public String words(String before, String behind) {
        return words.isEmpty() ? "" : before + words + behind;
    }

    /** Builds the help text. {@link Long#MAX_VALUE} as upper end is not mentioned. */
    private static Bounds of(Optional<Bound> least, Optional<Bound> most) {
        Optional<Bound> named = most.filter(end -> !end.at().equals(Long.MAX_VALUE));
        boolean isRange = named.isPresent() && least.filter(end -> !end.open()).isPresent();
        String from = least.map(end -> (isRange ? "" : end.open() ? "above " : "at least ") + end.words())
                .orElse("");
        String to = named.map(end ->
                        (isRange ? " to " : ", ") + (end.open() ? "below " : isRange ? "" : "at most ") + end.words())
                .orElse("");
        return new Bounds(least, most, from + to);
    }
}
