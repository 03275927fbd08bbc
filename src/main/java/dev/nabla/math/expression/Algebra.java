package dev.nabla.math.expression;

import static dev.nabla.math.expression.Node.Operator.MINUS;
import static dev.nabla.math.expression.Node.Operator.OVER;
import static dev.nabla.math.expression.Node.Operator.PLUS;
import static dev.nabla.math.expression.Node.Operator.POWER;
import static dev.nabla.math.expression.Node.Operator.TIMES;

import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Node.Apply;
import dev.nabla.math.expression.Node.Binary;
import dev.nabla.math.expression.Node.Constant;
import dev.nabla.math.expression.Node.Negative;
import dev.nabla.math.expression.Node.Number;
import dev.nabla.math.expression.Node.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Construction of expressions in simplified form. A product is a number times powers, with each base once. A sum is
 * made of products, and like products are combined. A product without a finite numeric factor is left as written.
 */
final class Algebra {
    static final Node ZERO = new Number(0);
    static final Node ONE = new Number(1);
    static final Node TWO = new Number(2);
    /** Longest decimal, in characters, that is preferred to a quotient. */
    private static final int SHORT = 6;

    private Algebra() {}

    /** Returns the expression rebuilt in simplified form: numbers in front, constants evaluated. */
    static Node tidied(Node node) {
        if (node instanceof Binary pair) {
            return pair.operator().tidied(tidied(pair.a()), tidied(pair.b()));
        }
        if (node instanceof Apply call) {
            return new Apply(call.f(), tidied(call.a()));
        }
        return node instanceof Negative minus ? negative(tidied(minus.a())) : node;
    }

    /** Returns a + b, simplified, with added terms before subtracted ones: sin(x) - x. */
    static Node plus(Node a, Node b) {
        Map<Map<Node, Node>, Product> like = new LinkedHashMap<>();
        add(a, 1, like);
        add(b, 1, like);
        List<Product> terms = new ArrayList<>(like.values());
        if (!terms.stream().allMatch(Product::isFinite)) {
            return PLUS.of(a, b);
        }
        terms.removeIf(term -> term.over() == 0);
        Product first = terms.stream()
                .filter(term -> term.number() > 0)
                .findFirst()
                .or(() -> terms.stream().findFirst())
                .orElse(Product.NUMBER.by(0));
        terms.remove(first);
        Node sum = first.node();
        for (Product term : terms) {
            sum = term.number() < 0 ? MINUS.of(sum, term.by(-1).node()) : PLUS.of(sum, term.node());
        }
        return sum;
    }

    /** Adds the terms of a, times {@code sign}, to the like terms in {@code terms}. */
    private static void add(Node a, int sign, Map<Map<Node, Node>, Product> terms) {
        if (a.is(PLUS) || a.is(MINUS)) {
            add(a.left(), sign, terms);
            add(a.right(), a.is(MINUS) ? -sign : sign, terms);
        } else if (a instanceof Negative negative) {
            add(negative.a(), -sign, terms);
        } else {
            Product term = Product.of(a).by(sign);
            terms.merge(term.powers(), term, Product::plus);
        }
    }

    static Node minus(Node a, Node b) {
        return plus(a, negative(b));
    }

    static Node negative(Node a) {
        return Product.of(a).by(-1).node();
    }

    static Node times(Node a, Node b) {
        Product product = Product.of(a).times(Product.of(b));
        return product.isFinite() ? product.node() : TIMES.of(a, b);
    }

    static Node over(Node a, Node b) {
        Product quotient = Product.of(a).times(Product.of(b).inverse());
        return quotient.isFinite() ? quotient.node() : OVER.of(a, b);
    }

    static Node power(Node a, Node b) {
        if (b.is(1)) {
            return a;
        }
        if (b.is(0)) {
            return ONE;
        }
        if (a instanceof Number m && b instanceof Number n) {
            double value = POWER.of(m.value(), n.value());
            return Double.isFinite(value) ? new Number(value) : POWER.of(a, b);
        }
        if (a.is(POWER) && a.right() instanceof Number m && isWhole(m) && b instanceof Number n && isWhole(n)) {
            return POWER.of(a.left(), new Number(m.value() * n.value()));
        }
        return POWER.of(a, b);
    }

    private static boolean isWhole(Number n) {
        return n.value() == Math.rint(n.value()) && Math.abs(n.value()) < 1000;
    }

    /** Returns log(a); 1 if a is the constant e. */
    static Node log(Node a) {
        return a instanceof Constant e && e.text().equals("e") ? ONE : new Apply(NamedFunction.LOG, a);
    }

