package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Node.Apply;
import dev.nabla.math.expression.Node.Constant;
import dev.nabla.math.expression.Node.Negative;
import dev.nabla.math.expression.Node.Number;
import dev.nabla.math.expression.Node.Operator;
import dev.nabla.math.expression.Node.Variable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Parser from text to a tree, by recursive descent; it has the only grammar in nabla.
 *
 * <pre>
 * sum     = product { (+|-) product }
 * product = unary { (*|/) unary | power }      power alone: juxtaposed, 2x or x sin(x), where x is allowed
 * unary   = (+|-) unary | power
 * power   = atom [ (^|**) unary ]
 * atom    = decimal | name | pi | e | inf | function ( sum ) | function unary | ( sum )
 * </pre>
 *
 * <p>A product is read from left to right, so {@code 1/2x} is half of x. {@code log 2} needs its blank, and no factor
 * may follow it. {@code log} and {@code ln} are the natural logarithm; {@code log2} and {@code log10} become quotients
 * of it.
 */
final class Parser {
    private static final int LONGEST = 1000;
    private static final int DEEPEST = 100;
    /** Bases of the logarithms that have one in their name. */
    static final List<Integer> BASES = List.of(2, 10);

    /** The leaves and products that are allowed. */
    enum ParserMode {
        /** Constants including inf and nan, and names; no juxtaposed products. */
        NUMBER(""),
        /** The variable x, and juxtaposed products. */
        EXPRESSION("x "),
        /** The variables x, y or x1, x2, x3, ..., and juxtaposed products. */
        LOSS("x y x1 x2 ... "),
        /** Names, and juxtaposed products. */
        NAMED("names ");

        private final String variables;

        ParserMode(String variables) {
            this.variables = variables;
        }
    }

    private final String text;
    private final ParserMode reading;
    private final Calculation.NameScanner names;
    private int met;
    private int at;
    private int depth;
    private boolean isDoubtful;

    /**
     * Creates a parser.
     *
     * @param names finds names, which become variables numbered from 0 in order of appearance, also if a name repeats
     */
    Parser(String text, ParserMode reading, Calculation.NameScanner names) {
        this.text = text;
        this.reading = reading;
        this.names = names;
    }

    /**
     * Parses the whole text.
     *
     * @throws BadInput with the position, from 1, where parsing stopped
     */
    Node tree() {
        if (text.length() > LONGEST) {
            throw refused(LONGEST, "it is longer than " + LONGEST + " characters");
        }
        Node tree = operations(Node.SUM);
        if (at < text.length()) {
            throw unexpected();
        }
        return tree;
    }

    /** Returns whether a factor directly follows a quotient, as in {@code 1/2x}, which some read as {@code 1/(2x)}. */
    boolean isDoubtful() {
        return isDoubtful;
    }

    private BadInput refused(int before, String why) {
        String found = Numerals.quoted(text) + " cannot be read at position " + (before + 1) + ": " + why;
        BadInput bad =
                reading == ParserMode.NUMBER ? Numerals.unreadable(text) : BadInput.usage("bad_expression", found);
        return bad.atPosition(text, before + 1);
    }

    /** Parses operations that bind at least as strongly as {@code least}: a sum, or a product alone. */
    private Node operations(int least) {
        Node left = unary();
        while (true) {
            Operator operator = operator(least);
            if (operator != null) {
                left = operator.of(left, operations(operator.binds() + 1));
            } else if (least <= Node.PRODUCT && isFactorNext()) {
                isDoubtful |= left.is(Operator.OVER) && text.charAt(at - 1) != ' ' && text.charAt(at - 1) != ')';
                left = Operator.TIMES.of(left, power());
            } else {
                return left;
            }
        }
    }

    private Operator operator(int least) {
        for (Operator operator : Operator.values()) {
            if (operator.binds() >= least && operator != Operator.POWER && next(operator.typed())) {
                return operator;
            }
        }
        return null;
    }

    private Node unary() {
        if (++depth > DEEPEST) {
            throw refused(at, "it is nested more than " + DEEPEST + " deep");
        }
        Node unary = next('-') ? new Negative(unary()) : next('+') ? unary() : power();
        depth--;
        return unary;
    }

    private Node power() {
        Node base = atom();
        boolean raised = next('^') || text.startsWith("**", at) && next('*') && next('*');
        return raised ? Operator.POWER.of(base, unary()) : base;
    }

    private Node atom() {
        skipBlanks();
        int start = at;
        at = names.end(text, start);
        if (at > start) {
            return named(start);
        }
        if (next('(')) {
            return closed();
        }
        String word = word();
        return word.isEmpty() ? decimal() : named(word, start);
    }

    private Node named(int start) {
        String name = text.substring(start, at);
        if (reading == ParserMode.NAMED && text.startsWith("(", at)) {
            throw refused(
                    start,
                    Numerals.quoted(name) + " is no function; for a product write " + name + "*(...); there are "
                            + String.join(" ", Expression.functions()));
        }
        return new Variable(name, met++);
    }

