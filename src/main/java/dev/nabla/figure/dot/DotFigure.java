package dev.nabla.figure.dot;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.VectorCodec.NudgeMode;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.DotNumbers;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Figure FIG.02: two arrows, the angle between them and the shadow of b on a. */
public final class DotFigure implements Figure.Guessable<Dot> {
    /** Least |cos θ| at which two vectors count as aligned: cos 18°. */
    private static final double ALIGNED = 0.95;
    /** |cos θ| of 45° and of 135°. */
    private static final double DIAGONAL = Math.sqrt(0.5);
    /** Bound of |cos θ| below which it is shown as 0.00. */
    private static final double SQUARE = 0.005;
    /** Bound of |cos θ| below which it may be a rounding error of 0. */
    private static final double ROUNDING = 1e-12;

    /** Number of products that the worked steps show. */
    private static final int MOST_SHOWN = 4;

    private static final Range REACH = new Range(-2, 2, 0.05);
    /** Range of cosines; its step is how far one key press moves a guess. */
    static final Range COSINES = new Range(-1, 1, 0.05);

    private static final String NO_DIRECTION = "a zero vector has no direction";

    private static final int LEAST_ROWS = 10;

    static final Quantity<Dot, Double> DOT =
            Quantity.real("dot", Style.number(2), Dot::value).called("a·b").rounded(DotFigure::rounding);

    static final Quantity<Dot, Double> NORM_A = Quantity.real(
                    "norm_a", Style.number(2), (Dot dot) -> dot.a().norm())
            .called("|a|")
            .exact();

    static final Quantity<Dot, Double> NORM_B = Quantity.real(
                    "norm_b", Style.number(2), (Dot dot) -> dot.b().norm())
            .called("|b|")
            .exact();

    static final Quantity<Dot, Double> COSINE = Quantity.real(
                    "cosine", Style.number(2), (Dot dot) -> dot.cosine().getAsDouble())
            .unless(dot -> noDirection(dot.isZero()))
            .rounded(dot -> rounding(dot) / dot.a().norm() / dot.b().norm())
            .untilTouched();

    static final Quantity<Dot, Double> ANGLE = Quantity.real(
                    "angle_deg", Style.DEGREES, (Dot dot) -> dot.angleDegrees().getAsDouble())
            .called("angle θ")
            .unless(dot -> noDirection(dot.isZero()))
            .untilTouched();

    static final Quantity<Dot, Double> PROJECTION = Quantity.real(
                    "projection", Style.number(2), (Dot dot) -> dot.projection().getAsDouble())
            .called("shadow of b")
            .unless(dot -> noDirection(dot.a().norm() == 0))
            .rounded(dot -> rounding(dot) / dot.a().norm())
            .untilTouched();

    private static final Quantities<Dot, Dot> QUANTITIES =
            Quantities.of(List.of(DOT, NORM_A, NORM_B, COSINE, ANGLE, PROJECTION));

    private static Optional<String> noDirection(boolean zero) {
        return zero ? Optional.of(NO_DIRECTION) : Optional.empty();
    }

    /** Returns the rounding error bound of a·b. */
    private static double rounding(Dot dot) {
        return 0x1p-50 * dot.terms().map(Math::abs).sum();
    }

    @Override
    public Info info() {
        return new Info("dot", "FIG.02", "arrows", "The dot product measures agreement", "drag the ● tips").comparing();
    }

    @Override
    public Dot start() {
        return new Dot(Vector.of(1, 0.3), Vector.of(0.2, 1));
    }

    @Override
    public List<Knob<Dot, ?>> knobs() {
        return List.of(
                KnobInfo.question("a", "a", "the first vector, like 1,0.3")
                        .vector(REACH, NudgeMode.POINT, Dot::a, Dot::withA),
                KnobInfo.question("b", "b", "the second vector, as many numbers as a, like 0.2,1")
                        .vector(REACH, NudgeMode.POINT, Dot::b, Dot::withB));
    }

    @Override
    public List<Figure.FigureAction<Dot>> commands() {
        return List.of(new Figure.FigureAction<>(
                "orthogonal",
                'o',
                "90°",
                "turn b until it is perpendicular (orthogonal) to a",
                Dot::withPerpendicular));
    }

    /** Returns a ghost for the position of the cosine on its ruler. */
    @Override
    public Ghost ghost(Dot dot) {
        return new Ghost(COSINES, Vector.of(0), COSINE.style().places());
    }

    @Override
    public Quantities<Dot, Dot> quantities() {
        return QUANTITIES;
    }

    @Override
    public Python python(Dot dot) {
        return new Python(
                """
                import math
                a, b = $a, $b
                dot = sum(ai * bi for ai, bi in zip(a, b))  #= $dot
                norm_a = math.sqrt(sum(ai * ai for ai in a))  #1 $norm_a
                norm_b = math.sqrt(sum(bi * bi for bi in b))  #2 $norm_b
                cosine = dot / (norm_a * norm_b)  # $cosine
                angle = math.degrees(math.acos(round(cosine, 15)))  # $angle_deg
                print(dot)  #= $dot
                """);
    }

