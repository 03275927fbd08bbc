package dev.nabla.figure;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** FIG.02: two arrows, the angle between them and the shadow of one on the other. */
public final class DotFigure implements Figure<Dot> {
    private static final Range REACH = new Range(-2, 2, 0.05);
    private static final int MOST_STEPS_SHOWN = 4;
    private static final String NO_DIRECTION = "a zero vector has no direction";

    @Override
    public String id() {
        return "dot";
    }

    @Override
    public String number() {
        return "FIG.02";
    }

    @Override
    public String title() {
        return "The dot product measures agreement";
    }

    @Override
    public String invitation() {
        return "drag the ● tips";
    }

    @Override
    public Dot start() {
        return new Dot(Vector.of(1, 0.3), Vector.of(0.2, 1));
    }

    @Override
    public List<Knob<Dot>> knobs() {
        return List.of(
                new VectorKnob<>(
                        Label.question("a", "a", "the first vector, like 1,0.3"),
                        REACH,
                        VectorKnob.Kind.POINT,
                        Dot::a,
                        Dot::withA),
                new VectorKnob<>(
                        Label.question("b", "b", "the second vector, as many numbers as a, like 0.2,1"),
                        REACH,
                        VectorKnob.Kind.POINT,
                        Dot::b,
                        Dot::withB));
    }

    @Override
    public List<Trick<Dot>> tricks() {
        return List.of(new Trick<>("orthogonal", 'o', "make 90°", Dot::withPerpendicular));
    }

    @Override
    public boolean compares() {
        return true;
    }

    @Override
    public List<Fact> facts(Dot dot) {
        return List.of(
                finite("dot", dot.value()),
                finite("norm_a", dot.a().norm()),
                finite("norm_b", dot.b().norm()),
                orAbsent("cosine", dot.cosine(), "", 2),
                orAbsent("angle_deg", dot.angleDegrees(), "degrees", 2),
                orAbsent("projection", dot.projection(), "", 2));
    }

    private static Fact finite(String name, double value) {
        return Double.isFinite(value)
                ? Fact.real(name, value, "", 2)
                : Fact.absent(name, "it is larger than any double (1.8e308)");
    }

    private static Fact orAbsent(String name, OptionalDouble value, String unit, int places) {
        return value.isPresent() ? Fact.real(name, value.getAsDouble(), unit, places) : Fact.absent(name, NO_DIRECTION);
    }

    @Override
    public List<String> steps(Dot dot) {
        int shown = Math.min(dot.a().size(), MOST_STEPS_SHOWN);
        String more = dot.a().size() > shown ? " + ..." : "";
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            String name = "a" + SoftmaxFigure.index(i) + "·b" + SoftmaxFigure.index(i);
            steps.add(
                    name + " = " + factors(dot, i) + " = " + number(dot.terms().get(i)));
        }
        String product = number(dot.value());
        boolean finite = dot.terms().stream().allMatch(Double::isFinite);
        String terms = IntStream.range(0, shown)
                .mapToObj(i -> finite ? factor(dot.terms().get(i)) : factors(dot, i))
                .collect(Collectors.joining(" + "));
        steps.add("a·b = " + terms + more + " = " + product);
        double normA = dot.a().norm();
        double normB = dot.b().norm();
        steps.add("|a| = √(" + squares(dot.a(), shown) + more + ") = " + number(normA));
        steps.add("|b| = √(" + squares(dot.b(), shown) + more + ") = " + number(normB));
        if (dot.isZero()) {
            steps.add("cos θ would be 0/0: " + NO_DIRECTION);
            return steps;
        }
        String cosine = number(dot.cosine().getAsDouble());
        boolean plain = Double.isFinite(dot.value());
        String ratio = product + "/(" + number(normA) + "·" + number(normB) + ")";
        steps.add("cos θ = " + (plain ? ratio : "(a/|a|)·(b/|b|)") + " = " + cosine);
        steps.add("θ = arccos " + cosine + " = " + number(dot.angleDegrees().getAsDouble()) + "°");
        steps.add("shadow of b on a = " + (plain ? product + "/" + number(normA) : "(a/|a|)·b") + " = "
                + number(dot.projection().getAsDouble()));
        return steps;
    }

    private static String factors(Dot dot, int i) {
        return factor(dot.a().get(i)) + "·" + factor(dot.b().get(i));
    }

    private static String squares(Vector v, int shown) {
        return IntStream.range(0, shown).mapToObj(i -> factor(v.get(i)) + "²").collect(Collectors.joining(" + "));
    }

    /** A number as it stands in a product: bracketed where it is negative. */
    private static String factor(double x) {
        String number = number(x);
        return number.startsWith("−") ? "(" + number + ")" : number;
    }

    private static String number(double x) {
        return Decimal.typeset(Decimal.significant(x, 6));
    }

    @Override
    public List<Line> sentence(Dot dot, Cursor<Dot> cursor) {
        return DotSentence.of(dot);
    }

    @Override
    public void draw(Dot dot, Cursor<Dot> cursor, Canvas body) {
        new DotPicture(dot, cursor, body).draw();
    }
}
