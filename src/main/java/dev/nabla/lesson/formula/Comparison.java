package dev.nabla.lesson.formula;

import dev.nabla.math.BadInput;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comparison of two numbers, {@code $c2 > $c1}, with blanks around the sign.
 *
 * @param left formula in which {@code x} may stand for the typed answer
 * @param sign {@code <}, {@code <=}, {@code =}, {@code >=} or {@code >}
 * @param right formula like {@code left}
 */
public record Comparison(NumberFormula left, String sign, NumberFormula right) {
    /** Name of the typed answer in a formula, a number or a row. */
    public static final String TYPED = "x";

    private static final double HAIR = 1e-9;
    private static final Pattern WRITTEN = Pattern.compile("(.+?)\\s+(<=|>=|<|>|=)\\s+(.+?)\\s*");

    /**
     * Parses comparisons joined by {@code and}.
     *
     * @throws BadInput if a part is not a comparison
     */
    public static List<Comparison> parse(String text) {
        return Arrays.stream(text.split("\\s+and\\s+")).map(Comparison::one).toList();
    }

    private static Comparison one(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw BadLesson.of("'" + text + "' is no comparison; write like $a > 2*$b");
        }
        Set<String> names = Set.of(TYPED);
        return new Comparison(
                NumberFormula.parse(written.group(1), names),
                written.group(2),
                NumberFormula.parse(written.group(3), names));
    }

    /**
     * Returns whether it holds; false if a side has no value, as after a division by 0.
     *
     * @throws BadInput if a formula has a mistake, such as an unknown name
     */
    public boolean holds(Scope scope) {
        try {
            return holds(left.number(scope), sign, right.number(scope));
        } catch (BadInput bad) {
            if (bad.kind() == BadInput.ErrorKind.USAGE) {
                throw bad;
            }
            return false;
        }
    }

    /** Returns whether a comparison of two numbers holds. They count as equal if |x − y| ≤ 10^−9·max(1, |y|). */
    public static boolean holds(double x, String sign, double y) {
        boolean equal = x == y || Math.abs(x - y) <= HAIR * Math.max(1, Math.abs(y));
        return equal ? sign.contains("=") : sign.startsWith("<") && x < y || sign.startsWith(">") && x > y;
    }

    @Override
    public String toString() {
        return left.text() + " " + sign + " " + right.text();
    }
}
