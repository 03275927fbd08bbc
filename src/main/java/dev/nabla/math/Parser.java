package dev.nabla.math;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Text to a tree, by recursive descent, one method a level; the only grammar in nabla.
 *
 * <pre>
 * sum     = product { (+|-) product }
 * product = unary { (*|/) unary | power }      power alone: juxtaposed, 2x or x sin(x), where x is allowed
 * unary   = (+|-) unary | power
 * power   = atom [ ^ unary ]
 * atom    = decimal | variable | pi | e | inf | function ( sum ) | ( sum )
 * </pre>
 *
 * A product is read from left to right, so {@code 1/2x} is half of x. The logarithm is the natural one, {@code log} or
 * {@code ln}; {@code log2} and {@code log10} are quotients of it.
 */
final class Parser {
    static final int LONGEST = 1000;
    private static final int DEEPEST = 100;
    private static final Map<String, Double> CONSTANTS = Map.of("pi", Math.PI, "e", Math.E);

    /** What may be written. */
    enum Reading {
        /** Constants only, inf and nan among them, nothing juxtaposed. */
        NUMBER,
        /** x, and products written side by side. */
        EXPRESSION,
        /** The same with x, y or x1, x2, x3, ... */
        FORMULA
    }

    /** Makes the exception for a place, counted from 1, and what is wrong there. */
    interface Complaint {
        BadInput of(int position, String why);
    }

    private final String text;
    private final Reading reading;
    private final Complaint complaint;
    private int at;
    private int depth;

    Parser(String text, Reading reading, Complaint complaint) {
        this.text = text;
        this.reading = reading;
        this.complaint = complaint;
    }

    private BadInput refused(int position, String why) {
        return complaint.of(position, why).at(text, position);
    }

    Node tree() {
        if (text.length() > LONGEST) {
            throw refused(LONGEST + 1, "it is longer than " + LONGEST + " signs");
        }
        Node tree = sum();
        if (at < text.length()) {
            throw unexpected();
        }
        return tree;
    }

    private Node sum() {
        Node sum = product();
        while (true) {
            if (next('+')) {
                sum = new Plus(sum, product());
            } else if (next('-')) {
                sum = new Minus(sum, product());
            } else {
                return sum;
            }
        }
    }

    private Node product() {
        Node product = unary();
        while (true) {
            if (next('*')) {
                product = new Times(product, unary());
            } else if (next('/')) {
                product = new Over(product, unary());
            } else if (reading != Reading.NUMBER && startsFactor()) {
                product = new Times(product, power());
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
        return next('^') ? new Power(base, unary()) : base;
    }

    private Node atom() {
        if (next('(')) {
            return closed();
        }
        int start = at;
        String word = word();
        return word.isEmpty() ? decimal() : named(word, start);
    }

    private Node named(String word, int start) {
        Optional<Function> function = Function.named(word);
        if (function.isEmpty()) {
            return constant(word).or(() -> variable(word)).orElseThrow(() -> unknown(word, start));
        }
        Optional<Node> base = function.get() == Function.LOG ? base() : Optional.empty();
        if (!next('(')) {
            throw refused(at + 1, "what " + word + " is of goes in parentheses, like " + word + "(x)");
        }
        Node applied = new Apply(function.get(), closed());
        return base.<Node>map(of -> new Over(applied, new Apply(Function.LOG, of)))
                .orElse(applied);
    }

    /** The digits right behind a log: its base, if it is not the natural one. */
    private Optional<Node> base() {
        for (int base : new int[] {2, 10}) {
            if (text.startsWith(base + "(", at)) {
                at += String.valueOf(base).length();
                return Optional.of(new Node.Number(base));
            }
        }
        return Optional.empty();
    }

    private Optional<Node> constant(String word) {
        if (CONSTANTS.containsKey(word)) {
            return Optional.of(new Node.Constant(word, CONSTANTS.get(word)));
        }
        if (reading != Reading.NUMBER) {
            return Optional.empty();
        }
        return switch (word) {
            case "inf", "infinity" -> Optional.of(new Node.Constant("inf", Double.POSITIVE_INFINITY));
            case "nan" -> Optional.of(new Node.Number(Double.NaN));
            default -> Optional.empty();
        };
    }

    private Optional<Node> variable(String word) {
        if (reading != Reading.NUMBER && word.equals("x")) {
            return Optional.of(new Node.X(reading == Reading.FORMULA ? subscript() - 1 : 0));
        }
        return reading == Reading.FORMULA && word.equals("y") ? Optional.of(new Node.X(1)) : Optional.empty();
    }

    private BadInput unknown(String word, int start) {
        return refused(
                start + 1,
                "'" + Numerals.shortened(word)
                        + "' is unknown; there are x " + (reading == Reading.FORMULA ? "y x1 x2 ... " : "")
                        + "pi e sqrt exp log sin cos tan tanh sigmoid relu abs");
    }

    /** The digits right behind an x: 2 of x2; 1 where there are none. */
    private int subscript() {
        int start = at;
        digits();
        if (at == start) {
            return 1;
        }
        String number = text.substring(start, at);
        if (number.length() > 2 || number.startsWith("0")) {
            throw refused(start + 1, "variables are x1 to x99");
        }
        return Integer.parseInt(number);
    }

    private Node decimal() {
        int start = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at - start == 0 || at - start == 1 && text.charAt(start) == '.') {
            at = start;
            throw unexpected();
        }
        exponent();
        double value = Double.parseDouble(text.substring(start, at));
        if (Double.isInfinite(value)) {
            throw reading == Reading.NUMBER
                    ? Numerals.tooLarge(text)
                    : refused(start + 1, "this number is larger than any double (1.8e308)");
        }
        return new Node.Number(value);
    }

    /** The power of ten of a decimal; an e without digits is not one. */
    private void exponent() {
        int mantissaEnd = at;
        if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            int digits = at;
            digits();
            if (at == digits) {
                at = mantissaEnd;
            }
        }
    }

    private void digits() {
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
    }

    private String word() {
        int start = at;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private boolean startsFactor() {
        return at < text.length() && (isLetter(text.charAt(at)) || text.charAt(at) == '(');
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** What stands before the closing parenthesis, and the parenthesis. */
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

    private boolean next(char wanted) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private BadInput unexpected() {
        if (at == text.length()) {
            return refused(at + 1, "it ends where a number, x or a function must follow");
        }
        char c = text.charAt(at);
        boolean digit = c >= '0' && c <= '9' || c == '.';
        return refused(
                at + 1,
                digit ? "a number cannot follow here; write * before it" : "'" + c + "' does not fit here" + power(c));
    }

    /** What to write for a power that is written as elsewhere. */
    private String power(char c) {
        int exponent = "²³".indexOf(c) + 2;
        if (exponent > 1) {
            return "; write ^" + exponent;
        }
        return c == '*' && at > 0 && text.charAt(at - 1) == '*' ? "; write ^ for a power" : "";
    }
}
