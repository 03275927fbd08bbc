package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.expression.Node.Apply;
import dev.nabla.math.expression.Node.Constant;
import dev.nabla.math.expression.Node.Negative;
import dev.nabla.math.expression.Node.Number;
import dev.nabla.math.expression.Node.Variable;
import java.util.Locale;
import java.util.Optional;

/**
 * Text to a tree, by recursive descent, one method a level; the only grammar in nabla.
 *
 * <pre>
 * sum     = product { (+|-) product }
 * product = unary { (*|/) unary | power }      power alone: juxtaposed, 2x or x sin(x), where x is allowed
 * unary   = (+|-) unary | power
 * power   = atom [ ^ unary ]
 * atom    = decimal | name | pi | e | inf | function ( sum ) | ( sum )
 * </pre>
 *
 * A product is read from left to right, so {@code 1/2x} is half of x. The logarithm is the natural one, {@code log} or
 * {@code ln}; {@code log2} and {@code log10} are quotients of it.
 */
final class Parser {
    private static final int LONGEST = 1000;
    private static final int DEEPEST = 100;

    /** The leaves and products that may be written. */
    enum Reading {
        /** Constants, inf and nan among them, and names that are found; nothing juxtaposed. */
        NUMBER(""),
        /** x, and products written side by side. */
        EXPRESSION("x "),
        /** x, y or x1, x2, x3, ..., and products written side by side. */
        FORMULA("x y x1 x2 ... ");

        private final String variables;

        Reading(String variables) {
            this.variables = variables;
        }

        private boolean hasX() {
            return !variables.isEmpty();
        }
    }

    private final String text;
    private final Reading reading;
    private final Calculation.Names names;
    private int met;
    private int at;
    private int depth;

    private Parser(String text, Reading reading, Calculation.Names names) {
        this.text = text;
        this.reading = reading;
        this.names = names;
    }

    /**
     * The tree of a text.
     *
     * @throws BadInput at the position, counted from 1, where reading stopped
     */
    static Node tree(String text, Reading reading) {
        return new Parser(text, reading, Calculation.Names.NONE).tree();
    }

    /** The tree of a number, whose names are its variables, numbered in the order of standing. */
    static Node number(String text, Calculation.Names names) {
        return new Parser(text, Reading.NUMBER, names).tree();
    }

    private Node tree() {
        if (text.length() > LONGEST) {
            throw refused(LONGEST + 1, "it is longer than " + LONGEST + " characters");
        }
        Node tree = sum();
        if (at < text.length()) {
            throw unexpected();
        }
        return tree;
    }

    private BadInput refused(int position, String why) {
        return refused(position, why, new Problem.None());
    }

    private BadInput refused(int position, String why, Problem.Remedy remedy) {
        String found = Numerals.quoted(text) + " cannot be read at position " + position + ": " + why;
        BadInput bad =
                reading == Reading.NUMBER ? Numerals.unreadable(text) : BadInput.usage("bad_expression", found, remedy);
        return bad.at(text, position);
    }

    private Node sum() {
        Node sum = product();
        while (true) {
            if (next('+')) {
                sum = Operator.PLUS.of(sum, product());
            } else if (next('-')) {
                sum = Operator.MINUS.of(sum, product());
            } else {
                return sum;
            }
        }
    }

    private Node product() {
        Node product = unary();
        while (true) {
            if (next('*')) {
                product = Operator.TIMES.of(product, unary());
            } else if (next('/')) {
                product = Operator.OVER.of(product, unary());
            } else if (reading.hasX() && startsFactor()) {
                product = Operator.TIMES.of(product, power());
            } else {
                return product;
            }
        }
    }

    private Node unary() {
        if (++depth > DEEPEST) {
            throw refused(at + 1, "it is nested more than " + DEEPEST + " deep");
        }
        Node unary = next('-') ? new Negative(unary()) : next('+') ? unary() : power();
        depth--;
        return unary;
    }

    private Node power() {
        Node base = atom();
        return next('^') ? Operator.POWER.of(base, unary()) : base;
    }

    private Node atom() {
        skipBlanks();
        int start = at;
        at = names.end(text, start);
        if (at > start) {
            return new Variable(text.substring(start, at), met++);
        }
        if (next('(')) {
            return closed();
        }
        String word = word();
        return word.isEmpty() ? decimal() : named(word, start);
    }

