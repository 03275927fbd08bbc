package dev.nabla.lesson;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figures;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Spelling;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in prose, computed by the core: {@code {{softmax.p[1]:3 tau=0.5}}} is the first probability at that
 * temperature, everything else as the figure starts, with three places.
 */
final class Computed {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern ASKED =
            Pattern.compile("(\\w+)\\.(\\w+)(?:\\[(\\d+)])?(?::(\\d))?((?: +\\w+=\\S+)*) *");

    private Computed() {}

    /** The text with every placeholder replaced by its number. */
    static String fill(String text, String place, int linesBefore) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.replaceAll(match -> {
            int line = linesBefore
                    + 1
                    + (int) text.substring(0, match.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            return Matcher.quoteReplacement(value(match.group(1), place + ":" + line));
        });
    }

    private static String value(String asked, String where) {
        Matcher matcher = ASKED.matcher(asked);
        if (!matcher.matches()) {
            throw BadInput.usage(
                    "bad_lesson", where + ": '{{" + asked + "}}' is not figure.fact[position]:places knob=value");
        }
        try {
            return value(Figures.named(matcher.group(1)), matcher.toMatchResult());
        } catch (BadInput bad) {
            throw bad.about(where + ":");
        }
    }

    private static <M extends Record> String value(Figure<M> figure, MatchResult asked) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : asked.group(5).strip().split(" +")) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                settings.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        List<Fact> facts = figure.facts(Settings.apply(figure, figure.start(), settings));
        Fact fact = facts.stream()
                .filter(candidate -> candidate.name().equals(asked.group(2)))
                .findFirst()
                .orElseThrow(() -> BadInput.usage(
                        "bad_lesson",
                        figure.id() + " has no fact '" + asked.group(2) + "'; "
                                + Spelling.suggest(
                                        asked.group(2),
                                        facts.stream().map(Fact::name).toList())));
        int places = asked.group(4) == null ? fact.places() : Integer.parseInt(asked.group(4));
        return text(fact, asked.group(3), places);
    }

    private static String text(Fact fact, String position, int places) {
        Value value = fact.value();
        if (value instanceof Value.Reals reals && position != null) {
            int i = Integer.parseInt(position) - 1;
            if (i >= 0 && i < reals.values().size()) {
                return Decimal.typeset(Decimal.fixed(reals.values().get(i), places));
            }
        } else if (value instanceof Value.Wholes wholes && position != null) {
            int i = Integer.parseInt(position) - 1;
            if (i >= 0 && i < wholes.values().size()) {
                return String.valueOf(wholes.values().get(i));
            }
        } else if (value instanceof Value.Real real && position == null) {
            return Decimal.typeset(Decimal.fixed(real.value(), places));
        } else if (value instanceof Value.Whole whole && position == null) {
            return String.valueOf(whole.value());
        } else if (value instanceof Value.Word word && position == null) {
            return word.word();
        }
        throw BadInput.usage(
                "bad_lesson", fact.name() + (position == null ? "" : "[" + position + "]") + " is not one number");
    }
}