    private Node named(String word, int start) {
        Optional<NamedFunction> function = NamedFunction.named(word);
        if (function.isPresent()) {
            return applied(function.get(), word);
        }
        if (reading != ParserMode.NUMBER && word.equals("x")) {
            return variable(reading == ParserMode.LOSS ? subscript() : 1);
        }
        if (reading == ParserMode.LOSS && word.equals("y")) {
            return variable(2);
        }
        double value =
                switch (word) {
                    case "pi" -> Math.PI;
                    case "e" -> Math.E;
                    case "inf", "infinity" -> Double.POSITIVE_INFINITY;
                    case "nan" -> Double.NaN;
                    default -> 0;
                };
        if (value == 0 || reading != ParserMode.NUMBER && !Double.isFinite(value)) {
            throw refused(
                    start,
                    "'" + Numerals.shortened(word) + "' is unknown; there are " + reading.variables + "pi e "
                            + String.join(" ", Expression.functions()));
        }
        return new Constant(word, value);
    }

    private Node applied(NamedFunction function, String word) {
        int base = function == NamedFunction.LOG ? base() : 0;
        Node applied = new Apply(function, argument(word));
        return base == 0 ? applied : Operator.OVER.of(applied, new Apply(NamedFunction.LOG, new Number(base)));
    }

    /** Parses the argument of a function: in parentheses, or after a blank if its end is clear. */
    private Node argument(String word) {
        boolean apart = text.startsWith(" ", at);
        if (next('(')) {
            return closed();
        }
        int start = at;
        Node bare = apart && start < text.length() ? unary() : null;
        if (bare == null || next('*') || next('/') || isFactorNext()) {
            throw refused(start, "what " + word + " is of goes in parentheses, like " + word + "(x)");
        }
        return bare;
    }

    /** Consumes the base in the name of a logarithm; returns 0 for the natural one. */
    private int base() {
        for (int base : BASES) {
            if (text.startsWith(base + "(", at)) {
                at += String.valueOf(base).length();
                return base;
            }
        }
        return 0;
    }

    /** Returns the variable with a number from 1: x, y, x3, x4, ... */
    private static Node variable(int number) {
        return new Variable(number == 1 ? "x" : number == 2 ? "y" : "x" + number, number - 1);
    }

    /** Consumes the digits after an x: 2 of x2; returns 1 if there are none. */
    private int subscript() {
        int start = at;
        at = Numerals.digits(text, start);
        String number = text.substring(start, at);
        if (number.length() > 2 || number.startsWith("0")) {
            throw refused(start, "variables are x1 to x99");
        }
        return number.isEmpty() ? 1 : Integer.parseInt(number);
    }

    private Node decimal() {
        int start = at;
        at = Numerals.decimal(text, start);
        if (at == start) {
            throw unexpected();
        }
        double value = Double.parseDouble(text.substring(start, at));
        if (Double.isInfinite(value)) {
            throw reading == ParserMode.NUMBER
                    ? Numerals.tooLarge(text)
                    : refused(start, "this number is larger than any double (1.8e308)");
        }
        return new Number(value);
    }

    /** Consumes letters, in lower case, and digits that are part of a function's name. */
    private String word() {
        int start = at;
        while (isLetterNext()) {
            at++;
        }
        String letters = text.substring(start, at).toLowerCase(Locale.ROOT);
        for (NamedFunction f : NamedFunction.values()) {
            for (String name : f.names()) {
                boolean longer = name.length() > letters.length() && name.startsWith(letters);
                if (longer && text.regionMatches(true, start, name, 0, name.length())) {
                    at = start + name.length();
                    return name;
                }
            }
        }
        return letters;
    }

    private boolean isLetterNext() {
        return at < text.length() && (text.charAt(at) | 0x20) >= 'a' && (text.charAt(at) | 0x20) <= 'z';
    }

    private boolean isFactorNext() {
        boolean name = reading == ParserMode.NAMED && at < text.length() && Character.isLetter(text.charAt(at));
        return reading != ParserMode.NUMBER && (text.startsWith("(", at) || isLetterNext() || name);
    }

    /** Parses a sum and its closing parenthesis. */
    private Node closed() {
        int opened = at;
        Node inside = operations(Node.SUM);
        if (next(')')) {
            return inside;
        }
        throw at < text.length()
                ? unexpected()
                : refused(at, "the parenthesis of position " + opened + " is not closed");
    }

    private boolean next(char wanted) {
        skipBlanks();
        boolean found = at < text.length() && text.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private void skipBlanks() {
        while (text.startsWith(" ", at)) {
            at++;
        }
    }

    private BadInput unexpected() {
        if (at == text.length()) {
            return refused(
                    at,
                    "it ends where a number, " + (reading == ParserMode.NAMED ? "a name" : "x")
                            + " or a function must follow");
        }
        char c = text.charAt(at);
        if (c >= '0' && c <= '9' || c == '.') {
            return refused(at, "a number cannot follow here; write * before it");
        }
        return refused(at, "'" + c + "' does not fit here");
    }
}
