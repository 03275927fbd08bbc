package dev.nabla.lesson.formula;

import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Calculation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A formula of {@link Calculation}s over {@link Reference}s: {@code 1 - (softmax.p[1] logits=$z tau=2)} or
 * {@code $a[1]*$b[1]}.
 *
 * <p>A reference to a row without a position makes the result a row, computed component by component. Commas join
 * numbers and rows to one row.
 *
 * @param text the formula as it was written
 * @param parts the calculations between its commas
 */
public record NumberFormula(String text, List<FormulaColumn> parts) {
    public static final int LONGEST = 1000;
    private static final int MOST_NUMBERS = 1000;

    /** A calculation between two commas, with the references that it uses as variables. */
    record FormulaColumn(String text, Calculation calculation, List<Reference> names) {
        static FormulaColumn parse(String text, Set<String> facts) {
            List<Reference> names = new ArrayList<>();
            Calculation calculation = Calculation.parse(text, (all, at) -> {
                Optional<Reference> name = Reference.at(all, at, facts);
                name.ifPresent(names::add);
                return name.map(Reference::end).orElse(at);
            });
            return new FormulaColumn(text, calculation, names);
        }

        DoubleStream values(Scope scope) {
            List<Value> named = names.stream().map(name -> name.value(scope)).toList();
            return IntStream.range(0, size(named))
                    .mapToDouble(i -> calculation.value(named.stream()
                            .mapToDouble(value -> Scope.number(component(value, i)))
                            .toArray()));
        }

        private static Value component(Value value, int i) {
            return value.dimensions() == 1 ? value.parts().get(i) : value;
        }

        /** Returns the common length of the rows it refers to; 1 if there are none. */
        private int size(List<Value> named) {
            List<Integer> sizes = named.stream()
                    .filter(value -> value.dimensions() == 1)
                    .map(row -> row.parts().size())
                    .distinct()
                    .toList();
            if (sizes.size() > 1) {
                throw BadInput.maths(
                        "shape_mismatch",
                        "'" + text + "' has rows of " + sizes.get(0) + " and of " + sizes.get(1) + " numbers");
            }
            return sizes.isEmpty() ? 1 : sizes.get(0);
        }
    }

    public static NumberFormula parse(String text) {
        return parse(text, Set.of());
    }

    /**
     * Parses a formula.
     *
     * @param facts names of the scope that need no dollar sign
     * @throws BadInput if the text is too long or is not a formula
     */
    public static NumberFormula parse(String text, Set<String> facts) {
        requireShort(text);
        List<FormulaColumn> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == ',' && depth <= 0 || i == text.length()) {
                parts.add(FormulaColumn.parse(text.substring(begin, i), facts));
                begin = i + 1;
            }
        }
        return new NumberFormula(text, parts);
    }

    /**
     * Returns the formula of the same fact without settings, which has the figure's start values. Returns empty unless
     * the text is a fact with settings and nothing else: {@code (softmax.p[1] logits=$z)}.
     */
    public static Optional<NumberFormula> atFigureStart(String text) {
        return Reference.at(text, 0, Set.of())
                .filter(fact -> fact.end() == text.length() && !fact.settings().isEmpty())
                .map(fact -> parse(fact.figure() + "." + fact.key()));
    }

    private static void requireShort(String text) {
        if (text.length() > LONGEST) {
            throw BadLesson.of("a formula is longer than " + LONGEST + " characters; name a part of it");
        }
    }

    /**
     * Returns its value.
     *
     * @throws BadInput if it is not exactly one number
     */
    public double number(Scope scope) {
        Vector values = values(scope);
        if (values.size() != 1) {
            throw BadLesson.of("'" + text + "' is " + values.size() + " numbers; give a position");
        }
        return values.get(0);
    }

    /**
     * Returns its values, at least one.
     *
     * @throws BadInput if a name is unknown, rows differ in length, or there are too many numbers
     */
    public Vector values(Scope scope) {
        double[] values =
                parts.stream().flatMapToDouble(part -> part.values(scope)).toArray();
        if (values.length > MOST_NUMBERS) {
            throw BadLesson.of("a formula makes more than " + MOST_NUMBERS + " numbers; make fewer");
        }
        return Vector.of(values);
    }

    /**
     * Returns the text of a function of x, with every reference replaced by its value. A value that is a word is put in
     * parentheses, unless it is the whole text.
     */
    public static String function(String text, Scope scope) {
        requireShort(text);
        Optional<Reference> only = Reference.at(text, 0, Set.of()).filter(name -> name.end() == text.length());
        if (only.isPresent()) {
            String bracketed = Scope.text(only.get().value(scope));
            return bracketed.replaceAll("^\\((.*)\\)$", "$1");
        }
        StringBuilder function = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            Optional<Reference> name = Reference.at(text, at, Set.of());
            function.append(name.map(found -> Scope.text(found.value(scope))).orElse(text.substring(at, at + 1)));
            at = name.map(Reference::end).orElse(at + 1);
        }
        return function.toString();
    }
}
