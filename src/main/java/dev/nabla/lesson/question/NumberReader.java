package dev.nabla.lesson.question;

import dev.nabla.math.BadInput;
import dev.nabla.math.expression.InputSuggestion;
import dev.nabla.math.expression.Numerals;
import dev.nabla.math.expression.PaperNotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads typed numbers: decimals with a point or a comma, thousands, calculations, and a unit or a counted noun after
 * them.
 */
final class NumberReader {
    private static final int LONGEST = 200;
    /** Blanks between groups of thousands, and after a leading plus or minus. */
    private static final Pattern LOOSE = Pattern.compile("(?<=[0-9]) (?=[0-9]{3}(?![0-9]))|(?<=^[+-]) +");

    private static final Pattern UNIT = Pattern.compile("(.*?(?:[^\\p{L}°]|(?=%)))?\\s*([°%]|\\p{L}+)", Pattern.DOTALL);
    /** A power of ten as written on paper: {@code *10^3}, without the factor in front. */
    private static final Pattern POWER = Pattern.compile("(?<=[0-9.]) ?[*x] ?10 ?\\^ ?\\(?([+-]?[0-9]{1,3})\\)?$");

    /** A decimal with a point or a comma. */
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+|[0-9]*,[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");

    private static final Pattern LIST = Pattern.compile("[-+.0-9]+(?: *, *[-+.0-9]+)+");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
    /** Thousands with points between them: {@code 1.234,56} or {@code 1.234.567}. */
    private static final Pattern POINTED =
            Pattern.compile("[+-]?[1-9][0-9]{0,2}(?:(?:\\.[0-9]{3})+,[0-9]+|(?:\\.[0-9]{3}){2,})");
    /** Digits of a group of thousands. */
    private static final int THOUSAND = 3;
    /** A number whose comma can only separate thousands, unless a decimal may end in three zeros. */
    private static final Pattern ROUND_THOUSANDS = Pattern.compile("[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})*,000");
    /** A whole number and a fraction: {@code 1 3/4}. */
    private static final Pattern MIXED = Pattern.compile("([+-]?)([0-9]+) +([0-9]+ ?/ ?[0-9]+)");

    /** An x between two numbers; a 0 in front of it could begin a hexadecimal number. */
    private static final Pattern TIMES = Pattern.compile("(?<=[1-9)]|[0-9][0-9]) ?x ?(?=[1-9(])");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<=[0-9]),(?=[0-9])");
    /** A root without parentheses, whose number may have a decimal comma. */
    private static final Pattern ROOT = Pattern.compile("√ ?([0-9]+,[0-9]+)");

