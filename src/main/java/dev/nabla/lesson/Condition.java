package dev.nabla.lesson;

import dev.nabla.figure.FactPath;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Style;
import dev.nabla.figure.Value;
import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.lesson.formula.Comparison;
import dev.nabla.lesson.formula.NumberFormula;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on a figure: a fact or a knob, a comparison, and a {@link NumberFormula} or a word.
 *
 * <p>Examples: {@code angle_deg = 90}, {@code p[1] >= 0.99}, {@code eta > threshold - 0.01},
 * {@code status = diverging}. Numbers x and y count as equal if |x − y| ≤ 10^−9·max(1, |y|).
 *
 * @param key the fact or knob, with a position if needed
 * @param comparison {@code <}, {@code <=}, {@code =}, {@code >=} or {@code >}
 * @param bound the number, formula or word to compare with
 */
public record Condition(FactPath key, String comparison, String bound) {
    private static final int DIGITS = 4;
    /** Whole numbers below this are shown with all their digits. */
    private static final double PLAIN = 1e15;

    private static final Pattern WRITTEN =
            Pattern.compile("\\s*([a-z]\\w*(?:\\[\\d+(?:,\\d+)?])?)\\s*(<=|>=|<|>|=)\\s*(\\S.*?)\\s*");

    private static final Map<String, String> WORDS =
            Map.of("<", "below", "<=", "at most", ">", "above", ">=", "at least", "=", "exactly");

    /**
     * Parses conditions joined by {@code and}.
     *
     * @throws BadInput if a part is not a condition
     */
    public static List<Condition> parse(String text) {
        return Arrays.stream(text.split("\\s+and\\s+")).map(Condition::one).toList();
    }

    private static Condition one(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw BadLesson.of("'" + text + "' is no condition; write like angle_deg = 90 or p[1] >= 0.99");
        }
        return new Condition(FactPath.parse(written.group(1)), written.group(2), written.group(3));
    }

    /**
     * Returns in a few words how far the figure is from this condition; empty if it holds.
     *
     * @param names gives the name to show for a fact or knob, or for a position in it
     * @param styles says how the numbers of a fact or knob are written
     * @throws BadInput if the condition names something that the figure does not have
     */
    Optional<String> missing(Scope facts, Function<FactPath, String> names, Function<FactPath, Style> styles) {
        String called = names.apply(key);
        try {
            return missing(called, styles.apply(key), facts.value(key), facts);
        } catch (BadInput bad) {
            if (bad.kind() == BadInput.ErrorKind.USAGE) {
                throw bad;
            }
            return Optional.of(bad.code().equals(Scope.NO_PART) ? called + " does not exist here" : bad.getMessage());
        }
    }

    private Optional<String> missing(String called, Style style, Value value, Scope facts) {
        return value.accept(new Value.Visitor<Optional<String>, RuntimeException>() {
            @Override
            public Optional<String> real(double x) {
                return far(x, true);
            }

            /** An exact whole number may be a position, where a smaller difference is no progress, so none is shown. */
            @Override
            public Optional<String> whole(long n) {
                return far(n, !comparison.equals("="));
            }

            private Optional<String> far(double x, boolean measured) {
                double target =
                        NumberFormula.parse(bound, facts.values().keySet()).number(facts);
                boolean near = measured && x != target;
                String wanted = digits(target);
                String drawn = brief(x, style);
                String is = near && drawn.equals(wanted) ? digits(x) : drawn;
                return Optional.of(called + " " + is + ", wanted " + WORDS.get(comparison) + " " + wanted
                                + (near ? ": " + brief(Math.abs(x - target), style) + " to go" : ""))
                        .filter(distance -> !Comparison.holds(x, comparison, target));
            }

            @Override
            public Optional<String> word(String text) {
                return Optional.of(called + " is " + text + ", not " + bound)
                        .filter(other -> !text.equals(bound) || !comparison.equals("="));
            }

            @Override
            public Optional<String> flag(boolean yes) {
                throw several();
            }

            @Override
            public Optional<String> absent(String why) {
                return Optional.of(called + ": " + why);
            }

            @Override
            public Optional<String> list(Value.Listed list) {
                throw several();
            }

            private BadInput several() {
                return BadLesson.of(
                        key.name() + " is more than one number; give a position, like " + key.name() + "[1]");
            }
        });
    }

    /** Returns whether the condition may need a fact. */
    boolean names(String fact) {
        return key.name().equals(fact) || bound.contains(fact);
    }

    /** Returns the largest whole number that this condition allows; the largest of all if it sets no limit. */
    public long most(FigureState<?> live) {
        boolean limits = comparison.equals("=") || comparison.startsWith("<");
        if (!limits) {
            return Long.MAX_VALUE;
        }
        Scope facts = Goal.facts(live, this::names);
        double target = NumberFormula.parse(bound, facts.values().keySet()).number(facts);
        return (long) (comparison.equals("<") ? Math.ceil(target) - 1 : Math.floor(target));
    }

    /**
     * Returns whether the condition allows a number at most, which a figure keeps and its next state exceeds. While the
     * number is being measured, the figure's estimate counts.
     */
    boolean isCrossed(FigureState<?> before, FigureState<?> now) {
        return comparison.equals("<=") && bounds(before, true) && bounds(now, false);
    }

    private boolean bounds(FigureState<?> live, boolean kept) {
        Scope facts = Goal.facts(live, this::names);
        OptionalDouble measured = facts.value(key).number();
        OptionalDouble number = measured.isPresent() ? measured : live.estimate(key.name());
        return number.isPresent()
                && kept
                        == number.getAsDouble()
                                <= NumberFormula.parse(bound, facts.values().keySet())
                                        .number(facts);
    }

    private static String digits(double x) {
        return Decimal.typeset(isWhole(x) ? Decimal.grouped(x) : Decimal.significant(x, DIGITS));
    }

    private static String brief(double x, Style style) {
        return isWhole(x) ? digits(x) : style.brief(x);
    }

    private static boolean isWhole(double x) {
        return x == Math.rint(x) && Math.abs(x) < PLAIN;
    }
}
