package dev.nabla.figure.dot;

import dev.nabla.figure.Codec.Reals.Kind;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.ViewState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.OptionalDouble;

/** FIG.02: two arrows, the angle between them and the shadow of one on the other. */
public final class DotFigure implements Figure.Ghostly<Dot> {
    private static final Range REACH = new Range(-2, 2, 0.05);
    static final String NO_DIRECTION = "a zero vector has no direction";

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
                        .vector(REACH, Kind.POINT, Dot::a, Dot::withA),
                KnobInfo.question("b", "b", "the second vector, as many numbers as a, like 0.2,1")
                        .vector(REACH, Kind.POINT, Dot::b, Dot::withB));
    }

    @Override
    public List<Figure.Command<Dot>> commands() {
        return List.of(new Figure.Command<>(
                "orthogonal", 'o', "", "turn b until it is perpendicular (orthogonal) to a", Dot::withPerpendicular));
    }

    /** Where the cosine may stand on its ruler. */
    @Override
    public Ghost ghost(Dot dot) {
        return new Ghost(new Range(-1, 1, 0.05), Vector.of(0), 2);
    }

    @Override
    public List<Fact> facts(Dot dot) {
        double terms = 0x1p-50 * dot.terms().map(Math::abs).sum();
        return List.of(
                Fact.real("dot", dot.value(), "", 2).rounded(terms).called("a·b"),
                Fact.real("norm_a", dot.a().norm(), "", 2).rounded(0).called("|a|"),
                Fact.real("norm_b", dot.b().norm(), "", 2).rounded(0).called("|b|"),
                orAbsent("cosine", dot.cosine(), "", 2)
                        .rounded(terms / dot.a().norm() / dot.b().norm()),
                orAbsent("angle_deg", dot.angleDegrees(), "degrees", 2).called("angle θ"),
                orAbsent("projection", dot.projection(), "", 2)
                        .rounded(terms / dot.a().norm())
                        .called("shadow of b"));
    }

    private static Fact orAbsent(String name, OptionalDouble value, String unit, int places) {
        return value.isPresent() ? Fact.real(name, value.getAsDouble(), unit, places) : Fact.absent(name, NO_DIRECTION);
    }

    @Override
    public List<String> steps(Dot dot) {
        return DotWords.steps(dot);
    }

    @Override
    public String python(Dot dot) {
        return """
                import math
                a, b = $a, $b
                dot = sum(ai * bi for ai, bi in zip(a, b))  #= $dot
                norm_a = math.sqrt(sum(ai * ai for ai in a))  #1 $norm_a
                norm_b = math.sqrt(sum(bi * bi for bi in b))  #2 $norm_b
                cosine = dot / (norm_a * norm_b)  # $cosine
                angle = math.degrees(math.acos(round(cosine, 15)))  # $angle_deg
                print(dot)  #= $dot
                """;
    }

    @Override
    public List<Line> sentence(Dot dot, ViewState<Dot> cursor) {
        return DotWords.sentence(dot);
    }

    @Override
    public void draw(Dot dot, ViewState<Dot> cursor, Canvas body) {
        DotPicture.draw(dot, cursor, body);
    }
}
