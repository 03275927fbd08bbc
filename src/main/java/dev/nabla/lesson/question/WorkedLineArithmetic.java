package dev.nabla.lesson.question;

import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Numerals;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arithmetic that a line of an example does in front of its gap: {@code after two edges 0.8·0.8 = ___} does 0.8·0.8. */
public final class WorkedLineArithmetic {
    /** Compiled for the first line with a gap, since a question has none. */
    private static final class Patterns {
        static final Pattern BEFORE_GAP = Pattern.compile("([^=]*)=\\s*" + WorkedExample.GAP + ".*");
        static final Pattern AFTER_WORDS = Pattern.compile("^.*(?<!\\S)[\\p{L}₁₂₃₄₅]+[:,]?\\s+");
        static final Pattern SUM = Pattern.compile(".+[-+*/^( ].+");
        static final Pattern ANGLE = Pattern.compile(".*arccos ([−]?[0-9.]+) = " + WorkedExample.GAP + " degrees.*");
    }

    private WorkedLineArithmetic() {}

    /** Its value, of the numbers as they are shown; empty if there is no gap, nothing to work out, or more than arithmetic. */
    public static OptionalDouble of(String line) {
        if (!line.contains(WorkedExample.GAP)) {
            return OptionalDouble.empty();
        }
        Matcher angle = Patterns.ANGLE.matcher(line);
        if (angle.matches()) {
            return OptionalDouble.of(Math.toDegrees(StrictMath.acos(Numerals.number(keyboard(angle.group(1))))));
        }
        Matcher gap = Patterns.BEFORE_GAP.matcher(
                line.substring(line.lastIndexOf('=', line.indexOf(WorkedExample.GAP) - 4) + 1));
        if (!gap.matches()) {
            return OptionalDouble.empty();
        }
        String text = keyboard(
                Patterns.AFTER_WORDS.matcher(gap.group(1)).replaceFirst("").strip());
        return Patterns.SUM.matcher(text).matches() ? value(text) : OptionalDouble.empty();
    }

    private static String keyboard(String typeset) {
        return typeset.replace('·', '*').replace('−', '-').replace("²", "^2").replace("√", "sqrt");
    }

    private static OptionalDouble value(String text) {
        try {
            return OptionalDouble.of(Numerals.number(text));
        } catch (BadInput notArithmetic) {
            return OptionalDouble.empty();
        }
    }
}