    static boolean isPerpendicular(Dot dot) {
        return !dot.isZero() && Math.abs(COSINE.of(dot)) < SQUARE;
    }

    @Override
    public List<String> steps(Dot dot) {
        return worked(dot);
    }

    static List<String> worked(Dot dot) {
        DotNumbers numbers = DotNumbers.worked(dot);
        String product = numbers.value();
        String a = numbers.length(dot.a());
        String b = numbers.length(dot.b());
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < Math.min(dot.a().size(), MOST_SHOWN); i++) {
            String index = Subscript.of(i);
            String factors = bracketed(dot.a().get(i)) + "·" + bracketed(dot.b().get(i));
            steps.add("a" + index + "·b" + index + " = " + factors + " = " + numbers.term(i));
        }
        steps.add("a·b = " + sum(dot.a(), i -> bracketed(numbers.term(i))) + " = " + product);
        steps.add("|a| = " + root(dot.a()) + " = " + a);
        steps.add("|b| = " + root(dot.b()) + " = " + b);
        if (dot.isZero()) {
            steps.add("cos θ would be 0/0: " + NO_DIRECTION);
            return steps;
        }
        String cosine = number(COSINE.of(dot));
        String shadow = number(PROJECTION.of(dot));
        steps.add("cos θ = " + product + "/(" + a + "·" + b + ") = " + cosine);
        steps.add("θ = arccos " + cosine + " = " + number(ANGLE.of(dot)) + "°");
        steps.add("shadow of b on a = " + product + "/" + a + " = " + shadow);
        return steps;
    }

    private static String root(Vector v) {
        return "√(" + sum(v, i -> bracketed(v.get(i)) + "²") + ")";
    }

    private static String sum(Vector v, IntFunction<String> term) {
        return WorkedSteps.listed(v.size(), MOST_SHOWN, " + ", term);
    }

    /** Arrows of the plane need no more rows than the numbers beside them, without the second formula. */
    @Override
    public int leastRows(Dot dot) {
        return dot.a().size() == 2 ? LEAST_ROWS : Figure.Guessable.super.leastRows(dot);
    }

    @Override
    public List<Line> sentence(Dot dot, ViewState<Dot> cursor) {
        if (dot.isZero()) {
            Line zero = dot.a().norm() == 0 ? Line.EMPTY.first("a") : Line.EMPTY.second("b");
            Line none = Line.of(": a·b = 0, cos θ is undefined");
            return List.of(zero.text(" has no length, so there is no angle"), none);
        }
        double cosine = COSINE.of(dot);
        double size = Math.abs(cosine);
        if (isPerpendicular(dot)) {
            boolean quite = size < ROUNDING;
            Line both = both(quite ? " are perpendicular: " : " are nearly perpendicular: ")
                    .result("a·b");
            Line shadow = b(", ", quite ? "casts no shadow on" : "casts hardly a shadow on");
            return List.of(both.text(quite ? " is 0" : " is small"), shadow);
        }
        boolean agree = cosine > 0;
        String way = agree ? "aligned" : "opposed";
        String along = agree ? "along" : "against";
        if (size >= ALIGNED) {
            Line both = both(" are " + way + ": ").span("a·b", agree ? Tone.RESULT : Tone.WARN, Weight.BOLD);
            Line much = b(size == 1 ? ", all of " : ", almost all of ", "falls " + along);
            return List.of(both.text(" is " + (size == 1 ? "" : "nearly ") + (agree ? "" : "−") + "|a||b|"), much);
        }
        String roughly = size > DIAGONAL - ROUNDING ? " are roughly " : " are slightly ";
        return List.of(
                both(roughly + way + " (" + degrees(ANGLE.of(dot)) + ")"),
                Line.of(": a·b " + (agree ? ">" : "<") + " 0"),
                Line.of(", ").second("b").text("'s shadow falls " + along + " ").first("a"));
    }

    /** Formats an angle in whole degrees. An angle near 90° that is not exactly 90° has one decimal. */
    static String degrees(double angle) {
        return Decimal.fixed(angle, Math.round(angle) == 90 && angle != 90 ? 1 : 0) + "°";
    }

    private static Line both(String agree) {
        return Line.EMPTY.first("a").text(" and ").second("b").text(agree);
    }

    private static Line b(String of, String does) {
        return Line.of(of).second("b").text(" " + does + " ").first("a");
    }

    @Override
    public void draw(Dot dot, ViewState<Dot> cursor, Canvas body) {
        new DotPicture(Picture.of(this, QUANTITIES, dot, cursor), body).draw();
    }
}
