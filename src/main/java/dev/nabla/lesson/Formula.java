package dev.nabla.lesson;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figures;
import dev.nabla.figure.Spelling;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Numerals;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Arithmetic over numbers that are not written down: {@code 1 - (softmax.p[1] logits=$z tau=2)} or {@code $a[1]*$b[1]}.
 *
 * <p>{@code $name} is a number of the question, {@code $name[2]} a component, {@code $name[2,1]} an entry by row and
 * column. {@code (figure.fact[position] knob=value ...)} is a fact that {@code solve} prints, everything else as the
 * figure starts; without settings the parentheses may be left out. A row without a position makes the result a row, worked
 * out component by component; commas put rows together. Everything else is {@link Numerals}' grammar.
 */
record Formula(String text) {
    static final int LONGEST = 1000;
    private static final int MOST_NUMBERS = 1000;
    private static final String POSITION = "(?:\\[(\\d+(?:,\\d+)?)])?";
    private static final String DRAWN = "\\$([A-Za-z]\\w*)" + POSITION;
    private static final String BRACKETED = bracketed(6);
    /** A knob and its value; blanks only within parentheses. */
    static final String SETTING = "\\s+(?:\\w+)=(?:[^\\s()]|" + BRACKETED + ")+";

    private static final Pattern SETTINGS = Pattern.compile(SETTING);
    private static final Pattern NUMBER = Pattern.compile(DRAWN);
    private static final Pattern NAMED = Pattern.compile(DRAWN
            + "|\\(([a-z]\\w*)\\.([a-z]\\w*)" + POSITION + "((?:" + SETTING + ")+)\\s*\\)"
            + "|\\b([a-z]\\w*)\\.([a-z]\\w*)" + POSITION);

    /** What stands between commas that are outside all parentheses and brackets. */
    private static final Pattern PART = Pattern.compile("(?:[^,(\\[]|" + BRACKETED + "|\\[[^]]*]|[(\\[])+");

    /** A text in parentheses, in which parentheses are nested so deep. */
    private static String bracketed(int depth) {
        return "\\((?:[^()]" + (depth > 1 ? "|" + bracketed(depth - 1) : "") + ")*+\\)";
    }

    Formula {
        if (text.length() > LONGEST) {
            throw BadInput.usage("bad_lesson", "a formula is longer than " + LONGEST + " signs; name a part of it");
        }
    }

    /** The one number it comes to. */
    double number(Scope scope) {
        Vector values = values(scope);
        if (values.size() != 1) {
            throw BadInput.usage("bad_lesson", "'" + text + "' is " + values.size() + " numbers; give a position");
        }
        return values.get(0);
    }

    /** The numbers it comes to, at least one. */
    Vector values(Scope scope) {
        List<Double> all = new ArrayList<>();
        for (String part : PART.matcher(text).results().map(MatchResult::group).toList()) {
            List<Value> named = named(part, scope);
            int size = size(part, named);
            for (int i = 0; i < Math.max(1, size); i++) {
                requireFew(all);
                all.add(Numerals.number(put(part, named, i)));
            }
        }
        return Vector.of(all.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void requireFew(List<Double> numbers) {
        if (numbers.size() >= MOST_NUMBERS) {
            throw BadInput.usage("bad_lesson", "a formula makes more than " + MOST_NUMBERS + " numbers; make fewer");
        }
    }

    /** The same as text in which only x is left: a function; facts that are words are put in as they are. */
    String function(Scope scope) {
        return put(text, named(text, scope), 0);
    }

    private static List<Value> named(String part, Scope scope) {
        return NAMED.matcher(part)
                .results()
                .map(found -> found.group(1) != null ? scope.value(found.group(1), found.group(2)) : fact(found, scope))
                .toList();
    }

    private static Value fact(MatchResult found, Scope scope) {
        boolean set = found.group(3) != null;
        String fact = found.group(set ? 4 : 8);
        Map<String, String> settings = set ? settings(found.group(6), scope) : Map.of();
        Value value = fact(Figures.named(found.group(set ? 3 : 7)), fact, settings, scope.patience())
                .value();
        return Scope.part(fact, value, found.group(set ? 5 : 9));
    }

    /** The settings after a fact's name, with the drawn numbers put in. */
    static Map<String, String> settings(String text, Scope scope) {
        Map<String, String> settings = new LinkedHashMap<>();
        SETTINGS.matcher(text).results().forEach(found -> {
            String[] setting = found.group().strip().split("=", 2);
            String value = NUMBER.matcher(setting[1])
                    .replaceAll(
                            drawn -> Matcher.quoteReplacement(Scope.text(scope.value(drawn.group(1), drawn.group(2)))));
            settings.put(setting[0], value);
        });
        return settings;
    }

    /** A fact of a figure with these settings; or a knob that no fact is named after. */
    static <M extends Record> Fact fact(
            Figure<M> figure, String name, Map<String, String> settings, Patience patience) {
        patience.spend();
        M model = Opening.of(figure, figure.start(), settings);
        List<Fact> facts = figure.facts(model);
        Stream<Fact> knobs = figure.knobs().stream()
                .map(knob -> new Fact(
                        knob.name(), knob.label().symbol(), knob.value(model), "", Computed.AS_MANY_AS_MATTER, false));
        return Stream.concat(facts.stream(), knobs)
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow(() -> BadInput.usage(
                        "bad_lesson",
                        figure.id() + " has no fact '" + name + "'; "
                                + Spelling.suggest(
                                        name, facts.stream().map(Fact::name).toList())));
    }

    private static int size(String part, List<Value> named) {
        List<Integer> sizes = named.stream()
                .filter(Value.Reals.class::isInstance)
                .map(row -> ((Value.Reals) row).values().size())
                .distinct()
                .toList();
        if (sizes.size() > 1) {
            throw BadInput.maths(
                    "shape_mismatch",
                    "'" + part + "' has rows of " + sizes.get(0) + " and of " + sizes.get(1) + " numbers");
        }
        return sizes.isEmpty() ? 0 : sizes.get(0);
    }

    /** The text with numbers for names; of rows their component i. */
    private static String put(String part, List<Value> named, int i) {
        Iterator<Value> values = named.iterator();
        return NAMED.matcher(part).replaceAll(found -> Matcher.quoteReplacement(component(values.next(), i)));
    }

    private static String component(Value value, int i) {
        if (value instanceof Value.Reals reals) {
            return Scope.text(reals.values().get(i));
        }
        if (value instanceof Value.Rows) {
            throw BadInput.usage("bad_lesson", "a matrix is not one number; give a row and a column, like [2,1]");
        }
        return value instanceof Value.Word word ? "(" + word.word() + ")" : Scope.text(value);
    }
}