    /** A product: over/under times powers. Two numbers keep quotients such as 1/3 exact. */
    private record Product(double over, double under, Map<Node, Node> powers) {
        static final Product NUMBER = new Product(1, 1, Map.of());

        static Product of(Node a) {
            double[] quotient = {1, 1};
            Map<Node, Node> powers = new LinkedHashMap<>();
            collect(a, 0, quotient, powers);
            powers.values().removeIf(exponent -> exponent.is(0));
            return new Product(quotient[0], quotient[1], powers);
        }

        /**
         * Multiplies the factors of a into {@code quotient} and {@code powers}.
         *
         * @param below 0 if a is in the numerator, 1 if it is in the denominator
         */
        private static void collect(Node a, int below, double[] quotient, Map<Node, Node> powers) {
            if (a instanceof Number number) {
                quotient[below] *= number.value();
            } else if (a instanceof Negative negative) {
                quotient[0] = -quotient[0];
                collect(negative.a(), below, quotient, powers);
            } else if (a.is(TIMES) || a.is(OVER) && !a.right().is(0)) {
                collect(a.left(), below, quotient, powers);
                collect(a.right(), a.is(OVER) ? 1 - below : below, quotient, powers);
            } else {
                Node exponent = a.is(POWER) ? a.right() : ONE;
                powers.merge(a.is(POWER) ? a.left() : a, below == 0 ? exponent : negative(exponent), Algebra::plus);
            }
        }

        boolean isFinite() {
            return Double.isFinite(over) && Double.isFinite(under) && under != 0;
        }

        double number() {
            return over / under;
        }

        Product by(double factor) {
            return new Product(over * factor, under, powers);
        }

        Product plus(Product like) {
            return new Product(over * like.under + like.over * under, under * like.under, powers);
        }

        Product times(Product b) {
            Map<Node, Node> all = new LinkedHashMap<>(powers);
            b.powers.forEach((base, exponent) -> all.merge(base, exponent, Algebra::plus));
            all.values().removeIf(exponent -> exponent.is(0));
            return new Product(over * b.over, under * b.under, all);
        }

        Product inverse() {
            Map<Node, Node> inverse = new LinkedHashMap<>(powers);
            inverse.replaceAll((base, exponent) -> negative(exponent));
            return new Product(under, over, inverse);
        }

        /**
         * Returns the product as an expression: 0.25 x if the decimal is short, else x/3. Powers with a negative
         * exponent go into the denominator.
         */
        Node node() {
            if (over == 0) {
                return ZERO;
            }
            List<Node> above = new ArrayList<>();
            List<Node> below = new ArrayList<>();
            powers.forEach((base, exponent) -> {
                boolean divides = exponent.isConstant() && exponent.value(Vector.of(0.0)) < 0;
                (divides ? below : above).add(power(base, divides ? negative(exponent) : exponent));
            });
            double number = number();
            boolean one = number == Math.rint(number)
                    || below.isEmpty() && Decimal.shortest(Math.abs(number)).length() <= SHORT;
            double divisor = Double.isFinite(number) && one ? under : common(over, under);
            Node top = joined(Math.abs(over / divisor), above);
            Node bottom = joined(Math.abs(under / divisor), below);
            Node size = bottom.is(1) ? top : OVER.of(top, bottom);
            if (number >= 0) {
                return size;
            }
            return size instanceof Number positive ? new Number(-positive.value()) : new Negative(size);
        }

        /** Returns the greatest common divisor; 1 if a or b is not a whole number. */
        private static double common(double a, double b) {
            boolean integers = a == Math.rint(a) && b == Math.rint(b);
            return !integers ? 1 : b == 0 ? a : common(b, a % b);
        }

        /** Returns the factors multiplied: the number, powers of variables, functions by name, then the rest. */
        private static Node joined(double number, List<Node> factors) {
            Map<Node, String> names = new IdentityHashMap<>();
            factors.forEach(factor -> names.put(factor, rank(factor) == 1 ? factor.text() : ""));
            factors.sort(Comparator.<Node>comparingInt(Product::rank).thenComparing(names::get));
            if (number != 1 || factors.isEmpty()) {
                factors.add(0, new Number(number));
            }
            return factors.stream().reduce(TIMES::of).orElseThrow();
        }

        private static int rank(Node factor) {
            Node base = factor.is(POWER) ? factor.left() : factor;
            boolean simple = base instanceof Variable
                    && (base == factor || factor.right().isConstant());
            return simple || factor instanceof Constant ? 0 : base instanceof Apply ? 1 : 2;
        }
    }
}
