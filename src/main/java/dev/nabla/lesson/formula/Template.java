package dev.nabla.lesson.formula;

import dev.nabla.figure.Fact;
import dev.nabla.figure.FactPath;
import dev.nabla.figure.TextVisitor;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills computed numbers into text. {@code {{softmax.p[1]:3 tau=0.5}}} is the first probability at that temperature
 * with three places, all other knobs as the figure starts. {@code {{1 - softmax.p[1]:3}}} is a {@link NumberFormula}.
 * In questions {@code $name} is a drawn number.
 */
public final class Template {
    /** Value of {@code places} for a number that is shown with six significant digits. */
    static final int AS_MANY_AS_MATTER = -1;

    private static final int DIGITS = 6;
    /** Largest relative difference between a number and its text that rounding of doubles alone explains. */
    private static final double ROUNDING = 1e-12;

    private static final int MOST = 500;
    private static final String PLACEHOLDER = "\\{\\{([^{}]*)}}";
    /** Matches a placeholder, or a whole block that has its own numbers; only a placeholder has a group. */
    private static final Pattern IN_PROSE =
            Pattern.compile("(?ms)^```(?:question|goal|steps)\\b.*?(?:^```[ \\t]*$|\\z)|" + PLACEHOLDER);

    private static final Pattern IN_QUESTION = Pattern.compile(PLACEHOLDER + "|" + Reference.DRAWN);
    private static final Pattern PLACES = Pattern.compile(":(\\d)(?!\\S)");
    private static final Pattern NUMBER = Pattern.compile("[.$\\d]");

    private Template() {}

    /**
     * Returns the text with every placeholder outside questions, goals and examples replaced by its number.
     *
     * @param linesBefore number of lines of the file before the text
     * @throws BadInput if a placeholder has a mistake, with file and line
     */
    public static String fill(String text, String file, int linesBefore, Deadline patience) {
        Scope scope = new Scope(Map.of(), patience);
        Matcher found = IN_PROSE.matcher(text);
        StringBuilder filled = new StringBuilder();
        int numbers = 0;
        int line = linesBefore + 1;
        int counted = 0;
        while (found.find()) {
            String placeholder = found.group(1);
            if (placeholder != null) {
                for (; counted < found.start(); counted++) {
                    line += text.charAt(counted) == '\n' ? 1 : 0;
                }
                BadInput.Where where = new BadInput.Where(file, line);
                if (numbers == MOST) {
                    throw BadLesson.at(where, "there are more than " + MOST + " {{numbers}}; split the lesson");
                }
                numbers++;
                String number =
                        where.reading(() -> value(oneLine(placeholder), scope).text());
                found.appendReplacement(filled, Matcher.quoteReplacement(number));
            }
        }
        return found.appendTail(filled).toString();
    }

    private static String oneLine(String placeholder) {
        if (placeholder.contains("\n")) {
            throw BadLesson.of("'{{" + placeholder.substring(0, placeholder.indexOf('\n'))
                    + "' goes on in the next line; keep it in one");
        }
        return placeholder;
    }

    /**
     * Returns a question's text with drawn and computed numbers filled in and with single blanks. A negative number
     * after an operator is put in parentheses.
     */
    public static String fill(String written, Scope scope) {
        String text = written.strip();
        return IN_QUESTION
                .matcher(text)
                .replaceAll(match -> {
                    String number = number(match, scope);
                    boolean bracketed = number.startsWith("−") && followsAnOperator(text, match.start());
                    return Matcher.quoteReplacement(bracketed ? "(" + number + ")" : number);
                })
                .replaceAll("\\s+", " ");
    }

    /** Returns the numbers that a question's text shows rounded: 1.65 for {@code {{exp(0.5):2}}}. */
    public static List<String> rounded(String written, Scope scope) {
        return IN_QUESTION
                .matcher(written)
                .results()
                .map(match -> shown(match, scope))
                .filter(shown -> !shown.whole())
                .map(FilledNumber::text)
                .toList();
    }