    private static final Pattern BEFORE_ZEROS = Pattern.compile("(?<=[0-9]),(?=000(?![0-9]))");
    private static final Pattern SEPARATOR = Pattern.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))");

    private static final Pattern POINTED_THOUSAND = Pattern.compile("[+-]?[1-9][0-9]{0,2}\\.[0-9]{3}(?: ?\\p{L}+)?");
    private static final Pattern INFINITY = Pattern.compile("(?i)([+-]?) ?(?:inf|infty|infinity|∞)");

    private NumberReader() {}

    /**
     * Returns every reading of a text, the most likely first: 2,304 has a decimal comma or a thousands separator.
     *
     * @param form what is asked for: what the number counts may stand after it, and where three decimals are asked for,
     *     2,000 may be 2
     * @throws BadInput if it is not a number in any reading, or another number stands before an equals sign
     */
    static List<ParsedNumber> readings(String text, AnswerFormat form) {
        Optional<CountedNoun> counts = form.counts();
        if (text.length() > LONGEST) {
            throw BadInput.usage("bad_answer", "an answer has at most " + LONGEST + " characters");
        }
        String[] sides = written(text).split("[=≈]", -1);
        String plain = sides[sides.length - 1].strip();
        Matcher behind = UNIT.matcher(plain);
        Optional<String> word =
                behind.matches() && behind.group(1) != null ? Optional.of(behind.group(2)) : Optional.empty();
        Optional<Unit> unit = word.flatMap(Unit::named);
        boolean named = unit.isPresent()
                || word.filter(noun -> counts.isPresent() && counts.get().isNamed(noun))
                        .isPresent();
        String number = PaperNotation.unwrapped(named ? behind.group(1).strip() : plain);
        String tight = LOOSE.matcher(number).replaceAll("");
        List<String> decimals = decimals(tight, form.places());
        List<BigDecimal> values = decimals.isEmpty()
                ? worked(number, MIXED.matcher(tight).replaceFirst("$1($2+$3)"))
                : decimals.stream().map(BigDecimal::new).toList();
        List<ParsedNumber> readings = values.stream()
                .map(value -> new ParsedNumber(
                        value, decimals.isEmpty(), decimals.isEmpty() && number.matches(".*[.,].*"), unit))
                .toList();
        for (int i = 0; i < sides.length - 1; i++) {
            requireNoOther(decimals(sides[i].strip(), form.places()), sides[i].strip(), plain, readings);
        }
        return readings;
    }

    /**
     * Rejects a text with two different numbers, such as {@code 0.5 = 0.6}. A name or a calculation may stand before
     * the equals sign, and so may a decimal that rounds to the last number.
     */
    private static void requireNoOther(
            List<String> decimals, String before, String plain, List<ParsedNumber> readings) {
        if (!decimals.isEmpty()
                && decimals.stream().noneMatch(decimal -> readings.stream()
                        .anyMatch(last -> last.equalsDecimal(decimal)
                                || last.withoutPercent().equalsDecimal(decimal)))) {
            throw BadInput.usage("bad_answer", "'" + before + "' and '" + plain + "' are two numbers; type one");
        }
    }

    private static List<String> decimals(String typed, int places) {
        String tight = POWER.matcher(typed).replaceFirst("e$1");
        List<String> decimals = new ArrayList<>();
        if (POINTED.matcher(tight).matches()) {
            decimals.add(tight.replace(".", "").replace(',', '.'));
        }
        boolean round = places < THOUSAND && ROUND_THOUSANDS.matcher(tight).matches();
        if (DECIMAL.matcher(tight).matches() && !round) {
            decimals.add(tight.replace(',', '.'));
        }
        if (GROUPED.matcher(tight).matches()) {
            decimals.add(tight.replace(",", ""));
        }
        return decimals;
    }

    /**
     * Returns the values of a calculation. A comma between digits is a decimal comma, or it separates thousands.
     *
     * @param typed the calculation, for error messages
     */
    private static List<BigDecimal> worked(String typed, String calculation) {
        List<BigDecimal> values = new ArrayList<>();
        String product = TIMES.matcher(calculation).replaceAll("*");
        String clear = BEFORE_ZEROS.matcher(product).replaceAll("");
        String pointed = DECIMAL_COMMA.matcher(clear).replaceAll(".");
        String separated = SEPARATOR.matcher(clear).replaceAll("");
        for (String reading : List.of(pointed, separated)) {
            value(reading).filter(value -> !values.contains(value)).ifPresent(values::add);
        }
        return values.isEmpty() ? List.of(required(typed)) : values;
    }

    private static Optional<BigDecimal> value(String calculation) {
        try {
            double value = Numerals.number(calculation);
            return Double.isFinite(value) ? Optional.of(BigDecimal.valueOf(value)) : Optional.empty();
        } catch (BadInput unreadable) {
            return Optional.empty();
        }
    }

    private static BigDecimal required(String plain) {
        if (LIST.matcher(plain).matches()) {
            throw BadInput.usage("bad_answer", "'" + plain + "' is more than one number; type one");
        }
        double value = read(plain, NumberReader::number);
        if (!Double.isFinite(value)) {
            throw BadInput.usage("bad_answer", "'" + plain + "' is not finite; type a number like 0.5");
        }
        return BigDecimal.valueOf(value);
    }

    /**
     * Parses an expression in which commas may stand for decimal points. If that fails, parses the original text, so
     * that an error message quotes it as typed.
     */
    static <T> T read(String plain, Function<String, T> read) {
        try {
            return read.apply(DECIMAL_COMMA.matcher(plain).replaceAll("."));
        } catch (BadInput unreadable) {
            return read.apply(plain);
        }
    }

    private static double number(String plain) {
        try {
            return Numerals.number(plain);
        } catch (BadInput bad) {
            throw bad.code().equals("division_by_zero")
                    ? BadInput.usage("bad_answer", "'" + plain + "' divides by zero; type a number like 0.5")
                    : InputSuggestion.offered(bad, plain, Numerals::number);
        }
    }

    /** Returns a matrix in the characters of the parser, with semicolons between rows that are lines or LaTeX. */
    static String rows(String text) {
        boolean latex = text.contains("\\begin");
        String rows = latex
                ? text.replace("\\\\", ";").replace('&', ',')
                : text.strip().replaceAll("\\R", ";");
        return plain(rows.replaceAll(";\\s*(?=\\\\end)", ""));
    }

    /**
     * Returns whether a text is one group of thousands behind a point, {@code 786.432}, as whole numbers are written in
     * several languages.
     */
    static boolean isPointedThousand(String text) {
        return POINTED_THOUSAND.matcher(plain(text)).matches();
    }

    /** Returns the infinity that a text names; empty if it names none. */
    static OptionalDouble infinity(String text) {
        Matcher infinite = INFINITY.matcher(plain(text));
        return infinite.matches()
                ? OptionalDouble.of(infinite.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                : OptionalDouble.empty();
    }

    /** Returns a text in the characters of the parser, without everything up to its last equals sign. */
    static String plain(String text) {
        String plain = written(text);
        return plain.substring(Math.max(plain.lastIndexOf('='), plain.lastIndexOf('≈')) + 1)
                .strip();
    }

    private static String written(String text) {
        return PaperNotation.plain(ROOT.matcher(PaperNotation.bare(text)).replaceAll("sqrt($1)"));
    }
}
