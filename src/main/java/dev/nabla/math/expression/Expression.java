package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.LossSurface;
import dev.nabla.math.Matrix;
import dev.nabla.math.Precision;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A function of x as it was typed: {@code x^2/4}, {@code 3sin(x)}, {@code 1/(1 + exp(-x))}; or a loss in as many variables
 * as one likes: {@code x^2/4 + y^2}, {@code (1-x1)^2 + 5(x2-x1^2)^2}.
 *
 * <p>Numbers, x, pi, e, {@code + - * / ^}, parentheses, the {@link #functions}, and products written side by side; in a
 * loss x is x1 and y is x2. Value and slopes are exact up to rounding (forward mode, one pass a variable). Equal trees
 * are equal expressions, however they were spaced.
 */
public final class Expression implements LossSurface {
    /** A longer text than this is not printed. */
    private static final int LONGEST = 2000;

    private final Node tree;
    private final String text;

    private final boolean doubtful;

    private Expression(Node tree, String text, boolean doubtful) {
        this.tree = tree;
        this.text = text;
        this.doubtful = doubtful;
    }

    /**
     * Reads an expression.
     *
     * @throws BadInput at the position, counted from 1, where reading stopped, and why: {@code 'x^^2' cannot be read at
     *     position 3: '^' does not fit here}
     */
    public static Expression parse(String text) {
        return parse(text, Parser.ParserMode.EXPRESSION, "type a function of x, like x^2/4");
    }

    /**
     * Reads a loss.
     *
     * @throws BadInput at the position where reading stopped, as {@link #parse}
     */
    public static Expression parseLoss(String text) {
        return parse(text, Parser.ParserMode.LOSS, "type a function of x and y, like x^2/4 + y^2");
    }

    private static Expression parse(String text, Parser.ParserMode reading, String remedy) {
        if (text.isBlank()) {
            throw BadInput.usage("empty", "is empty; " + remedy);
        }
        Parser parser = new Parser(text, reading, Calculation.NameScanner.NONE);
        return new Expression(parser.tree(), text.strip(), parser.isDoubtful());
    }

    /** The names of all functions, of some two: sqrt, exp, expm1, log, ln, log2 and so on. */
    public static List<String> functions() {
        List<String> names = new ArrayList<>();
        for (NamedFunction f : NamedFunction.values()) {
            names.addAll(f.names());
            if (f == NamedFunction.LOG) {
                Parser.BASES.forEach(base -> names.add(f.text() + base));
            }
        }
        return names;
    }

    /** What somebody may have meant otherwise; empty if there is nothing of that kind. */
    public Optional<String> doubt() {
        return doubtful
                ? Optional.of("'" + text
                        + "' is read from left to right, so that 1/2x is half of x; type 1/(2x) for the other")
                : Optional.empty();
    }

    Node tree() {
        return tree;
    }

    /** Reads expressions between commas or semicolons, which no expression contains: {@code x^2,sin(x)}. */
    public static List<Expression> list(String text) {
        return Numerals.ListSegment.of(text, "[,;]").stream()
                .map(part -> part.read(Expression::parse))
                .toList();
    }

    /** f(x), or NaN where there is no value; x^2/4 at 3 is 2.25. */
    public double value(double x) {
        double value = tree.value(Vector.of(x));
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** Why f has no value at x; empty where it has one. */
    public Optional<String> trouble(double x) {
        return reason(x).map(reason -> reason.message("f", " here"));
    }

    Optional<Reason> reason(double x) {
        Vector at = Vector.of(x);
        return reason(at).or(() -> Double.isNaN(value(x)) ? Overflow.of(tree, at) : Optional.empty());
    }

    private Optional<Reason> reason(Vector at) {
        Dual.Trouble trouble = tree.dual(at, -1, 1).trouble();
        return trouble == Dual.Trouble.UNDEFINED
                ? Overflow.of(tree, at).<Reason>map(overflow -> overflow).or(() -> Optional.of(trouble))
                : Optional.ofNullable(trouble);
    }

    /** The innermost part whose slope is larger than any double on the way from x to one side; empty where none is. */
    Optional<Node> steepest(double x, int way) {
        return Overflow.first(
                tree,
                node -> Double.isInfinite(
                        node.dual(Vector.of(x), 0, way).change().x()));
    }

    /**
     * f as it goes on from x to one side.
     *
     * @param way 1 upwards, -1 downwards
     */
    Dual side(double x, int way) {
        return tree.dual(Vector.of(x), 0, way);
    }

    /** f at x alone. */
    Dual still(double x) {
        return tree.dual(Vector.of(x), -1, 1);
    }

    /** The slope to one side of x, NaN or infinite where there is none; abs(x) at 0: -1 below, 1 above. */
    public double slope(double x, int way) {
        double slope = side(x, way).slope();
        return way < 0 ? 0 - slope : slope;
    }

    /**
     * True if both are one function, in whatever form, as far as points drawn from the seed tell: {@code x/2} is {@code 0.5 x},
     * and {@code x + relu(x-3.8)} is not {@code x}.
     */
    public boolean isSame(Expression other, long seed) {
        return Agreement.of(tree, other.tree, seed);
    }

    /** True if the other is this one but for its sign. */
    public boolean isOpposite(Expression other, long seed) {
        return Agreement.of(new Node.Negative(tree), other.tree, seed);
    }

    /** The highest variable's number, at least 1: 2 for {@code y^2}. */
    @Override
    public int dimensions() {
        return Math.max(1, tree.variables());
    }

    /** Evaluated as float64, then rounded to the precision. */
    @Override
    public double loss(Vector theta, Precision in) {
        return in.round(tree.value(theta));
    }

    /** At a kink the slope nearest to 0 between the two sides counts, which for abs and relu at 0 is 0, as PyTorch has it; at an end that of the side with values. */
    @Override
    public Vector gradient(Vector theta, Precision in) {
        return Vector.of(theta.size(), i -> in.round(slope(theta, i)));
    }

    /** The slopes of the slopes in writing; NaN too where those are too long to work out. */
    @Override
    public Matrix hessian(Vector theta) {
        return Matrix.of(theta.size(), i -> derivative(i)
                .map(slope -> slope.gradient(theta, Precision.FLOAT64))
                .orElseGet(() -> Vector.filled(theta.size(), Double.NaN)));
    }

    private double slope(Vector theta, int variable) {
        Dual below = tree.dual(theta, variable, -1);
        Dual above = tree.dual(theta, variable, 1);
        double left = below.trouble() == null ? -below.slope() : above.slope();
        double right = above.trouble() == null ? above.slope() : left;
        if (left == right || Double.isNaN(left) || Double.isNaN(right)) {
            return Double.isNaN(left) ? left : right;
        }
        boolean levelBetween = Math.signum(left) != Math.signum(right);
        return levelBetween ? 0 : Math.abs(left) < Math.abs(right) ? left : right;
    }

    @Override
    public Optional<String> trouble(Vector theta) {
        return reason(theta).map(reason -> reason.message("f", " here"));
    }

    @Override
    public Optional<String> remedy(Vector theta) {
        return Double.isFinite(tree.value(theta))
                ? Optional.empty()
                : Overflow.of(tree, theta).flatMap(Overflow::remedy);
    }

    /** The exact derivative, tidied: of x^2/4 it is 0.5 x; empty if it is too long to print. */
    public Optional<Expression> derivative() {
        return derivative(0);
    }

    /** The slope along one variable, from 0. */
    public Optional<Expression> derivative(int variable) {
        Node slope = new Differentiation(tree, variable).slope();
        String printed = slope.text();
        return printed.length() > LONGEST ? Optional.empty() : Optional.of(new Expression(slope, printed, false));
    }

    /** How the derivative comes about, a rule a line, the innermost first: {@code power rule: d/dx x^2 = 2 x}. */
    public List<String> rules() {
        return new Differentiation(tree, 0).rules();
    }

    /** Printed anew, which reads back to the same values. */
    public String printed() {
        return tree.text();
    }

    /**
     * As Python reads it, with {@link #definitions}; of {@code x^2/4 + 2sin(x)} it is {@code x**2/4 + 2*math.sin(x)}.
     */
    public String python() {
        String python = printed()
                .replace(" * ", " ")
                .replaceAll("(?<![-+]) (?![-+])", "*")
                .replace("^", "**")
                .replaceAll("\\b(pi|e|inf)\\b", "math.$1");
        for (NamedFunction f : NamedFunction.values()) {
            python = python.replaceAll("\\b" + f.text() + "\\(", f.python() + "(");
        }
        return python;
    }

    /** What must be defined in Python, a line each, before a code with expressions in it can run. */
    public static List<String> definitions(String python) {
        return Arrays.stream(NamedFunction.values())
                .filter(f -> Pattern.compile("\\b" + f.python() + "\\(")
                        .matcher(python)
                        .find())
                .flatMap(f -> f.definition().stream())
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    /** As it was typed. */
    @Override
    public String toString() {
        return text;
    }
}