    /**
     * A value as a text shows it.
     *
     * @param whole whether it is shown without rounding
     */
    private record FilledNumber(String text, boolean whole) {
        /** Formats rows for a sentence: {@code −0.5}, {@code (1, 0.3)}, {@code (1, 2; 3, 4)}. */
        static FilledNumber of(List<Vector> rows, int places) {
            String numbers = new Value.Rows(rows).accept(new TextVisitor(", ", "; ") {
                @Override
                public String real(double x) {
                    return Decimal.typeset(number(x, places));
                }
            });
            boolean single = rows.size() == 1 && rows.get(0).size() == 1;
            return new FilledNumber(
                    single ? numbers : "(" + numbers + ")",
                    rows.stream().flatMapToDouble(Vector::stream).allMatch(x -> isWhole(x, places)));
        }

        /**
         * Formats a number with this many places. With 0 places its digits are grouped in threes; with a negative count
         * it has six significant digits.
         */
        private static String number(double x, int places) {
            return places < 0
                    ? Decimal.significant(x, DIGITS)
                    : places == 0 ? Decimal.grouped(x) : Decimal.fixed(x, places);
        }

        /** Returns whether the text shows x exactly, up to the rounding of doubles. */
        private static boolean isWhole(double x, int places) {
            return !Double.isFinite(x)
                    || Math.abs(Double.parseDouble(number(x, places).replace(",", "")) - x)
                            <= Math.max(Fact.ROUNDING, ROUNDING * Math.abs(x));
        }
    }

    private static String number(MatchResult match, Scope scope) {
        return shown(match, scope).text();
    }

    private static FilledNumber shown(MatchResult match, Scope scope) {
        return match.group(1) == null
                ? FilledNumber.of(Scope.rows(scope.value(FactPath.parse(match.group(2)))), AS_MANY_AS_MATTER)
                : value(match.group(1), scope);
    }

    private static boolean followsAnOperator(String text, int at) {
        String before = text.substring(0, at).stripTrailing();
        return !before.isEmpty() && "·+−/".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static FilledNumber value(String placeholder, Scope scope) {
        if (placeholder.length() > NumberFormula.LONGEST) {
            throw BadLesson.of("a number in {{ }} is longer than " + NumberFormula.LONGEST + " characters");
        }
        Matcher places = PLACES.matcher(placeholder);
        Optional<Integer> given = places.find() ? Optional.of(Integer.valueOf(places.group(1))) : Optional.empty();
        String bare = places.replaceFirst("");
        Optional<Reference> fact = Reference.fact(bare);
        if (fact.isPresent()) {
            KnownFacts.KnownFact found = fact.get().fact(scope);
            return value(fact.get().key(), found.value(), given.orElse(found.places()));
        }
        if (!NUMBER.matcher(placeholder).find()) {
            throw BadLesson.of("'{{" + placeholder + "}}' is not figure.fact[position]:places knob=value");
        }
        return FilledNumber.of(List.of(NumberFormula.parse(bare).values(scope)), given.orElse(AS_MANY_AS_MATTER));
    }

    private static FilledNumber value(FactPath key, Value value, int places) {
        return Scope.part(key, value).accept(new Value.Visitor<FilledNumber, RuntimeException>() {
            @Override
            public FilledNumber real(double x) {
                return FilledNumber.of(List.of(Vector.of(x)), places);
            }

            @Override
            public FilledNumber whole(long n) {
                return FilledNumber.of(List.of(Vector.of(n)), 0);
            }

            @Override
            public FilledNumber word(String text) {
                return new FilledNumber(text, true);
            }

            @Override
            public FilledNumber flag(boolean yes) {
                throw several("[1]");
            }

            @Override
            public FilledNumber absent(String why) {
                throw BadLesson.of(key + " is no number here: " + why);
            }

            @Override
            public FilledNumber list(Value.Listed list) {
                throw several(list.dimensions() == 2 ? "[1,1]" : "[1]");
            }

            private BadInput several(String position) {
                return BadLesson.of(key + " is not one number; give a position, like " + position);
            }
        });
    }
}