    private Node named(String word, int start) {
        Optional<Function> function = Function.named(word);
        if (function.isPresent()) {
            return applied(function.get(), word);
        }
        if (word.equals("pi") || word.equals("e")) {
            return new Constant(word, word.equals("e") ? Math.E : Math.PI);
        }
        if (reading.hasX() && word.equals("x")) {
            return variable(reading == Reading.FORMULA ? subscript() : 1);
        }
        if (reading == Reading.FORMULA && word.equals("y")) {
            return variable(2);
        }
        if (!reading.hasX() && (word.equals("inf") || word.equals("infinity"))) {
            return new Constant("inf", Double.POSITIVE_INFINITY);
        }
        if (!reading.hasX() && word.equals("nan")) {
            return new Number(Double.NaN);
        }
        throw unknown(word, start);
    }

    private Node applied(Function function, String word) {
        int base = function == Function.LOG ? base() : 0;
        if (!next('(')) {
            throw refused(at + 1, "what " + word + " is of goes in parentheses, like " + word + "(x)");
        }
        Node applied = new Apply(function, closed());
        return base == 0 ? applied : Operator.OVER.of(applied, new Apply(Function.LOG, new Number(base)));
    }

    /** The digits right behind a log: its base, or 0 for the natural one. */
    private int base() {
        int base = text.startsWith("2(", at) ? 2 : text.startsWith("10(", at) ? 10 : 0;
        at += base == 0 ? 0 : base == 2 ? 1 : 2;
        return base;
    }

    private BadInput unknown(String word, int start) {
        return refused(
                start + 1,
                "'" + Numerals.shortened(word) + "' is unknown; there are " + reading.variables
                        + "pi e sqrt exp log sin cos tan tanh sigmoid relu abs");
    }

    /** A variable counted from 1: x, y, x3, x4, ... */
    private static Node variable(int number) {
        return new Variable(number == 1 ? "x" : number == 2 ? "y" : "x" + number, number - 1);
    }

    /** The digits right behind an x: 2 of x2; 1 where there are none. */
    private int subscript() {
        int start = at;
        at = Numerals.digits(text, start);
        String number = text.substring(start, at);
        if (number.length() > 2 || number.startsWith("0")) {
            throw refused(start + 1, "variables are x1 to x99");
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
            throw reading == Reading.NUMBER
                    ? Numerals.tooLarge(text)
                    : refused(start + 1, "this number is larger than any double (1.8e308)");
        }
        return new Number(value);
    }

    private String word() {
        int start = at;
        while (startsWord()) {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private boolean startsFactor() {
        return is('(') || startsWord();
    }

    private boolean startsWord() {
        return at < text.length() && (text.charAt(at) | 0x20) >= 'a' && (text.charAt(at) | 0x20) <= 'z';
    }

    /** A sum and the parenthesis that closes it. */
    private Node closed() {
        int opened = at;
        Node inside = sum();
        if (!next(')')) {
            if (at == text.length()) {
                throw refused(at + 1, "the parenthesis of position " + opened + " is not closed");
            }
            throw unexpected();
        }
        return inside;
    }

    private boolean is(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private boolean next(char wanted) {
        skipBlanks();
        if (is(wanted)) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (is(' ')) {
            at++;
        }
    }

    private BadInput unexpected() {
        if (at == text.length()) {
            return refused(at + 1, "it ends where a number, x or a function must follow");
        }
        char c = text.charAt(at);
        boolean digit = c >= '0' && c <= '9' || c == '.';
        return digit
                ? refused(at + 1, "a number cannot follow here", new Problem.Advice("write * before it"))
                : refused(at + 1, "'" + c + "' does not fit here", power(c));
    }

    /** The way to write a power that is written as elsewhere. */
    private Problem.Remedy power(char c) {
        int exponent = "²³".indexOf(c) + 2;
        if (exponent > 1) {
            return new Problem.Advice("write ^" + exponent);
        }
        boolean twice = c == '*' && at > 0 && text.charAt(at - 1) == '*';
        return twice ? new Problem.Advice("write ^ for a power") : new Problem.None();
    }
}
