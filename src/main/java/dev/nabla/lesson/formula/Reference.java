package dev.nabla.lesson.formula;

import dev.nabla.figure.Fact;
import dev.nabla.figure.FactPath;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Value;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.math.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference to a value: {@code $name[2,1]} of the scope, or {@code (figure.fact[1] knob=value ...)}. Knobs that are
 * not set keep the figure's start values. Without settings the parentheses may be left out.
 *
 * @param figure id of the figure with the fact or knob; empty for a name of the scope
 * @param key the name, and the position in its value
 * @param settings settings of the figure, with names of the scope in them
 * @param end index in the text after the reference
 */
public record Reference(String figure, FactPath key, Map<String, String> settings, int end) {
    private static final String KEY = "([A-Za-z]\\w*)(?:\\[\\d+(?:,\\d+)?])?";
    /** A name of the scope, with an optional position. */
    static final Pattern DRAWN = Pattern.compile("\\$(" + KEY + ")");

    private static final Pattern NAME = Pattern.compile("\\$?(" + KEY + ")");
    private static final Pattern FACT = Pattern.compile("([A-Za-z]\\w*)\\.(" + KEY + ")");
    private static final Pattern KNOB = Pattern.compile("\\s+(\\w+)=(?=[^\\s)])");

    /**
     * Parses the reference that begins at an index of a text; empty if there is none.
     *
     * @param facts names of the scope that need no dollar sign
     */
    static Optional<Reference> at(String text, int at, Set<String> facts) {
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (name.lookingAt() && (text.startsWith("$", at) || facts.contains(name.group(2)))) {
            return Optional.of(new Reference("", FactPath.parse(name.group(1)), Map.of(), name.end()));
        }
        boolean open = text.startsWith("(", at);
        return fact(text, open ? at + 1 : at, open)
                .filter(fact -> !open || !fact.settings.isEmpty() && text.startsWith(")", fact.end))
                .map(fact -> new Reference(fact.figure, fact.key, fact.settings, fact.end + (open ? 1 : 0)));
    }

    /** Parses a text that is one fact, its settings without parentheses; empty if it is not. */
    static Optional<Reference> fact(String text) {
        return fact(text, 0, true).filter(fact -> fact.end == text.length());
    }

    /** Returns all references in a text: in a formula, a function of x, or the placeholders of a sentence. */
    public static List<Reference> in(String text) {
        List<Reference> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Optional<Reference> here = at(text, at, Set.of());
            here.ifPresent(found::add);
            at = here.map(Reference::end).orElse(at + 1);
        }
        return found;
    }

    /** Returns whether it sets a knob of its figure to a number of the scope. */
    public boolean isSetFromScope() {
        return settings.values().stream().anyMatch(text -> DRAWN.matcher(text).find());
    }

    private static Optional<Reference> fact(String text, int at, boolean set) {
        Matcher fact = FACT.matcher(text).region(at, text.length());
        if (!fact.lookingAt()) {
            return Optional.empty();
        }
        Map<String, String> settings = new LinkedHashMap<>();
        int end = set ? settings(text, fact.end(), settings) : fact.end();
        return Optional.of(new Reference(fact.group(1), FactPath.parse(fact.group(2)), settings, end));
    }

    /**
     * Returns the worked steps of a figure with settings, written {@code dot a=$a b=$b}.
     *
     * @throws dev.nabla.math.BadInput if the text is too long, or names an unknown figure, knob or number
     */
    public static List<String> steps(String written, Scope scope) {
        if (written.length() > NumberFormula.LONGEST) {
            throw BadLesson.of("worked is longer than " + NumberFormula.LONGEST + " characters; name parts of it");
        }
        String text = written.strip();
        String name = text.split("\\s+", 2)[0];
        Map<String, String> settings = new LinkedHashMap<>();
        int end = settings(text, name.length(), settings);
        if (end < text.length()) {
            throw BadLesson.of("'" + text.substring(end) + "' is not knob=value");
        }
        return steps(Figures.named(name), settings, scope);
    }

    private static <M extends Record> List<String> steps(Figure<M> figure, Map<String, String> settings, Scope scope) {
        return figure.steps(opened(figure, settings, scope));
    }

    private static <M extends Record> M opened(Figure<M> figure, Map<String, String> settings, Scope scope) {
        M model = FigureSettings.of(figure, figure.start(), scope.filled(settings));
        scope.patience().spend(figure, model);
        return model;
    }

    /**
     * Parses settings, each after a blank, and adds them to {@code settings}. Returns the index after them and the
     * blanks that follow.
     */
    private static int settings(String text, int from, Map<String, String> settings) {
        Matcher knob = KNOB.matcher(text).region(from, text.length());
        int end = from;
        while (knob.lookingAt()) {
            end = valueEnd(text, knob.end());
            settings.put(knob.group(1), text.substring(knob.end(), end));
            knob.region(end, text.length());
        }
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /**
     * Returns the index at which a value ends: a blank outside its parentheses, or an unmatched closing parenthesis.
     */
    private static int valueEnd(String text, int from) {
        int depth = 0;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0 || depth == 0 && Character.isWhitespace(c)) {
                return at;
            }
        }
        return text.length();
    }

    Value value(Scope scope) {
        return figure.isEmpty() ? scope.value(key) : Scope.part(key, fact(scope).value());
    }

    /**
     * Returns the whole fact, or the knob if no fact has this name.
     *
     * @throws dev.nabla.math.BadInput if the figure has neither
     */
    KnownFacts.KnownFact fact(Scope scope) {
        Figure<?> of = Figures.named(figure);
        return scope.known()
                .get(
                        figure + " " + key.name() + " " + scope.filled(settings),
                        () -> KnownFacts.KnownFact.of(fact(of, scope)));
    }

    private <M extends Record> Fact fact(Figure<M> of, Scope scope) {
        M model = opened(of, settings, scope);
        return FigureSettings.facts(of, model, key.name()::equals).stream()
                .filter(fact -> fact.name().equals(key.name()))
                .reduce((knob, fact) -> fact)
                .orElseThrow(() -> BadLesson.of(of.id() + " has no fact '" + key.name() + "'; "
                        + Spelling.suggest(
                                key.name(),
                                of.pictureFacts(model).stream().map(Fact::name).toList())));
    }
}
