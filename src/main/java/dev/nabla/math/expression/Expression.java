package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.LossSurface;
import dev.nabla.math.Matrix;
import dev.nabla.math.Precision;
import dev.nabla.math.Rounded;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A function of x as typed, like {@code x^2/4}, {@code 3sin(x)}, {@code 1/(1 + exp(-x))}; or a loss in any number of
 * variables, like {@code x^2/4 + y^2}, {@code (1-x1)^2 + 5(x2-x1^2)^2}.
 *
 * <p>The syntax has numbers, x, pi, e, {@code + - * / ^}, parentheses, the {@link #functions}, and products written
 * side by side. In a loss, x is x1 and y is x2. Values and slopes are exact up to rounding (forward mode, one pass per
 * variable). Expressions with equal trees are equal, whatever their spacing.
 */
public final class Expression implements LossSurface {
    /** Longest derivative, in characters, that is printed. */
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
     * Parses an expression in x.
     *
     * @throws BadInput with the position, from 1, where parsing stopped, and the reason:
     *     {@code 'x^^2' cannot be read at position 3: '^' does not fit here}
     */
    public static Expression parse(String text) {
        return parse(text, Parser.ParserMode.EXPRESSION, "type a function of x, like x^2/4");
    }

    /**
     * Parses a loss in x, y or x1, x2, ...
     *
     * @throws BadInput as {@link #parse}
     */
    public static Expression parseLoss(String text) {
        return parse(text, Parser.ParserMode.LOSS, "type a function of x and y, like x^2/4 + y^2");
    }

    /**
     * Parses an expression in names.
     *
     * @param names finds the names; it is asked once at each place where a name may begin
     * @throws BadInput as {@link #parse}
     */
    static Expression parseNamed(String text, Calculation.NameScanner names) {
        return parse(text, Parser.ParserMode.NAMED, names, "type a number or a function of names, like w*x");
    }

    private static Expression parse(String text, Parser.ParserMode reading, String remedy) {
        return parse(text, reading, Calculation.NameScanner.NONE, remedy);
    }

    private static Expression parse(
            String text, Parser.ParserMode reading, Calculation.NameScanner names, String remedy) {
        if (text.isBlank()) {
            throw BadInput.usage("empty", "is empty; " + remedy);
        }
        Parser parser = new Parser(text, reading, names);
        return new Expression(parser.tree(), text.strip(), parser.isDoubtful());
    }

    /** Returns the names of all functions, aliases included: sqrt, exp, expm1, log, ln, log2 and so on. */
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

    /** Returns a warning if the text may be meant otherwise, like {@code 1/2x}; else empty. */
    public Optional<String> doubt() {
        return doubtful
                ? Optional.of("'" + text
                        + "' is read from left to right, so that 1/2x is half of x; type 1/(2x) for the other")
                : Optional.empty();
    }

    Node tree() {
        return tree;
    }

    /** Returns a copy in which the variable with a name is the one with the name's position in the list. */
    Expression withVariables(List<String> names) {
        return with(variable -> new Node.Variable(variable.text(), names.indexOf(variable.text())));
    }

    /** Returns the function of one variable, counted from 0, while the others keep their numbers. */
    Expression along(int variable, Vector at) {
        return with(other -> other.index() == variable
                ? new Node.Variable(other.text(), 0)
                : new Node.Number(at.get(other.index())));
    }

    private Expression with(Function<Node.Variable, Node> replaced) {
        return new Expression(tree.with(replaced), text, doubtful);
    }

    /** Parses expressions separated by commas or semicolons, which no expression contains: {@code x^2,sin(x)}. */
    public static List<Expression> list(String text) {
        return Numerals.ListSegment.of(text, "[,;]").stream()
                .map(part -> part.read(Expression::parse))
                .toList();
    }

    /** Returns f(x), or NaN if there is no finite value; x^2/4 at 3 is 2.25. */
    public double value(double x) {
        double value = tree.value(Vector.of(x));
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** Returns the value at a point with its rounding error; NaN or infinite if there is no value. */
    Rounded at(Vector point) {
        return tree.dual(point, -1, 1).at();
    }

    /** Returns why f has no value at x; empty if it has one. */
    public Optional<String> trouble(double x) {
        return reason(x).map(reason -> reason.message("f", " here"));
    }

    Optional<Reason> reason(double x) {
        return noValue(Vector.of(x));
    }

    /** Returns why there is no finite value at a point; empty if there is one. */
    Optional<Reason> noValue(Vector at) {
        return reason(at).or(() -> Double.isFinite(tree.value(at)) ? Optional.empty() : Overflow.of(tree, at));
    }

    private Optional<Reason> reason(Vector at) {
        Dual.Trouble trouble = tree.dual(at, -1, 1).trouble();
        return trouble == Dual.Trouble.UNDEFINED
                ? Overflow.of(tree, at).<Reason>map(overflow -> overflow).or(() -> Optional.of(trouble))
                : Optional.ofNullable(trouble);
    }

    /** Returns the innermost part whose slope overflows on one side of x; empty if none does. */
    Optional<Node> steepest(double x, int way) {
        return Overflow.first(
                tree,
                node -> Double.isInfinite(
                        node.dual(Vector.of(x), 0, way).change().x()));
    }

    /**
     * Returns value and change of f on one side of x.
     *
     * @param way 1 for above, -1 for below
     */
    Dual side(double x, int way) {
        return tree.dual(Vector.of(x), 0, way);
    }

    /** Returns the value of f at x as a constant, with its rounding error. */
    Dual still(double x) {
        return tree.dual(Vector.of(x), -1, 1);
    }

    /**
     * Returns the slope on one side of x; NaN or infinite if there is none. For abs(x) at 0 it is -1 below and 1 above.
     *
     * @param way 1 for above, -1 for below
     */
    public double slope(double x, int way) {
        double slope = side(x, way).slope();
        return way < 0 ? 0 - slope : slope;
    }

    /**
     * Returns whether both are the same function in whatever form, tested at points drawn from the seed. {@code x/2} is
     * {@code 0.5 x}, and {@code x + relu(x-3.8)} is not {@code x}.
     */
    public boolean isSame(Expression other, long seed) {
        return Agreement.of(tree, other.tree, seed);
    }

    /** Returns whether the other is the negative of this function, tested like {@link #isSame}. */
    public boolean isOpposite(Expression other, long seed) {
        return Agreement.of(new Node.Negative(tree), other.tree, seed);
    }

    /** Returns the number of the highest variable, at least 1: 2 for {@code y^2}. */
    @Override
    public int dimensions() {
        return Math.max(1, tree.variables());
    }

    /** Evaluates in float64, then rounds to the precision. */
    @Override
    public double loss(Vector theta, Precision in) {
        return in.round(tree.value(theta));
    }

    /**
     * Returns the gradient. At a kink it is the value nearest to 0 between the two slopes: 0 for abs and relu at 0, as
     * in PyTorch. At an end of the domain it is the one-sided slope.
     */
    @Override
    public Vector gradient(Vector theta, Precision in) {
        return Vector.of(theta.size(), i -> in.round(slope(theta, i)));
    }

    /** Returns the gradients of the symbolic derivatives; NaN also if a derivative is too long. */
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

    /** Returns the exact derivative, simplified: for x^2/4 it is 0.5 x. Empty if it is too long to print. */
    public Optional<Expression> derivative() {
        return derivative(0);
    }

    /** Returns the derivative by one variable, counted from 0; empty if it is too long to print. */
    public Optional<Expression> derivative(int variable) {
        Node slope = new Differentiation(tree, variable).slope();
        String printed = slope.text();
        return printed.length() > LONGEST ? Optional.empty() : Optional.of(new Expression(slope, printed, false));
    }

    /**
     * Returns how the derivative is found, one rule per line, the innermost first: {@code power rule: d/dx x^2 = 2 x}.
     */
    public List<String> rules() {
        return new Differentiation(tree, 0).rules();
    }

    /** Returns the expression printed from its tree; it parses back to the same values. */
    public String printed() {
        return tree.text();
    }

    /** Returns a copy whose variables have other names, by their position. */
    public Expression renamed(List<String> names) {
        return with(variable -> new Node.Variable(names.get(variable.index()), variable.index()));
    }

    /** Returns whether the expression is a variable alone. */
    public boolean isVariable() {
        return tree instanceof Node.Variable;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    /** Returns the text as typed. */
    @Override
    public String toString() {
        return text;
    }
}
