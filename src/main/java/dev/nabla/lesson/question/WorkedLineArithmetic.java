package dev.nabla.lesson.question;

import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.formula.Template;
import dev.nabla.math.expression.Numerals;

/**
 * The arithmetic in front of the gap of a line: {@code 0.8·0.8} of {@code after two edges «0.8·0.8» = ___}.
 *
 * @param text with {@code $name} and {@code {{formula}}} in it
 */
public record WorkedLineArithmetic(String text) {
    /** Stands before the arithmetic in a lesson. */
    public static final String BEGIN = "«";

    /** Stands behind it. */
    public static final String END = "»";

    /**
     * Its value, of the numbers as they are shown.
     *
     * @throws dev.nabla.math.BadInput if it is no arithmetic
     */
    double value(Scope numbers) {
        String typeset = Template.fill(text, numbers);
        return Numerals.number(
                typeset.replace('·', '*').replace('−', '-').replace("²", "^2").replace("√", "sqrt"));
    }
}
