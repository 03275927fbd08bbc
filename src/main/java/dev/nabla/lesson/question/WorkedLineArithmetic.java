package dev.nabla.lesson.question;

import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.formula.Template;
import dev.nabla.math.expression.Numerals;

/**
 * The arithmetic before the gap of a worked line: {@code 0.8·0.8} in {@code after two edges «0.8·0.8» = ___}.
 *
 * @param text the arithmetic, with {@code $name} and {@code {{formula}}} in it
 */
public record WorkedLineArithmetic(String text) {
    /** Mark before the arithmetic in a lesson. */
    public static final String BEGIN = "«";

    /** Mark after the arithmetic. */
    public static final String END = "»";

    /**
     * Returns its value, computed from the numbers rounded as they are shown.
     *
     * @throws dev.nabla.math.BadInput if the text cannot be computed
     */
    double value(Scope numbers) {
        String typeset = Template.fill(text, numbers);
        return Numerals.number(
                typeset.replace('·', '*').replace('−', '-').replace("²", "^2").replace("√", "sqrt"));
    }
}
