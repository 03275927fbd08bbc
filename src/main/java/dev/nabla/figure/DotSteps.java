package dev.nabla.figure;

import static dev.nabla.figure.Worked.bracketed;
import static dev.nabla.figure.Worked.number;

import dev.nabla.math.Dot;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** FIG.02 worked out: the products and their sum, the lengths, the angle, the shadow. */
final class DotSteps {
    private static final int MOST_SHOWN = 4;

    private final Dot dot;
    private final List<String> steps = new ArrayList<>();

    private DotSteps(Dot dot) {
        this.dot = dot;
    }

    static List<String> of(Dot dot) {
        DotSteps work = new DotSteps(dot);
        work.products();
        work.steps.add("|a| = " + length(dot.a()));
        work.steps.add("|b| = " + length(dot.b()));
        if (dot.isZero()) {
            work.steps.add("cos θ would be 0/0: " + DotFigure.NO_DIRECTION);
        } else {
            work.angle();
        }
        return work.steps;
    }

    private void products() {
        for (int i = 0; i < Math.min(dot.a().size(), MOST_SHOWN); i++) {
            String index = Subscript.of(i);
            steps.add("a" + index + "·b" + index + " = " + factors(i) + " = "
                    + number(dot.terms().get(i)));
        }
        boolean finite = dot.terms().stream().allMatch(Double::isFinite);
        String sum = sum(dot.a().size(), i -> finite ? bracketed(dot.terms().get(i)) : factors(i));
        steps.add("a·b = " + sum + " = " + number(dot.value()));
    }

    /** A product that no double holds is not divided; the directions then give the same. */
    private void angle() {
        String product = number(dot.value());
        String a = number(dot.a().norm());
        String b = number(dot.b().norm());
        String cosine = number(dot.cosine().getAsDouble());
        boolean finite = Double.isFinite(dot.value());
        steps.add("cos θ = " + (finite ? product + "/(" + a + "·" + b + ")" : "(a/|a|)·(b/|b|)") + " = " + cosine);
        steps.add("θ = arccos " + cosine + " = " + number(dot.angleDegrees().getAsDouble()) + "°");
        steps.add("shadow of b on a = " + (finite ? product + "/" + a : "(a/|a|)·b") + " = "
                + number(dot.projection().getAsDouble()));
    }

    private static String length(Vector v) {
        return "√(" + sum(v.size(), i -> bracketed(v.get(i)) + "²") + ") = " + number(v.norm());
    }

    /** The first terms, and dots for the others. */
    private static String sum(int n, IntFunction<String> term) {
        String first =
                IntStream.range(0, Math.min(n, MOST_SHOWN)).mapToObj(term).collect(Collectors.joining(" + "));
        return n > MOST_SHOWN ? first + " + ..." : first;
    }

    private String factors(int i) {
        return bracketed(dot.a().get(i)) + "·" + bracketed(dot.b().get(i));
    }
}
