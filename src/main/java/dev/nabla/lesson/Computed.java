package dev.nabla.lesson;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figures;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Numbers in prose, computed by the core: {@code {{softmax.p[1]:3 tau=0.5}}} is the first probability at that
 * temperature, everything else as the figure starts, with three places; {@code {{1 - softmax.p[1]:3}}} any {@link
 * Formula}. In questions {@code $name} is a number that was drawn.
 */
final class Computed {
    /** Places of a number that is shown with the digits that matter. */
    static final int AS_MANY_AS_MATTER = -1;

    private static final int DIGITS = 6;

    private static final int MOST = 500;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
    /** What begins and ends a block with numbers of its own. */
    private static final Pattern ASKING = Pattern.compile("```(?:question|goal|steps)\\b.*");

    private static final Pattern CLOSING = Pattern.compile("```[ \\t]*");

    private static final Pattern IN_QUESTION =
            Pattern.compile("\\{\\{([^{}]*)}}|\\$([A-Za-z]\\w*)(?:\\[(\\d+(?:,\\d+)?)])?");
    private static final Pattern ASKED =
            Pattern.compile("(\\w+)\\.(\\w+)(?:\\[(\\d+(?:,\\d+)?)])?(?::(\\d))?((?:" + Formula.SETTING + ")*)\\s*");
    private static final Pattern FORMULA = Pattern.compile("(.*?)(?::(\\d))?", Pattern.DOTALL);

    private Computed() {}

    /** The text with every placeholder outside questions, goals and examples replaced by its number. */
    static String fill(String text, String file, int linesBefore, Patience patience) {
        StringBuilder filled = new StringBuilder();
        StringBuilder prose = new StringBuilder();
        Scope scope = Scope.empty(patience);
        int line = linesBefore;
        int proseFrom = line;
        boolean asking = false;
        for (String each : text.split("(?<=\n)")) {
            String bare = each.stripTrailing();
            if (!asking && ASKING.matcher(bare).matches()) {
                filled.append(prose(prose, file, proseFrom, scope));
                prose.setLength(0);
                asking = true;
            } else if (asking && CLOSING.matcher(bare).matches()) {
                asking = false;
                proseFrom = line;
            }
            (asking ? filled : prose).append(each);
            line++;
        }
        return filled.append(prose(prose, file, proseFrom, scope)).toString();
    }

    /** Placeholders of what begins behind so many lines, each named by its line if it is wrong. */
    private static String prose(CharSequence text, String file, int linesBefore, Scope scope) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        int count = 0;
        int line = linesBefore + 1;
        int from = 0;
        while (matcher.find()) {
            line += (int) text.subSequence(from, matcher.start())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            from = matcher.start();
            String place = file + ":" + line + ":";
            if (++count > MOST) {
                throw BadInput.usage(
                        "bad_lesson", place + " there are more than " + MOST + " {{numbers}}; split the lesson");
            }
            try {
                if (matcher.group(1).contains("\n")) {
                    String first = matcher.group(1).lines().findFirst().orElse("");
                    throw BadInput.usage("bad_lesson", "'{{" + first + "' goes on in the next line; keep it in one");
                }
                matcher.appendReplacement(filled, Matcher.quoteReplacement(value(matcher.group(1), scope)));
            } catch (BadInput bad) {
                throw bad.about(place);
            }
        }
        return matcher.appendTail(filled).toString();
    }

    /** A question's text with drawn and computed numbers put in; a negative one after a sign of arithmetic in parentheses. */
    static String fill(String text, Scope scope) {
        return IN_QUESTION
                .matcher(text.strip())
                .replaceAll(match -> {
                    String number = match.group(1) == null
                            ? written(scope.value(match.group(2), match.group(3)))
                            : value(match.group(1), scope);
                    boolean bracketed = number.startsWith("−") && followsASign(text.strip(), match.start());
                    return Matcher.quoteReplacement(bracketed ? "(" + number + ")" : number);
                })
                .replaceAll("\\s+", " ");
    }

    private static boolean followsASign(String text, int at) {
        String before = text.substring(0, at).stripTrailing();
        return !before.isEmpty() && "·+−/".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static String value(String asked, Scope scope) {
        if (asked.length() > Formula.LONGEST) {
            throw BadInput.usage("bad_lesson", "a number in {{ }} is longer than " + Formula.LONGEST + " signs");
        }
        Matcher fact = ASKED.matcher(asked);
        if (fact.matches()) {
            return value(fact.toMatchResult(), scope);
        }
        Matcher formula = FORMULA.matcher(asked);
        if (!formula.matches() || !asked.matches("(?s).*[.$\\d].*")) {
            throw BadInput.usage("bad_lesson", "'{{" + asked + "}}' is not figure.fact[position]:places knob=value");
        }
        Vector values = new Formula(formula.group(1)).values(scope);
        String places = formula.group(2);
        return row(values, places == null ? AS_MANY_AS_MATTER : Integer.parseInt(places));
    }

    private static String value(MatchResult asked, Scope scope) {
        Fact fact = Formula.fact(
                Figures.named(asked.group(1)),
                asked.group(2),
                Formula.settings(asked.group(5), scope),
                scope.patience());
        int places = asked.group(4) == null ? fact.places() : Integer.parseInt(asked.group(4));
        Value value = Scope.part(fact.name(), fact.value(), asked.group(3));
        if (value instanceof Value.Real real) {
            return number(real.value(), places);
        } else if (value instanceof Value.Whole whole) {
            return String.valueOf(whole.value());
        } else if (value instanceof Value.Word word) {
            return word.word();
        }
        throw BadInput.usage(
                "bad_lesson",
                fact.name() + (asked.group(3) == null ? "" : "[" + asked.group(3) + "]") + " is " + notOne(value));
    }

    private static String notOne(Value value) {
        if (value instanceof Value.Reals reals) {
            return reals.values().size() + " numbers; give a position, like [1]";
        }
        if (value instanceof Value.Rows rows) {
            return rows.rows().size() + " rows of numbers; give a row and a column, like [1,1]";
        }
        return value instanceof Value.Absent absent ? "no number here: " + absent.why() : "not one number";
    }

    /** A value as it is written in a sentence: {@code −0.5}, {@code (1, 0.3)}, {@code (1, 2; 3, 4)}. */
    static String written(Value value) {
        if (value instanceof Value.Reals reals) {
            return row(reals.values(), AS_MANY_AS_MATTER);
        }
        if (value instanceof Value.Rows rows) {
            return rows.rows().stream()
                    .map(row -> listed(row, AS_MANY_AS_MATTER))
                    .collect(Collectors.joining("; ", "(", ")"));
        }
        if (value instanceof Value.Real real) {
            return number(real.value(), AS_MANY_AS_MATTER);
        }
        return Decimal.typeset(Scope.text(value));
    }

    private static String row(Vector values, int places) {
        return values.size() == 1 ? number(values.get(0), places) : "(" + listed(values, places) + ")";
    }

    private static String listed(Vector values, int places) {
        return values.stream().mapToObj(x -> number(x, places)).collect(Collectors.joining(", "));
    }

    /** With so many places, or fewer than none for the six digits that matter. */
    private static String number(double x, int places) {
        return Decimal.typeset(places < 0 ? Decimal.significant(x, DIGITS) : Decimal.fixed(x, places));
    }
}
